"""Losses by reason, of one account and of many."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.losses import Losses, LossesByReason, losses_last_12_months, roll_up_losses, score_losses
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import TODAY, plan, settings

RATES = {"rates": {"EUR": "1.5"}}


def loss(day: str, amount: Any = None, reason: str | None = None, **keys: Any) -> dict[str, Any]:
    return {"date": day, "what": "An order", "amount": amount, "reason": reason, **keys}


def losing(*losses: dict[str, Any], **value: Any) -> Account:
    return plan(service={"losses": list(losses)}, value=value)


def scored(*losses: dict[str, Any], **value: Any) -> Losses:
    return score_losses(losing(*losses, **value), settings(**RATES), TODAY)


LOST = (
    loss("2026-04-01", 100, "price", fix="A new price list"),
    loss("2026-02-01", 40, "price"),
    loss("2025-05-07", 200, "quality", currency="EUR"),  # 300
    loss("2025-05-06", 50, "price"),  # twelve months ago to the day: not of the last twelve
    loss("2026-03-01", None, "service"),
    loss("2026-03-02", 10),
    loss("2026-05-07", 999, "price"),  # to come
)


def test_losses_are_told_by_reason_the_costliest_first() -> None:
    found = scored(*LOST)
    assert found.recent_by_reason == (
        LossesByReason("quality", 1, Decimal("300.0"), 0, 1),
        LossesByReason("price", 2, Decimal(140), 0, 1),
        LossesByReason("service", 1, None, 1, 1),
        LossesByReason(None, 1, Decimal(10), 0, 1),
    )
    assert [(total.reason, total.count, total.amount) for total in found.by_reason] == [
        ("quality", 1, 300),
        ("price", 3, 190),
        ("service", 1, None),
        (None, 1, 10),
    ]


def test_the_last_twelve_months_add_up_what_has_an_amount() -> None:
    found = scored(*LOST)
    assert found.recent_amount == 450
    assert (len(found.all), len(found.recent)) == (6, 5)
    assert [str(open_one.loss.date) for open_one in found.without_fix] == [
        "2026-03-02",
        "2026-03-01",
        "2026-02-01",
        "2025-05-07",
        "2025-05-06",
    ]


def test_a_loss_without_an_exchange_rate_is_counted_and_adds_nothing() -> None:
    found = scored(loss("2026-04-01", 100, "price"), currency="SEK")
    assert found.by_reason == (LossesByReason("price", 1, None, 1, 1),)
    assert found.recent_amount is None


def test_no_losses_of_late_are_nothing_lost_and_none_written_down_are_unknown() -> None:
    assert scored(loss("2024-01-01", 100)).recent_amount == 0
    assert scored().recent_amount is None
    assert scored(loss("2026-05-07", 100)).recent_amount is None
    assert scored(loss("2026-01-01")).recent_amount is None


def test_causes_are_rolled_up_over_accounts() -> None:
    found = roll_up_losses(
        {
            "south": scored(loss("2026-01-01", 30, "price"), loss("2026-02-01", 500, "rival", fix="Visits")).all,
            "north": scored(loss("2026-03-01", 200, "price")).all,
            "west": scored(loss("2026-03-01", 200, "price")).recent,
            "east": (),
        }
    )
    assert [(rolled.total.reason, rolled.total.amount, rolled.accounts) for rolled in found] == [
        ("rival", 500, ("south",)),
        ("price", 430, ("north", "south", "west")),
    ]
    assert [account_id for account_id, _ in found[1].losses] == ["north", "west", "south"]
    assert [rolled.total.without_fix for rolled in found] == [0, 3]


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in scored().assumptions)


any_losses = st.lists(
    st.builds(
        loss,
        st.dates(TODAY.replace(year=2024), TODAY.replace(year=2027)).map(str),
        st.one_of(st.none(), st.integers(0, 1000)),
        st.sampled_from([None, "price", "rival"]),
    ),
    max_size=6,
)


@given(any_losses)
def test_reasons_add_up_to_all_and_the_roll_up_to_the_same(losses: list[dict[str, Any]]) -> None:
    found = scored(*losses)
    assert sum(total.count for total in found.by_reason) == len(found.all)
    assert tuple(rolled.total for rolled in roll_up_losses({"a": found.all})) == found.by_reason
    recent = [total.amount for total in found.recent_by_reason if total.amount is not None]
    assert sum(recent) == (found.recent_amount or 0)


@given(any_losses)
def test_converting_before_or_after_adding_is_the_same(losses: list[dict[str, Any]]) -> None:
    in_euro = losses_last_12_months(losing(*losses, currency="EUR"), settings(**RATES), TODAY)
    plain = losses_last_12_months(losing(*losses), settings(**RATES), TODAY)
    assert in_euro == (None if plain is None else plain * Decimal("1.5"))
