"""One person carries more than half of the influence that is for us. Reported, by default, once two people are on the
power map, or while an opportunity is open; not where only one was found and others are marked as wanted. Unless an
opportunity is open, not reported at a prospect, a dormant account or a group that buys nothing itself.

If that person moves on, falls ill or falls from favour, the account has to be won anew.

Win a second supporter with influence, best in another unit. Let the first one introduce us, and write who of our team
covers the new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import called, found_people, is_in_play, wanted_people
from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

PEOPLE = Parameter(
    "people", 2, "People on the power map from which on one of them may not carry over half of our support", least=1
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the one person whom the support rests on; not the only one found, where the next are searched for."""
    carried_by = subject.scores.relationship.carried_by
    found = list(found_people(subject))
    begun = len(found) >= subject.number(PEOPLE) or any(open_opportunities(subject))
    is_searched_for = len(found) == 1 and any(wanted_people(subject))
    if carried_by is None or not begun or is_searched_for or not is_in_play(subject):
        return
    for path, person in found:
        if person.id == carried_by:
            yield Problem(
                (*path, "support"),
                phrase("over half of our support rests on {name} alone", name=called(person)),
                phrase("win a second supporter with influence, best in another unit"),
            )
            return


PEOPLE_FOUND = """\
power_map:
  people:
    - {{id: planner, name: Karl Weiss, role: user, influence: 3, support: 1}}
    - {{id: purchasing, name: Jana Verhoeven, role: economic, influence: 3, support: {support}}}
"""

RULE = PlanRule(
    name="single-threaded",
    level="warning",
    family="power-map",
    methods=("D1", "A8"),
    parameters=(PEOPLE,),
    documentation=__doc__,
    check=check,
    bad=Example(PEOPLE_FOUND.format(support=0)),
    good=Example(PEOPLE_FOUND.format(support=1)),
)
