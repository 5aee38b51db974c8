"""Types come from the plan model, not from YAML's guesses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError

from kamgen.plan.values import Day, Line, Number, Section, YesNo
from kamgen.workspace.yaml_text import read_yaml

WRONG = "wrong"
LEFT_OUT = None


class Fields(Section):
    """One field of each kind."""

    text: Annotated[Line | None, Field()] = None
    number: Annotated[Number | None, Field()] = None
    day: Annotated[Day | None, Field()] = None
    flag: Annotated[YesNo | None, Field()] = None


# What is typed, and what it becomes in a text, a number, a date and a yes/no field.
TABLE: list[tuple[str, object, object, object, object]] = [
    ("NO", "NO", WRONG, WRONG, False),
    ("yes", "yes", WRONG, WRONG, True),
    ("ON", "ON", WRONG, WRONG, WRONG),
    ("off", "off", WRONG, WRONG, WRONG),
    ("true", "true", WRONG, WRONG, True),
    ("False", "False", WRONG, WRONG, False),
    ("y", "y", WRONG, WRONG, WRONG),
    ("1", "1", Decimal(1), WRONG, WRONG),
    ("000001", "000001", Decimal(1), WRONG, WRONG),
    ("2026-02-28", "2026-02-28", WRONG, date(2026, 2, 28), WRONG),
    ("2026-02-30", "2026-02-30", WRONG, WRONG, WRONG),
    ("2026-2-8", "2026-2-8", WRONG, WRONG, WRONG),
    ("2026-02-28T10:00:00", "2026-02-28T10:00:00", WRONG, WRONG, WRONG),
    ("1767225600", "1767225600", Decimal(1767225600), WRONG, WRONG),
    ("1_000", "1_000", WRONG, WRONG, WRONG),
    ("1,000", "1,000", WRONG, WRONG, WRONG),
    ("0x10", "0x10", WRONG, WRONG, WRONG),
    ("0o17", "0o17", WRONG, WRONG, WRONG),
    (".5", ".5", Decimal("0.5"), WRONG, WRONG),
    ("5.", "5.", Decimal(5), WRONG, WRONG),
    ("1e3", "1e3", Decimal(1000), WRONG, WRONG),
    ("1e400", "1e400", WRONG, WRONG, WRONG),
    ("-12.50", "-12.50", Decimal("-12.50"), WRONG, WRONG),
    ("12:30:45", "12:30:45", WRONG, WRONG, WRONG),
    ("25%", "25%", WRONG, WRONG, WRONG),
    (".inf", ".inf", WRONG, WRONG, WRONG),
    (".nan", ".nan", WRONG, WRONG, WRONG),
    ("NaN", "NaN", WRONG, WRONG, WRONG),
    ("１２", "１２", WRONG, WRONG, WRONG),
    ("null", LEFT_OUT, LEFT_OUT, LEFT_OUT, LEFT_OUT),
    ("~", LEFT_OUT, LEFT_OUT, LEFT_OUT, LEFT_OUT),
    ("", LEFT_OUT, LEFT_OUT, LEFT_OUT, LEFT_OUT),
    ("Null", "Null", WRONG, WRONG, WRONG),
    ('"null"', "null", WRONG, WRONG, WRONG),
    ('""', LEFT_OUT, LEFT_OUT, LEFT_OUT, LEFT_OUT),
    ('"2026-02-28"', "2026-02-28", WRONG, date(2026, 2, 28), WRONG),
    ('"0.10"', "0.10", Decimal("0.10"), WRONG, WRONG),
    ("=1+1", "=1+1", WRONG, WRONG, WRONG),
    ("!!str 12", "12", Decimal(12), WRONG, WRONG),
]


def became(field: str, typed: str) -> Any:
    data, problems = read_yaml(f"{field}: {typed}\n")
    assert not problems
    try:
        return getattr(Fields.model_validate(data), field)
    except ValidationError:
        return WRONG


@pytest.mark.parametrize(("typed", "text", "number", "day", "flag"), TABLE)
def test_a_scalar_becomes_what_its_field_says(
    typed: str, text: object, number: object, day: object, flag: object
) -> None:
    assert (became("text", typed), became("number", typed), became("day", typed), became("flag", typed)) == (
        text,
        number,
        day,
        flag,
    )


@pytest.mark.parametrize("typed", ["0.10", "12345678901.123456789012", "1e15", "-1e15"])
def test_numbers_stay_exact(typed: str) -> None:
    assert became("number", typed) == Decimal(typed)


@pytest.mark.parametrize("typed", ["1e16", "0.1234567890123", "99999999999999999999"])
def test_numbers_beyond_any_plan_are_refused(typed: str) -> None:
    assert became("number", typed) == WRONG


def test_a_key_with_nothing_is_as_if_it_were_not_there() -> None:
    assert Fields.model_validate({"text": None, "number": ""}) == Fields()


def test_an_unknown_key_is_an_error_even_with_nothing_in_it() -> None:
    with pytest.raises(ValidationError):
        Fields.model_validate({"texd": None})


def test_values_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Fields(text="a").text = "b"  # type: ignore[misc]
