"""The plan is too long to be read, by default over 1000 lines.

A plan is read before a visit, not studied. What is too long is neither read nor kept up to date, and the few lines
that matter are lost in it.

Take out what is done and decided, link to long texts, and move purchases to a CSV file beside the plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

# The sample plan that uses every section has 860 lines.
LINES = Parameter("lines", 1000, "Lines that a plan may have", least=20, most=100_000)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the file as a whole where it has too many lines."""
    limit = subject.number(LINES)
    if subject.lines > limit:
        yield Problem(
            (),
            phrase("the plan has {lines} lines; the limit is {limit}", lines=subject.lines, limit=limit),
            phrase("move purchases to {file}", file=f"{subject.id}.purchases.csv")
            if len(subject.account.value.purchases) > subject.lines - limit
            else phrase("take out what is done and decided, and link to long texts"),
        )


NOTES = "summary: |\n" + "".join(f"  What was said at meeting {number}.\n" for number in range(1, 22))

RULE = PlanRule(
    name="plan-too-long",
    level="warning",
    family="upkeep",
    methods=("F6",),
    parameters=(LINES,),
    documentation=__doc__,
    check=check,
    bad=Example(NOTES, settings="checks: {plan-too-long: {lines: 20}}\n"),
    good=Example("summary: Bakery chain with 40 shops.\n", settings="checks: {plan-too-long: {lines: 20}}\n"),
)
