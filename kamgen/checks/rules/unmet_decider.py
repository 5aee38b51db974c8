"""Somebody who decides (by default from influence 4 on) has an owner on our side, but was never met. Unless an
opportunity is open, not reported at a prospect, a dormant account or a group that buys nothing itself.

On the power map the person looks looked after. What they want and how they see us is guesswork until somebody has
talked to them.

Ask whoever knows the person for an introduction. Then write contact: {last: 2026-06-02, every_days: 60}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE, called, decides, found_people, is_in_play, was_met
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield everyone with influence and an owner of whom no contact is written, in their own entry or a review."""
    if not is_in_play(subject):
        return
    for path, person in found_people(subject):
        if person.covered_by is None or not decides(person, subject.number(INFLUENCE)):
            continue
        if not was_met(person, subject):
            yield Problem(
                (*path, "contact") if person.contact is None else (*path, "contact", "last"),
                phrase("{name} decides, and was never met", name=called(person)),
                phrase("ask for an introduction, meet them, and write the date under contact: as last:"),
            )


PERSON = "power_map:\n  people: [{{id: cfo, name: Jana Verhoeven, influence: 5, covered_by: lin-yue{more}}}]\n"

RULE = PlanRule(
    name="unmet-decider",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(more="")),
    good=Example(PERSON.format(more=", support: 0, contact: {last: 2026-06-02, every_days: 60}")),
)
