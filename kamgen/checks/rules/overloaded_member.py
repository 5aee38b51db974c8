"""A member of our team owns too many key accounts, by default more than 12.

A key account is one that somebody knows by heart: its people, its season, its open promises. With too many, each gets
a few hours a month, and the customer notices.

Hand some of them over to a colleague, or grow the team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kamgen.checks.key_accounts import key_accounts
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase

ACCOUNTS = Parameter("accounts", 12, "Key accounts that one member may own", least=1)


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every member of the settings' team who owns too many key accounts."""
    limit = portfolio.number(ACCOUNTS)
    owned = Counter(account.owner for account in key_accounts(portfolio))
    for index, member in enumerate(portfolio.settings.team):
        if owned[member.id] > limit:
            message = phrase(
                "{name} owns {number} key accounts; the limit is {limit}",
                name=member.name,
                number=owned[member.id],
                limit=limit,
            )
            yield (
                None,
                Problem(
                    ("team", index, "id"), message, phrase("hand some of them over to a colleague, or grow the team")
                ),
            )


SETTINGS = """\
team: [{id: lin-yue, name: Lin Yue}, {id: chen-bo, name: Chen Bo}]
checks: {overloaded-member: {accounts: 1}}
"""
KESTREL = "kamgen: 1\nname: Kestrel Hotels\ntype: strategic\n"

RULE = PortfolioRule(
    name="overloaded-member",
    level="warning",
    family="portfolio",
    methods=("A7", "F1"),
    parameters=(ACCOUNTS,),
    documentation=__doc__,
    check=check,
    bad=Example("type: strategic\n", SETTINGS, {"accounts/kestrel-hotels.yaml": KESTREL + "owner: lin-yue\n"}),
    good=Example("type: strategic\n", SETTINGS, {"accounts/kestrel-hotels.yaml": KESTREL + "owner: chen-bo\n"}),
)
