"""A plan names a person, goal, need, dimension, member, process, stage, task or product that is not there. Members,
products and processes are only checked where kamgen.yaml lists any.

A misspelt id silently cuts a tie: an action without an owner, an opportunity in no stage.

Write the id as it stands where the thing is defined: people, needs and goals in the plan itself, members, products and
processes in kamgen.yaml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kamgen.checks.intended import id_for_name, names_at
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean, nearest
from kamgen.workspace.problems import Path

Reference = tuple[Path, str | None]


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every reference to something that is not there."""
    plan, settings = subject.account, subject.settings
    members = {member.id for member in settings.team}
    people = {person.id for person in plan.power_map.people}
    products = {product.id for product in settings.products}
    goals = {goal.id for goal in plan.goals.goals}
    needs = {need.id for need in plan.profile.needs}
    closable = needs | {dimension.dimension for dimension in plan.success_plan.assessment}
    if members:
        yield from _unknown(subject, _members(subject), members, "member of the team")
    if products:
        yield from _unknown(subject, _products(subject), products, "product line")
    yield from _unknown(subject, _people(subject), people, "person on the power map")
    yield from _unknown(subject, _either(subject), people | members, "member of the team or person on the power map")
    yield from _unknown(subject, _goals(subject), goals, "goal of this plan")
    yield from _unknown(subject, _needs(subject), needs, "need of this plan")
    yield from _unknown(subject, _closes(subject), closable, "dimension or need of this plan")
    if settings.processes:
        yield from _processes(subject)


def _unknown(subject: Subject, references: Iterable[Reference], known: Collection[str], what: str) -> Iterator[Problem]:
    for path, name in references:
        if name is not None and name not in known:
            hint = did_you_mean(name, sorted(known))
            if nearest(name, known) is None:
                hint = id_for_name(name, names_at(path, subject.account, subject.settings)) or hint
            yield Problem(path, phrase(f"{{name}} is not a {what}", name=name), hint)


def _members(subject: Subject) -> Iterator[Reference]:
    plan = subject.account
    yield ("owner",), plan.owner
    for index, seat in enumerate(plan.team):
        yield ("team", index, "member"), seat.member
    if plan.reviewed is not None:
        yield ("reviewed", "by"), plan.reviewed.by
    if plan.sentiment is not None:
        yield ("sentiment", "by"), plan.sentiment.by
    for index, strategy in enumerate(plan.goals.strategies):
        place: Path = ("goals", "strategies", index)
        for inner, measure in enumerate(strategy.measures):
            yield (*place, "measures", inner, "owner"), measure.owner
        for inner, action in enumerate(strategy.actions):
            yield (*place, "actions", inner, "owner"), action.owner
    for index, person in enumerate(plan.power_map.people):
        yield ("power_map", "people", index, "covered_by"), person.covered_by
    for index, outcome in enumerate(plan.success_plan.outcomes):
        place = ("success_plan", "outcomes", index)
        yield (*place, "owner"), outcome.owner
        for inner, milestone in enumerate(outcome.milestones):
            yield (*place, "milestones", inner, "owner"), milestone.owner
    for index, opportunity in enumerate(plan.opportunities):
        if opportunity.next_step is not None:
            yield ("opportunities", index, "next_step", "owner"), opportunity.next_step.owner
    for index, commitment in enumerate(plan.joint_plan.commitments):
        if commitment.by == "us":
            yield ("joint_plan", "commitments", index, "owner"), commitment.owner
    for index, request in enumerate(plan.service.requests):
        yield ("service", "requests", index, "owner"), request.owner
    for index, risk in enumerate(plan.risks):
        yield ("risks", index, "owner"), risk.owner
    for index, handover in enumerate(plan.handovers):
        yield ("handovers", index, "to"), handover.to


def _people(subject: Subject) -> Iterator[Reference]:
    plan = subject.account
    for index, person in enumerate(plan.power_map.people):
        place: Path = ("power_map", "people", index)
        yield (*place, "reports_to"), person.reports_to
        for inner, line in enumerate(person.influences):
            yield (*place, "influences", inner, "person"), line.person
    for index, outcome in enumerate(plan.success_plan.outcomes):
        place = ("success_plan", "outcomes", index)
        yield (*place, "customer_owner"), outcome.customer_owner
        for inner, milestone in enumerate(outcome.milestones):
            yield (*place, "milestones", inner, "customer_owner"), milestone.customer_owner
    for index, opportunity in enumerate(plan.opportunities):
        for inner, person_id in enumerate(opportunity.people):
            yield ("opportunities", index, "people", inner), person_id
    for index, commitment in enumerate(plan.joint_plan.commitments):
        if commitment.by == "customer":
            yield ("joint_plan", "commitments", index, "owner"), commitment.owner


def _either(subject: Subject) -> Iterator[Reference]:
    if not subject.settings.team:
        return
    for index, review in enumerate(subject.account.reviews):
        for inner, attendee in enumerate(review.attendees):
            yield ("reviews", index, "attendees", inner), attendee


def _products(subject: Subject) -> Iterator[Reference]:
    plan = subject.account
    for index, space in enumerate(plan.value.white_space):
        yield ("value", "white_space", index, "product"), space.product
    for index, opportunity in enumerate(plan.opportunities):
        yield ("opportunities", index, "product"), opportunity.product
    for index, supply in enumerate(plan.joint_plan.supply):
        yield ("joint_plan", "supply", index, "product"), supply.product
    known = {product.id for product in subject.settings.products}
    reported: set[str] = set()
    for index, purchase in enumerate(plan.value.purchases):
        # A history repeats its products: one finding for each unknown one is enough.
        if purchase.product is not None and purchase.product not in known and purchase.product not in reported:
            reported.add(purchase.product)
            yield ("value", "purchases", index, "product"), purchase.product


def _goals(subject: Subject) -> Iterator[Reference]:
    plan = subject.account
    for index, strategy in enumerate(plan.goals.strategies):
        for inner, goal in enumerate(strategy.serves):
            yield ("goals", "strategies", index, "serves", inner), goal
    for index, goal in enumerate(plan.joint_plan.goals):
        yield ("joint_plan", "goals", index), goal


def _needs(subject: Subject) -> Iterator[Reference]:
    for index, opportunity in enumerate(subject.account.opportunities):
        for inner, need in enumerate(opportunity.needs):
            yield ("opportunities", index, "needs", inner), need


def _closes(subject: Subject) -> Iterator[Reference]:
    for index, outcome in enumerate(subject.account.success_plan.outcomes):
        yield ("success_plan", "outcomes", index, "closes"), outcome.closes


def _processes(subject: Subject) -> Iterator[Problem]:
    processes = subject.settings.processes
    for index, opportunity in enumerate(subject.account.opportunities):
        place: Path = ("opportunities", index)
        if opportunity.process is None:
            continue
        process = processes.get(opportunity.process)
        if process is None:
            yield from _unknown(
                subject, [((*place, "process"), opportunity.process)], processes.keys(), "buying process"
            )
            continue
        stages = [stage.id for stage in process.stages]
        yield from _unknown(subject, [((*place, "stage"), opportunity.stage)], stages, "stage of this process")
        tasks = {task for stage in process.stages for task in stage.tasks}
        done: list[Reference] = [
            ((*place, "done_tasks", inner), task) for inner, task in enumerate(opportunity.done_tasks)
        ]
        yield from _unknown(subject, done, tasks, "task of this process")


RULE = PlanRule(
    name="unknown-reference",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example("goals:\n  goals: [{id: revenue, text: Net purchases}]\njoint_plan: {goals: [revenu]}\n"),
    good=Example("goals:\n  goals: [{id: revenue, text: Net purchases}]\njoint_plan: {goals: [revenue]}\n"),
)
