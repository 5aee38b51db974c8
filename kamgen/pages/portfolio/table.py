"""The table of all accounts on the portfolio page: one light row each, with the values to sort by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from kamgen.pages.charts.small import Sparkline, sparkline
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.summary import AccountSummary
from kamgen.scoring.score import ActivityState, Health, HealthBand, PortfolioScores
from kamgen.wording.language import Wording, rounded

# The order in which a column of words sorts: from what is best to what needs us most.
_ACTIVITY_ORDER: dict[ActivityState, int] = {"active": 1, "cooling": 2, "dormant": 3, "unknown": 4}


LITTLE_KNOWN = Decimal("0.5")
"""Below this share of known weight a score says so beside itself."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the value to sort it by; both empty where nothing is known.

    ``known`` says how much a score rests on where that is little.
    """

    text: str = ""
    sort: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as a row; ``health_state`` is ``green``, ``amber``, ``red`` or empty, ``stars`` 0 for unknown.

    ``owner_id``, ``tags`` and ``segments`` are what rows are chosen by, ids joined by ``|``.
    """

    name: str
    address: str
    note: str
    owner: str
    owner_id: str
    owner_address: str
    tags: str
    segments: str
    class_label: Cell
    stars: int
    posture: str
    health: Cell
    health_state: HealthBand | None
    relationship: Cell
    purchases: Cell
    trend: Sparkline | None
    pipeline: Cell
    activity: Cell
    due: Cell
    overdue: bool


def account_rows(
    summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context
) -> tuple[AccountRow, ...]:
    """Return all accounts, the most valuable first, then those without a known value by name."""
    segments: dict[str, list[str]] = {}
    for segment, members in portfolio.segments.items():
        for account_id in members:
            segments.setdefault(account_id, []).append(segment)
    return tuple(
        _row(summary, segments.get(summary.id, ()), context) for summary in by_value(summaries, portfolio, context)
    )


def row_facets(summaries: Sequence[AccountSummary], context: Context) -> str:
    """Return what rows can be chosen by beside their cells, as JSON: key, name, and what people read for each value."""
    t, settings = context.wording, context.settings
    names = {rule.tag: t.of(rule.name) for rule in settings.scoring.tags if rule.name is not None}
    tags = {tag: names.get(tag, tag) for summary in summaries for tag in summary.tags}
    segments = {segment.id: t.of(segment.name) or segment.id for segment in settings.segments}
    return _json([["tags", t.text("Tag"), tags], ["segments", t.text("Segment"), segments]])


def health_texts(context: Context) -> str:
    """Return what people read for each band of health, as JSON: its cells say the points too."""
    return _json({band: context.wording.label("health", band) for band in get_args(HealthBand)})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def by_value(summaries: Sequence[AccountSummary], portfolio: PortfolioScores, context: Context) -> list[AccountSummary]:
    """Return accounts in the order of the pyramid: by rank, then those without one by name."""
    wording = context.wording

    def position(summary: AccountSummary) -> tuple[bool, int, str, str]:
        placement = portfolio.placements.get(summary.id)
        rank = None if placement is None else placement.rank
        return rank is None, rank or 0, wording.of(summary.name).casefold(), summary.id

    return sorted(summaries, key=position)


def _row(summary: AccountSummary, segments: Sequence[str], context: Context) -> AccountRow:
    t, scores = context.wording, summary.scores
    key_account, health = scores.key_account, scores.health
    state = scores.activity.state
    due, overdue = _due(summary, context)
    return AccountRow(
        name=t.of(summary.name),
        address=account_address(summary.id),
        note="" if summary.status == "active" else t.label("status", summary.status),
        owner=context.member(summary.owner),
        owner_id=summary.owner,
        owner_address=member_address(summary.owner),
        tags="|".join(tag.replace("|", " ") for tag in summary.tags),
        segments="|".join(segments),
        class_label=Cell(
            key_account.class_label or "", _sort(key_account.score), _known(key_account.score, key_account.known, t)
        ),
        stars=key_account.stars or 0,
        posture="" if key_account.posture is None else t.label("posture", key_account.posture),
        health=_health(health, context),
        health_state=health.band,
        relationship=_number(scores.relationship.score, context),
        purchases=_number(scores.activity.monetary, context),
        trend=None if summary.purchases_by_quarter is None else sparkline(summary.purchases_by_quarter, t),
        pipeline=_number(scores.forecast.weighted, context),
        activity=Cell() if state == "unknown" else Cell(t.label("activity", state), str(_ACTIVITY_ORDER[state])),
        due=due,
        overdue=overdue,
    )


def _health(health: Health, context: Context) -> Cell:
    if health.score is None or health.band is None:
        return Cell()
    t = context.wording
    text = f"{t.number(_whole(health.score))} {t.label('health', health.band)}"
    return Cell(text, _sort(health.score), _known(health.score, health.known, t))


def _known(score: Decimal | None, known: Decimal, t: Wording) -> str:
    if score is None or known >= LITTLE_KNOWN:
        return ""
    return t.text("{share} known", share=t.percent(known))


def _number(value: Decimal | None, context: Context) -> Cell:
    return Cell() if value is None else Cell(context.wording.number(_whole(value)), _sort(value))


def _whole(value: Decimal) -> Decimal:
    # Rounded before it is worded: among a thousand accounts equal figures are then worded only once.
    return rounded(value)


def _sort(value: Decimal | None) -> str:
    # To a tenth: as fine as people tell accounts apart, and short in the page.
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _due(summary: AccountSummary, context: Context) -> tuple[Cell, bool]:
    """Return the earliest day on which something is or was due, and whether it has passed."""
    days: list[date] = [item.due for item in summary.attention if item.due is not None]
    if not days:
        return Cell(), False
    first, t = min(days), context.wording
    late = (context.as_of - first).days
    if late > 0:
        return Cell(t.text("{n} day overdue|{n} days overdue", n=late), first.isoformat()), True
    return Cell(t.day(first, weekday=True), first.isoformat()), False
