"""Somebody who decides (by default from influence 4 on) is covered by nobody on our side. Unless an opportunity is
open, not reported at a prospect, a dormant account or a group that buys nothing itself.

What everybody could do nobody does: the person is met when it happens to fit, by whoever is there, and each time we
begin anew.

Agree on one member of our team, and write the id: covered_by: lin-yue.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, decides, found_people, is_in_play
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone with influence whom nobody covers."""
    if not is_in_play(subject):
        return
    for path, person in found_people(subject):
        if person.covered_by is None and decides(person, subject.number(INFLUENCE)):
            yield Problem(
                (*path, "covered_by"),
                phrase("{name} decides, and nobody covers them", name=called(person)),
                phrase("agree on a member of our team, and write the id under covered_by:"),
            )


PERSON = "power_map:\n  people: [{{id: cfo, name: Jana Verhoeven, title: CFO, influence: 5{more}}}]\n"

RULE = PlanRule(
    name="influential-person-without-owner",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(more="")),
    good=Example(PERSON.format(more=", covered_by: lin-yue, support: 0, contact: {last: 2026-06-02, every_days: 60}")),
)
