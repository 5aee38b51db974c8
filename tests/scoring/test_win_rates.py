"""Win rates in all, by process, by stage and by owner (D2)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.account import Account
from kamgen.scoring.win_rates import WinRate, win_rate, win_rates, win_rates_by_owner
from tests.scoring.plans import TODAY, plan, settings

PROCESSES = settings(
    processes={
        "spot": {"stages": [{"id": "quote", "probability": "0.5"}]},
        "tender": {
            "stages": [
                {"id": "notice", "probability": "0.1"},
                {"id": "bid", "probability": "0.25"},
                {"id": "award", "probability": "0.9"},
            ]
        },
    }
).processes

decided = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["open", "won", "lost"]),
        "process": st.sampled_from([None, "spot", "tender", "gone"]),
        "stage": st.sampled_from([None, "quote", "notice", "bid", "award"]),
    }
)


def account(*deals: dict[str, Any], **keys: Any) -> Account:
    return plan(opportunities=[{"id": f"deal-{n}", "name": "Deal", **deal} for n, deal in enumerate(deals)], **keys)


def tender(status: str, stage: str | None = None, **keys: Any) -> dict[str, Any]:
    return {"process": "tender", "status": status, "stage": stage, **keys}


def test_the_win_rate_is_of_what_is_decided() -> None:
    four = account({"status": "won"}, {"status": "lost"}, {"status": "lost"}, {}, {"status": "lost"})
    assert win_rate(four.opportunities, TODAY) == Decimal("0.25")
    assert win_rate(account({}).opportunities, TODAY) is None


def test_rates_by_process_and_stage_by_hand() -> None:
    found = win_rates(
        account(
            tender("won", "award"),
            tender("lost", "award"),
            tender("lost", "bid"),
            tender("lost", "notice"),
            tender("won"),
            tender("open", "bid"),
            {"status": "won", "process": "gone", "stage": "bid"},
            {"status": "lost"},
        ).opportunities,
        PROCESSES,
        TODAY,
    )
    assert found.overall == WinRate(3, 7)
    in_tenders, without = found.processes
    assert (in_tenders.process, in_tenders.rate, in_tenders.rate.rate) == ("tender", WinRate(2, 5), Decimal("0.4"))
    # From a stage: what is decided there or later. The win that names no stage counts for the process alone.
    assert [(stage.stage, stage.rate) for stage in in_tenders.stages] == [
        ("notice", WinRate(1, 4)),
        ("bid", WinRate(1, 3)),
        ("award", WinRate(1, 2)),
    ]
    assert [stage.probability for stage in in_tenders.stages] == [Decimal("0.1"), Decimal("0.25"), Decimal("0.9")]
    assert (without.process, without.rate, without.stages) == (None, WinRate(1, 2), ())


def test_nothing_decided_is_unknown_and_no_process_is_named() -> None:
    found = win_rates(account(tender("open", "bid")).opportunities, PROCESSES, TODAY)
    assert (found.overall.rate, found.processes) == (None, ())


def test_an_opportunity_found_later_counts_nothing() -> None:
    assert win_rate(account(tender("won", created="2026-05-07")).opportunities, TODAY) is None


def test_an_owner_answers_for_the_opportunities_of_all_their_accounts() -> None:
    accounts = [
        account(tender("won", "bid"), owner="bo"),
        account(tender("lost", "bid"), owner="bo"),
        account(tender("won", "bid"), owner="ann"),
        account(owner="cy"),
    ]
    found = win_rates_by_owner(((one.owner, one.opportunities) for one in accounts), PROCESSES, TODAY)
    assert {owner: rates.overall for owner, rates in found.items()} == {
        "ann": WinRate(1, 1),
        "bo": WinRate(1, 2),
        "cy": WinRate(0, 0),
    }
    assert list(found) == ["ann", "bo", "cy"]


@given(st.lists(decided, max_size=12), st.randoms(use_true_random=False))
def test_processes_add_up_to_all_and_later_stages_hold_fewer(deals: list[dict[str, Any]], random: Any) -> None:
    found = win_rates(account(*deals).opportunities, PROCESSES, TODAY)
    assert sum(row.rate.decided for row in found.processes) == found.overall.decided
    assert sum(row.rate.won for row in found.processes) == found.overall.won
    for row in found.processes:
        counts = [stage.rate.decided for stage in row.stages]
        assert counts == sorted(counts, reverse=True)
        assert all(stage.rate.won <= stage.rate.decided <= row.rate.decided for stage in row.stages)
    assert win_rates(account(*random.sample(deals, len(deals))).opportunities, PROCESSES, TODAY) == found
