"""From owner to owner."""

from typing import Any

import pytest

from kamgen.plan.account import Account
from kamgen.scoring.handover import last_handover, score_handovers
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import TODAY, plan

RATED = {"people": [{"id": "ceo", "name": "M. Roe", "support": 1}]}


def handed(*days: str, people: Any = RATED, **last: Any) -> Account:
    rows = [{"date": day, "from": f"owner-{index}", "to": f"owner-{index + 1}"} for index, day in enumerate(days)]
    rows[-1].update(last)
    return plan(handovers=rows, power_map=people)


def test_owners_are_told_from_first_to_last() -> None:
    owners = score_handovers(handed("2024-01-10", "2025-06-01"), TODAY).owners
    assert [(owner.owner, str(owner.since), str(owner.until)) for owner in owners] == [
        ("owner-0", "None", "2024-01-10"),
        ("owner-1", "2024-01-10", "2025-06-01"),
        ("owner-2", "2025-06-01", "None"),
    ]


def test_without_a_handover_the_owner_is_the_plans() -> None:
    found = score_handovers(plan(), TODAY)
    assert [owner.owner for owner in found.owners] == ["lin-yue"]
    assert (found.last, found.unconfirmed) == (None, None)


@pytest.mark.parametrize(
    ("reconfirmed", "waits"), [(None, True), ("2026-05-07", True), ("2026-05-06", False), ("2026-04-20", False)]
)
def test_ratings_wait_for_the_new_owner_until_they_are_confirmed(reconfirmed: str | None, waits: bool) -> None:
    found = score_handovers(handed("2026-04-06", reconfirmed=reconfirmed), TODAY)
    assert found.last is not None
    assert found.last.days == 30
    assert (found.unconfirmed is not None) == waits


@pytest.mark.parametrize(
    "person", [{"id": "ceo"}, {"id": "ceo", "influence": 5}, {"id": "ceo", "support": 1, "wanted": "yes"}]
)
def test_where_nobody_is_rated_there_is_nothing_to_confirm(person: dict[str, Any]) -> None:
    found = score_handovers(handed("2026-01-06", people={"people": [person]}), TODAY)
    assert (found.rated_people, found.unconfirmed) == (0, None)


def test_the_last_handover_up_to_the_day_counts_wherever_it_is_listed() -> None:
    handovers = handed("2026-04-01", "2026-05-07", "2026-04-01", "2025-01-01").handovers
    found = last_handover(handovers, TODAY)
    assert found is not None
    assert (found.index, found.days) == (2, 35)
    assert last_handover(handovers[1:2], TODAY) is None


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in score_handovers(plan(), TODAY).assumptions)
