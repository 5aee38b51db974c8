"""An open request of the customer has no owner.

What reaches us through one door and is answered behind another gets lost between the two, unless one person sees it
through. The customer wants to know whom to ask.

Write the member of the team who answers: owner: lin-yue; and the function that does the work, where it is another.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_requests import open_requests
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every open request without an owner."""
    for path, request in open_requests(subject):
        if request.owner is None:
            yield Problem(
                (*path, "owner"),
                phrase("nobody answers for the request “{text}”", text=request.text),
                phrase("write the member of the team who sees it through: owner:"),
            )


PLAN = """\
service:
  requests:
    - {{id: pallet-labels, text: Labels on each pallet, raised: 2026-06-10, due: 2026-06-26{owner}}}
"""

RULE = PlanRule(
    name="request-without-owner",
    level="warning",
    family="service",
    methods=("D4",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(owner="")),
    good=Example(PLAN.format(owner=", owner: lin-yue")),
)
