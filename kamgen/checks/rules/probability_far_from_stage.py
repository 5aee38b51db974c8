"""The probability written for an open opportunity is far from that of its stage, by default by more than 25 percentage
points.

The probabilities of the stages stand for what is usually won from there. Wishful figures inflate the forecast,
cautious ones hide work from those who plan capacity; either way, the stage and the figure cannot both be right.

Correct stage: to the one that it is really in, or remove probability:. Where there is a reason, waive the rule and say
why.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import open_opportunities, stage_of
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

POINTS = Parameter("points", 25, "Percentage points by which a probability may differ from that of its stage", most=100)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every probability of an open opportunity that is further from its stage's than agreed."""
    limit = subject.number(POINTS)
    for path, opportunity in open_opportunities(subject):
        own, stage = opportunity.probability, stage_of(opportunity, subject.settings)
        if own is not None and stage is not None and abs(own - stage.probability) * 100 > limit:
            yield Problem(
                (*path, "probability"),
                phrase(
                    "“{name}” is given a probability of {own}%, far from the {usual}% of its stage",
                    name=opportunity.name,
                    own=own * 100,
                    usual=stage.probability * 100,
                ),
                phrase("correct stage: to the one that it is really in, or remove probability:"),
            )


PROCESS = "processes:\n  tender: {stages: [{id: notice, probability: 0.1}, {id: award, probability: 0.9}]}\n"
OPPORTUNITY = """\
opportunities:
  - id: care-homes
    name: Care home contract
    process: tender
    stage: notice
    probability: {probability}
    close: 2026-10-15
    next_step: {{text: Find the county buyer, owner: lin-yue, due: 2026-06-26}}
"""

RULE = PlanRule(
    name="probability-far-from-stage",
    level="warning",
    family="opportunities",
    methods=("D2", "D3"),
    parameters=(POINTS,),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(probability="0.6"), PROCESS),
    good=Example(OPPORTUNITY.format(probability="0.2"), PROCESS),
)
