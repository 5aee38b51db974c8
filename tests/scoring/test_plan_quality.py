"""Plan quality: completeness, freshness and findings, by hand and in range."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.explanations.plan_quality import explain_plan_quality
from kamgen.scoring.plan_quality import (
    SECTION_WEIGHTS,
    finding_points,
    plan_completeness,
    plan_entries,
    plan_freshness,
    plan_sections,
    score_plan_quality,
)
from tests.any_plan import ANY_PLAN, AS_OF, with_own_ids
from tests.scoring.plans import TODAY, plan, settings

PERSON = {"influence": 3, "support": 1, "covered_by": "lin-yue"}
COMPLETE: dict[str, Any] = {
    "reviewed": {"date": "2026-05-06"},
    "profile": {"facts": [{"text": "Opens six stores"}], "needs": [{"id": "need", "text": "Fewer write-offs"}]},
    "value": {"wallet": [{"year": 2025, "amount": 1000}]},
    "goals": {
        "objective": "Partner",
        "goals": [{"id": "goal", "text": "Sales", "target": 10}],
        "strategies": [
            {
                "id": "strategy",
                "text": "Dairy first",
                "serves": ["goal"],
                "measures": [{"id": "measure", "text": "Share"}],
            }
        ],
    },
    "power_map": {
        "people": [{"id": role, "role": role, **PERSON} for role in ("economic", "technical", "user", "coach")]
    },
    "success_plan": {"assessment": [{"dimension": "Trust"}], "outcomes": [{"id": "outcome", "text": "Less waste"}]},
    "opportunities": [{"id": "deal", "name": "Deal", "next_step": {"text": "Send the offer"}}],
    "joint_plan": {
        "initiatives": [{"id": "initiative", "text": "Pilot"}],
        "commitments": [{"id": "promise", "by": "us", "text": "Deliver weekly"}],
    },
    "service": {
        "surveys": [{"date": "2026-05-01", "satisfied": 1}],
        "bindings": [{"kind": "level", "text": "Directors meet"}],
    },
}


def shares(account: Account) -> dict[str, Decimal]:
    return {section.name: section.share for section in plan_sections(account, TODAY)}


def test_the_weights_of_the_sections_add_up_to_a_hundred() -> None:
    assert sum(SECTION_WEIGHTS.values()) == 100


def test_a_plan_that_has_everything_and_was_just_reviewed_is_perfect() -> None:
    found = score_plan_quality(plan(**COMPLETE), settings(), TODAY, 0, 0)
    assert (found.score, found.known) == (100, 1)
    assert (found.completeness, found.freshness, found.findings) == (100, 100, 100)


def test_an_empty_plan_has_nothing_but_no_findings() -> None:
    found = score_plan_quality(plan(), settings(), TODAY, 0, 0)
    # Completeness 0 weighs 50 and findings 100 weigh 30; nobody has reviewed it, so 20 of 100 are not known.
    assert (found.completeness, found.freshness, found.findings) == (0, None, 100)
    assert (found.score, found.known) == (Decimal("37.5"), Decimal("0.8"))


def test_the_parts_are_weighed_as_the_settings_say() -> None:
    reviewed_long_ago = plan(**{**COMPLETE, "reviewed": {"date": "2025-05-06"}})
    weights = {"completeness": 1, "freshness": 3, "findings": 0}
    own = settings(scoring={"plan_quality": {"weights": weights}})
    assert score_plan_quality(reviewed_long_ago, own, TODAY, 0, 9).score == 25


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({"profile": {"needs": COMPLETE["profile"]["needs"]}}, {"profile": "0.5"}),
        ({"goals": {"objective": "Partner"}}, {"goals": "0.25"}),
        ({"goals": {"goals": [{"id": "goal", "text": "Sales"}]}}, {"goals": "0"}),  # no target
        ({"power_map": {"people": [{"id": "a", "role": "coach"}]}}, {"power-map": "0.125"}),
        ({"power_map": {"people": [{"id": "a", "role": "coach", "wanted": True}]}}, {"power-map": "0"}),
        ({"opportunities": [{"id": "deal", "name": "Deal"}]}, {"opportunities": "0.5"}),
        ({"opportunities": [{"id": "deal", "name": "Deal", "created": "2026-05-07"}]}, {"opportunities": "0"}),
        ({"service": {"surveys": [{"date": "2026-05-07", "neutral": 1}]}}, {"service": "0"}),
        ({"value": {"purchases": [{"date": "2026-05-06", "amount": 1}]}}, {"value": "1"}),
        ({"value": {"purchases": [{"date": "2026-05-07", "amount": 1}]}}, {"value": "0"}),
    ],
)
def test_a_section_counts_for_what_of_it_is_there(sections: dict[str, Any], expected: dict[str, str]) -> None:
    found = shares(plan(**sections))
    assert {name: found[name] for name in expected} == {name: Decimal(share) for name, share in expected.items()}
    assert sum(found.values()) == sum(map(Decimal, expected.values()))


def test_a_prospect_is_not_asked_for_what_only_customers_have() -> None:
    prospect = {key: COMPLETE[key] for key in ("profile", "value", "goals", "power_map", "opportunities")}
    assert plan_completeness(plan(**prospect, status="prospect"), TODAY) == 100
    assert plan_completeness(plan(**prospect), TODAY) == 80


def test_a_group_is_not_asked_for_purchases_of_its_own() -> None:
    without_value = {key: value for key, value in COMPLETE.items() if key != "value"}
    assert plan_completeness(plan(**without_value, type="group"), TODAY) == 100
    assert plan_completeness(plan(**without_value), TODAY) == 85


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-05-06", 100),
        ("2026-04-06", 100),  # 30 days ago
        ("2026-01-21", 50),  # 105 days ago, half way from 30 to 180
        ("2025-11-07", 0),  # 180 days ago
        ("2024-01-01", 0),
        ("2026-05-07", None),  # not held yet
    ],
)
def test_freshness_falls_from_the_thirtieth_day_to_the_hundred_and_eightieth(day: str, expected: int | None) -> None:
    assert plan_freshness(plan(reviewed={"date": day}), TODAY) == expected


@pytest.mark.parametrize(
    ("errors", "warnings", "entries", "expected"),
    [
        (0, 0, 0, 100),
        (0, 1, 0, 75),  # a small plan counts as 20 entries
        (0, 3, 100, 85),
        (1, 0, 100, 75),  # an error is five warnings
        (0, 20, 100, 0),
        (9, 99, 100, 0),
    ],
)
def test_findings_are_held_against_the_size_of_the_plan(
    errors: int, warnings: int, entries: int, expected: int
) -> None:
    assert finding_points(errors, warnings, entries) == expected


def test_the_size_of_a_plan_is_what_it_lists_without_its_purchases() -> None:
    assert plan_entries(plan(**COMPLETE)) == 1 + 1 + 1 + 1 + 1 + 1 + 4 + 1 + 1 + 1 + 1 + 1 + 1 + 1
    assert plan_entries(plan(value={"purchases": [{"date": "2026-05-06", "amount": 1}]})) == 0


counts = st.integers(0, 200)


@given(counts, counts, counts, counts, st.integers(0, 500))
def test_more_findings_never_raise_it(
    errors: int, warnings: int, more_errors: int, more_warnings: int, entries: int
) -> None:
    few = finding_points(errors, warnings, entries)
    many = finding_points(errors + more_errors, warnings + more_warnings, entries)
    assert 0 <= many <= few <= 100


@effort(max_examples=60, deadline=None)
@given(ANY_PLAN.map(with_own_ids), st.sampled_from(AS_OF), counts)
def test_it_stays_in_range_for_any_plan(typed: dict[str, Any], as_of: Any, warnings: int) -> None:
    found = score_plan_quality(Account.model_validate(typed), settings(), as_of, 0, warnings)
    for value in (found.score, found.completeness, found.freshness, found.findings):
        assert value is None or 0 <= value <= 100


@effort(max_examples=80, deadline=None)
@given(ANY_PLAN.map(with_own_ids), st.sampled_from(sorted(set(COMPLETE) - {"reviewed"})))
def test_writing_more_never_lowers_the_completeness(typed: dict[str, Any], section: str) -> None:
    account, complete = Account.model_validate(typed), plan(**COMPLETE)
    more = account.model_copy(update={section: _joined(getattr(account, section), getattr(complete, section))})
    assert plan_completeness(more, TODAY) >= plan_completeness(account, TODAY)


@pytest.mark.parametrize("sections", [{}, COMPLETE, {**COMPLETE, "reviewed": {"date": "2026-01-21"}, "type": "group"}])
def test_the_explanation_adds_up(sections: dict[str, Any]) -> None:
    account = plan(**sections)
    quality = score_plan_quality(account, settings(), TODAY, 1, 2)
    reason = explain_plan_quality(evaluate(account, settings(), TODAY), quality, 1, 2)
    for whole in (reason, reason.children[0]):
        added = [child.contribution for child in whole.children if child.contribution is not None]
        assert round(sum(added, Decimal(0)) - (Decimal(str(whole.value))), 9) == 0
    assert all((child.points is None) == (child.missing is not None) for child in reason.children)


def _joined(section: Any, added: Any) -> Any:
    """Return a section with everything of another one added, list by list."""
    if isinstance(section, tuple):
        return section + added
    update = {
        name: getattr(section, name) + value if isinstance(value, tuple) else getattr(section, name) or value
        for name in type(section).model_fields
        for value in (getattr(added, name),)
    }
    return section.model_copy(update=update)
