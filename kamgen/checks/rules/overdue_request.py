"""A request of the customer was due and has not been answered.

Slow answers are the plainest sign that the account is not taken seriously, and the reason that customers give when
they leave. The share answered on time counts in the health.

Answer it and write the date under closed:, or agree with the customer on a new date under due:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.customer_requests import open_requests
from kamgen.checks.open_work import overdue
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of every open request that is past."""
    hint = phrase("answer the customer and write the date under closed:, or agree with them on a new date under due:")
    for path, request in open_requests(subject):
        yield from overdue((*path, "due"), request.text, request.due, subject.as_of, hint)


PLAN = """\
service:
  requests:
    - {{id: pallet-labels, text: Labels on each pallet, raised: 2026-05-20, due: 2026-06-03, owner: lin-yue{closed}}}
"""

RULE = PlanRule(
    name="overdue-request",
    level="warning",
    family="service",
    methods=("D4",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(closed="")),
    good=Example(PLAN.format(closed=", closed: 2026-06-02")),
)
