"""What needs a person's attention about one account: the first thing every page says.

Only what somebody can act on now is listed: what is overdue, what is due within a week, and what went wrong.
How urgent an item is starts from its kind and rises with every day it is late, so that a promise to the
customer stands before an internal task of the same day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.power_map import Person
from kamgen.plan.values import LocalisedText
from kamgen.scoring.handover import RECONFIRM_DAYS, score_handovers
from kamgen.scoring.progress import reached
from kamgen.scoring.response import is_waiting
from kamgen.scoring.risks import risk_rating
from kamgen.scoring.score import AccountScores
from kamgen.wording.phrase import Parameter, Phrase, phrase

SOON_DAYS = 7
"""What is due within this many days is listed: a page answers what needs me *this week*."""

REVIEW_DAYS = 14
"""A joint review is announced earlier: it has to be prepared with the customer."""

ENOUGH_KNOWN = Decimal("0.5")
"""A red health of which less than this share is known is no alarm: it may say no more than one late answer."""

DECIDES = 4
"""From this influence on, a person whom nobody covers is worth a line."""

_MOST_EXTRA = 15


@dataclass(frozen=True)
class Attention:
    """One thing to look after.

    Attributes:
        urgency: 0 to 100; the highest stands first.
        message: A sentence that a colleague would say.
        anchor: Where on the account's page it stands, such as ``request-pallet-labels``.
        due: The day it is or was due, where there is one.
        owner: Id of the member who looks after it, where there is one.

    """

    urgency: int
    message: Phrase
    anchor: str
    due: date | None = None
    owner: str | None = None


@dataclass(frozen=True)
class _Kind:
    """The sentences of one kind of dated work, and how urgent it is on its day."""

    urgency: int
    late: str
    today: str
    soon: str


_REQUEST = _Kind(
    70,
    "Request “{what}” is {n} day overdue|Request “{what}” is {n} days overdue",
    "Request “{what}” is due today",
    "Request “{what}” is due tomorrow|Request “{what}” is due in {n} days",
)
_OUR_PROMISE = _Kind(
    65,
    "Our promise “{what}” is {n} day overdue|Our promise “{what}” is {n} days overdue",
    "Our promise “{what}” is due today",
    "Our promise “{what}” is due tomorrow|Our promise “{what}” is due in {n} days",
)
_THEIR_PROMISE = _Kind(
    55,
    "The customer's promise “{what}” is {n} day overdue|The customer's promise “{what}” is {n} days overdue",
    "The customer's promise “{what}” is due today",
    "The customer's promise “{what}” is due tomorrow|The customer's promise “{what}” is due in {n} days",
)
_MILESTONE = _Kind(
    58,
    "Milestone “{what}” is {n} day overdue|Milestone “{what}” is {n} days overdue",
    "Milestone “{what}” is due today",
    "Milestone “{what}” is due tomorrow|Milestone “{what}” is due in {n} days",
)
_ACTION = _Kind(
    55,
    "Action “{what}” is {n} day overdue|Action “{what}” is {n} days overdue",
    "Action “{what}” is due today",
    "Action “{what}” is due tomorrow|Action “{what}” is due in {n} days",
)
_INITIATIVE = _Kind(
    52,
    "Joint initiative “{what}” is {n} day overdue|Joint initiative “{what}” is {n} days overdue",
    "Joint initiative “{what}” is due today",
    "Joint initiative “{what}” is due tomorrow|Joint initiative “{what}” is due in {n} days",
)
_NEXT_STEP = _Kind(
    60,
    "Next step “{what}” is {n} day overdue|Next step “{what}” is {n} days overdue",
    "Next step “{what}” is due today",
    "Next step “{what}” is due tomorrow|Next step “{what}” is due in {n} days",
)
_DECISION = _Kind(
    62,
    "“{what}” is open {n} day after its decision was due|“{what}” is open {n} days after its decision was due",
    "“{what}” is decided today",
    "“{what}” is decided tomorrow|“{what}” is decided in {n} days",
)
_RISK = _Kind(
    50,
    "Answer to the risk “{what}” is {n} day overdue|Answer to the risk “{what}” is {n} days overdue",
    "Answer to the risk “{what}” is due today",
    "Answer to the risk “{what}” is due tomorrow|Answer to the risk “{what}” is due in {n} days",
)
_JOINT_REVIEW = _Kind(
    60,
    "The joint review was planned {n} day ago|The joint review was planned {n} days ago",
    "The joint review is today",
    "The joint review is tomorrow|The joint review is in {n} days",
)


def attention(account: Account, scores: AccountScores, as_of: date) -> tuple[Attention, ...]:
    """Return what needs attention about an account, most urgent first."""
    watch = _Watch(account, as_of)
    items = (
        *watch.requests(),
        *watch.joint_plan(),
        *watch.outcomes(),
        *watch.opportunities(),
        *watch.actions(),
        *watch.people(),
        *watch.risks(),
        *watch.handovers(),
        *_warnings(scores),
    )
    return tuple(sorted(items, key=_order))


def _order(item: Attention) -> tuple[int, date, str, str]:
    return (-item.urgency, item.due or date.max, item.anchor, item.message.pattern)


def _warnings(scores: AccountScores) -> Iterator[Attention]:
    """Yield what the scores alone say: the account is in danger, or buys more slowly than it used to."""
    health, activity = scores.health, scores.activity
    if health.band == "red" and health.score is not None and health.known >= ENOUGH_KNOWN:
        yield Attention(75, phrase("Health is red: {n} of 100", n=round(health.score)), "scores")
    if activity.state in ("cooling", "dormant") and activity.recency_days and activity.median_days:
        dormant = activity.state == "dormant"
        pattern = (
            "No purchase for {days} days, usual is every {usual}: dormant"
            if dormant
            else "No purchase for {days} days, usual is every {usual}: cooling"
        )
        message = phrase(pattern, days=activity.recency_days, usual=round(activity.median_days))
        yield Attention(72 if dormant else 48, message, "value")


class _Watch:
    """Goes through one plan on one day."""

    def __init__(self, account: Account, as_of: date) -> None:
        self.account = account
        self.as_of = as_of

    def said(self, text: str | LocalisedText | None) -> Parameter:
        """Return a plan's text as a phrase's parameter."""
        return "" if text is None else text

    def dated(
        self,
        kind: _Kind,
        text: str | LocalisedText | None,
        due: date | None,
        anchor: str,
        owner: str | None,
        within: int = SOON_DAYS,
    ) -> Iterator[Attention]:
        """Yield an item for open work that is late or due within some days."""
        if due is None:
            return
        days = (due - self.as_of).days
        what = self.said(text)
        if days < 0:
            urgency = kind.urgency + min(-days, _MOST_EXTRA)
            yield Attention(urgency, phrase(kind.late, what=what, n=-days), anchor, due, owner)
        elif days == 0:
            yield Attention(kind.urgency, phrase(kind.today, what=what), anchor, due, owner)
        elif days <= within:
            yield Attention(kind.urgency - 5 - days, phrase(kind.soon, what=what, n=days), anchor, due, owner)

    def requests(self) -> Iterator[Attention]:
        """Yield customer requests that are not closed (D4)."""
        for request in self.account.service.requests:
            if is_waiting(request, self.as_of):
                yield from self.dated(_REQUEST, request.text, request.due, f"request-{request.id}", request.owner)

    def joint_plan(self) -> Iterator[Attention]:
        """Yield promises of both sides, joint initiatives and the next joint review (C1)."""
        plan = self.account.joint_plan
        for promise in plan.commitments:
            if promise.status in ("todo", "doing"):
                ours = promise.by == "us"
                kind = _OUR_PROMISE if ours else _THEIR_PROMISE
                owner = promise.owner if ours else self.account.owner
                yield from self.dated(kind, promise.text, promise.due, f"commitment-{promise.id}", owner)
        for initiative in plan.initiatives:
            if initiative.status in ("todo", "doing"):
                anchor = f"initiative-{initiative.id}"
                yield from self.dated(_INITIATIVE, initiative.text, initiative.due, anchor, self.account.owner)
        yield from self.dated(_JOINT_REVIEW, None, plan.next_review, "joint-plan", self.account.owner, REVIEW_DAYS)

    def outcomes(self) -> Iterator[Attention]:
        """Yield milestones of the success plan, and outcomes that the customer should confirm (C3)."""
        for outcome in self.account.success_plan.outcomes:
            anchor = f"outcome-{outcome.id}"
            for step in outcome.milestones:
                if step.status in ("todo", "doing"):
                    yield from self.dated(_MILESTONE, step.text, step.due, anchor, step.owner)
            if outcome.verified is None and (reached(outcome) or 0) >= 1:
                message = phrase(
                    "Outcome “{what}” is reached and not verified by the customer",
                    what=self.said(outcome.text),
                )
                yield Attention(56, message, anchor, None, outcome.owner)

    def opportunities(self) -> Iterator[Attention]:
        """Yield next steps, and decisions whose day has come (D2)."""
        for opportunity in self.account.opportunities:
            if opportunity.status != "open":
                continue
            anchor, step = f"opportunity-{opportunity.id}", opportunity.next_step
            if step is not None:
                yield from self.dated(_NEXT_STEP, step.text, step.due, anchor, step.owner)
            yield from self.dated(_DECISION, opportunity.name, opportunity.close, anchor, self.account.owner)

    def actions(self) -> Iterator[Attention]:
        """Yield actions of the strategies (B5)."""
        for strategy in self.account.goals.strategies:
            for action in strategy.actions:
                if action.status in ("todo", "doing"):
                    yield from self.dated(_ACTION, action.text, action.due, f"action-{action.id}", action.owner)

    def people(self) -> Iterator[Attention]:
        """Yield people who decide and whom nobody covers or has met for too long (D1)."""
        for person in self.account.power_map.people:
            if person.wanted:
                continue
            name = self.said(person.name or person.title or person.id)
            anchor, influence = f"person-{person.id}", person.influence or 0
            if person.covered_by is None and influence >= DECIDES:
                message = phrase("{name} decides, and nobody covers them", name=name)
                yield Attention(40 + 3 * influence, message, anchor)
            yield from self._contact(person, name, anchor, influence)

    def _contact(self, person: Person, name: Parameter, anchor: str, influence: int) -> Iterator[Attention]:
        contact = person.contact
        if contact is None or contact.last is None or contact.every_days is None:
            return
        since = (self.as_of - contact.last).days
        late = since - contact.every_days
        if late > 0:
            message = phrase(
                "{name} not met for {since} days; agreed every {every}",
                name=name,
                since=since,
                every=contact.every_days,
            )
            extra = min(_MOST_EXTRA, _MOST_EXTRA * late // contact.every_days)
            due = date.fromordinal(contact.last.toordinal() + contact.every_days)
            yield Attention(30 + 6 * influence + extra, message, anchor, due, person.covered_by)

    def risks(self) -> Iterator[Attention]:
        """Yield open risks: the answer that is due, and big ones without an answer (E9)."""
        for risk in self.account.risks:
            if risk.status != "open":
                continue
            anchor = f"risk-{risk.id}"
            yield from self.dated(_RISK, risk.text, risk.due, anchor, risk.owner)
            exposure = risk_rating(risk) or 0
            if risk.response is None and exposure >= 12:
                message = phrase(
                    "Risk “{what}” ({exposure} of 25) has no answer",
                    what=self.said(risk.text),
                    exposure=exposure,
                )
                yield Attention(45 + exposure, message, anchor, None, risk.owner)

    def handovers(self) -> Iterator[Attention]:
        """Yield the last handover, as long as the new owner has ratings to confirm (E8)."""
        found = score_handovers(self.account, self.as_of).unconfirmed
        if found is not None and found.days > RECONFIRM_DAYS:
            message = phrase("Ratings not confirmed since the handover of {day}", day=found.handover.date)
            yield Attention(50, message, "handovers", None, found.handover.to)
