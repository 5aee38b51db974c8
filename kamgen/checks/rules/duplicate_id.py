"""Two things of one kind have the same id.

Ids tie a plan together: opportunities name needs, commitments name people, changes are matched by id. Where an id
stands twice, nobody can tell which of the two is meant.

Give one of them another id; keep the one that others refer to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Path

Placed = Iterable[tuple[Path, str]]


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every id that stands a second time among things of its kind."""
    plan = subject.account
    goals: Path = ("goals", "goals")
    strategies: Path = ("goals", "strategies")
    lists: list[tuple[Path, Iterable[str]]] = [
        (("profile", "needs"), (need.id for need in plan.profile.needs)),
        (goals, (goal.id for goal in plan.goals.goals)),
        (strategies, (strategy.id for strategy in plan.goals.strategies)),
        (("power_map", "people"), (person.id for person in plan.power_map.people)),
        (("success_plan", "outcomes"), (outcome.id for outcome in plan.success_plan.outcomes)),
        (("opportunities",), (opportunity.id for opportunity in plan.opportunities)),
        (("joint_plan", "initiatives"), (initiative.id for initiative in plan.joint_plan.initiatives)),
        (("joint_plan", "commitments"), (commitment.id for commitment in plan.joint_plan.commitments)),
        (("service", "requests"), (request.id for request in plan.service.requests)),
        (("service", "blueprint"), (step.id for step in plan.service.blueprint)),
        (("risks",), (risk.id for risk in plan.risks)),
    ]
    for path, ids in lists:
        yield from _repeated(((*path, index, "id"), id_) for index, id_ in enumerate(ids))
    for name in ("measures", "actions"):
        yield from _repeated(
            ((*strategies, index, name, inner, "id"), item.id)
            for index, strategy in enumerate(plan.goals.strategies)
            for inner, item in enumerate(getattr(strategy, name))
        )


def _repeated(placed: Placed) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, id_ in placed:
        if id_ in seen:
            yield Problem(
                path,
                phrase("the id {id} stands here a second time", id=id_),
                phrase("give one of the two another id; keep the one that others refer to"),
            )
        seen.add(id_)


RULE = PlanRule(
    name="duplicate-id",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example(
        "risks:\n  - {id: new-buyer, text: The buyer retires}\n  - {id: new-buyer, text: A rival is invited}\n"
    ),
    good=Example(
        "risks:\n  - {id: new-buyer, text: The buyer retires}\n  - {id: rival-invited, text: A rival is invited}\n"
    ),
)
