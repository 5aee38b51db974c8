"""What the matrix of our levels against theirs says (E5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamgen.pages.context import Context
from kamgen.pages.power_map.level_binding import LevelMatrix, level_matrix
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language

SETTINGS = Settings.model_validate(
    {
        "team": [
            {"id": "chief", "name": {"en": "Ada Chief", "zh": "陈总"}, "level": "executive"},
            {"id": "head", "name": "Bo Head", "level": "manager"},
            {"id": "new", "name": "Cy New"},
        ]
    }
)


def person(who: str, **facts: str) -> dict[str, str]:
    return {"id": who, "name": who.title(), **facts}


def matrix(*people: dict[str, str], language: Language = "en", **service: Any) -> LevelMatrix:
    plan = {"name": "Acme", "owner": "head", "power_map": {"people": people}, "service": service}
    found = level_matrix(Account.model_validate({"kamgen": 1, **plan}), Context(SETTINGS, date(2026, 5, 6), language))
    assert found is not None
    return found


def written(found: LevelMatrix) -> list[list[str]]:
    """Every row: its label, then who stands in its cells."""
    return [
        [
            row.label,
            *(
                "; ".join(f"{pair.member} – {', '.join(name for _, name in pair.people)}" for pair in cell.pairs)
                for cell in row.cells
            ),
        ]
        for row in found.rows
    ]


def test_members_and_people_stand_in_the_cell_of_their_levels() -> None:
    found = matrix(
        person("ann", level="executive", covered_by="chief"),
        person("bob", level="manager", covered_by="chief"),
        person("cem", level="manager", covered_by="head"),
        person("dee", level="manager", covered_by="head"),
    )
    assert found.columns == (("Executive", 1), ("Director", 0), ("Manager", 3), ("Specialist", 0))
    assert written(found) == [
        ["Executive", "Ada Chief – Ann", "", "Ada Chief – Bob", ""],
        ["Director", "", "", "", ""],
        ["Manager", "", "", "Bo Head – Cem, Dee", ""],
        ["Specialist", "", "", "", ""],
    ]
    assert [[cell.expected for cell in row.cells].index(True) for row in found.rows] == [0, 1, 2, 3]
    assert found.rows[0].cells[0].pairs[0].people == (("file-ann", "Ann"),)


def test_what_is_not_known_and_whom_nobody_looks_after_have_rows_and_columns_of_their_own() -> None:
    found = matrix(
        person("ann", level="executive"), person("bob", covered_by="new"), person("cem", level="manager", wanted="true")
    )
    assert found.columns[-1] == ("Level not known", 1)
    assert written(found)[4:] == [
        ["Level not known", "", "", "", "", "Cy New – Bob"],
        ["Nobody", " – Ann", "", "", "", ""],
    ]
    assert [row.nobody for row in found.rows] == [False] * 5 + [True]
    assert not any(cell.expected for row in found.rows[4:] for cell in row.cells)


def test_gaps_are_named_in_a_sentence_each_and_marked_on_the_diagonal() -> None:
    people = (
        person("ann", level="executive", covered_by="head"),
        person("bob", level="specialist"),
        person("cem", level="manager", covered_by="head"),
    )
    found = matrix(*people)
    assert found.answers == (
        "Nobody of our executives looks after their executives: Ann.",
        "Nobody of our specialists looks after their specialists: Bob.",
    )
    assert [row.label for row in found.rows for cell in row.cells if cell.gap] == ["Executive", "Specialist"]
    assert matrix(*people, language="zh").answers[0] == "客户高层没有我方高层对接：Ann。"


def test_that_there_is_no_gap_is_said_only_where_it_is_certain() -> None:
    bound = person("ann", level="executive", covered_by="chief")
    assert matrix(bound).answers == ("Every level of theirs has its counterpart among us.",)
    assert matrix(bound, person("bob", level="manager", covered_by="new")).answers == ()


def test_level_bindings_of_the_plan_stand_beside_it() -> None:
    bindings = [
        {"kind": "level", "text": "Both chiefs meet", "since": "2026-04-16"},
        {"kind": "project", "text": "Joint stock"},
        {"kind": "level", "text": "Yet to come", "since": "2027-01-01"},
    ]
    found = matrix(person("ann", level="executive"), bindings=bindings)
    assert found.bindings == ("Both chiefs meet (since 16 Apr 2026)",)


@pytest.mark.parametrize("people", [(), (person("ann", covered_by="chief"),)])
def test_as_long_as_no_level_is_known_there_is_no_matrix(people: tuple[dict[str, str], ...]) -> None:
    account = Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "head", "power_map": {"people": people}})
    assert level_matrix(account, Context(SETTINGS, date(2026, 5, 6), "en")) is None
