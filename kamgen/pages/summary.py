"""What other pages need to know about an account; small, in no language yet, and kept between builds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.attention import Attention
from kamgen.plan.values import LocalisedText
from kamgen.scoring.score import AccountScores


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """An account in a few facts.

    ``purchases_by_quarter`` holds the amounts of the last eight quarters up to the day, oldest first, in the
    reporting currency; ``None`` where no purchase history is known. ``attention`` is sorted, most urgent first.
    """

    id: str
    name: str | LocalisedText
    owner: str
    status: str
    type: str | None
    tags: tuple[str, ...]
    parent: str | None
    reviewed: date | None
    scores: AccountScores
    attention: tuple[Attention, ...]
    purchases_by_quarter: tuple[Decimal, ...] | None
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another account that a page points to."""

    id: str
    name: str | LocalisedText
