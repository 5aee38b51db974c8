"""Somebody with influence (by default 3 or more) is against us, and nothing says what we do about it: nobody covers
them, or neither wins: nor the wanted relationship: is written. Unless an opportunity is open, not reported at a
prospect, a dormant account or a group that buys nothing itself.

Whoever is against us works on the decision every day, and against silence they win.

Write covered_by:, and what would turn them: wins: Wants fewer night calls, or relationship: {now: vendor, wanted:
credible-source}. To leave them alone on purpose, write wanted: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.people import INFLUENCE as DECIDING
from kamgen.checks.people import called, decides, found_people, is_in_play, support_called
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.power_map import Person
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Path

INFLUENCE = Parameter(
    "influence", 3, "Influence from which on somebody who is against us needs a plan", least=1, most=5
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the support of everyone against us without a plan."""
    if not is_in_play(subject):
        return
    for path, person in found_people(subject):
        if person.support is not None and person.support < 0 and decides(person, subject.number(INFLUENCE)):
            yield from _without_plan(path, person, person.support)


def _without_plan(path: Path, person: Person, support: int) -> Iterator[Problem]:
    wanted = person.relationship.wanted if person.relationship else None
    if wanted == "none":
        return
    said = {"name": called(person), "support": support_called(support)}
    if person.covered_by is None:
        # From there on, another rule says that nobody covers them.
        if not decides(person, DECIDING.default):
            yield Problem(
                (*path, "support"),
                phrase("{name} is rated {support}, and nobody covers them", **said),
                phrase("agree on a member of our team, and write the id under covered_by:"),
            )
    elif wanted is None and person.wins is None:
        yield Problem(
            (*path, "support"),
            phrase("{name} is rated {support}, and nothing says how we win them over", **said),
            phrase("write under wins: what they want for themselves, or under relationship: the one that is wanted:"),
        )


PERSON = """\
power_map:
  people:
    - id: it-lead
      name: Karl Weiss
      title: Head of IT
      influence: 3
      support: -1
      covered_by: lin-yue
{more}"""

RULE = PlanRule(
    name="opponent-without-plan",
    level="warning",
    family="power-map",
    methods=("D1",),
    parameters=(INFLUENCE,),
    documentation=__doc__,
    check=check,
    bad=Example(PERSON.format(more="")),
    good=Example(PERSON.format(more="      wins: Fewer calls at night\n")),
)
