"""The account is lost, but opportunities are still open, or actions that are late or have no date. An action that is
yet to come may be meant to win the customer back, and is not reported.

Open opportunities of a lost account go on counting in the forecast, and late actions fill the calendar of people who
could be with another customer.

Write status: lost or status: dropped where the work has ended. If you are winning them back, the account is a prospect
again.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import all_actions
from kamgen.checks.open_work import is_open
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the open opportunities of a lost account, and its open actions that are late or have no day."""
    if subject.account.status != "lost":
        return
    for index, opportunity in enumerate(subject.account.opportunities):
        if opportunity.status == "open":
            yield Problem(
                ("opportunities", index, "status"),
                phrase("“{name}” is still open, but the account is lost", name=opportunity.name),
                phrase("write status: lost and lost_reason:, or correct status: of the account"),
            )
    for path, action in all_actions(subject):
        if is_open(action.status) and (action.due is None or action.due < subject.as_of):
            yield Problem(
                (*path, "status"),
                phrase("“{name}” is still open, but the account is lost", name=action.text),
                phrase("write status: dropped, or correct status: of the account"),
            )


PLAN = """\
status: lost
opportunities:
  - id: season-contract
    name: Dairy season contract
    amount: 38000
    close: 2026-05-15
    status: lost
    lost_reason: The new head of buying never met us
"""

RULE = PlanRule(
    name="lost-account-with-open-work",
    level="warning",
    family="upkeep",
    methods=("E3",),
    documentation=__doc__,
    check=check,
    bad=Example(
        PLAN.replace("    status: lost\n    lost_reason: The new head of buying never met us\n", "    status: open\n")
    ),
    good=Example(PLAN),
)
