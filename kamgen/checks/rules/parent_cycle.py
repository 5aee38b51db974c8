"""Accounts belong to each other in a circle.

A group is added up along profile.parent. Where A belongs to B and B to A, no account is the group's head, and the
figures of the group cannot be added up.

Remove parent: from the account at the top.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.cycles import cycles
from kamgen.checks.rule import Example, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase

HEAD_OFFICE = "kamgen: 1\nname: Northern Group\nowner: lin-yue\nprofile: {parent: example}\n"


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield one problem for each account of a circle."""
    for circle in cycles({account_id: account.parent for account_id, account in portfolio.accounts.items()}):
        for start, account_id in enumerate(circle):
            ordered = (*circle[start:], *circle[: start + 1])
            yield (
                account_id,
                Problem(
                    ("profile", "parent"),
                    phrase("accounts belong to each other in a circle: {circle}", circle=" → ".join(ordered)),
                    phrase("remove parent: from the account at the top"),
                ),
            )


RULE = PortfolioRule(
    name="parent-cycle",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example("profile: {parent: northern-group}\n", files={"accounts/northern-group.yaml": HEAD_OFFICE}),
    good=Example(
        "profile: {parent: northern-group}\n",
        files={"accounts/northern-group.yaml": HEAD_OFFICE.replace("profile: {parent: example}\n", "")},
    ),
)
