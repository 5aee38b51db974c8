"""A strategy has no measure.

Whether a strategy works shows in the goal only at the end of the year. A measure shows it after weeks, while there is
still time to go another way.

Write what should move first, and whose figure it is: measures: [{id: …, text: …, target: …, owner: …}].
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_example import SOUND_PLAN
from kamgen.checks.goal_work import running_strategies
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every running strategy without a measure."""
    for path, strategy in running_strategies(subject):
        if not strategy.measures:
            yield Problem(
                (*path, "measures"),
                phrase("the strategy “{text}” has no measure", text=strategy.text),
                phrase("add under measures: the figure that shows first whether it works, with target: and owner:"),
            )


MEASURES = "      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]\n"

RULE = PlanRule(
    name="strategy-without-measure",
    level="warning",
    family="goals",
    methods=("B5",),
    documentation=__doc__,
    check=check,
    bad=Example(SOUND_PLAN.replace(MEASURES, "")),
    good=Example(SOUND_PLAN),
)
