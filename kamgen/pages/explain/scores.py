"""Scores explained, ready in one language: for a terminal, another program and the account's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import address_of
from kamgen.pages.explain.score_places import ScorePlaces, Written
from kamgen.pages.source_link import SourceLink
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.explanation import Reason, ReasonUnit
from kamgen.scoring.explanations.account import AccountReasons, explain_account
from kamgen.scoring.explanations.standing import explain_standing
from kamgen.scoring.levers import Lever, levers_of
from kamgen.scoring.score import Placement
from kamgen.wording.language import Wording
from kamgen.wording.phrase import Phrase

_HUNDRED = Decimal(100)
_EFFECTS = {
    "key-account": "Key-account score",
    "relationship": "Relationship",
    "health": "Health",
    "plan-quality": "Plan quality",
}


class ScoreNote(NamedTuple):
    """How a figure came about or becomes points, and where that is written; one of the two may be empty."""

    text: str
    places: tuple[SourceLink, ...]


class ScoreReason(NamedTuple):
    """One figure of an explanation, as people read it; what is not known, or says nothing here, is empty.

    A named tuple for the same reason as :class:`~kamgen.scoring.explanation.Reason`.

    Attributes:
        depth: 0 for the score, 1 for a part of it, 2 for what that is made of, and so on.
        label: What it is.
        value: The figure with its unit.
        notes: How it came about and how it becomes points, each with where that is written.
        missing: What would make it known, or better.
        points: What it is worth.
        weight: What it weighs.
        contribution: What it adds to what it is a part of.
        length: Points from 0 to 100 for a bar; 0 for none.
        known: How much of it is known, in words; only where it is not all.
        href: Where it is explained in general, from the language's folder.

    """

    depth: int
    label: str
    value: str
    notes: tuple[ScoreNote, ...]
    missing: str
    points: str
    weight: str
    contribution: str
    length: int
    known: str
    href: str


@dataclass(frozen=True, slots=True)
class ScoreLever:
    """A change that would raise scores: what to do, what it would bring, and where it is written."""

    change: str
    effects: tuple[tuple[str, str], ...]
    place: SourceLink


@dataclass(frozen=True, slots=True)
class UnknownPart:
    """A part of a score that is not known: its share of the weight, and what would make it known."""

    label: str
    share: str
    missing: str


@dataclass(frozen=True, slots=True)
class ExplainedScores:
    """Why an account's scores are what they are and what would raise them most, in no language yet."""

    reasons: AccountReasons
    standing: Reason
    levers: tuple[Lever, ...]
    places: ScorePlaces


def explained_scores(
    account: Account,
    summary: AccountSummary,
    settings: Settings,
    places: ScorePlaces,
    placement: Placement,
    accounts: int,
) -> ExplainedScores:
    """Return the explanation of an account's scores; all are of the same plan and settings.

    ``placement`` is where the account stands among so many ``accounts``.
    """
    findings = (summary.errors, summary.warnings)
    evaluation = evaluate(account, settings, summary.scores.as_of)
    return ExplainedScores(
        reasons=explain_account(evaluation, summary.scores, summary.plan_quality, findings),
        standing=explain_standing(summary.scores, placement, accounts, settings),
        levers=levers_of(evaluation, findings=findings),
        places=places,
    )


class ReasonReader:
    """Says the reasons of one account in one language."""

    def __init__(self, context: Context, places: ScorePlaces) -> None:
        """Take the language and settings, and where the account's figures are written."""
        self._context = context
        self._t = context.wording
        self._currency = context.settings.currency
        self._places = places

    def score(self, reason: Reason) -> tuple[ScoreReason, ...]:
        """Return a score and everything that it is made of: each figure is followed by its own parts."""
        return tuple(self._figures(reason, reason, 0))

    def _figures(self, reason: Reason, parent: Reason, depth: int) -> Iterator[ScoreReason]:
        t = self._t
        yield ScoreReason(
            depth=depth,
            label=t.say(reason.label),
            value=self._value(reason),
            notes=self._notes(reason),
            missing="" if reason.missing is None else self._missing(reason.missing, known=reason.value is not None),
            points="" if reason.points is None else _points(reason.points, t),
            weight=t.number(reason.weight),
            contribution="" if reason.contribution is None else self._added(reason.contribution, parent),
            length=0 if reason.points is None else max(0, round(reason.points)),
            known=_known(reason, t),
            href=_address(reason),
        )
        for child in reason.children:
            yield from self._figures(child, reason, depth + 1)

    def _notes(self, reason: Reason) -> tuple[ScoreNote, ...]:
        """Return rule and scale with where each is written; where there is one of them, with both places."""
        places = [place for source in reason.sources if (place := self._places.of(source)) is not None]
        rule_place = None if reason.rule_source is None else self._places.of(reason.rule_source)
        rule = "" if reason.rule is None else self._t.say(reason.rule)
        if reason.worth is None:
            if rule_place is not None:
                places.append(rule_place)
            return (self._note(rule, places),) if rule or places else ()
        worth = self._note(self._t.say(reason.worth), () if rule_place is None else (rule_place,))
        return (self._note(rule, places), worth) if rule or places else (worth,)

    def _note(self, text: str, places: Sequence[Written]) -> ScoreNote:
        return ScoreNote(text, linked_places(places, self._context))

    def _missing(self, missing: Phrase, *, known: bool) -> str:
        return self._t.text("To do: {what}" if known else "To know it: {what}", what=self._t.say(missing))

    def _value(self, reason: Reason) -> str:
        value, t = reason.value, self._t
        if value is None:
            return ""
        if isinstance(value, bool):
            return t.label("answer", "yes" if value else "no")
        if isinstance(value, date):
            return t.day(value)
        if isinstance(value, str):
            return t.label(reason.scale, value)
        if reason.unit == "word":
            return t.label(reason.scale, value)
        return amount(value, reason.unit, reason.currency or self._currency, t)

    def _added(self, added: Decimal, parent: Reason) -> str:
        """Return what a reason adds to its parent, in the parent's unit."""
        if parent.unit == "money":
            return self._t.money(added, parent.currency or self._currency)
        if parent.unit == "share":
            return self._t.percent(added, 1)
        return _points(added, self._t, 1)

    def lever(self, lever: Lever) -> ScoreLever:
        """Return what a lever would bring, the largest effect first."""
        t = self._t
        gains = [
            (t.text(_EFFECTS[name]), t.text("{points} points", points=t.signed(gain, 1)), gain)
            for name, gain in lever.effects.items()
        ]
        learnt = [
            (t.text(_EFFECTS[name]), t.text("{share} more of it known", share=t.percent(share)), share)
            for name, share in lever.known.items()
        ]
        effects = [(name, said) for name, said, _ in (*sorted(gains, key=lambda gain: -gain[2]), *learnt)]
        place = self._places.of_plan(lever.path)
        return ScoreLever(t.say(lever.change), tuple(effects), self._context.source_link(place.file, place.line))


def scores_of(explained: ExplainedScores) -> Iterator[tuple[str, Reason]]:
    """Yield an account's scores by the name that programs know, in the order in which people look at them."""
    reasons = explained.reasons
    yield "key_account", reasons.key_account
    yield "relationship", reasons.relationship
    yield "health", reasons.health
    yield "lifetime_value", reasons.lifetime_value
    yield "forecast", reasons.forecast
    yield "plan_quality", reasons.plan_quality
    yield "standing", explained.standing


def unknown_parts(score: Reason, t: Wording) -> tuple[UnknownPart, ...]:
    """Return the parts of a score that are not known, heaviest first, with their share of all weight."""
    weighty = [child for child in score.children if child.weight is not None]
    total = sum((child.weight or Decimal(0) for child in weighty), Decimal(0))
    unknown = [child for child in weighty if child.points is None and child.weight]
    return tuple(
        UnknownPart(
            t.say(child.label),
            t.percent((child.weight or Decimal(0)) / total),
            "" if child.missing is None else t.say(child.missing),
        )
        for child in sorted(unknown, key=lambda child: -(child.weight or Decimal(0)))
    )


def amount(value: Decimal, unit: ReasonUnit, currency: str, t: Wording) -> str:
    """Return a figure with its unit, as people read it."""
    match unit:
        case "money":
            return t.money(value, currency)
        case "share":
            return t.percent(value, _decimals(value * _HUNDRED))
        case "index":
            return t.signed(value, _decimals(value)) if value else "0"
        case "years":
            return t.text("{years} years", years=t.number(value, _decimals(value)))
        case "days":
            return t.text("{n} day|{n} days", n=round(value))
        case "hours":
            return t.text("{hours} h", hours=t.number(value, _decimals(value)))
        case _:
            return t.number(value, _decimals(value))


def _decimals(value: Decimal | None) -> int:
    """Return how many decimals are worth reading: none of a whole number, one of any other."""
    return 0 if value is None or value == value.to_integral_value() else 1


def _points(points: Decimal, t: Wording, decimals: int | None = None) -> str:
    """Return points with a proper minus, where they can be negative."""
    said = t.number(abs(points), _decimals(points) if decimals is None else decimals)
    return f"−{said}" if points < 0 and said.strip("0.") else said


def _known(reason: Reason, t: Wording) -> str:
    if reason.known is None or reason.known == 1:
        return ""
    return t.text("{share} of the weight known", share=t.percent(reason.known))


def _address(reason: Reason) -> str:
    if reason.criterion:
        return address_of("criterion", reason.criterion)
    return address_of("metric", reason.metric) if reason.metric else ""


def linked_places(places: Sequence[Written], context: Context) -> tuple[SourceLink, ...]:
    """Return places in the files' order, lines of the same file together, each once.

    They read ``accounts/acme.yaml:12,20 kamgen.yaml:3``.
    """
    by_file: dict[str, list[int]] = {}
    for place in places:
        lines = by_file.setdefault(place.file, [])
        if place.line is not None and place.line not in lines:
            lines.append(place.line)
    linked: list[SourceLink] = []
    for file, lines in by_file.items():
        linked.append(context.source_link(file, lines[0] if lines else None)._replace(before=" " if linked else ""))
        linked += (SourceLink(str(line), context.source(file, line) or "", ",") for line in lines[1:])
    return tuple(linked)


def places_said(places: Sequence[SourceLink]) -> str:
    """Return places as one text, for where nothing can be followed."""
    return "".join(place.before + place.label for place in places)
