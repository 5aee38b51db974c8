"""An account of the top slice, or with at least four stars, was never reviewed, or not for 120 days.

The few accounts that carry the business are looked at first; one that nobody has gone through is steered by habit.
Where the plan has reviewed:, stale-plan watches that day instead.

Go through the plan with the team and write it: reviewed: {date: 2026-06-15, by: lin-yue}; or note the meeting among
reviews:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.facts import AccountFacts
from kamgen.checks.rule import Example, Parameter, Portfolio, PortfolioRule, Problem
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 120, "Days after which a top account is to be reviewed again", least=1)
TOP_STARS = 4


def check(portfolio: Portfolio) -> Iterator[tuple[str | None, Problem]]:
    """Yield every top account without a recent meeting about it, where its plan does not say when it was reviewed."""
    limit = portfolio.number(DAYS)
    hint = phrase("go through the plan with the team, and write the day: reviewed: {{date: …, by: …}}")
    for account_id, account in portfolio.accounts.items():
        if account.reviewed or account.status == "lost" or not _is_top(account, portfolio):
            continue
        if account.last_meeting is None:
            message = phrase("{name} is one of the top accounts, and was never reviewed", name=account.name)
            yield account_id, Problem(("reviewed",), message, hint)
        elif (days := (portfolio.as_of - account.last_meeting).days) > limit:
            message = phrase(
                "{name} is one of the top accounts, and was last reviewed {days} days ago; {limit} are agreed",
                name=account.name,
                days=days,
                limit=limit,
            )
            yield account_id, Problem(("reviewed",), message, hint)


def _is_top(account: AccountFacts, portfolio: Portfolio) -> bool:
    """Tell whether an account has the stars, or a place in the top slice; without a score it has neither."""
    placement = portfolio.scores.placements.get(account.id)
    in_slice = placement is not None and placement.slice_name not in (None, "base")
    return in_slice or (account.stars is not None and account.stars >= TOP_STARS)


PLAN = "value:\n  purchases:\n    - {date: 2026-02-02, amount: 48000}\n    - {date: 2026-05-04, amount: 51000}\n"

RULE = PortfolioRule(
    name="top-account-without-review",
    level="warning",
    family="portfolio",
    methods=("A3", "F3"),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + "reviews: [{date: 2026-05-20, kind: internal}]\n"),
)
