"""A plan names a parent account that is not there.

A group is rolled up along profile.parent. Write the id of the parent account: the name of its file without .yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kamgen.checks.rule import Problem
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean
from kamgen.workspace.problems import FindingLevel

NAME = "unknown-parent"
LEVEL: FindingLevel = "error"


def check(parents: Mapping[str, str | None]) -> Iterator[tuple[str, Problem]]:
    """Yield every account whose parent is not there."""
    for account_id, parent in parents.items():
        if parent is not None and parent not in parents:
            others = sorted(other for other in parents if other != account_id)
            message = phrase("there is no account {name}", name=parent)
            yield account_id, Problem(("profile", "parent"), message, did_you_mean(parent, others))
