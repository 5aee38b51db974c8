"""A strategy belongs to a phase that nobody in the account's team covers. Not reported where the plan names no team.

Market, sales and service take turns with the customer, before, during and after the sale. What is given to a phase
without a person is given to nobody.

Write who covers it: team: - {member: daniel-okoye, phase: market}; or correct phase: of the strategy.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import running_strategies
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.values import LocalisedText
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the phase of every running strategy that no seat of the team covers; a plan without a team may be so.

    A seat without a phase is that of the member's own phase, and covers any where that is not known either.
    """
    team = subject.account.team
    usual = {member.id: member.phase for member in subject.settings.team}
    covered = {seat.phase or usual.get(seat.member) for seat in team}
    if not team or None in covered:
        return
    for path, strategy in running_strategies(subject):
        if strategy.phase is not None and strategy.phase not in covered:
            english, chinese = LABELS["phase"][strategy.phase]
            yield Problem(
                (*path, "phase"),
                phrase(
                    "the strategy “{text}” belongs to the phase “{phase}”, which nobody in the account's team covers",
                    text=strategy.text,
                    phase=LocalisedText(en=english, zh=chinese),
                ),
                phrase(
                    "add a member with phase: {phase} under team:, or correct phase: of the strategy",
                    phase=strategy.phase,
                ),
            )


PLAN = """\
team:
  - {member: lin-yue, phase: sales}
  - {member: daniel-okoye, phase: market}
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      phase: market
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
"""

RULE = PlanRule(
    name="phase-without-member",
    level="warning",
    family="upkeep",
    methods=("F1", "B5"),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("  - {member: daniel-okoye, phase: market}\n", "")),
    good=Example(PLAN),
)
