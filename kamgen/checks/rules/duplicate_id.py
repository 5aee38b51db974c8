"""Two things of one kind have the same id.

Ids tie a plan together: opportunities name needs, commitments name people, changes are matched by id. Where an id
stands twice, nobody can tell which of the two is meant.

Give one of them another id; keep the one that others refer to.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.identified import kinds
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every id that stands a second time among things of its kind."""
    for kind in kinds(subject.account):
        seen: set[str] = set()
        for path, thing in kind:
            if thing.id in seen:
                yield Problem(
                    (*path, "id"),
                    phrase("the id {id} stands here a second time", id=thing.id),
                    phrase("give one of the two another id; keep the one that others refer to"),
                )
            seen.add(thing.id)


RULE = PlanRule(
    name="duplicate-id",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example(
        "risks:\n  - {id: new-buyer, text: The buyer retires}\n  - {id: new-buyer, text: A rival is invited}\n"
    ),
    good=Example(
        "risks:\n  - {id: new-buyer, text: The buyer retires}\n  - {id: rival-invited, text: A rival is invited}\n"
    ),
)
