"""The small values that plans are made of: texts, numbers, days, money, ids and the base of every section.

A plan's scalars arrive as the text that a person typed; the field that holds a scalar decides what it means.
So ``NO`` in a text stays ``NO`` and ``2026-02-30`` in a date is an error, whatever YAML would have guessed.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

Language = Literal["en", "zh"]
"""The languages that pages and briefs are written in."""

LANGUAGES: tuple[Language, ...] = ("en", "zh")

LARGEST_NUMBER = Decimal("1e15")
MOST_DECIMALS = 12

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}", re.ASCII)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_YES = {"true", "yes"}
_NO = {"false", "no"}


class Section(BaseModel):
    """A part of a plan or of the settings: frozen, no unknown keys, an empty value is the same as none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: Any) -> Any:
        """Treat ``key:``, ``key: null`` and ``key: ""`` as if a known key were not there."""
        if type(data) is dict:
            values = data.values()
            if None in values or "" in values:
                known = cls.model_fields
                return {
                    key: value for key, value in data.items() if (value is not None and value != "") or key not in known
                }
        return data


def read_number(value: Any) -> Decimal:
    """Return an exact decimal for a number written plainly, such as ``12``, ``-0.5``, ``.5`` or ``1e3``.

    Raises:
        PydanticCustomError: ``number`` for anything else (``1_000``, ``0x10``, ``12%``, ``nan``);
            ``number_size`` beyond 10^15 or 12 decimals.

    """
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
        raise PydanticCustomError("number", "not a number")
    number = Decimal(value.strip())
    exponent = number.as_tuple().exponent
    if abs(number) > LARGEST_NUMBER or not isinstance(exponent, int) or exponent < -MOST_DECIMALS:
        raise PydanticCustomError("number_size", "number too large or too precise")
    return number if exponent <= 0 else number.quantize(Decimal(1))


def read_whole(value: Any) -> int:
    """Return a whole number.

    Raises:
        PydanticCustomError: ``whole`` for anything that is not digits with an optional sign.

    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not _WHOLE.fullmatch(value.strip()):
        raise PydanticCustomError("whole", "not a whole number")
    return int(value)


def read_day(value: Any) -> date:
    """Return the day written as ``YYYY-MM-DD``.

    Raises:
        PydanticCustomError: ``day`` for another form, ``day_exists`` for a day no calendar has.

    """
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("day", "not a day")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise PydanticCustomError("day_exists", "no such day") from None


def read_yes_no(value: Any) -> bool:
    """Return a truth value for ``true``, ``yes``, ``false`` or ``no`` in any case.

    Raises:
        PydanticCustomError: ``yes_no`` for anything else (``on``, ``1``).

    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES:
            return True
        if word in _NO:
            return False
    raise PydanticCustomError("yes_no", "not yes or no")


def _text_or_languages(value: Any) -> str:
    return "languages" if isinstance(value, dict | LocalisedText) else "text"


Number = Annotated[Decimal, BeforeValidator(read_number), WithJsonSchema({"type": "number"})]
"""An exact decimal of any sign."""
Positive = Annotated[
    Decimal, BeforeValidator(read_number), Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})
]
"""An exact decimal from 0."""
Share = Annotated[
    Decimal,
    BeforeValidator(read_number),
    Field(ge=0, le=1),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
"""A part of a whole, 0 to 1."""
Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, ``YYYY-MM-DD``."""
Year = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=1900, le=2200),
    WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2200}),
]
"""A calendar year, 1900 to 2200."""
Count = Annotated[int, BeforeValidator(read_whole), Field(ge=0), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number from 0."""
OneToFive = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=1, le=5),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]
"""A rating, 1 to 5."""
YesNo = Annotated[bool, BeforeValidator(read_yes_no), WithJsonSchema({"type": "boolean"})]
"""``true``/``yes`` or ``false``/``no``."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""A text in one language, as typed."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
"""A name for machines that people choose: small letters, digits and hyphens, at most 64."""
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A currency by its three-letter ISO 4217 code."""


class LocalisedText(Section):
    """A text in English, Chinese or both; a missing language is shown in the other one."""

    en: Annotated[Line | None, Field(description="The text in English")] = None
    zh: Annotated[Line | None, Field(description="The text in Chinese")] = None

    @model_validator(mode="after")
    def _has_a_language(self) -> Self:
        if self.en is None and self.zh is None:
            raise PydanticCustomError("no_language", "neither en nor zh")
        return self


Text = Annotated[
    Annotated[Line, Tag("text")] | Annotated[LocalisedText, Tag("languages")],
    Discriminator(_text_or_languages),
]
"""A text that people read: either as typed, or ``{en: …, zh: …}``."""

Markdown = Text
"""A :data:`Text` that may hold Markdown."""


class Amount(Section):
    """An amount of money in a currency."""

    amount: Annotated[Number, Field(description="The amount, exact")]
    currency: Annotated[Currency | None, Field(description="ISO 4217 code; the plan's currency when left out")] = None


def in_language(text: str | LocalisedText | None, language: Language) -> str:
    """Return what a text says in a language, or in the other one where it has no such version."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    first, second = (text.zh, text.en) if language == "zh" else (text.en, text.zh)
    return first or second or ""
