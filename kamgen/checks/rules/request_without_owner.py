"""An open request of the customer has no owner.

What reaches us through one door and is answered behind another gets lost between the two, unless one person sees it
through. The customer wants to know whom to ask.

Write the member of our team who sees it through: owner: lin-yue; and where another function does the work, that one
under function:.
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
                phrase("the request “{text}” has no owner", text=request.text),
                phrase("write under owner: the member of our team who sees it through"),
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
