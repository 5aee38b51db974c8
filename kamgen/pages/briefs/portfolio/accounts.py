"""The table of all accounts on paper: a row each, as many as a meeting turns pages for, and the others in one sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.account.terms import stars
from kamgen.pages.context import Context
from kamgen.pages.portfolio.groups import GroupFigure
from kamgen.pages.portfolio.table import LITTLE_KNOWN
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import points_moved
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import HealthBand

MOST_ACCOUNTS = 150
"""How many accounts have a row: about six pages across. The others are summed up and stand on the site."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as a row; texts are empty where nothing is known, money is in whole units.

    ``note`` says a status other than active, ``health_note`` how the health has moved in a quarter and how much of it
    is known where that is little. ``review`` is the day of the next joint review; ``late`` tells that it has passed.
    """

    rank: str
    name: str
    note: str
    class_label: str
    stars: str
    posture: str
    owner: str
    purchases: str
    lifetime: str
    relationship: str
    health_state: HealthBand | None
    health: str
    health_note: str
    pipeline: str
    gap: str
    review: str
    late: bool


@dataclass(frozen=True, slots=True)
class SumLine:
    """Several accounts in one row; each figure says of how many it is where not all know it."""

    name: str
    purchases: GroupFigure
    lifetime: GroupFigure
    pipeline: GroupFigure
    gap: GroupFigure


@dataclass(frozen=True, slots=True)
class AccountTable:
    """All accounts, the most valuable first; ``sums`` are the accounts without a row, then all together.

    ``note`` says in what order, or how many have a row and where the others are found.
    """

    note: str
    lines: tuple[AccountLine, ...]
    sums: tuple[SumLine, ...]


def account_table(summaries: Sequence[AccountSummary], register: Register, context: Context) -> AccountTable:
    """Return the table of accounts, given the most valuable first; a single one needs no sum."""
    t, others = context.wording, summaries[MOST_ACCOUNTS:]
    sums = []
    if others:
        sums.append(_sum(t.text("{n} other account|{n} other accounts", n=len(others)), others, context))
    if len(summaries) > 1:
        sums.append(_sum(t.text("All {n} accounts", n=len(summaries)), summaries, context))
    return AccountTable(
        note=_note(len(summaries), len(others), context),
        lines=tuple(_line(summary, register, context) for summary in summaries[:MOST_ACCOUNTS]),
        sums=tuple(sums),
    )


def _note(every: int, others: int, context: Context) -> str:
    t = context.wording
    if not others:
        return t.text("Most valuable first; an empty cell is not known yet")
    return t.text(
        "The {shown} most valuable of {all}; the other {n} is summed up below them and stands on the site."
        "|The {shown} most valuable of {all}; the other {n} are summed up below them and stand one by one on the site.",
        shown=every - others,
        all=every,
        n=others,
    )


def _line(summary: AccountSummary, register: Register, context: Context) -> AccountLine:
    t, scores = context.wording, summary.scores
    key_account, placement = scores.key_account, register.portfolio.placements.get(summary.id)
    review = _next_review(summary, register)
    return AccountLine(
        rank=t.number(placement.rank) if placement else "",
        name=t.of(summary.name),
        note="" if summary.status == "active" else t.label("status", summary.status),
        class_label=key_account.class_label or "",
        stars=stars(key_account.stars),
        posture="" if key_account.posture is None else t.label("posture", key_account.posture),
        owner=context.member(summary.owner),
        purchases=t.number(scores.activity.monetary, 0),
        lifetime=t.number(_lifetime(summary), 0),
        relationship=t.number(scores.relationship.score, 0),
        health_state=scores.health.band,
        health=_health(summary, context),
        health_note=_health_note(summary, context),
        pipeline=t.number(scores.forecast.weighted, 0),
        gap=t.number(scores.forecast.gap, 0),
        review=t.day(review),
        late=review is not None and review < context.as_of,
    )


def _next_review(summary: AccountSummary, register: Register) -> date | None:
    for work in register.work.get(summary.id, ()):
        if work.kind == "review":
            return work.due
    return None


def _lifetime(summary: AccountSummary) -> Decimal | None:
    value = summary.scores.metrics.get("lifetime-value")
    return value if isinstance(value, Decimal) else None


def _health(summary: AccountSummary, context: Context) -> str:
    t, health = context.wording, summary.scores.health
    if health.score is None or health.band is None:
        return ""
    return f"{t.number(health.score, 0)} {t.label('health', health.band)}"


def _health_note(summary: AccountSummary, context: Context) -> str:
    t, health, said = context.wording, summary.scores.health, []
    moved = None if summary.earlier is None else points_moved(summary.earlier.health, health.score)
    if moved:
        said.append(f"{'↑' if moved > 0 else '↓'}{t.number(abs(moved))}")
    if health.score is not None and health.known < LITTLE_KNOWN:
        said.append(t.text("{share} known", share=t.percent(health.known)))
    return t.listing(said)


def _sum(name: str, summaries: Sequence[AccountSummary], context: Context) -> SumLine:
    return SumLine(
        name=name,
        purchases=_figure([summary.scores.activity.monetary for summary in summaries], context),
        lifetime=_figure([_lifetime(summary) for summary in summaries], context),
        pipeline=_figure([summary.scores.forecast.weighted for summary in summaries], context),
        gap=_figure([summary.scores.forecast.gap for summary in summaries], context),
    )


def _figure(amounts: Sequence[Decimal | None], context: Context) -> GroupFigure:
    t, found = context.wording, known_sum(amounts)
    partly = 0 < found.known < len(amounts)
    return GroupFigure(
        text=t.number(found.amount, 0),
        known=t.text("{n} of {all}", n=found.known, all=len(amounts)) if partly else "",
    )
