"""What the management meeting has to decide: who is at risk, what is missing, what is late, what is lost.

Each list holds the few that weigh most, as sentences that a colleague would say, and counts the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.charts.forecast import chance
from kamgen.pages.context import Context
from kamgen.pages.extracts.opportunities import ListedOpportunity
from kamgen.pages.extracts.people import ListedPerson
from kamgen.pages.extracts.work import Work
from kamgen.pages.portfolio.table import LITTLE_KNOWN
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import trend
from kamgen.plan.values import LocalisedText
from kamgen.scoring.earlier_scores import earlier_day
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.losses import PricedLoss

MOST_POINTS = 3
"""How many points of a kind are told: what a meeting can decide on one morning."""

DECIDED_WITHIN = 60
"""Opportunities whose decision is due within this many days can still be helped, and soon no more."""


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """Something about an account that the meeting has to look at, and who answers for it."""

    account: str
    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """Points of one kind, the weightiest first; ``note`` says how many or how much there is in all."""

    title: str
    note: str
    points: tuple[DecisionPoint, ...]


def decision_groups(
    summaries: Sequence[AccountSummary], register: Register, context: Context
) -> tuple[DecisionGroup, ...]:
    """Return what needs a decision, kind by kind; kinds without a case are left out.

    Args:
        summaries: All accounts, the most valuable first.
        register: The lists taken from their plans.
        context: Settings, day and language.

    """
    return tuple(
        group
        for group in (
            _at_risk(summaries, context),
            _gaps(summaries, context),
            _executive_matters(summaries, register, context),
            _decided_soon(summaries, register, context),
            _lost(summaries, register, context),
        )
        if group.points
    )


# ── At risk ──


def _at_risk(summaries: Sequence[AccountSummary], context: Context) -> DecisionGroup:
    t = context.wording
    red = [summary for summary in summaries if summary.scores.health.band == "red"]
    red.sort(key=lambda summary: summary.status == "lost")  # whom we can still keep comes first
    return DecisionGroup(
        title=t.text("Accounts at risk"),
        note=_of_all(len(red), context),
        points=tuple(_point(summary, _health_sentence(summary, context), context) for summary in red[:MOST_POINTS]),
    )


def _health_sentence(summary: AccountSummary, context: Context) -> str:
    t, health = context.wording, summary.scores.health
    said = [t.text("health is {points} of 100", points=t.number(health.score, 0))]
    if summary.earlier is not None:
        moved = trend(summary.earlier.health, health.score, health.known, summary.earlier.day, context)
        said += [moved.spoken] if moved else []
    weakest = min((part for part in health.parts if part.value is not None), key=lambda part: part.value or 0)
    part = t.label("health_part", weakest.name)
    said.append(t.text("weakest is {part} with {points}", part=_inside(part), points=t.number(weakest.value, 0)))
    if health.known < LITTLE_KNOWN:
        said.append(t.text("only {share} of it known", share=t.percent(health.known)))
    return t.text("; ").join(said)


def _inside(label: str) -> str:
    """Return a label as it reads inside a sentence."""
    return label[:1].lower() + label[1:]


# ── Gaps ──


def _gaps(summaries: Sequence[AccountSummary], context: Context) -> DecisionGroup:
    t, currency = context.wording, context.settings.currency
    short = [(gap, summary) for summary in summaries if (gap := summary.scores.forecast.gap) is not None and gap > 0]
    short.sort(key=lambda pair: (-pair[0], pair[1].id))
    together = known_sum(gap for gap, _ in short).amount
    return DecisionGroup(
        title=t.text("Largest gaps to target"),
        note=t.text(
            "{amount} in {n} account|{amount} in {n} accounts",
            amount=t.money(together, currency, short=True),
            n=len(short),
        ),
        points=tuple(
            _point(summary, _gap_sentence(gap, summary, context), context) for gap, summary in short[:MOST_POINTS]
        ),
    )


def _gap_sentence(gap: Decimal, summary: AccountSummary, context: Context) -> str:
    t, currency, forecast = context.wording, context.settings.currency, summary.scores.forecast
    said = [
        t.text(
            "{gap} of the target of {target} is neither booked nor expected",
            gap=t.money(gap, currency, short=True),
            target=t.money(forecast.target, currency, short=True),
        )
    ]
    if forecast.reach is not None:
        said.append(t.text("{share} chance to reach it", share=chance(forecast.reach, t)))
    return t.text("; ").join(said)


# ── Executive matters ──


@dataclass(frozen=True, slots=True)
class _Matter:
    days: int
    account: AccountSummary
    text: str
    owner: str | None


def _executive_matters(summaries: Sequence[AccountSummary], register: Register, context: Context) -> DecisionGroup:
    """Return customers' executives who wait to be met, and overdue work of our own executives, the latest first."""
    matters = [matter for summary in summaries for matter in _matters(summary, register, context)]
    matters.sort(key=lambda matter: (-matter.days, matter.account.id, matter.text))
    return DecisionGroup(
        title=context.wording.text("Executive matters overdue"),
        note=context.wording.text("{n} in all", n=len(matters)),
        points=tuple(
            _point(matter.account, matter.text, context, owner=matter.owner) for matter in matters[:MOST_POINTS]
        ),
    )


def _matters(summary: AccountSummary, register: Register, context: Context) -> Iterator[_Matter]:
    executives = {member.id for member in context.settings.team if member.level == "executive"}
    for person in register.people.get(summary.id, ()):
        days = person.overdue_days(context.as_of) if person.level == "executive" else 0
        if days:
            yield _Matter(days, summary, _not_met(person, context), person.covered_by)
    for work in register.work.get(summary.id, ()):
        if work.owner in executives and work.is_open and work.due is not None and work.due < context.as_of:
            days = (context.as_of - work.due).days
            yield _Matter(days, summary, _overdue(work, days, context), work.owner)


def _not_met(person: ListedPerson, context: Context) -> str:
    t = context.wording
    since = (context.as_of - person.last).days if person.last else 0
    return t.text(
        "{name} not met for {since} days; agreed every {every}",
        name=_called(person, context),
        since=since,
        every=person.every_days or 0,
    )


def _called(person: ListedPerson, context: Context) -> str:
    t = context.wording
    if person.name is not None and person.title is not None:
        return t.text("{name} ({title})", name=person.name, title=person.title)
    return t.of(person.name or person.title) or person.id


def _overdue(work: Work, days: int, context: Context) -> str:
    t = context.wording
    if work.text is None:
        return t.text("The joint review was planned {n} day ago|The joint review was planned {n} days ago", n=days)
    return t.text("“{what}” is {n} day overdue|“{what}” is {n} days overdue", what=work.text, n=days)


# ── Decisions ──


def _decided_soon(summaries: Sequence[AccountSummary], register: Register, context: Context) -> DecisionGroup:
    t, currency = context.wording, context.settings.currency
    soon = [
        (summary, found)
        for summary in summaries
        for found in register.opportunities.get(summary.id, ())
        if found.status == "open"
        and found.close is not None
        and 0 <= (found.close - context.as_of).days <= DECIDED_WITHIN
    ]
    soon.sort(key=lambda pair: (-(pair[1].amount or 0), pair[1].close or date.max, pair[0].id, pair[1].id))
    worth = known_sum(found.amount for _, found in soon).amount
    return DecisionGroup(
        title=t.text("Biggest decisions in the next {n} days", n=DECIDED_WITHIN),
        note=_how_many(len(soon), worth, context),
        points=tuple(
            _point(summary, _decision_sentence(found, currency, context), context)
            for summary, found in soon[:MOST_POINTS]
        ),
    )


def _decision_sentence(found: ListedOpportunity, currency: str, context: Context) -> str:
    t = context.wording
    said = [
        t.text("“{what}” is decided on {day}", what=found.name, day=t.day(found.close)),
        t.money(found.amount, currency, short=True) or t.text("no amount"),
        t.text("no chance")
        if found.probability is None
        else t.text("{share} chance", share=t.percent(found.probability)),
        t.text("against {rival}", rival=found.rival) if found.rival is not None else "",
        t.text("no next step") if found.step is None else t.text("next: {step}", step=found.step),
    ]
    return t.text("; ").join(filter(None, said))


# ── Losses ──


def _lost(summaries: Sequence[AccountSummary], register: Register, context: Context) -> DecisionGroup:
    """Return what was lost in the quarter that ends on the day: orders, products and opportunities, costliest first."""
    t, since = context.wording, earlier_day(context.as_of) or date.min
    lost = [found for summary in summaries for found in _losses(summary, register, since, context)]
    lost.sort(key=lambda one: (one[0] is None, -(one[0] or 0), one[1].account, one[1].text))
    worth = known_sum(amount for amount, _ in lost).amount
    return DecisionGroup(
        title=t.text("Lost since {day}", day=since),
        note=_how_many(len(lost), worth, context),
        points=tuple(point for _, point in lost[:MOST_POINTS]),
    )


def _losses(
    summary: AccountSummary, register: Register, since: date, context: Context
) -> Iterator[tuple[Decimal | None, DecisionPoint]]:
    for loss in summary.losses:
        if loss.loss.date > since:
            yield loss.amount, _point(summary, _loss_sentence(loss, context), context)
    for found in register.opportunities.get(summary.id, ()):
        if found.status == "lost" and found.close is not None and since < found.close <= context.as_of:
            yield found.amount, _point(summary, _lost_offer(found, context), context)


def _loss_sentence(found: PricedLoss, context: Context) -> str:
    t, loss = context.wording, found.loss
    return t.text("; ").join(
        [
            _what(loss.what, found.amount, context),
            _inside(t.label("loss_reason", loss.reason)) if loss.reason else t.text("no reason written down"),
            t.text("nothing was changed since") if loss.fix is None else t.text("since then: {fix}", fix=loss.fix),
        ]
    )


def _lost_offer(found: ListedOpportunity, context: Context) -> str:
    t = context.wording
    said = [
        _what(found.name, found.amount, context),
        t.of(found.lost_reason) or t.text("no reason written down"),
        t.text("against {rival}", rival=found.rival) if found.rival is not None else "",
    ]
    return t.text("; ").join(filter(None, said))


def _what(what: str | LocalisedText, amount: Decimal | None, context: Context) -> str:
    t = context.wording
    if amount is None:
        return t.text("“{what}”", what=what)
    return t.text("“{what}”, {amount}", what=what, amount=t.money(amount, context.settings.currency, short=True))


# ── Words ──


def _point(summary: AccountSummary, text: str, context: Context, *, owner: str | None = None) -> DecisionPoint:
    return DecisionPoint(context.wording.of(summary.name), text, context.member(owner or summary.owner))


def _of_all(count: int, context: Context) -> str:
    return context.wording.text("{n} account|{n} accounts", n=count)


def _how_many(count: int, worth: Decimal | None, context: Context) -> str:
    t = context.wording
    if worth is None:
        return t.text("{n} in all", n=count)
    return t.text("{n} worth {amount}", n=count, amount=t.money(worth, context.settings.currency, short=True))
