"""A top account (of the top slices, or with four stars or more) was never reviewed, or not for more than, by default,
120 days. Where the plan has reviewed:, or nothing in it has changed for long, the rule stale-plan watches it instead.
A portfolio of, by default, fewer than 5 accounts has no top slice worth the name: there only the stars count.

The few accounts that carry the business are looked at first; one that nobody has gone through is steered by habit.

Go through the plan with the team, and write it: reviewed: {date: 2026-06-15, by: lin-yue}; or add the meeting under
reviews:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.facts import AccountFacts
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 120, "Days after which the plan of a top account is reviewed again", least=1)
ACCOUNTS = Parameter("accounts", 5, "Ranked accounts from which on the pyramid has a top worth the name", least=1)
TOP_STARS = 4


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every top account without a recent meeting about it, where its plan does not say when it was reviewed."""
    limit = portfolio.number(DAYS)
    hint = phrase("go through the plan with the team, then write reviewed: {{date: …, by: …}}")
    for account_id, account in portfolio.accounts.items():
        if account.reviewed or account.stale or account.status == "lost" or not _is_top(account, portfolio):
            continue
        if account.last_meeting is None:
            message = phrase("{name} is a top account, and its plan was never reviewed", name=account.name)
            yield account_id, Problem(("reviewed",), message, hint)
        elif (days := (portfolio.as_of - account.last_meeting).days) > limit:
            message = phrase(
                "{name} is a top account, and its plan was last reviewed {days} days ago; the limit is {limit}",
                name=account.name,
                days=days,
                limit=limit,
            )
            yield account_id, Problem(("reviewed",), message, hint)


def _is_top(account: AccountFacts, portfolio: Portfolio) -> bool:
    """Tell whether an account has the stars, or a place in the top slice; without a score it has neither."""
    placement = portfolio.scores.placements.get(account.id)
    ranked = sum(place.rank is not None for place in portfolio.scores.placements.values())
    has_top = ranked >= portfolio.number(ACCOUNTS)
    in_slice = has_top and placement is not None and placement.slice_name not in (None, "base")
    return in_slice or (account.stars is not None and account.stars >= TOP_STARS)


SMALL_PORTFOLIO = "checks: {top-account-without-review: {accounts: 1}}\n"
PLAN = "value:\n  purchases:\n    - {date: 2026-02-02, amount: 48000}\n    - {date: 2026-05-04, amount: 51000}\n"

RULE = PortfolioRule(
    name="top-account-without-review",
    level="warning",
    family="portfolio",
    methods=("A3", "F3"),
    parameters=(DAYS, ACCOUNTS),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN, settings=SMALL_PORTFOLIO),
    good=Example(PLAN + "reviews: [{date: 2026-05-20, kind: internal}]\n", settings=SMALL_PORTFOLIO),
)
