"""Somebody with a say in decisions about us is met as agreed, but nothing recent shows what they think of us.

People change their minds, and get new bosses and budgets. What was confirmed more than 180 days (days) ago says how it
was then. It counts from influence 4 (influence) on, and not for people who first have to be met again.

Look at the rating after the next meeting, change it or leave it, and add what shows it under evidence, with its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.people import INFLUENCE, called, decides, found_people, support_called, support_evidence
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.power_map import Person
from kamgen.scoring.relationship import is_covered
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 180, "Days after which what shows a rating is too old", least=1)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the latest confirmed evidence of every rating for or against us where it is too old."""
    reconfirmed = [handover.reconfirmed for handover in subject.account.handovers if handover.reconfirmed is not None]
    for path, person in found_people(subject):
        confirmed = _last_confirmed(person)
        if not person.support or confirmed is None or not decides(person, subject.number(INFLUENCE)):
            continue
        index, day = confirmed
        days = (subject.as_of - max([day, *reconfirmed])).days
        if days > subject.number(DAYS) and is_covered(person, subject.as_of):
            yield Problem(
                (*path, "evidence", index, "date"),
                phrase(
                    "what shows {name} as {support} is {days} days old",
                    name=called(person),
                    support=support_called(person.support),
                    days=days,
                ),
                phrase("see whether it still holds, and add what shows it today"),
            )


def _last_confirmed(person: Person) -> tuple[int, date] | None:
    """Return the position and day of the latest confirmed evidence; None without any, and where one has no day."""
    days: list[tuple[date, int]] = []
    for index, evidence in support_evidence(person):
        if evidence.status == "confirmed":
            if evidence.date is None:
                return None
            days.append((evidence.date, index))
    if not days:
        return None
    day, index = max(days)
    return index, day


PERSON = """\
power_map:
  people:
    - id: cfo
      name: Jana Verhoeven
      influence: 5
      support: 1
      covered_by: lin-yue
      contact: {{last: 2026-06-02, every_days: 60}}
      evidence:
        - {{about: support, text: Asked us for a price model, date: {day}, status: confirmed}}
"""

RULE = PlanRule(
    name="stale-rating",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE, DAYS),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(day="2025-09-08")),
    good=Example(PERSON.format(day="2026-03-08")),
)
