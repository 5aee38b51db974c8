"""The status of the account and its purchases say different things.

By the status the team decides whom to call and what to count. An active account that has stopped buying is lost
unnoticed; a prospect, dormant or lost one that buys is served as if it did not. By default, an account may go 90 days
without a purchase before its own rhythm is taken to have ended.

Correct status:, or bring the purchases up to date. Of a lost account, write the loss with its day under service.losses.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 90, "Days without a purchase before an account of status active is held to be dormant")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the status where the buying rhythm contradicts it."""
    status, activity = subject.account.status, subject.scores.activity
    last, since, usual = activity.last, activity.recency_days, activity.median_days
    if last is None or since is None or usual is None:
        return
    if status == "active" and activity.state == "dormant" and since >= subject.number(DAYS):
        yield Problem(
            ("status",),
            phrase("no purchase for {since} days, usual is every {usual}: not active", since=since, usual=round(usual)),
            phrase("win them back and write status: dormant, or bring the purchases up to date"),
        )
    elif status != "active" and activity.state == "active" and not _is_explained(subject, last):
        yield Problem(
            ("status",),
            phrase(_BUYS[status], since=since, usual=round(usual)),
            phrase("write status: active, or the loss with its day under service.losses"),
        )


_BUYS = {
    "prospect": "a prospect that bought {since} days ago, and usually does every {usual}",
    "dormant": "a dormant account that bought {since} days ago, and usually does every {usual}",
    "lost": "a lost account that bought {since} days ago, and usually does every {usual}",
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
