"""An open request of the customer has no date by which it is answered.

It can be neither late nor on time: nobody is reminded, and it is missing from the on-time rate. The customer has a
date in mind all the same.

Ask by when the answer is needed, and write it: due: 2026-06-26.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_requests import open_requests
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open request without a day."""
    for path, request in open_requests(subject):
        if request.due is None:
            yield Problem(
                (*path, "due"),
                phrase("the request “{text}” has no date", text=request.text),
                phrase("ask the customer by when the answer is needed, and write it under due:"),
            )


PLAN = """\
service:
  requests:
    - {{id: pallet-labels, text: Labels on each pallet, raised: 2026-06-10, owner: lin-yue{due}}}
"""

RULE = PlanRule(
    name="request-without-date",
    level="warning",
    family="service",
    methods=("D4",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(due="")),
    good=Example(PLAN.format(due=", due: 2026-06-26")),
)
