"""An id was changed since the plan was committed.

History, comparison and links follow ids: under a new id the old thing counts as removed and another one as added, and
its past is lost. The text can change at any time; the id has to stay.

Keep the id that the thing had. If it really is another thing, give it a text of its own too.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.identified import Placed, kinds, said
from kamgen.checks.rule import ChangeRule, Example, Problem
from kamgen.plan.account import Account
from kamgen.wording.phrase import phrase


def check(before: Account, after: Account) -> Iterator[Problem]:
    """Yield every id that is new on a thing whose words stood under another id that is gone."""
    for old, new in zip(kinds(before), kinds(after), strict=True):
        yield from _renamed(old, new)


def _renamed(before: tuple[Placed, ...], after: tuple[Placed, ...]) -> Iterator[Problem]:
    kept = {thing.id for _, thing in before} & {thing.id for _, thing in after}
    gone = {said(thing): thing.id for _, thing in before if thing.id not in kept}
    for path, thing in after:
        if thing.id in kept:
            continue
        old = None if said(thing) is None else gone.pop(said(thing), None)
        if old is not None:
            yield Problem(
                (*path, "id"),
                phrase("{old} was renamed to {new}; its history ends here", old=old, new=thing.id),
                phrase("write {name}", name=old),
            )


RULE = ChangeRule(
    name="renamed-id",
    level="warning",
    family="upkeep",
    documentation=__doc__,
    check=check,
    bad=Example(
        "risks:\n  - {id: buyer-gone, text: The buyer retires in autumn, owner: lin-yue}\n",
        committed="risks:\n  - {id: new-buyer, text: The buyer retires in autumn, owner: lin-yue}\n",
    ),
    good=Example(
        "risks:\n  - {id: new-buyer, text: The buyer retires at the end of August, owner: lin-yue}\n",
        committed="risks:\n  - {id: new-buyer, text: The buyer retires in autumn, owner: lin-yue}\n",
    ),
)
