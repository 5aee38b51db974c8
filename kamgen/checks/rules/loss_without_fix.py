"""By default 30 days after a loss, the plan says why it happened but not what was changed. Not reported where the need
has gone (reason: need-gone), nor, by default, more than 365 days after the loss.

A cause without a fix will cost the next order too.

Decide what we do differently from now on, and write it: fix: Stock with a partner nearby.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.losses import recent_losses
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 30, "Days after a loss by which something is changed")
UNTIL = Parameter("until", 365, "Days after which a loss is no longer asked about", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every loss with a reason or a cause but no fix; one without either is found for that already."""
    for path, loss, days in recent_losses(subject, subject.number(UNTIL)):
        is_explained = loss.cause is not None or loss.reason is not None
        if is_explained and loss.fix is None and loss.reason != "need-gone" and days > subject.number(DAYS):
            yield Problem(
                (*path, "fix"),
                phrase(
                    "“{what}” was lost {days} days ago, and nothing says what we changed since",
                    what=loss.what,
                    days=days,
                ),
                phrase("decide what we do differently from now on, and write it under fix:"),
            )


LOSS = "service:\n  losses:\n    - {{date: 2026-03-27, what: Easter order, reason: rival, cause: New depot{fix}}}\n"

RULE = PlanRule(
    name="loss-without-fix",
    level="warning",
    family="service",
    methods=("E3",),
    parameters=(DAYS, UNTIL),
    documentation=__doc__,
    check=check,
    bad=Example(LOSS.format(fix="")),
    good=Example(LOSS.format(fix=", fix: Stock with a partner nearby")),
)
