"""What a joint meeting should know first, talk about and decide: worked out from what both sides may read.

Nothing but shared goals, the customer's outcomes and the joint plan comes in here, for the customer reads it
(see :mod:`kamgen.pages.briefs.review.brief`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from kamgen.checks.joint_review import is_achieved, is_confirmed
from kamgen.pages.context import Context
from kamgen.plan.goals import Goal, WorkStatus
from kamgen.plan.joint_plan import Commitment, JointPlan
from kamgen.plan.success_plan import Outcome
from kamgen.scoring.progress import reached, time_gone
from kamgen.wording.language import Wording

BEHIND = Decimal("0.1")
"""How far a shared goal may lie behind the time that has gone before the meeting is asked about it."""

_OPEN: frozenset[WorkStatus] = frozenset({"todo", "doing"})


def is_late(status: WorkStatus, due: date | None, as_of: date) -> bool:
    """Return whether something is still open after its day."""
    return status in _OPEN and due is not None and due < as_of


def to_come(day: date | None, as_of: date) -> date | None:
    """Return a day that is not past yet."""
    return day if day is not None and day >= as_of else None


def messages(goals: list[Goal], outcomes: list[Outcome], joint: JointPlan, context: Context) -> Iterable[str]:
    """Yield what the meeting should know first: outcomes, goals, promises."""
    t, as_of = context.wording, context.as_of
    if outcomes:
        yield t.text(
            "Outcomes: {reached} of {all} reached, {confirmed} confirmed by you.",
            reached=sum(is_achieved(outcome, as_of) for outcome in outcomes),
            all=len(outcomes),
            confirmed=sum(is_confirmed(outcome, as_of) for outcome in outcomes),
        )
    measured = [(reached(goal), time_gone(goal, as_of)) for goal in goals]
    if measured:
        yield t.text(
            "Shared goals: {on_track} of {all} reached or on schedule.",
            on_track=sum(
                done is not None and (done >= 1 or (gone is not None and done >= gone)) for done, gone in measured
            ),
            all=len(goals),
        )
    promised = [commitment for commitment in joint.commitments if commitment.status != "dropped"]
    if promised:
        late = sum(is_late(commitment.status, commitment.due, as_of) for commitment in promised)
        kept = sum(commitment.status == "done" for commitment in promised)
        yield t.text("Commitments: {kept} of {all} kept, {late} past due.", kept=kept, all=len(promised), late=late)


def agenda(joint: JointPlan, has_results: bool, has_figures: bool, t: Wording) -> Iterable[str]:
    """Yield the points of the meeting, as far as there is something to say to them."""
    if has_results:
        yield t.text("Results: shared goals and your outcomes")
    if joint.commitments:
        yield t.text("Commitments of both sides")
    if joint.initiatives:
        yield t.text("Joint initiatives")
    if has_figures:
        yield t.text("Our service in figures")
    if joint.supply:
        yield t.text("Supply plan")
    yield t.text("Decisions and next review")


def decisions(
    goals: list[Goal],
    outcomes: list[Outcome],
    joint: JointPlan,
    knows_owner: Callable[[Commitment], bool],
    context: Context,
) -> Iterable[str]:
    """Yield what the meeting is asked to decide, from what is open in the shared plan."""
    t, as_of = context.wording, context.as_of
    for outcome in outcomes:
        if is_achieved(outcome, as_of) and not is_confirmed(outcome, as_of):
            yield t.text("Confirm that “{outcome}” is reached.", outcome=t.of(outcome.text))
    for goal in goals:
        done, gone = reached(goal), time_gone(goal, as_of)
        if done is not None and gone is not None and done < 1 and gone - done > BEHIND:
            yield t.text("What brings “{goal}” back on schedule?", goal=t.of(goal.text))
    for commitment in joint.commitments:
        if is_late(commitment.status, commitment.due, as_of) and commitment.due is not None:
            yield t.text("A new day for “{text}”, due since {day}.", text=t.of(commitment.text), day=commitment.due)
        elif commitment.status in _OPEN and not knows_owner(commitment):
            yield t.text("Who answers for “{text}”?", text=t.of(commitment.text))
    for initiative in joint.initiatives:
        if is_late(initiative.status, initiative.due, as_of):
            yield t.text("Continue, change or end “{text}”?", text=t.of(initiative.text))
    if to_come(joint.next_review, as_of) is None:
        yield t.text("Day of the next joint review.")
