"""A plan names a parent account that is not there.

A group is added up along profile.parent. Where the parent is missing, the account falls out of its group's figures.

Write the id of the parent account: the name of its file without .yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean

HEAD_OFFICE = "kamgen: 1\nname: Northern Group\nowner: lin-yue\n"


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every account whose parent is not there."""
    for account_id, account in portfolio.accounts.items():
        parent = account.parent
        if parent is not None and parent not in portfolio.ids:
            others = [other for other in sorted(portfolio.ids) if other != account_id]
            message = phrase("there is no account {name}", name=parent)
            yield account_id, Problem(("profile", "parent"), message, did_you_mean(parent, others))


RULE = PortfolioRule(
    name="unknown-parent",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example("profile: {parent: north-group}\n", files={"accounts/northern-group.yaml": HEAD_OFFICE}),
    good=Example("profile: {parent: northern-group}\n", files={"accounts/northern-group.yaml": HEAD_OFFICE}),
)
