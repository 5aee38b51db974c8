"""Something that has happened has a date that is still to come. One day ahead is allowed by default, for it may be
tomorrow already where the plan was written.

What is dated later than today does not count yet: the contact, the survey or the won opportunity is missing from every
score.

Write the date on which it happened; it is often only the year that is wrong. What is only planned belongs under due:,
close: or next_review:.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.account import Account
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.problems import Path

DAYS = Parameter("days", 1, "Days ahead that are allowed, for time zones")

Happened = tuple[Path, date | None]


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of everything that has happened and is dated after the day; purchases are left alone."""
    hint = phrase("write the date on which it happened; it is often only the year that is wrong")
    ahead = subject.number(DAYS)
    for found in (_upkeep, _people, _goals, _business):
        for path, day in found(subject.account):
            if day is not None and (day - subject.as_of).days > ahead:
                yield Problem(path, _said(path, day), hint)
    for index, offer in enumerate(subject.account.opportunities):
        if offer.status == "won" and offer.close is not None and (offer.close - subject.as_of).days > ahead:
            said = phrase(
                "“{name}” is won, but close: says {day}, which is still to come", name=offer.name, day=offer.close
            )
            yield Problem(("opportunities", index, "close"), said, hint)


def _said(path: Path, day: date) -> Phrase:
    """Return what is wrong with a day, named by the last two keys on the way to it: ``contact.last``."""
    keys = [key for key in path if isinstance(key, str)][-2:]
    return phrase(
        "{key} says {day}, which is still to come, but only what has happened belongs there",
        key=".".join(keys),
        day=day,
    )


def _upkeep(plan: Account) -> Iterator[Happened]:
    if plan.reviewed is not None:
        yield ("reviewed", "date"), plan.reviewed.date
    if plan.sentiment is not None:
        yield ("sentiment", "date"), plan.sentiment.date
    for index, fact in enumerate(plan.profile.facts):
        yield ("profile", "facts", index, "date"), fact.date
    for index, review in enumerate(plan.reviews):
        if review.outcomes or review.decisions:
            yield ("reviews", index, "date"), review.date
    for index, handover in enumerate(plan.handovers):
        yield ("handovers", index, "reconfirmed"), handover.reconfirmed


def _people(plan: Account) -> Iterator[Happened]:
    for index, person in enumerate(plan.power_map.people):
        path: Path = ("power_map", "people", index)
        if person.contact is not None:
            yield (*path, "contact", "last"), person.contact.last
        for inner, evidence in enumerate(person.evidence):
            yield (*path, "evidence", inner, "date"), evidence.date


def _goals(plan: Account) -> Iterator[Happened]:
    for index, strategy in enumerate(plan.goals.strategies):
        for inner, action in enumerate(strategy.actions):
            path: Path = ("goals", "strategies", index, "actions", inner, "checks")
            if action.checks is not None:
                yield (*path, "owner"), action.checks.owner
                yield (*path, "lead"), action.checks.lead
                yield (*path, "audit"), action.checks.audit
    for index, outcome in enumerate(plan.success_plan.outcomes):
        yield ("success_plan", "outcomes", index, "verified"), outcome.verified


def _business(plan: Account) -> Iterator[Happened]:
    for index, offer in enumerate(plan.opportunities):
        yield ("opportunities", index, "created"), offer.created
    for index, request in enumerate(plan.service.requests):
        yield ("service", "requests", index, "raised"), request.raised
        yield ("service", "requests", index, "closed"), request.closed
    for index, survey in enumerate(plan.service.surveys):
        yield ("service", "surveys", index, "date"), survey.date
    for index, loss in enumerate(plan.service.losses):
        yield ("service", "losses", index, "date"), loss.date
    for index, referral in enumerate(plan.service.referrals):
        yield ("service", "referrals", index, "date"), referral.date


CONTACT = """\
power_map:
  people: [{{id: quality, name: Karl Weiss, covered_by: lin-yue, contact: {{last: {last}, every_days: 30}}}}]
"""

RULE = PlanRule(
    name="future-date",
    level="warning",
    family="references",
    methods=("D1", "D2", "E1", "E3"),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(CONTACT.format(last="2027-06-02")),
    good=Example(CONTACT.format(last="2026-06-02")),
)
