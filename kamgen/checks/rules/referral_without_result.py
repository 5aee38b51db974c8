"""A customer recommended us, by default more than 60 days ago, and the plan does not say what came of it.

A recommendation is the warmest lead there is, and it cools within weeks. The customer who gave it will ask their
friend whether we ever called.

Follow it up, thank the customer, and write what came of it: result: meeting. Nothing is a result too.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 60, "Days after a referral by which its result is known", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every dated referral that is old enough to have a result, and has none; a lost account made them too."""
    for index, referral in enumerate(subject.account.service.referrals):
        if referral.date is None or referral.result is not None:
            continue
        days = (subject.as_of - referral.date).days
        if days > subject.number(DAYS):
            yield Problem(
                ("service", "referrals", index, "result"),
                phrase(
                    "the customer recommended us to {to} {days} days ago, and nothing says what came of it",
                    to=referral.to,
                    days=days,
                ),
                phrase("follow it up, thank the customer, and write what came of it under result:"),
            )


REFERRAL = "service:\n  referrals:\n    - {{to: Kestrel Hotels, date: 2026-02-18{result}}}\n"

RULE = PlanRule(
    name="referral-without-result",
    level="warning",
    family="service",
    methods=("E6",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(REFERRAL.format(result="")),
    good=Example(REFERRAL.format(result=", result: first order in May")),
)
