"""A unit of the customer buys more from us than it is said to be able to buy.

Its potential is out of date: white space counts as nothing there, so nobody looks for more in the very place where we
grow.

Ask what the unit could buy in a year, from all suppliers together, and raise potential:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the potential of every row of the white space that is below what is bought now."""
    for index, space in enumerate(subject.account.value.white_space):
        if space.potential is not None and space.current is not None and space.current > space.potential:
            yield Problem(
                ("value", "white_space", index, "potential"),
                phrase(
                    "current business of {current} is above the potential of {potential} in the white space",
                    current=space.current,
                    potential=space.potential,
                ),
                phrase("ask what the unit could buy in a year from all suppliers, and raise potential:"),
            )


SPACE = "value:\n  white_space: [{{product: dairy, unit: North, potential: {potential}, current: 72000}}]\n"

RULE = PlanRule(
    name="potential-below-current",
    level="warning",
    family="references",
    methods=("B4",),
    documentation=__doc__,
    check=check,
    bad=Example(SPACE.format(potential=60000)),
    good=Example(SPACE.format(potential=110000)),
)
