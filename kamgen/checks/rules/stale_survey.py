"""The last satisfaction survey was, by default, more than 365 days ago. Not reported for accounts that have never been
surveyed, are dormant or lost.

The health still counts the old answer. Who answered it may have left, and who is dissatisfied since has not been
heard.

Ask again, the same questions and the same people where possible, and add the counts under surveys:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 365, "Days after which a satisfaction survey is too old", least=1)


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
            phrase("the last satisfaction survey was {days} days ago; the limit is {limit}", days=days, limit=limit),
            phrase("ask the customer again, and add the counts under surveys:"),
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
