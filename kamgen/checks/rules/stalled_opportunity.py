"""An open opportunity was found, by default, more than 365 days ago, and has not left the first stage. Not reported
once its close: has passed, which has to be settled first.

It keeps the pipeline looking full, and everybody from asking what is really new. A customer who has not moved in a
year has decided, only not said so.

Ask the customer whether they still want it: move it on, or write status: lost and lost_reason:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_undecided, open_opportunities, stages_behind
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 365, "Days after which an opportunity should have left the first stage", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every old opportunity of the first stage; one whose day of decision is past is found for that already."""
    limit = subject.number(DAYS)
    for path, opportunity in open_opportunities(subject):
        if (
            opportunity.created is None
            or is_undecided(opportunity, subject)
            or stages_behind(opportunity, subject.settings) != ()
        ):
            continue
        days = (subject.as_of - opportunity.created).days
        if days > limit:
            yield Problem(
                (*path, "created"),
                phrase(
                    "“{name}” has been in the first stage for {days} days; the limit is {limit}",
                    name=opportunity.name,
                    days=days,
                    limit=limit,
                ),
                phrase("ask the customer whether they still want it; then move it on, or write status: lost"),
            )


PROCESS = "processes:\n  framework: {stages: [{id: need, probability: 0.1}, {id: proposal, probability: 0.4}]}\n"
OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    process: framework
    stage: {stage}
    amount: 38000
    created: 2025-03-02
    close: 2026-09-30
    next_step: {{text: Price model, owner: lin-yue, due: 2026-06-26}}
"""

RULE = PlanRule(
    name="stalled-opportunity",
    level="warning",
    family="opportunities",
    methods=("D2",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(stage="need"), PROCESS),
    good=Example(OPPORTUNITY.format(stage="proposal"), PROCESS),
)
