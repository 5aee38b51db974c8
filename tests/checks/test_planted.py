"""One plan with more than forty different mistakes: one run reports every one of them, at its exact place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.output.survey import survey_root
from kamgen.wording.chinese import PHRASES
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding

Write = Callable[..., Path]
PLAN = Path(__file__).parent / "planted.yaml"
SETTINGS = """\
language: en
currency: EUR
team: [{id: lin-yue, name: {en: Lin Yue, zh: 林悦}}, {id: chen-bo, name: Chen Bo}]
products: [{id: dairy, name: Dairy}]
processes: {framework: {stages: [{id: proposal, probability: 0.4}]}}
"""
GROUP = "kamgen: 1\nname: Alder Group\nowner: lin-yue\n"

# Line, column, rule, what is wrong, what to do; in the order of the file.
# ruff: noqa: E501 - a table reads better with a row a line
PLANTED = [
    (4, 8, "wrong-type", "林悦 is not an id", "write lin-yue"),
    (5, 9, "off-scale-value", "aktive is not on the scale", "did you mean active?"),
    (6, 1, "duplicate-key", "the key status stands here a second time", "keep one of the two, or join their values"),
    (7, 7, "off-scale-value", "战略 is not on the scale", "did you mean strategic (战略客户)?"),
    (8, 1, "unknown-key", "stgae is not a key here", "did you mean stage?"),
    (10, 14, "unknown-reference", "lin-yeu is not a member of the team", "did you mean lin-yue?"),
    (11, 7, "wrong-type", "a list is expected here, not food", "begin each item with a hyphen: - item"),
    (12, 18, "stale-plan", "the plan was last reviewed 224 days ago; the limit is 90", "go through the plan with the team, then write the date under reviewed:"),
    (13, 20, "off-scale-value", "6 is off the scale", "5 is the most"),
    (16, 10, "wrong-type", "there is no day 2019-02-30", "look at the calendar: month 01 to 12, and how many days the month has"),
    (17, 14, "wrong-type", "many is not a whole number", "write digits only, such as 4"),
    (19, 21, "wrong-type", "1_000_000 is not a number", "write it plainly, such as 1200 or 0.25: no units, %, commas or underscores"),
    (19, 42, "wrong-type", "dollars is not a currency", "write its three letters, such as USD, EUR or CNY"),
    (20, 11, "unknown-parent", "there is no account alder-grup", "did you mean alder-group?"),
    (22, 20, "off-scale-value", "maybe is not on the scale", "one of: yes, no, unknown"),
    (24, 7, "fact-without-source", "the fact “Opens 14 stores in 2026” has no source", "write under source: where it comes from, or take it out"),
    (26, 38, "off-scale-value", "25 is off the scale", "a share is written from 0 to 1: 0.25 for 25%"),
    (28, 12, "wrong-type", "Cold Chain is not an id", "use small letters, digits and hyphens, such as cold-chain"),
    (30, 12, "duplicate-id", "the id one-invoice stands here a second time", "give one of the two another id; keep the one that others refer to"),
    (33, 13, "missing-rate", "there is no exchange rate for CHF", "add it under rates: in kamgen.yaml: what 1 CHF is in EUR"),
    (36, 12, "wrong-type", "a list is expected here, not the default supplier", "begin each item with a hyphen: - item"),
    (44, 16, "unknown-reference", "revenu is not a goal of this plan", "did you mean revenue?"),
    (46, 11, "measure-without-owner", "the measure “Share of dairy spend” has no owner", "write under owner: the member of our team who follows it"),
    (48, 66, "overdue-action", "“Cold-chain test” was due on 29 May 2026, 17 days ago", "write status: done, a date under due: that will be kept, or status: dropped"),
    (49, 11, "action-without-date", "the action “Visit all stores” has no date", "write under due: by when it is done"),
    (53, 7, "influential-person-without-owner", "M. Roe decides, and nobody covers them", "agree on a member of our team, and write the id under covered_by:"),
    (53, 43, "reporting-cycle", "people report to each other in a circle: ceo → buyer → ceo", "remove reports_to: from the person at the top"),
    (53, 73, "rating-without-evidence", "M. Roe is rated supporter, and nothing says why", "write under evidence: what was seen or heard, with about: support"),
    (53, 73, "single-threaded", "over half of our support rests on M. Roe alone", "win a second supporter with influence, best in another unit"),
    (54, 39, "off-scale-value", "经济购买影响者 is not on the scale", "write economic"),
    (55, 41, "wrong-type", "perhaps is neither yes nor no", "write true or false"),
    (56, 7, "missing-key", "id is missing here", "add id: with a value"),
    (60, 7, "outcome-without-customer-owner", "the outcome “Fewer write-offs” has no owner at the customer", "ask who at the customer is measured by it, and write the person's id under customer_owner:"),
    (60, 7, "outcome-without-date", "the outcome “Fewer write-offs” has no date", "agree with the customer on the date, and write it under due:"),
    (60, 56, "unknown-reference", "trst is not a dimension or need of this plan", "one of: one-invoice"),
    (65, 14, "unknown-reference", "framwork is not a buying process", "did you mean framework?"),
    (68, 12, "past-close-date", "“Season contract” was to be decided on 1 Jun 2026, 14 days ago", "ask the customer; then write status: won, status: lost, or the new date under close:"),
    (73, 16, "past-review-date", "the joint review was planned for 2 Jun 2026, 13 days ago", "hold it, and write the date of the one after it under next_review:"),
    (77, 62, "overdue-request", "“Bar codes” was due on 8 Jun 2026, 7 days ago", "answer the customer and write the date under closed:, or agree with them on a new date under due:"),
    (79, 7, "loss-without-cause", "“Spring water order” was lost, and nothing says why", "find out what happened, and write reason: and cause:"),
    (82, 12, "unknown-waiver", "stale-plans is not a rule", "did you mean stale-plan?"),
    (83, 59, "expired-waiver", "the waiver of plan-too-long ended on 31 May 2026", "mend what it held back and remove it, or agree on a new date under until:"),
]  # fmt: skip


@pytest.fixture
def found(workspace: Write) -> list[Finding]:
    files = {"accounts/alder-foods.yaml": PLAN.read_text(encoding="utf-8"), "accounts/alder-group.yaml": GROUP}
    return list(survey_root(workspace(files, SETTINGS), None, date(2026, 6, 15)).findings)


def test_every_planted_mistake_is_reported_at_its_line_and_column_in_one_run(found: list[Finding]) -> None:
    say = WORDINGS["en"].say
    rows = [(f.line, f.column, f.rule, say(f.message), say(f.hint) if f.hint else "") for f in found]
    assert rows == PLANTED
    assert len({(rule, words) for _, _, rule, words, _ in PLANTED}) >= 30


def test_each_is_shown_with_the_line_itself_and_said_in_chinese(found: list[Finding]) -> None:
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    for finding in found:
        assert finding.line is not None
        assert finding.source == lines[finding.line - 1]
        assert finding.message.pattern in PHRASES
        assert finding.hint is None or finding.hint.pattern in PHRASES


def test_two_mistakes_of_one_value_are_both_reported(found: list[Finding]) -> None:
    twice = {finding.rule for finding in found if (finding.line, finding.column) == (53, 73)}
    assert twice == {"rating-without-evidence", "single-threaded"}
