"""The latest satisfaction survey is below the one before it, by default by 10 points or more. Points run from 0, all
very dissatisfied, to 100, all very satisfied.

Satisfaction falls before orders do: whoever asks now can still change something.

Talk to those who answered, write what is done about it as a request, a risk or an action, and ask again. Where that
has been done, waive the rule until the next survey.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.satisfaction import score_satisfaction
from kamgen.wording.phrase import phrase

POINTS = Parameter(
    "points", 10, "Points of 100 by which satisfaction may not fall from one survey to the next", least=1, most=100
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the latest survey where it is that much worse than the one before; surveys of the same day are one."""
    if subject.account.status == "lost":
        return
    surveys = subject.account.service.surveys
    found = score_satisfaction(surveys, subject.as_of)
    last, before = found.latest, found.before
    if not last or not before or found.trend is None or -found.trend < subject.number(POINTS):
        return
    yield Problem(
        ("service", "surveys", next(index for index, survey in enumerate(surveys) if survey.date == last.day)),
        phrase(
            "satisfaction fell from {before} to {after} points of 100",
            before=round(before.points or 0),
            after=round(last.points or 0),
        ),
        phrase("talk to those who answered, and write what is done about it as a request, a risk or an action"),
    )


SURVEYS = """\
service:
  surveys:
    - {{date: 2025-12-10, very_satisfied: 4, satisfied: 5, neutral: 1}}
    - {{date: 2026-05-27, {answers}}}
"""

RULE = PlanRule(
    name="falling-satisfaction",
    level="warning",
    family="service",
    methods=("E1",),
    parameters=(POINTS,),
    documentation=__doc__,
    check=check,
    bad=Example(SURVEYS.format(answers="very_satisfied: 1, satisfied: 4, neutral: 3, dissatisfied: 2")),
    good=Example(SURVEYS.format(answers="very_satisfied: 4, satisfied: 5, dissatisfied: 1")),
)
