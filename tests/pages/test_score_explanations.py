"""Explanations lead to the lines of the plan, are said in both languages, and list what is not known."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kamgen.pages.context import Context
from kamgen.pages.explain.score_places import ScorePlaces, Written
from kamgen.pages.explain.scores import ExplainedScores, ReasonReader, explained_scores, scores_of, unknown_parts
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.explanation import Reason, Source
from kamgen.scoring.score import Placement
from kamgen.wording.chinese import PHRASES
from kamgen.wording.language import WORDINGS
from kamgen.workspace.locate import Places
from kamgen.workspace.plan_file import PlanFile, plan_from_text
from tests.conftest import REPOSITORY
from tests.workspaces import read_workspace

TODAY = date(2026, 5, 6)
PLACEMENT = Placement(rank=3, slice_name="high-value", r=4, f=5, m=5)
WORKSPACE = read_workspace(REPOSITORY)
SETTINGS_TEXT = (REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8")
SAID_BY = ["scoring/explanations/*.py", "pages/explain/scores.py", "exchange/score_explanations_text.py"]


def explained(file: PlanFile, settings: Settings, settings_text: str) -> tuple[AccountSummary, ExplainedScores]:
    assert file.account is not None
    scores = score_account(file.id, file.account, settings, TODAY)
    summary = summarise(file.id, file.account, scores, (), settings, TODAY)
    places = ScorePlaces(file.id, file.text, Places(settings_text))
    return summary, explained_scores(file.account, summary, settings, places, PLACEMENT, 14)


def every(reason: Reason) -> Iterator[Reason]:
    yield reason
    for child in reason.children:
        yield from every(child)


def written_value(model: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        if isinstance(part, int) or isinstance(model, dict):
            model = model[part]
        else:
            fields = type(model).model_fields
            model = getattr(model, next(name for name, field in fields.items() if part in (name, field.alias)))
    return model


@pytest.mark.parametrize("file", WORKSPACE.plans, ids=lambda file: file.id)
def test_a_place_leads_to_the_line_that_holds_the_value(file: PlanFile) -> None:
    _, why = explained(file, WORKSPACE.settings, SETTINGS_TEXT)
    lines = {f"accounts/{file.id}.yaml": file.text.splitlines(), "kamgen.yaml": SETTINGS_TEXT.splitlines()}
    seen = 0
    for _, tree in scores_of(why):
        for reason in every(tree):
            rule = () if reason.rule_source is None else (reason.rule_source,)
            for source in (*reason.sources, *rule):
                place = why.places.of(source)
                if place is None or place.line is None:
                    continue
                seen += 1
                line = lines[place.file][place.line - 1]
                value = written_value(file.account if source.of == "plan" else WORKSPACE.settings, source.path)
                if isinstance(value, int | str) or hasattr(value, "as_tuple") or isinstance(value, date):
                    assert str(value).lower() in line.lower() or f"{float(value):g}" in line, (source, line)
                else:
                    assert str(source.path[-1]) in line or line.strip().startswith("-"), (source, line)
    assert seen > 5


def test_purchases_in_a_file_of_their_own_lead_to_that_file() -> None:
    apart, inside = ScorePlaces("acme", "name: Acme\n", Places("")), "value:\n  purchases:\n    - {date: 2026-01-01}\n"
    purchases = Source(("value", "purchases"))
    assert apart.of(purchases) == Written("accounts/acme.purchases.csv")
    assert ScorePlaces("acme", inside, Places("")).of(purchases) == Written("accounts/acme.yaml", 2)


def test_a_setting_that_nobody_wrote_has_no_place() -> None:
    places = ScorePlaces("acme", "", Places("scoring:\n  lifetime: {years: 5}\n"))
    assert places.of(Source(("scoring", "lifetime", "years"), "settings")) == Written("kamgen.yaml", 2)
    assert places.of(Source(("scoring", "lifetime", "margin"), "settings")) is None


def test_what_is_not_known_is_listed_with_its_weight_heaviest_first() -> None:
    plan = plan_from_text("acme", "accounts/acme.yaml", "kamgen: 1\nname: Acme\nowner: lin\ntype: strategic\n")
    _, why = explained(plan, Settings(), "")
    parts = unknown_parts(why.reasons.key_account, WORDINGS["en"])
    assert [(part.label, part.share) for part in parts] == [
        ("Purchases, last 12 months", "43%"),
        ("Share of wallet", "29%"),
        ("Years as a customer", "14%"),
    ]
    assert all(part.missing for part in parts)
    health = unknown_parts(why.reasons.health, WORDINGS["en"])
    assert [part.share for part in health] == ["30%", "25%", "20%", "15%", "10%"]


def test_figures_follow_what_they_are_a_part_of() -> None:
    file = next(file for file in WORKSPACE.plans if file.id == "save-a-lot")
    _, why = explained(file, WORKSPACE.settings, SETTINGS_TEXT)
    reader = ReasonReader(Context(WORKSPACE.settings, TODAY, "en"), why.places)
    score, *figures = reader.score(why.reasons.key_account)
    assert (score.depth, score.value) == (0, "82.4")
    wallet = next(index for index, figure in enumerate(figures) if figure.label == "Share of wallet")
    assert [figure.depth for figure in figures[wallet : wallet + 3]] == [1, 2, 2]
    assert figures[wallet].href == "explain/metrics.html#criterion-wallet"
    assert figures[wallet + 2].value == "$290,000"
    assert figures[wallet + 2].notes[0].places[0].label.startswith("accounts/save-a-lot.yaml:")


def patterns(file: Path) -> Iterator[str]:
    """Yield the patterns of phrases that stand in a module."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("phrase", "text", "_assumption", "_step", "_goal_figure"):
                yield str(node.args[0].value)


@pytest.mark.parametrize("pattern", SAID_BY)
def test_every_phrase_is_translated(pattern: str) -> None:
    files = sorted((REPOSITORY / "kamgen").glob(pattern))
    assert files
    missing = {said for file in files for said in patterns(file) if said not in PHRASES}
    assert missing == set()


@pytest.mark.parametrize("file", WORKSPACE.plans, ids=lambda file: file.id)
def test_every_phrase_that_samples_say_is_translated(file: PlanFile) -> None:
    _, why = explained(file, WORKSPACE.settings, SETTINGS_TEXT)
    said = {
        phrase.pattern
        for _, tree in scores_of(why)
        for reason in every(tree)
        for phrase in (reason.label, reason.rule, reason.worth, reason.missing)
        if phrase is not None
    }
    assert {pattern for pattern in said if pattern not in PHRASES} == set()
    assert {lever.change.pattern for lever in why.levers if lever.change.pattern not in PHRASES} == set()
