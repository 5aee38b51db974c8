"""What nobody knows yet about the accounts, and what in their plans would make it known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.portfolio.lists import account_names
from kamgen.pages.portfolio.overview import criterion_name
from kamgen.pages.summary import AccountSummary

NAMED = 4
"""How many accounts a row names, the most valuable first."""

_CRITERIA_NAMED = 3


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is not known of some accounts: of how many, of which, and what would make it known."""

    what: str
    count: str
    accounts: str
    remedy: str


def unknowns(summaries: Sequence[AccountSummary], context: Context) -> tuple[Unknown, ...]:
    """Return what is not known of the accounts, given the most valuable first; nothing where all is known."""
    return tuple(
        _unknown(what, missing, remedy, len(summaries), context)
        for what, missing, remedy in _kinds(summaries, context)
        if missing
    )


def _unknown(what: str, missing: Sequence[AccountSummary], remedy: str, every: int, context: Context) -> Unknown:
    t = context.wording
    names = account_names(missing, context, most=NAMED)
    named = t.listing([account.name for account in names.names])
    return Unknown(
        what=what,
        count=t.text("{n} of {all}", n=len(missing), all=every),
        accounts=f"{named}{'' if context.language == 'zh' else ' '}{names.more}" if names.more else named,
        remedy=remedy,
    )


def _kinds(summaries: Sequence[AccountSummary], context: Context) -> Iterator[tuple[str, list[AccountSummary], str]]:
    """Yield what may be unknown, the accounts it is unknown of, and what would make it known."""
    t = context.wording
    yield (
        t.text("Purchases"),
        [one for one in summaries if one.scores.activity.monetary is None],
        t.text("Purchases in the plan, or in NAME.purchases.csv beside it"),
    )
    unplaced = [one for one in summaries if one.scores.key_account.quadrant is None]
    yield t.text("Place in the matrix"), unplaced, _criteria(unplaced, context)
    yield (
        t.text("Health"),
        [one for one in summaries if one.scores.health.band is None],
        t.text("People with their support, goals with figures, a survey, or requests with their days"),
    )
    yield (
        t.text("Relationship"),
        [one for one in summaries if one.scores.relationship.score is None],
        t.text("The people who decide, with influence and support"),
    )
    yield (
        t.text("Revenue target"),
        [one for one in summaries if one.scores.forecast.target is None],
        t.text("A goal in money with a target"),
    )
    yield (
        t.text("Booked of the target"),
        [one for one in summaries if one.scores.forecast.target is not None and one.scores.forecast.actual is None],
        t.text("The actual figure of the revenue goal"),
    )
    yield (
        t.text("Worth of open opportunities"),
        [one for one in summaries if one.scores.forecast.unweighted],
        t.text("An amount and a stage, or a probability of its own, for each of them"),
    )
    yield (
        t.text("Hours for the account"),
        [
            one
            for one in summaries
            if one.scores.metrics.get("planned-hours") is None and one.scores.metrics.get("spent-hours") is None
        ],
        t.text("Hours of the actions, planned and spent"),
    )


def _criteria(unplaced: Sequence[AccountSummary], context: Context) -> str:
    """Return the criteria that most of the accounts without a place lack."""
    t = context.wording
    missing = Counter(
        criterion_name(criterion, context)
        for summary in unplaced
        for criterion in summary.scores.key_account.criteria
        if criterion.axis is not None and criterion.points is None
    )
    named = [name for name, _ in sorted(missing.items(), key=lambda pair: (-pair[1], pair[0]))[:_CRITERIA_NAMED]]
    if not named:
        return t.text("Criteria for both axes in kamgen.yaml")
    return t.text("A criterion of each axis; most often missing: {criteria}", criteria=tuple(named))
