"""Scores explained on a terminal: whole outputs as they were reviewed, at any width, with and without colours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from kamgen.exchange.score_explanations_json import explanation_data, levers_data
from kamgen.exchange.score_explanations_text import score_explanations_text
from kamgen.exchange.terminal_text import columns
from kamgen.pages.context import Context
from kamgen.pages.explain.score_places import ScorePlaces
from kamgen.pages.explain.scores import ExplainedScores, explained_scores
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language
from kamgen.scoring.account import score_account
from kamgen.scoring.score import Placement
from kamgen.workspace.locate import Places
from kamgen.workspace.plan_file import PlanFile, plan_from_text, read_settings_text
from tests.any_plan import ANY_PLAN, ANY_SETTINGS, AS_OF, BUSY_PLAN, Typed, written
from tests.conftest import REPOSITORY, SMALLEST_PLAN, Said
from tests.exchange.reviewed_files import assert_as_reviewed
from tests.workspaces import read_workspace

TODAY = date(2026, 5, 6)
PLACEMENT = Placement(rank=3, slice_name="high-value", r=4, f=5, m=5)
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def of_plan(
    file: PlanFile, settings: Settings, settings_text: str, as_of: date = TODAY
) -> tuple[AccountSummary, ExplainedScores]:
    assert file.account is not None
    scores = score_account(file.id, file.account, settings, as_of)
    summary = summarise(file.id, file.account, scores, file.findings, settings, as_of)
    places = ScorePlaces(file.id, file.text, Places(settings_text))
    return summary, explained_scores(file.account, summary, settings, places, PLACEMENT, 14)


@cache
def sample(account_id: str) -> tuple[Settings, AccountSummary, ExplainedScores]:
    workspace = read_workspace(REPOSITORY)
    file = next(file for file in workspace.plans if file.id == account_id)
    text = (REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8")
    return workspace.settings, *of_plan(file, workspace.settings, text)


def said(account_id: str, language: Language, *, width: int = 100, color: bool = False) -> str:
    settings, summary, why = sample(account_id)
    context = Context(settings, TODAY, language)
    return score_explanations_text({account_id: summary}, {account_id: why}, context, width=width, color=color)


@pytest.mark.parametrize(("account_id", "language"), [("save-a-lot", "en"), ("lichuan-jingmi", "zh")])
def test_the_whole_explanation_is_as_reviewed(account_id: str, language: Language) -> None:
    assert_as_reviewed(f"score-explained.{language}.txt", said(account_id, language))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize(("account_id", "language"), [("save-a-lot", "en"), ("lichuan-jingmi", "zh")])
def test_lines_stay_inside_the_terminal(account_id: str, language: Language, width: int) -> None:
    lines = said(account_id, language, width=width).splitlines()
    assert [line for line in lines if columns(line) > min(width, 100)] == []


def test_figures_stand_in_columns_whatever_the_language() -> None:
    for account_id, language in (("save-a-lot", "en"), ("lichuan-jingmi", "zh")):
        rows = [line for line in said(account_id, language).splitlines() if re.search(r" × \d+ +\S+$", line)]
        assert len(rows) > 20
        assert {columns(row) for row in rows} == {100}


def test_colours_change_no_character() -> None:
    plain, colored = said("save-a-lot", "en"), said("save-a-lot", "en", color=True)
    assert ESCAPE.sub("", colored) == plain
    assert colored != plain
    assert "\x1b" not in plain


def test_an_account_of_which_nothing_is_known_says_what_would_make_it_known() -> None:
    plan = plan_from_text("acme", "accounts/acme.yaml", SMALLEST_PLAN)
    summary, why = of_plan(plan, Settings(), "")
    text = score_explanations_text({"acme": summary}, {"acme": why}, Context(Settings(), TODAY, "en"), width=100)
    assert "Key-account score  not known yet" in text
    assert "To know it: Add purchases" in text
    assert "Not known: Share of wallet, 29% of the weight" in text
    assert "None" not in text


def test_names_of_a_plan_cannot_steer_the_terminal(workspace: Callable[..., Path], kamgen: Callable[..., Said]) -> None:
    person = '{id: jana, name: "Jana \\u001b[2J", influence: 5, support: 1}'
    plan = SMALLEST_PLAN + f"power_map: {{people: [{person}]}}\n"
    out = kamgen("score", "acme", "--explain", root=workspace({"accounts/acme.yaml": plan})).out
    assert "Jana" in out
    assert "\x1b" not in out


@given(st.one_of(ANY_PLAN, BUSY_PLAN), ANY_SETTINGS, st.sampled_from(AS_OF), st.sampled_from(LANGUAGES))
@hypothesis.settings(max_examples=60, phases=[phase for phase in Phase if phase is not Phase.explain])
def test_whatever_validates_can_be_explained(plan: Typed, typed: Typed, as_of: date, language: Language) -> None:
    settings_text = written(typed)
    settings, _ = read_settings_text(settings_text, "kamgen.yaml")
    file = plan_from_text("acme", "accounts/acme.yaml", written(plan))
    if file.account is not None:
        summary, why = of_plan(file, settings, settings_text, as_of)
        context = Context(settings, as_of, language)
        text = score_explanations_text({"acme": summary}, {"acme": why}, context, width=80)
        assert max(map(columns, text.splitlines())) < 1000
        data = json.dumps(explanation_data(why, context.wording, settings.currency), allow_nan=False)
        assert "NaN" not in data
        assert levers_data(why, context.wording) is not None
