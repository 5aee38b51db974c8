"""An open opportunity is beyond the first stage, and names nobody who decides about it. Only reported where the power
map has people.

Offers are won with people, not with companies: without names nobody asks who signs, who can say no, and who has not
been met.

Name the people who decide, by their ids from the power map: people: [head-of-purchasing, quality-lead].
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import found_people
from kamgen.checks.pipeline import open_opportunities, stages_behind
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every opportunity beyond the first stage without people, where the plan knows any."""
    if not any(found_people(subject)):
        return
    for path, opportunity in open_opportunities(subject):
        if not opportunity.people and stages_behind(opportunity, subject.settings):
            yield Problem(
                (*path, "people"),
                phrase("“{name}” names nobody who decides about it", name=opportunity.name),
                phrase("write their ids from the power map: people: […]"),
            )


PROCESS = "processes:\n  framework: {stages: [{id: need, probability: 0.1}, {id: proposal, probability: 0.4}]}\n"
OPPORTUNITY = """\
power_map:
  people: [{id: head-of-purchasing, name: Jana Verhoeven, title: Head of purchasing}]
opportunities:
  - id: season-contract
    name: Dairy season contract
    process: framework
    stage: proposal
    amount: 38000
    close: 2026-09-30
    next_step: {text: Price model, owner: lin-yue, due: 2026-06-26}
"""

RULE = PlanRule(
    name="opportunity-without-people",
    level="warning",
    family="opportunities",
    methods=("D1", "D2"),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY, PROCESS),
    good=Example(OPPORTUNITY + "    people: [head-of-purchasing]\n", PROCESS),
)
