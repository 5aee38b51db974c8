"""A loss has neither a reason nor a cause. By default, what was lost more than 365 days ago is no longer asked about.

The black box is only worth keeping if somebody opens it: causes counted over all accounts show what drives customers
away.

Find out what happened, and write it: reason: service, cause: Two deliveries late before Easter.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.losses import recent_losses
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

UNTIL = Parameter("until", 365, "Days after which a loss is no longer asked about", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every loss of which nothing says why; at a lost account too, where it matters most."""
    for path, loss, _ in recent_losses(subject, subject.number(UNTIL)):
        if loss.reason is None and loss.cause is None:
            yield Problem(
                (*path, "reason"),
                phrase("“{what}” was lost, and nothing says why", what=loss.what),
                phrase("find out what happened, and write reason: and cause:"),
            )


LOSS = "service:\n  losses:\n    - {{date: 2026-03-27, what: Easter order{cause}}}\n"

RULE = PlanRule(
    name="loss-without-cause",
    level="warning",
    family="service",
    methods=("E3",),
    parameters=(UNTIL,),
    documentation=__doc__,
    check=check,
    bad=Example(LOSS.format(cause="")),
    good=Example(LOSS.format(cause=", reason: rival, cause: Depot of a rival nearby, fix: Stock with a partner")),
)
