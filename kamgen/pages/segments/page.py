"""Segments and rule-made tags: what they ask for, who meets it, and what these accounts are worth together (A8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from kamgen.pages.account.terms import Mention
from kamgen.pages.context import Context, account_address, member_address
from kamgen.pages.navigation import PORTFOLIO_ADDRESS
from kamgen.pages.portfolio.groups import GroupFigure, sum_figure
from kamgen.pages.portfolio.overview import value_measure
from kamgen.pages.register import Register
from kamgen.pages.segments.condition_words import Condition, conditions_in_words, tag_name
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Segment, TagRule
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import HealthBand
from kamgen.scoring.segments import known_names, unknown_names
from kamgen.scoring.tags import conditions_of_tags
from kamgen.wording.language import rounded

MOST_MEMBERS = 12
"""How many accounts of a segment are shown; its filtered list has all."""

_LISTED = "account-list"
"""The list on the portfolio page that addresses filter."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An account of a segment, in short; ``stars`` are 0 and texts empty where nothing is known."""

    account: Mention
    class_label: str
    stars: int
    health: str
    health_state: HealthBand | None
    owner: Mention


@dataclass(frozen=True, slots=True)
class Sums:
    """What accounts come to: value by the pyramid's measure, purchases of 12 months, weighted pipeline."""

    value: GroupFigure
    purchases: GroupFigure
    pipeline: GroupFigure


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment; ``href`` leads to all its accounts as a list, ``more`` says how many are not shown.

    ``problem`` says why nobody can meet it; empty where somebody can.
    """

    anchor: str
    name: str
    conditions: tuple[Condition, ...]
    problem: str
    count: str
    href: str
    sums: Sums
    members: tuple[MemberRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag that rules make: each way to get it, who has it, and how many of them have it from their plans."""

    name: str
    tag: str
    ways: tuple[tuple[Condition, ...], ...]
    problem: str
    count: str
    by_hand: str
    href: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class SegmentsPage:
    """Segments in the order of the settings, then the tags that rules make; money in ``unit``, value by ``measure``."""

    title: str
    lead: str
    unit: str
    measure: str
    segments: tuple[SegmentEntry, ...]
    tags: tuple[TagRow, ...]


def segments_page(register: Register, context: Context) -> SegmentsPage:
    """Return the page of segments and rule-made tags."""
    t, settings = context.wording, context.settings
    measure = value_measure(context)
    segments = {segment.id: segment for segment in settings.segments}
    rules: dict[str, list[TagRule]] = {}
    for rule in settings.scoring.tags:
        rules.setdefault(rule.tag, []).append(rule)
    return SegmentsPage(
        title=t.text("Segments"),
        lead=_lead(segments, register, context),
        unit=settings.currency,
        measure=measure[:1].upper() + measure[1:],
        segments=tuple(_segment(segment, register, context) for segment in segments.values()),
        tags=tuple(_tag(tag, own, register, context) for tag, own in rules.items()),
    )


def _lead(segments: Iterable[str], register: Register, context: Context) -> str:
    """Return how many accounts the segments hold, and how many are in none."""
    t = context.wording
    placed = {account for segment in segments for account in register.portfolio.segments.get(segment, ())}
    accounts, outside = len(register.summaries), len(register.summaries.keys() - placed)
    if not register.portfolio.segments:
        return t.text("No segment is saved yet.")
    if not accounts:
        return t.text("There is no account yet.")
    return t.text(
        "{n} account is in a segment, {others} in none.|{n} accounts are in a segment, {others} in none.",
        n=accounts - outside,
        others=outside,
    )


# ── Segments ──


def _segment(segment: Segment, register: Register, context: Context) -> SegmentEntry:
    t, summaries = context.wording, register.summaries
    found = [summaries[id_] for id_ in register.portfolio.segments.get(segment.id, ()) if id_ in summaries]
    beyond = len(found) - MOST_MEMBERS
    return SegmentEntry(
        anchor=f"segment-{segment.id}",
        name=t.of(segment.name) or segment.id,
        conditions=conditions_in_words(segment.where, known_names(), summaries, context),
        problem=_problem(unknown_names(segment), context),
        count=t.number(len(found)),
        href=_list_address("segments", segment.id),
        sums=_sums(found, context),
        members=tuple(_member(summary, context) for summary in found[:MOST_MEMBERS]),
        more=t.text("and {n} more account|and {n} more accounts", n=beyond) if beyond > 0 else "",
    )


def _problem(unknown: Sequence[str], context: Context) -> str:
    if not unknown:
        return ""
    return context.wording.text("Asks for “{names}”, which is no tag, fact or metric", names=tuple(unknown))


def _list_address(facet: str, value: str) -> str:
    return f"{PORTFOLIO_ADDRESS}#{_LISTED}?{urlencode({facet: value})}"


def _sums(summaries: Sequence[AccountSummary], context: Context) -> Sums:
    measure = context.settings.scoring.pyramid.by

    def said(amounts: Iterable[Decimal | None]) -> GroupFigure:
        return sum_figure(known_sum(amounts), len(summaries), context)

    values = (summary.scores.metrics.get(measure) for summary in summaries)
    return Sums(
        value=said(value if isinstance(value, Decimal) else None for value in values),
        purchases=said(summary.scores.activity.monetary for summary in summaries),
        pipeline=said(summary.scores.forecast.weighted for summary in summaries),
    )


def _member(summary: AccountSummary, context: Context) -> MemberRow:
    t, key_account, health = context.wording, summary.scores.key_account, summary.scores.health
    return MemberRow(
        account=Mention(t.of(summary.name), account_address(summary.id)),
        class_label=key_account.class_label or "",
        stars=key_account.stars or 0,
        health=""
        if health.score is None or health.band is None
        else f"{t.number(rounded(health.score))} {t.label('health', health.band)}",
        health_state=health.band,
        owner=Mention(context.member(summary.owner), member_address(summary.owner)),
    )


# ── Tags ──


def _tag(tag: str, rules: Sequence[TagRule], register: Register, context: Context) -> TagRow:
    t, summaries = context.wording, register.summaries
    known = conditions_of_tags()
    found = [summary for summary in summaries.values() if tag in summary.tags]
    by_hand = sum(tag not in summary.scores.made_tags for summary in found)
    unknown = sorted({name for rule in rules for name in rule.where} - set(known))
    return TagRow(
        name=tag_name(tag, context),
        tag=tag,
        ways=tuple(conditions_in_words(rule.where, known, summaries, context) for rule in rules if rule.where),
        problem=_problem(unknown, context),
        count=t.number(len(found)),
        by_hand=t.text("{n} of them from the plan|{n} of them from their plans", n=by_hand) if by_hand else "",
        href=_list_address("tags", tag.replace("|", " ")),
        sums=_sums(found, context),
    )
