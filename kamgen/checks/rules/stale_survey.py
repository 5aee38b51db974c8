"""The customer was last asked how satisfied they are more than 365 days ago.

The health still counts the old answer. Who answered it may have left, and who is dissatisfied since has not been
heard. Accounts that have never been surveyed, are dormant or lost are left alone.

Ask again, the same questions and the same people where possible, and write the counts among surveys:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 365, "Days after which a survey counts as stale", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the latest survey where it is too long ago."""
    surveys, limit = subject.account.service.surveys, subject.number(DAYS)
    held = [(survey.date, index) for index, survey in enumerate(surveys) if survey.date <= subject.as_of]
    if subject.account.status in ("dormant", "lost") or not held:
        return
    last, index = max(held)
    days = (subject.as_of - last).days
    if days > limit:
        yield Problem(
            ("service", "surveys", index, "date"),
            phrase("last survey {days} days ago; {limit} are agreed", days=days, limit=limit),
            phrase("ask the customer again, and write the counts here"),
        )


SURVEY = "service:\n  surveys:\n    - {{date: {day}, very_satisfied: 4, satisfied: 5, neutral: 1}}\n"

RULE = PlanRule(
    name="stale-survey",
    level="warning",
    family="service",
    methods=("E1",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(SURVEY.format(day="2025-03-12")),
    good=Example(SURVEY.format(day="2026-03-12")),
)
