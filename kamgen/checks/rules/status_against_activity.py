"""The status of the account and its purchases contradict each other: an active account has stopped buying (its own
rhythm has ended, and by default there was no purchase for 90 days), or a prospect, dormant or lost one is buying.

By the status the team decides whom to call and what to count. An active account that has stopped buying is lost
unnoticed; one that buys and is not called active is not looked after.

Correct status:, or bring the purchases up to date. For a lost account, add the loss with its date under service:
losses:.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 90, "Days without a purchase before an active account is taken to be dormant")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the status where the buying rhythm contradicts it."""
    status, activity = subject.account.status, subject.scores.activity
    last, since, usual = activity.last, activity.recency_days, activity.median_days
    if last is None or since is None or usual is None:
        return
    if status == "active" and activity.state == "dormant" and since >= subject.number(DAYS):
        yield Problem(
            ("status",),
            phrase(
                "the account is active, but last bought {since} days ago, and usually does every {usual} days",
                since=since,
                usual=round(usual),
            ),
            phrase("ask the customer why, and write status: dormant; or bring the purchases up to date"),
        )
    elif status != "active" and activity.state == "active" and not _is_explained(subject, last):
        yield Problem(
            ("status",),
            phrase(_BUYS[status], since=since, usual=round(usual)),
            phrase("write status: active, or add the loss with its date under service: losses:"),
        )


_BUYS = {
    "prospect": "the account is a prospect, but bought {since} days ago, and usually does every {usual} days",
    "dormant": "the account is dormant, but bought {since} days ago, and usually does every {usual} days",
    "lost": "the account is lost, but bought {since} days ago, and usually does every {usual} days",
}


def _is_explained(subject: Subject, last: date) -> bool:
    """Tell whether a loss since the last purchase says how it ended."""
    return any(last <= loss.date <= subject.as_of for loss in subject.account.service.losses)


PURCHASES = """\
value:
  purchases:
    - {date: 2025-09-04, amount: 4800}
    - {date: 2025-10-02, amount: 5100}
    - {date: 2025-10-30, amount: 2300}
"""

RULE = PlanRule(
    name="status-against-activity",
    level="warning",
    family="upkeep",
    methods=("E2",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example("status: active\n" + PURCHASES),
    good=Example("status: dormant\n" + PURCHASES),
)
