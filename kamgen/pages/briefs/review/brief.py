"""The joint review, as the customer may read it (C1 to C3): default-deny.

These types have no field for anything internal, and nothing here takes a value from the plan that is not listed
in the functions below: what both sides sign, the goals that are shared, the customer's own outcomes, what was
agreed in joint meetings, and the figures that ``joint_plan.share`` lists (:mod:`.figures`). Ratings, scores,
risks, rivals, opportunities and our own notes have no way in. Ids are never shown: an owner whom neither the settings
nor the power map know by name is "to be named".

Which goals, outcomes and meetings are shared, :mod:`kamgen.checks.joint_review` decides. What people wrote into the
shared texts is read once more before a brief is made: see :mod:`.release`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kamgen.checks.joint_review import (
    has_joint_review,
    is_achieved,
    is_confirmed,
    past_joint_reviews,
    shared_goals,
    shared_outcomes,
)
from kamgen.pages.briefs.review.figures import (
    SharedFigure,
    SharedPurchases,
    SharedSatisfaction,
    shared_purchases,
    shared_requests,
    shared_satisfaction,
)
from kamgen.pages.briefs.review.joint_meeting import agenda, decisions, is_late, messages, to_come
from kamgen.pages.charts.small import Progress, progress
from kamgen.pages.context import Context
from kamgen.pages.measures import figure
from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.joint_plan import Commitment, Initiative, JointPlan
from kamgen.plan.success_plan import Milestone, Outcome
from kamgen.plan.values import LocalisedText
from kamgen.scoring.progress import reached, time_gone
from kamgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class SharedGoal:
    """A goal of the joint plan: where it started, where it is and where it is to be."""

    text: str
    baseline: str
    actual: str
    target: str
    due: str
    standing: str
    chart: Progress | None


@dataclass(frozen=True, slots=True)
class Step:
    """Something with an owner, a day and a state: a milestone or a commitment."""

    text: str
    owners: str
    due: str
    status: str
    late: bool
    done: bool


@dataclass(frozen=True, slots=True)
class CustomerOutcome:
    """An outcome of the customer's own, in its own measure; one that is achieved has its milestones behind it."""

    text: str
    standing: str
    achieved: bool
    confirmed: bool
    baseline: str
    actual: str
    target: str
    due: str
    owners: str
    chart: Progress | None
    milestones: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class JointInitiative:
    """Something both sides do together, with what each gets out of it."""

    area: str
    text: str
    for_customer: str
    for_us: str
    due: str
    status: str
    late: bool


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """Planned supply of a product in a period."""

    product: str
    period: str
    volume: str
    share: str


@dataclass(frozen=True, slots=True)
class PastReview:
    """What a joint meeting brought."""

    day: str
    outcomes: tuple[str, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomerReview:
    """The customer-facing brief of the joint business review, ready to be set.

    ``company`` is ours, empty where the settings do not name it. ``achieved`` are the outcomes that are reached or
    confirmed, ``outcomes`` those under way.
    """

    title: str
    customer: str
    company: str
    as_of: str
    contact: str
    next_review: str
    value_proposition: str
    covers: tuple[str, ...]
    leaves_out: tuple[str, ...]
    messages: tuple[str, ...]
    goals: tuple[SharedGoal, ...]
    achieved: tuple[CustomerOutcome, ...]
    outcomes: tuple[CustomerOutcome, ...]
    initiatives: tuple[JointInitiative, ...]
    ours: tuple[Step, ...]
    theirs: tuple[Step, ...]
    satisfaction: SharedSatisfaction | None
    requests: tuple[SharedFigure, ...]
    purchases: SharedPurchases | None
    supply: tuple[SupplyLine, ...]
    past: tuple[PastReview, ...]
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]


def customer_review(account: Account, context: Context) -> CustomerReview | None:
    """Return what the joint review says in the context's language; None where the joint plan is empty."""
    if not has_joint_review(account):
        return None
    t, joint = context.wording, account.joint_plan
    people = _Names(account, context)
    goals = [goal for _, goal in shared_goals(account)]
    outcomes = [outcome for _, outcome in shared_outcomes(account)]
    results = [_outcome(outcome, number, people, context) for number, outcome in enumerate(outcomes, 1)]
    by_side = {side: [c for c in joint.commitments if c.by == side] for side in ("us", "customer")}
    satisfaction, requests = shared_satisfaction(account, context), shared_requests(account, context)
    return CustomerReview(
        title=_title(joint, t),
        customer=t.of(account.name),
        company=t.of(context.settings.briefs.company),
        as_of=t.day(context.as_of),
        contact=people.ours(account.owner),
        next_review=t.day(to_come(joint.next_review, context.as_of), weekday=True),
        value_proposition=t.of(joint.value_proposition),
        covers=_scope(() if joint.scope is None else joint.scope.in_, context),
        leaves_out=_scope(() if joint.scope is None else joint.scope.out, context),
        messages=tuple(messages(goals, outcomes, joint, context)),
        goals=tuple(_goal(goal, number, context) for number, goal in enumerate(goals, 1)),
        achieved=tuple(result for result in results if result.achieved),
        outcomes=tuple(result for result in results if not result.achieved),
        initiatives=tuple(_initiative(initiative, context) for initiative in joint.initiatives),
        ours=tuple(_commitment(commitment, people, context) for commitment in by_side["us"]),
        theirs=tuple(_commitment(commitment, people, context) for commitment in by_side["customer"]),
        satisfaction=satisfaction,
        requests=requests,
        purchases=shared_purchases(account, context),
        supply=tuple(_supply(joint, context)),
        past=tuple(_past(account, context)),
        agenda=tuple(agenda(joint, bool(goals or outcomes), bool(satisfaction or requests), t)),
        decisions=tuple(decisions(goals, outcomes, joint, people.knows, context)),
    )


class _Names:
    """Names of people on both sides; never an id."""

    def __init__(self, account: Account, context: Context) -> None:
        t = context.wording
        self._unnamed = t.text("to be named")
        self._team = {member.id: t.of(member.name) for member in context.settings.team}
        self._people = {
            person.id: t.of(person.name)
            for person in account.power_map.people
            if person.name is not None and not person.wanted
        }
        self._join = t.listing

    def ours(self, member: str | None) -> str:
        return self._team.get(member or "", self._unnamed)

    def theirs(self, person: str | None) -> str:
        return self._people.get(person or "", self._unnamed)

    def both(self, member: str | None, person: str | None) -> str:
        named = [self.ours(member)] if member else []
        named += [self.theirs(person)] if person else []
        return self._join(list(dict.fromkeys(named))) or self._unnamed

    def knows(self, commitment: Commitment) -> bool:
        known = self._team if commitment.by == "us" else self._people
        return commitment.owner in known


def _title(joint: JointPlan, t: Wording) -> str:
    if joint.year is None:
        return t.text("Joint business review")
    return t.text("Joint business review {year}", year=str(joint.year))


def _scope(texts: Iterable[str | LocalisedText], context: Context) -> tuple[str, ...]:
    t = context.wording
    return tuple(context.product(t.of(text)) for text in texts)


def _goal(goal: Goal, number: int, context: Context) -> SharedGoal:
    t = context.wording
    done = reached(goal)
    gone = time_gone(goal, context.as_of)
    return SharedGoal(
        text=t.of(goal.text),
        baseline=figure(goal.baseline, goal.unit, t),
        actual=figure(goal.actual, goal.unit, t),
        target=figure(goal.target, goal.unit, t),
        due=t.day(goal.due),
        standing=_goal_standing(done, gone, t),
        chart=None if done is None else progress(f"goal-{number}", done, gone, t),
    )


def _goal_standing(done: Decimal | None, gone: Decimal | None, t: Wording) -> str:
    if done is None:
        return t.text("not measured yet")
    if done >= 1:
        return t.text("reached")
    if gone is None:
        return t.text("{share} reached", share=t.percent(done))
    return t.text("{share} reached, {time} of the time gone", share=t.percent(done), time=t.percent(gone))


def _outcome(outcome: Outcome, number: int, people: _Names, context: Context) -> CustomerOutcome:
    t = context.wording
    done = reached(outcome)
    gone = time_gone(outcome, context.as_of)
    achieved = is_achieved(outcome, context.as_of)
    return CustomerOutcome(
        text=t.of(outcome.text),
        standing=_outcome_standing(outcome, achieved, context),
        achieved=achieved,
        confirmed=is_confirmed(outcome, context.as_of),
        baseline=figure(outcome.baseline, outcome.unit, t),
        actual=figure(outcome.actual, outcome.unit, t),
        target=figure(outcome.target, outcome.unit, t),
        due=t.day(outcome.due),
        owners=people.both(outcome.owner, outcome.customer_owner),
        chart=None if done is None else progress(f"outcome-{number}", done, gone, t),
        milestones=() if achieved else tuple(_milestone(step, people, context) for step in outcome.milestones),
    )


def _outcome_standing(outcome: Outcome, achieved: bool, context: Context) -> str:
    t = context.wording
    if outcome.verified is not None and is_confirmed(outcome, context.as_of):
        return t.text("Confirmed by you on {day}", day=outcome.verified)
    if achieved:
        return t.text("Reached; your confirmation is wanted")
    return t.text("Not measured yet") if reached(outcome) is None else t.text("Under way")


def _milestone(milestone: Milestone, people: _Names, context: Context) -> Step:
    t = context.wording
    return Step(
        text=t.of(milestone.text),
        owners=people.both(milestone.owner, milestone.customer_owner),
        due=t.day(milestone.due),
        status=t.label("work_status", milestone.status),
        late=is_late(milestone.status, milestone.due, context.as_of),
        done=milestone.status == "done",
    )


def _initiative(initiative: Initiative, context: Context) -> JointInitiative:
    t = context.wording
    benefit = initiative.benefit
    return JointInitiative(
        area="" if initiative.area is None else t.label("area", initiative.area),
        text=t.of(initiative.text),
        for_customer="" if benefit is None else t.of(benefit.theirs),
        for_us="" if benefit is None else t.of(benefit.ours),
        due=t.day(initiative.due),
        status=t.label("work_status", initiative.status),
        late=is_late(initiative.status, initiative.due, context.as_of),
    )


def _commitment(commitment: Commitment, people: _Names, context: Context) -> Step:
    t = context.wording
    return Step(
        text=t.of(commitment.text),
        owners=people.ours(commitment.owner) if commitment.by == "us" else people.theirs(commitment.owner),
        due=t.day(commitment.due),
        status=t.label("work_status", commitment.status),
        late=is_late(commitment.status, commitment.due, context.as_of),
        done=commitment.status == "done",
    )


def _supply(joint: JointPlan, context: Context) -> Iterable[SupplyLine]:
    t = context.wording
    for line in joint.supply:
        unit = t.of(line.unit)
        yield SupplyLine(
            product=context.product(line.product),
            period=line.period or "",
            volume=figure(line.volume, unit or None, t),
            share=t.percent(line.share),
        )


def _past(account: Account, context: Context) -> Iterable[PastReview]:
    t = context.wording
    for _, review in past_joint_reviews(account, context.as_of):
        yield PastReview(
            day=t.day(review.date),
            outcomes=tuple(t.of(text) for text in review.outcomes),
            decisions=tuple(t.of(text) for text in review.decisions),
        )
