"""An open opportunity has an amount, but neither a stage of a buying process nor a probability. An idea without an
amount need not have a stage.

Its amount cannot be weighed, so it is missing from the forecast, and the gap to the target looks larger than it is.

Write the buying process and the stage that it is in: process: framework, stage: proposal; or probability: 0.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.opportunities import Opportunity
from kamgen.scoring.forecast import win_probability
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open opportunity whose amount cannot be weighed; what names a wrong stage is found elsewhere."""
    processes = subject.settings.processes
    for path, opportunity in open_opportunities(subject):
        if opportunity.amount is None or win_probability(opportunity, subject.settings) is not None:
            continue
        if opportunity.stage is None or opportunity.process is None or not processes:
            yield Problem(
                (*path, _missing_key(opportunity)),
                phrase(
                    "“{name}” has neither a stage nor a probability, so it is missing from the forecast",
                    name=opportunity.name,
                ),
                phrase("write process: and stage:, or probability:"),
            )


def _missing_key(opportunity: Opportunity) -> str:
    if opportunity.stage is None:
        return "stage"
    return "process" if opportunity.process is None else "probability"


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    amount: 38000
    close: 2026-09-30
    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}
"""
PROCESS = "processes:\n  framework: {stages: [{id: need, probability: 0.1}, {id: proposal, probability: 0.4}]}\n"

RULE = PlanRule(
    name="opportunity-without-stage",
    level="warning",
    family="opportunities",
    methods=("D2", "D3"),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY, PROCESS),
    good=Example(OPPORTUNITY + "    process: framework\n    stage: proposal\n", PROCESS),
)
