"""Standing with the people who decide (D1)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.plan.power_map import PowerMap
from kamgen.scoring.relationship import score_relationship
from kamgen.scoring.score import Relationship
from tests.scoring.plans import TODAY


def relationship(*people: dict[str, Any], as_of: date = TODAY) -> Relationship:
    named = [{"id": f"person-{number}", **person} for number, person in enumerate(people)]
    return score_relationship(PowerMap.model_validate({"people": named}), as_of)


def met(day: str, every_days: int | None = None) -> dict[str, Any]:
    return {"covered_by": "lin-yue", "contact": {"last": day, "every_days": every_days}}


def test_the_whole_score_by_hand() -> None:
    found = relationship(
        {"role": "economic", "influence": 5, "support": 1, **met("2026-04-20", 30)},
        {"role": "technical", "influence": 3, "support": -1, **met("2026-01-01", 30)},
        {"role": "user", "influence": 2, "support": 2},
    )
    # (5·1 − 3·1 + 2·2) / (2·10) = 30 %; 5 of 10 covered; economic and user of four roles; 5 against 4: over half.
    assert found.support_index == 30
    assert found.coverage == Decimal("0.5")
    assert found.roles == {"economic": "supported", "technical": "opposed", "user": "supported", "coach": "missing"}
    assert found.role_completeness == 50
    assert (found.single_threaded, found.carried_by) == (True, "person-0")
    # 50·65 + 25·50 + 15·50 + 10·0 = 3250 + 1250 + 750
    assert (found.score, found.known) == (Decimal("52.5"), 1)


def test_all_for_us_and_met_is_100_and_all_against_us_and_never_met_is_0() -> None:
    friends = [{"role": role, "influence": 4, "support": 2, **met("2026-05-01")} for role in ("economic", "technical")]
    friends += [{"role": role, "influence": 4, "support": 2, **met("2026-05-01")} for role in ("user", "coach")]
    assert relationship(*friends).score == 100
    foes = [{"role": role, "influence": 4, "support": -2} for role in ("economic", "technical", "user", "coach")]
    assert relationship(*foes).score == 0


def test_without_people_everything_is_unknown() -> None:
    found = relationship()
    assert (found.score, found.known, found.support_index, found.coverage) == (None, 0, None, None)
    assert (found.role_completeness, found.single_threaded, found.carried_by) == (None, None, None)
    assert set(found.roles.values()) == {"missing"}


def test_people_who_are_wanted_but_not_found_do_not_count() -> None:
    wanted = {"wanted": True, "role": "economic", "influence": 5, "support": 2, **met("2026-05-01")}
    assert relationship(wanted) == relationship()
    assert relationship(wanted, {"influence": 2, "support": 0}).support_index == 0


def test_someone_without_any_rating_makes_nothing_known() -> None:
    assert relationship({"name": "J. Doe"}).score is None


def test_who_lacks_influence_or_support_is_left_out_of_the_support_index() -> None:
    found = relationship({"influence": 4, "support": 1}, {"influence": 5}, {"support": -2})
    assert found.support_index == 50


@pytest.mark.parametrize(
    ("person", "covered"),
    [
        (met("2026-04-06", 30), True),
        (met("2026-04-05", 30), False),
        (met("2026-02-05"), True),  # 90 days without an agreed cadence
        (met("2026-02-04"), False),
        (met("2026-05-07"), False),  # has not happened yet
        ({"contact": {"last": "2026-05-01"}}, False),  # nobody looks after the person
        ({"covered_by": "lin-yue"}, False),
        ({"covered_by": "lin-yue", "contact": {"every_days": 30}}, False),
    ],
)
def test_covered_is_who_has_an_owner_and_a_contact_inside_the_cadence(person: dict[str, Any], covered: bool) -> None:
    assert relationship({"influence": 3, **person}).coverage == (1 if covered else 0)


@pytest.mark.parametrize(
    ("supports", "state"),
    [
        ([2], "supported"),
        ([0], "supported"),
        ([-1], "opposed"),
        ([None], "unrated"),
        ([-2, 1], "supported"),
        ([-2, None], "unrated"),
        ([-2, -1], "opposed"),
        ([], "missing"),
    ],
)
def test_a_role_is_held_by_whoever_is_not_against_us(supports: list[int | None], state: str) -> None:
    assert relationship(*({"role": "coach", "support": support} for support in supports)).roles["coach"] == state


def test_a_role_that_is_known_but_not_rated_counts_as_known() -> None:
    assert relationship({"role": "technical"}).role_completeness == 25


def test_exactly_half_of_the_support_is_not_single_threaded() -> None:
    found = relationship({"influence": 2, "support": 2}, {"influence": 4, "support": 1})
    assert (found.single_threaded, found.carried_by) == (False, None)


def test_where_nobody_is_for_us_no_one_carries_it() -> None:
    assert relationship({"influence": 5, "support": -1}).single_threaded is None


ratings = st.fixed_dictionaries(
    {
        "influence": st.one_of(st.none(), st.integers(1, 5)),
        "support": st.one_of(st.none(), st.integers(-2, 2)),
        "role": st.sampled_from([None, "economic", "technical", "user", "coach"]),
        "wanted": st.sampled_from(["true", "false"]),
        "covered_by": st.sampled_from([None, "lin-yue"]),
        "contact": st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2026, 12, 31)).map(lambda day: {"last": day})),
    }
)


@given(st.lists(ratings, max_size=8))
def test_every_figure_is_in_its_range(people: list[dict[str, Any]]) -> None:
    found = relationship(*people)
    for value, low, high in (
        (found.score, 0, 100),
        (found.known, 0, 1),
        (found.support_index, -100, 100),
        (found.coverage, 0, 1),
        (found.role_completeness, 0, 100),
    ):
        assert value is None or low <= value <= high
    assert (found.score is None) == (found.known == 0)


@given(st.lists(ratings, min_size=1, max_size=8), st.data())
def test_more_support_never_lowers_the_support_index(people: list[dict[str, Any]], data: st.DataObject) -> None:
    before = relationship(*people).support_index
    warmer = data.draw(st.integers(0, len(people) - 1))
    support = people[warmer]["support"]
    if support is None or support == 2:
        return
    people[warmer] = {**people[warmer], "support": support + 1}
    after = relationship(*people).support_index
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@given(st.lists(ratings, max_size=6), st.randoms())
def test_the_order_of_people_never_matters(people: list[dict[str, Any]], random: Any) -> None:
    named = [{"id": f"person-{number}", **person} for number, person in enumerate(people)]
    shuffled = list(named)
    random.shuffle(shuffled)
    assert relationship(*shuffled) == relationship(*named)
