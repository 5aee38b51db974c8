"""No plan that validates makes scoring fail, and no score leaves its range."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.score import AccountScores
from tests.scoring import plans

days = st.dates(date(2023, 1, 1), date(2027, 12, 31)).map(str)
maybe_day = st.one_of(st.none(), days)
amounts = st.decimals(-10_000, 100_000, places=2).map(str)
positive = st.one_of(st.none(), st.integers(0, 100_000))
rating = st.one_of(st.none(), st.integers(1, 5))
currency = st.sampled_from([None, "USD", "EUR", "SEK"])


def rows(**fields: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of a section, each with an id of its own."""
    return st.lists(st.fixed_dictionaries(fields), max_size=4).map(
        lambda found: [{"id": f"row-{number}", **row} for number, row in enumerate(found)]
    )


def without_ids(strategy: st.SearchStrategy[list[dict[str, Any]]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return strategy.map(lambda found: [{key: row[key] for key in row if key != "id"} for row in found])


any_plan = st.fixed_dictionaries(
    {
        "type": st.sampled_from([None, "strategic", "group"]),
        "tags": st.lists(st.sampled_from(["food", "export"]), unique=True),
        "profile": st.fixed_dictionaries({"since": maybe_day}),
        "value": st.fixed_dictionaries(
            {
                "currency": currency,
                "purchases": without_ids(rows(date=days, amount=amounts, margin=st.one_of(st.none(), amounts))),
                "wallet": without_ids(rows(year=st.integers(2022, 2028), amount=st.integers(0, 1000))),
                "white_space": without_ids(rows(product=st.just("dairy"), potential=positive, current=positive)),
            }
        ),
        "goals": st.fixed_dictionaries(
            {
                "goals": rows(
                    text=st.just("Goal"),
                    unit=st.sampled_from([None, "USD", "EUR", "%"]),
                    baseline=st.one_of(st.none(), amounts),
                    target=st.one_of(st.none(), amounts),
                    actual=st.one_of(st.none(), amounts),
                    start=maybe_day,
                    due=maybe_day,
                )
            }
        ),
        "power_map": st.fixed_dictionaries(
            {
                "people": rows(
                    wanted=st.booleans(),
                    influence=rating,
                    support=st.one_of(st.none(), st.integers(-2, 2)),
                    role=st.sampled_from([None, "economic", "coach"]),
                    covered_by=st.sampled_from([None, "lin-yue"]),
                    contact=st.fixed_dictionaries({"last": maybe_day}),
                )
            }
        ),
        "opportunities": rows(
            name=st.just("Deal"),
            amount=positive,
            currency=currency,
            probability=st.sampled_from([None, "0", "0.5", "1"]),
            created=maybe_day,
            status=st.sampled_from(["open", "won", "lost"]),
        ),
        "service": st.fixed_dictionaries(
            {
                "surveys": without_ids(rows(date=days, satisfied=st.integers(0, 3), dissatisfied=st.integers(0, 3))),
                "requests": rows(text=st.just("Request"), raised=maybe_day, due=maybe_day, closed=maybe_day),
            }
        ),
        "risks": rows(
            text=st.just("Risk"), likelihood=rating, impact=rating, status=st.sampled_from(["open", "closed"])
        ),
    }
).map(lambda sections: plans.plan(**sections))

SETTINGS = plans.settings(rates={"EUR": "1.08"})


def check_ranges(scores: AccountScores) -> None:
    for value in (
        scores.key_account.score,
        scores.key_account.attractiveness,
        scores.key_account.strength,
        scores.relationship.score,
        scores.health.score,
        *(part.value for part in scores.health.parts),
        *(criterion.points for criterion in scores.key_account.criteria),
    ):
        assert value is None or 0 <= value <= 100
    for share in (scores.key_account.known, scores.relationship.known, scores.health.known):
        assert 0 <= share <= 1
    for metric in scores.metrics.values():
        assert not isinstance(metric, Decimal) or metric.is_finite()


@settings(max_examples=60)
@given(st.lists(any_plan, max_size=4))
def test_every_portfolio_can_be_scored(accounts: list[Account]) -> None:
    scores = {
        f"account-{number}": score_account(f"account-{number}", account, SETTINGS, plans.TODAY)
        for number, account in enumerate(accounts)
    }
    for score in scores.values():
        check_ranges(score)
    portfolio = score_portfolio(scores, SETTINGS)
    ranks = sorted(place.rank for place in portfolio.placements.values() if place.rank is not None)
    assert ranks == list(range(1, len(accounts) - len(portfolio.unranked) + 1))


@settings(max_examples=60)
@given(any_plan)
def test_scores_of_one_plan_are_always_the_same(account: Account) -> None:
    assert score_account("a", account, SETTINGS, plans.TODAY) == score_account("a", account, SETTINGS, plans.TODAY)


@settings(max_examples=60)
@given(any_plan)
def test_what_is_dated_after_the_day_does_not_exist(account: Account) -> None:
    later = plans.plan(
        value={"purchases": [{"date": "2026-05-07", "amount": 77}]},
        service={
            "surveys": [{"date": "2026-05-07", "very_satisfied": 9}],
            "referrals": [{"to": "X", "date": "2026-06-01"}],
        },
    )
    service, value = account.service, account.value
    more = account.model_copy(
        update={
            "value": value.model_copy(update={"purchases": value.purchases + later.value.purchases}),
            "service": service.model_copy(
                update={"surveys": service.surveys + later.service.surveys, "referrals": later.service.referrals}
            ),
        }
    )
    assert score_account("a", more, SETTINGS, plans.TODAY) == score_account("a", account, SETTINGS, plans.TODAY)
