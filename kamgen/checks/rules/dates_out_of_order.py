"""Two dates of the same thing stand in the wrong order: a goal, measure or outcome ends before it starts, a request is
closed before it was raised, an opportunity is decided before it was found, ratings are confirmed before the handover.

One of the two is wrong, and a figure with it: how far a goal should be, how fast the customer was answered, whether an
outcome counts as confirmed.

Look at both dates and correct the wrong one; it is often only the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Path

STARTS = "“{name}” ends on {second}, before it starts on {first}"
CONFIRMED = "“{name}” was confirmed on {second}, before it started on {first}"
RAISED = "“{name}” was closed on {second}, before it was raised on {first}"
FOUND = "“{name}” is decided on {second}, before it was found on {first}"
HANDED_OVER = "the ratings of “{name}” were confirmed on {second}, before the handover of {first}"

Pair = tuple[Path, str, str | LocalisedText, date | None, date | None]
"""The way to the later of two days, what is said where it is earlier, of what, the day that comes first, the later."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the later of every two days where it is before the other; the same day is in order."""
    plan = subject.account
    for pairs in (_goals(plan), _outcomes(plan), _others(plan)):
        for path, said, name, first, second in pairs:
            if first is not None and second is not None and second < first:
                yield Problem(
                    path,
                    phrase(said, name=name, first=first, second=second),
                    phrase("correct the wrong date; it is often only the year"),
                )


def _goals(plan: Account) -> Iterator[Pair]:
    for index, goal in enumerate(plan.goals.goals):
        yield ("goals", "goals", index, "due"), STARTS, goal.text, goal.start, goal.due
    for index, strategy in enumerate(plan.goals.strategies):
        for inner, measure in enumerate(strategy.measures):
            path: Path = ("goals", "strategies", index, "measures", inner, "due")
            yield path, STARTS, measure.text, measure.start, measure.due


def _outcomes(plan: Account) -> Iterator[Pair]:
    for index, outcome in enumerate(plan.success_plan.outcomes):
        path: Path = ("success_plan", "outcomes", index)
        yield (*path, "due"), STARTS, outcome.text, outcome.start, outcome.due
        yield (*path, "verified"), CONFIRMED, outcome.text, outcome.start, outcome.verified


def _others(plan: Account) -> Iterator[Pair]:
    for index, request in enumerate(plan.service.requests):
        yield ("service", "requests", index, "closed"), RAISED, request.text, request.raised, request.closed
    for index, offer in enumerate(plan.opportunities):
        if offer.status == "open":  # what was decided is often written down later
            yield ("opportunities", index, "close"), FOUND, offer.name, offer.created, offer.close
    for index, handover in enumerate(plan.handovers):
        yield ("handovers", index, "reconfirmed"), HANDED_OVER, plan.name, handover.date, handover.reconfirmed


REQUEST = """\
service:
  requests:
    - id: pallet-labels
      text: Labels on two sides
      function: production
      owner: lin-yue
      raised: 2026-04-22
      due: 2026-04-30
      closed: {closed}
"""

RULE = PlanRule(
    name="dates-out-of-order",
    level="warning",
    family="references",
    methods=("B5", "C3", "D2", "D4", "E8"),
    documentation=__doc__,
    check=check,
    bad=Example(REQUEST.format(closed="2025-04-28")),
    good=Example(REQUEST.format(closed="2026-04-28")),
)
