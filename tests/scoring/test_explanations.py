"""Explanations add up: what every figure contributes comes to the figure that it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.explanation import Reason, plan_source
from kamgen.scoring.explanations.account import AccountReasons, explain_account
from kamgen.scoring.explanations.metric_evidence import evidence_of
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.plan_quality import score_plan_quality
from kamgen.wording.phrase import Phrase, phrase
from tests.conftest import REPOSITORY
from tests.scoring.plans import TODAY, plan, settings
from tests.scoring.test_any_plan import any_plan
from tests.workspaces import read_workspace

NOTHING = Decimal("1e-15")


def explained(account: Account, given: Settings, as_of: date = TODAY) -> AccountReasons:
    evaluation = evaluate(account, given, as_of)
    scores = score_account("acme", account, given, as_of)
    return explain_account(evaluation, scores, score_plan_quality(account, given, as_of, 1, 2), (1, 2))


def trees(reasons: AccountReasons) -> tuple[Reason, ...]:
    return (
        reasons.key_account,
        reasons.relationship,
        reasons.health,
        reasons.lifetime_value,
        reasons.forecast,
        reasons.plan_quality,
    )


def every(reason: Reason) -> Iterator[Reason]:
    yield reason
    for child in reason.children:
        yield from every(child)


def part(reason: Reason, **wanted: Any) -> Reason:
    """Return the one figure with these attributes."""
    (found,) = [one for one in every(reason) if all(getattr(one, name) == value for name, value in wanted.items())]
    return found


def labelled(reason: Reason, name: str) -> Reason:
    return part(reason, label=phrase("{name}", name=name))


def assert_adds_up(reason: Reason) -> None:
    added = [child.contribution for child in reason.children if child.contribution is not None]
    if added and isinstance(reason.value, Decimal):
        size = max(map(abs, [*added, reason.value, Decimal(1)]))
        assert abs(sum(added, Decimal(0)) - reason.value) <= NOTHING * size


@given(any_plan, st.sampled_from(["0", "15", "100"]))
def test_contributions_add_up_whatever_the_plan_says(account: Account, risk_penalty: str) -> None:
    given = settings(rates={"EUR": "1.08"}, scoring={"health": {"risk_penalty": risk_penalty}})
    for tree in trees(explained(account, given)):
        for reason in every(tree):
            assert_adds_up(reason)


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2025, 11, 1), date(2026, 5, 6), date(2027, 3, 1)])
def test_contributions_add_up_in_the_sample_workspace(day: date) -> None:
    workspace = read_workspace(REPOSITORY)
    for file in workspace.plans:
        assert file.account is not None
        for tree in trees(explained(file.account, workspace.settings, day)):
            for reason in every(tree):
                assert_adds_up(reason)


def test_every_known_score_has_known_parts_and_the_same_value() -> None:
    workspace = read_workspace(REPOSITORY)
    account = next(file.account for file in workspace.plans if file.id == "save-a-lot")
    assert account is not None
    scores = score_account("save-a-lot", account, workspace.settings, TODAY)
    reasons = explained(account, workspace.settings)
    assert reasons.key_account.value == scores.key_account.score
    assert reasons.relationship.value == scores.relationship.score
    assert reasons.health.value == scores.health.score
    assert reasons.forecast.value == scores.forecast.weighted
    for tree in trees(reasons):
        assert any(child.contribution is not None for child in tree.children)


def test_points_weight_and_contribution_are_those_of_the_formula() -> None:
    given = settings(
        scoring={
            "criteria": [
                {"id": "kind", "field": "type", "points": {"strategic": 100}, "weight": 1},
                {"id": "food", "tag": "food", "points": 40, "weight": 3},
                {"id": "wallet", "metric": "share-of-wallet", "line": [[0, 0], [1, 100]], "weight": 6},
            ]
        }
    )
    tree = explained(plan(type="strategic", tags=["food"]), given).key_account
    kind, food, wallet = (part(tree, criterion=name) for name in ("kind", "food", "wallet"))
    # 100 · 1 / 4 and 40 · 3 / 4; the wallet's weight is not among the known.
    assert (kind.contribution, food.contribution, wallet.contribution) == (25, 30, None)
    assert (tree.value, tree.known) == (55, Decimal("0.4"))
    assert (wallet.points, wallet.weight) == (None, 6)


@pytest.mark.parametrize("day", [date(2024, 1, 1), TODAY])
def test_what_is_weighted_and_not_known_says_what_would_make_it_known(day: date) -> None:
    accounts = [plan(), *(file.account for file in read_workspace(REPOSITORY).plans if file.account is not None)]
    given = read_workspace(REPOSITORY).settings
    for account in accounts:
        for tree in trees(explained(account, given, day)):
            for reason in every(tree):
                if reason.weight is not None and reason.points is None:
                    assert reason.missing is not None, reason.label


def test_each_person_counts_in_the_support_index_with_influence_and_support() -> None:
    people = [
        {"id": "jana", "name": "Jana", "influence": 4, "support": 2},
        {"id": "karl", "name": "Karl", "influence": 1, "support": -1},
        {"id": "lena", "name": "Lena", "influence": 5},
        {"id": "wanted", "wanted": True, "role": "coach"},
    ]
    tree = explained(plan(power_map={"people": people}), settings()).relationship
    index = part(tree, metric="support-index")
    # (4·2 − 1) / (2·5) · 100 = 70
    assert index.value == 70
    assert [(one.contribution, one.weight) for one in index.children] == [(80, 4), (-10, 1), (None, 5)]
    assert index.children[2].missing == phrase("Rate the support")


def test_coverage_says_of_everybody_whether_they_are_covered_and_why_not() -> None:
    met = {"last": "2026-05-01", "every_days": 30}
    people = [
        {"id": "jana", "name": "Jana", "influence": 3, "covered_by": "lin", "contact": met},
        {"id": "karl", "name": "Karl", "influence": 1, "contact": met},
        {"id": "lena", "name": "Lena", "influence": 4, "covered_by": "lin", "contact": {"last": "2025-05-01"}},
    ]
    coverage = part(explained(plan(power_map={"people": people}), settings()).relationship, metric="coverage")
    assert [(one.value, one.contribution) for one in coverage.children] == [
        (True, Decimal("0.375")),
        (False, 0),
        (False, 0),
    ]
    jana, karl, lena = coverage.children
    assert jana.missing is None
    assert karl.missing == phrase("Give this person an owner")
    assert lena.missing == phrase("Meet them")
    assert lena.rule == phrase("met {days} days ago; no rhythm agreed, so {every} days count", days=370, every=90)


def test_the_risk_takes_off_what_there_is_and_no_more() -> None:
    risk = {"id": "r", "text": "They merge", "likelihood": 5, "impact": 5}
    survey = {"date": "2026-05-01", "dissatisfied": 1}
    account = plan(service={"surveys": [survey]}, risks=[risk])
    tree = explained(account, settings(scoring={"health": {"risk_penalty": 100}})).health
    assert tree.value == 0
    # The survey alone is known: 25 of 100; the risk would take off 100.
    assert part(tree, metric="risk-exposure").contribution == -25


def test_an_opportunity_says_where_its_probability_comes_from() -> None:
    given = settings(
        rates={"EUR": "1.5"},
        processes={"tender": {"stages": [{"id": "need", "probability": "0.1"}, {"id": "offer", "probability": "0.4"}]}},
    )
    opportunities = [
        {"id": "a", "name": "A", "amount": 1000, "process": "tender", "stage": "offer"},
        {"id": "b", "name": "B", "amount": 1000, "currency": "EUR", "probability": "0.5"},
        {"id": "c", "name": "C", "amount": 1000},
        {"id": "d", "name": "D", "status": "won", "amount": 1000},
    ]
    tree = explained(plan(opportunities=opportunities), given).forecast
    a, b, c = (labelled(tree, name) for name in "ABC")
    assert (a.contribution, b.contribution, c.contribution) == (400, 750, None)
    assert a.rule_source is not None
    assert a.rule_source.path == ("processes", "tender", "stages", 1, "probability")
    assert b.rule_source is not None
    assert (b.rule_source.of, b.rule_source.path) == ("plan", ("opportunities", 1, "probability"))
    assert c.missing == phrase("Add its process and stage, or a probability")
    assert not [one for one in every(tree) if one.label == phrase("{name}", name="D")]


def gap_of(*opportunities: dict[str, Any], actual: int = 600, **value: Any) -> Reason:
    """Return the gap to a revenue of 1,000 USD, explained."""
    account = plan(
        opportunities=[{"id": f"deal-{n}", "name": f"Deal {n}", **deal} for n, deal in enumerate(opportunities)],
        goals={"goals": [{"id": "revenue", "text": "Revenue", "unit": "USD", "target": 1000, "actual": actual}]},
        value=value,
    )
    return part(explained(account, settings(rates={"EUR": "1.10"})).forecast, label=phrase("Gap"))


def test_the_gap_says_what_covers_it_and_what_stays_open() -> None:
    gap = gap_of(
        {"amount": 100, "probability": "0.5", "product": "dairy"},
        {"amount": 300, "probability": "0.4", "currency": "EUR"},
        {"amount": 80},
        white_space=[
            {"product": "grains", "potential": 70},
            {"product": "dairy", "potential": 250, "current": 50},
        ],
    )
    # 1000 − 600 = 400 to win; 300 · 1.10 · 0.4 = 132 and 100 · 0.5 = 50 leave 218; of the 200 of dairy, 100 are a deal.
    assert gap.value == 218
    assert [(one.label, one.value, one.currency) for one in gap.children] == [
        (phrase("Still to win"), 400, ""),
        (phrase("{name}", name="Deal 1"), 132, ""),
        (phrase("{name}", name="Deal 0"), 50, ""),
        (phrase("White space"), 100, ""),
        (phrase("Stays open"), 118, ""),
    ]
    _, deal, _, space, rest = gap.children
    assert deal.rule == phrase("{amount} × {chance}, its own probability", amount="300 EUR × 1.1", chance="40%")
    assert [source.path for source in deal.sources] == [("opportunities", 1, "amount")]
    assert deal.rule_source == plan_source("opportunities", 1, "probability")
    dairy, grains = space.children
    assert (dairy.contribution, dairy.sources) == (100, (plan_source("value", "white_space", 1),))
    assert (grains.contribution, grains.sources) == (None, (plan_source("value", "white_space", 0),))
    assert grains.missing == phrase("Add potential and current to value.white_space")
    assert rest.rule == phrase("{gap} − {space}, never below 0", gap="218", space="100")


@pytest.mark.parametrize(
    ("deal", "missing"),
    [
        ({}, phrase("Add amounts to the open opportunities for this product")),
        ({"amount": 50, "currency": "CHF"}, phrase("Add a rate for {currency} to the settings", currency="CHF")),
    ],
)
def test_white_space_behind_an_unknown_amount_says_what_lacks(deal: dict[str, Any], missing: Phrase) -> None:
    space = {"product": "dairy", "potential": 250, "current": 50}
    gap = gap_of({"product": "dairy", "probability": "0.5", **deal}, white_space=[space])
    assert labelled(gap, "dairy").missing == missing
    assert part(gap, label=phrase("White space")).value is None
    assert gap.children[-1].value == 400


def test_a_gap_without_white_space_asks_for_it() -> None:
    beyond = part(gap_of(), label=phrase("White space"))
    assert (beyond.value, beyond.children) == (None, ())
    assert beyond.missing == phrase("Add potential and current to value.white_space")


def test_white_space_is_not_asked_for_where_opportunities_leave_no_gap() -> None:
    gap = gap_of({"amount": 1000, "probability": "0.5"})
    assert [(one.label, one.value) for one in gap.children] == [
        (phrase("Still to win"), 400),
        (phrase("{name}", name="Deal 0"), 500),
        (phrase("Stays open"), 0),
    ]


def test_a_target_that_is_reached_needs_no_cover() -> None:
    gap = gap_of({"amount": 100, "probability": "0.5"}, actual=1100)
    assert (gap.value, gap.children) == (0, ())


def test_assumptions_of_the_lifetime_value_say_where_they_are_made() -> None:
    value = {"purchases": [{"date": "2026-04-01", "amount": 100}], "lifetime": {"retention": "0.9"}}
    tree = explained(plan(value=value), settings()).lifetime_value
    retention = part(tree, label=phrase("Retention a year"))
    margin = part(tree, label=phrase("Margin, assumed"))
    assert (retention.value, retention.sources[0].of) == (Decimal("0.9"), "plan")
    assert (margin.value, margin.sources[0].of) == (Decimal("0.25"), "settings")


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_says_what_would_make_it_known(name: str) -> None:
    account = plan()
    evaluation = evaluate(account, settings(), TODAY)
    assert METRICS[name].compute(evaluation) is not None or evidence_of(name, evaluation).missing is not None


@pytest.mark.parametrize("name", METRICS)
def test_evidence_of_a_metric_that_adds_up_comes_to_the_metric(name: str) -> None:
    workspace = read_workspace(REPOSITORY)
    for file in workspace.plans:
        assert file.account is not None
        evaluation = evaluate(file.account, workspace.settings, TODAY)
        value = METRICS[name].compute(evaluation)
        added = [one.contribution for one in evidence_of(name, evaluation).children if one.contribution is not None]
        if added and isinstance(value, Decimal):
            assert abs(sum(added, Decimal(0)) - value) < Decimal("1e-12")
