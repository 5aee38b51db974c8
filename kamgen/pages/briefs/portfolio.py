"""The portfolio brief: all accounts on paper, for the management meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamgen.pages.context import Context
from kamgen.pages.register import ExtractName, Register

PORTFOLIO_BRIEF_READS: tuple[ExtractName | Literal["summaries", "levels", "findings"], ...] = ("summaries",)
"""What of the accounts it is made from; it is laid out again only where that has moved."""


@dataclass(frozen=True, slots=True)
class PortfolioBrief:
    """All accounts, ready to be set."""

    title: str
    as_of: str


def portfolio_brief(register: Register, context: Context) -> PortfolioBrief:
    """Return what the portfolio brief says, in the context's language."""
    t = context.wording
    return PortfolioBrief(title=t.of(context.settings.title), as_of=t.day(context.as_of))
