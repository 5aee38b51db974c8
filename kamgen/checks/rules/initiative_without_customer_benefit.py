"""A joint initiative does not say what the customer gets out of it.

What is good for us alone is a sales campaign, and the customer's people will treat it as one: it loses its place as
soon as they are busy. The joint review shows initiatives to the customer with this very line.

Write it in the customer's words: benefit: {theirs: Fill rate above 99%}. If there is none, write status: dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.joint_work import open_initiatives
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open initiative without a benefit for the customer."""
    for path, initiative in open_initiatives(subject):
        if initiative.benefit is None or initiative.benefit.theirs is None:
            yield Problem(
                (*path, "benefit") if initiative.benefit is None else (*path, "benefit", "theirs"),
                phrase(
                    "the joint initiative “{text}” does not say what the customer gets out of it", text=initiative.text
                ),
                phrase("write it in the customer's words: benefit: {{theirs: …}}"),
            )


INITIATIVE = """\
joint_plan:
  next_review: 2026-09-15
  initiatives:
    - id: ski-season-stock
      area: replenishment
      text: Joint stock for the ski season
      benefit: {{{benefit}}}
      due: 2026-11-30
"""

RULE = PlanRule(
    name="initiative-without-customer-benefit",
    level="warning",
    family="joint-plan",
    methods=("C1", "C2"),
    documentation=__doc__,
    check=check,
    bad=Example(INITIATIVE.format(benefit="ours: Orders known six weeks ahead")),
    good=Example(INITIATIVE.format(benefit="ours: Orders known six weeks ahead, theirs: Fill rate above 99 percent")),
)
