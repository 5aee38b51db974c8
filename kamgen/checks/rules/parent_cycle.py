"""Accounts belong to each other in a circle.

A group is rolled up along profile.parent. Where A belongs to B and B to A, no account is the group's head. Remove
parent from the account at the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kamgen.checks.cycles import cycles
from kamgen.checks.rule import Problem
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import FindingLevel

NAME = "parent-cycle"
LEVEL: FindingLevel = "error"


def check(parents: Mapping[str, str | None]) -> Iterator[tuple[str, Problem]]:
    """Yield one problem for each account of a circle."""
    for circle in cycles(parents):
        for start, account_id in enumerate(circle):
            ordered = (*circle[start:], *circle[: start + 1])
            yield (
                account_id,
                Problem(
                    ("profile", "parent"),
                    phrase("accounts belong to each other in a circle: {circle}", circle=" → ".join(ordered)),
                    phrase("remove parent from the account at the top"),
                ),
            )
