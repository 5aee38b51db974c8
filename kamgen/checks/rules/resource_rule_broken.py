"""Less of the hours goes to the top slice of the accounts than the resource rule asks for, 80% unless time_rule: says
otherwise. By default, it is only checked once 10 accounts have hours on their actions.

Time decides what grows. Where most hours go to accounts that bring little, the few that carry the business get what is
left over.

Move hours to the top accounts, or give small ones a cheaper service. If the rule is not yours, change time_rule: under
scoring: pyramid: in kamgen.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.listing import listed
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.scoring.resource_rule import hours_by_slice
from kamgen.wording.phrase import phrase

ACCOUNTS = Parameter(
    "accounts", 10, "Accounts with hours on their actions from which on the resource rule is checked", least=2
)
NAMED = 3
"""So many of the accounts below the top slice that take most hours are named."""


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield the rule in the settings where the top slice gets less of the known hours; shares are cut, not rounded."""
    hours = {id_: account.hours for id_, account in portfolio.accounts.items() if account.hours is not None}
    found, asked = hours_by_slice(hours, portfolio.scores.pyramid), portfolio.settings.scoring.pyramid.time_rule
    if found is None or found.known < portfolio.number(ACCOUNTS) or found.top_share is None:
        return
    if found.top_share < asked:
        top = portfolio.scores.pyramid[-1]
        others = sorted(hours.keys() - set(top.accounts), key=lambda id_: (-hours[id_], id_))
        message = phrase(
            "{share}% of the hours go to the top {top}% of the accounts; the resource rule asks for {rule}%",
            share=int(found.top_share * 100),
            top=top.share * 100,
            rule=asked * 100,
        )
        names = listed(portfolio.accounts[id_].name for id_ in others[:NAMED])
        hint = phrase("move some of the hours of {names} to the top accounts", names=names)
        yield None, Problem(("scoring", "pyramid", "time_rule"), message, hint)


SETTINGS = "checks: {resource-rule-broken: {accounts: 2}}\n"
PLAN = """\
value: {{purchases: [{{date: 2026-03-02, amount: {amount}}}]}}
goals:
  strategies:
    - id: growth
      text: Grow with their new stores
      actions: [{{id: visits, text: Visit the stores, owner: lin-yue, due: 2026-07-31, hours: {hours}}}]
"""
SMALL = "kamgen: 1\nname: Corner Shop\nowner: lin-yue\n" + PLAN.format(amount=900, hours=30)

RULE = PortfolioRule(
    name="resource-rule-broken",
    level="warning",
    family="portfolio",
    methods=("A3", "A7"),
    parameters=(ACCOUNTS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(amount=50000, hours=30), SETTINGS, {"accounts/corner-shop.yaml": SMALL}),
    good=Example(PLAN.format(amount=50000, hours=150), SETTINGS, {"accounts/corner-shop.yaml": SMALL}),
)
