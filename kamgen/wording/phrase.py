"""A sentence that is not yet in a language: an English pattern and what goes into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kamgen.plan.values import LocalisedText

Parameter = str | int | Decimal | date | LocalisedText | tuple[str, ...]
"""What may stand in a phrase; a plan's text in languages is said in the reader's."""


@dataclass(frozen=True)
class Phrase:
    """An English pattern with ``{parameters}``; the pattern is also the key of its translation.

    A pattern ``one thing|{n} things`` has a singular and a plural, chosen by the parameter ``n``.
    """

    pattern: str
    parameters: dict[str, Parameter] = field(default_factory=dict)


def phrase(pattern: str, **parameters: Parameter) -> Phrase:
    """Return a phrase; shorter to write than the class."""
    return Phrase(pattern, parameters)
