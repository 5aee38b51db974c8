"""One executive of our team is the sponsor of too many key accounts, by default more than 5: covers people there, or
has a seat in the account's team.

The customer's top people are to have somebody of the same level who answers the phone. A sponsor of everybody is a
name on a page: the meetings are moved, and then forgotten.

Spread the accounts over more executives: change covered_by: of the people, or the seat under team: of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.facts import AccountFacts
from kamgen.checks.key_accounts import key_accounts
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase

ACCOUNTS = Parameter("accounts", 5, "Key accounts that one executive may sponsor", least=1)


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every executive of the settings' team who covers people of, or has a seat at, too many key accounts."""
    limit = portfolio.number(ACCOUNTS)
    for index, member in enumerate(portfolio.settings.team):
        if member.level != "executive":
            continue
        number = sum(_stands_behind(member.id, account) for account in key_accounts(portfolio))
        if number > limit:
            message = phrase(
                "{name} is the executive sponsor of {number} key accounts; the limit is {limit}",
                name=member.name,
                number=number,
                limit=limit,
            )
            yield (
                None,
                Problem(
                    ("team", index, "id"),
                    message,
                    phrase("spread them over more executives: change covered_by: of people, or the seat under team:"),
                ),
            )


def _stands_behind(member: str, account: AccountFacts) -> bool:
    return member in account.team or any(person.covered_by == member for person in account.people)


SETTINGS = """\
team:
  - {id: lin-yue, name: Lin Yue, level: manager}
  - {id: amelia-hart, name: Amelia Hart, level: executive}
checks: {shared-sponsor: {accounts: 1}}
"""
PLAN = "type: strategic\nteam: [{member: amelia-hart}]\n"
KESTREL = "kamgen: 1\nname: Kestrel Hotels\nowner: lin-yue\n"

RULE = PortfolioRule(
    name="shared-sponsor",
    level="warning",
    family="portfolio",
    methods=("A7", "E5"),
    parameters=(ACCOUNTS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN, SETTINGS, {"accounts/kestrel-hotels.yaml": KESTREL + PLAN}),
    good=Example(PLAN, SETTINGS, {"accounts/kestrel-hotels.yaml": KESTREL + "type: strategic\n"}),
)
