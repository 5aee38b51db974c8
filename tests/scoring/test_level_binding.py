"""Our levels against theirs: who is matched to whom, and which level of theirs has no counterpart (E5)."""

from __future__ import annotations

import pytest

from kamgen.plan.power_map import Person
from kamgen.plan.settings import Member
from kamgen.scoring.level_binding import match_levels

TEAM = tuple(
    Member.model_validate(member)
    for member in (
        {"id": "chief", "name": "Chief", "level": "executive"},
        {"id": "head", "name": "Head", "level": "manager"},
        {"id": "new", "name": "New"},
    )
)


def person(who: str, level: str | None = None, covered_by: str | None = None, **facts: object) -> Person:
    return Person.model_validate({"id": who, "level": level, "covered_by": covered_by, **facts})


@pytest.mark.parametrize(
    ("people", "bound", "gaps"),
    [
        ([person("a", "executive", "chief")], ["executive"], []),
        ([person("a", "executive", "head")], [], ["executive"]),
        ([person("a", "executive", "head"), person("b", "executive", "chief")], ["executive"], []),
        ([person("a", "executive")], [], ["executive"]),
        ([person("a", "manager", "head"), person("b", "specialist", "chief")], ["manager"], ["specialist"]),
        ([person("a", "executive", "head"), person("b", "executive", "new")], [], []),
        ([person("a", "executive", "stranger")], [], []),
        ([person("a", "manager", "head"), person("b", "executive", wanted="true")], ["manager"], []),
        ([person("a", "manager", "head"), person("b")], ["manager"], []),
    ],
    ids=[
        "the same level is bound",
        "another level is a gap",
        "one of the same level is enough",
        "nobody at all is a gap",
        "a higher level of ours is no counterpart",
        "a member of unknown level may be one",
        "a member whom the settings do not know may be one",
        "who is wanted is not missed",
        "a person of unknown level is in no gap",
    ],
)
def test_a_level_is_bound_by_one_of_ours_of_the_same_level(
    people: list[Person], bound: list[str], gaps: list[str]
) -> None:
    found = match_levels(people, TEAM)
    assert found is not None
    assert (list(found.bound), list(found.gaps)) == (bound, gaps)


def test_everybody_found_is_paired_in_the_order_of_the_plan() -> None:
    found = match_levels(
        [person("a", "executive", "chief"), person("b"), person("c", wanted="true"), person("d", None, "new")], TEAM
    )
    assert found is not None
    assert [(pair.member, pair.ours, pair.person.id, pair.theirs) for pair in found.pairs] == [
        ("chief", "executive", "a", "executive"),
        (None, None, "b", None),
        ("new", None, "d", None),
    ]


def test_as_long_as_no_level_of_theirs_is_known_nothing_is_said() -> None:
    assert match_levels([], TEAM) is None
    assert match_levels([person("a", None, "chief"), person("b", "executive", wanted="true")], TEAM) is None
