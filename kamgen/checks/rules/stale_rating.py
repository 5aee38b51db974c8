"""Somebody who decides (by default from influence 4 on) is met as agreed, but the latest confirmed evidence for their
rating is, by default, more than 180 days old. Whoever first has to be met again is not reported here.

People change their minds, and get new bosses and budgets: old evidence says how it was then.

After the next meeting look at the rating, change it or leave it, and add what shows it under evidence:, with date:.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.people import INFLUENCE, called, decides, found_people, support_called, support_evidence
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.power_map import Person
from kamgen.scoring.relationship import is_covered
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 180, "Days after which the evidence for a rating is too old", least=1)


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
                    "{name} is rated {support}, but the latest confirmed evidence is {days} days old",
                    name=called(person),
                    support=support_called(person.support),
                    days=days,
                ),
                phrase("find out whether the rating still holds, and add what shows it under evidence:"),
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
