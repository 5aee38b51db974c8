"""Lists of the portfolio page: accounts by name, segments (A8) and the programme's maturity (F5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context, account_address
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import ProgrammeStep, Segment
from kamgen.scoring.maturity import programme_maturity
from kamgen.scoring.score import PortfolioScores
from kamgen.scoring.segments import unknown_names

LISTED = 24
"""How many accounts a list of names holds before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class AccountName:
    """A link to an account, with a remark such as what is not known about it."""

    name: str
    address: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Accounts by name; ``more`` says how many others there are, and is empty if there are none."""

    names: tuple[AccountName, ...]
    more: str


@dataclass(frozen=True, slots=True)
class SegmentList:
    """A segment with the accounts in it; ``problem`` where it asks for something that is not known."""

    id: str
    name: str
    count: str
    members: Names
    problem: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A module of the key-account programme (F5); ``level`` is 0 where it was not assessed."""

    name: str
    level: int
    level_text: str
    evidence: str
    next_step: str
    owner: str


def account_names(
    summaries: Sequence[AccountSummary], context: Context, remarks: dict[str, str] | None = None
) -> Names:
    """Return accounts as links, in the order given; ``remarks`` by account id stand beside their names."""
    names = tuple(
        AccountName(context.wording.of(summary.name), account_address(summary.id), (remarks or {}).get(summary.id, ""))
        for summary in summaries[:LISTED]
    )
    beyond = len(summaries) - len(names)
    return Names(names, context.wording.text("and {n} more accounts", n=beyond) if beyond else "")


def segment_list(
    segment: Segment, summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> SegmentList:
    """Return a segment and who is in it (A8)."""
    t = context.wording
    unknown, members = unknown_names(segment), set(portfolio.segments.get(segment.id, ()))
    found = [summary for summary in summaries if summary.id in members]
    return SegmentList(
        id=segment.id,
        name=t.of(segment.name) or segment.id,
        count=t.number(len(found)),
        members=account_names(found, context),
        problem=t.text("Asks for “{names}”, which is no tag, fact or metric", names=unknown) if unknown else "",
    )


def programme_row(step: ProgrammeStep, context: Context) -> ProgrammeRow:
    """Return one module of the programme as we judge it ourselves (F5)."""
    t = context.wording
    return ProgrammeRow(
        name=t.label("programme", step.module),
        level=step.level or 0,
        level_text=t.text("{level} of 5", level=step.level) if step.level else t.text("not assessed yet"),
        evidence=t.of(step.evidence),
        next_step=t.of(step.next),
        owner=context.member(step.owner),
    )


def programme_note(context: Context) -> str:
    """Return the mean level of the modules that were judged; empty if none was."""
    t = context.wording
    mean = programme_maturity(context.settings.programme).mean
    return "" if mean is None else t.text("{mean} of 5 on average, by our own judgement", mean=t.number(mean, 1))
