"""Everything that somebody has to do for an account, whatever part of the plan it stands in (F2, D4, C1, C3, E9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.goals import WorkStatus
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast import existing_opportunities

WorkKind = Literal["action", "request", "commitment", "milestone", "next-step", "risk", "review"]


@dataclass(frozen=True)
class Work:
    """A piece of work: what, by whom, until when.

    Attributes:
        kind: The part of the plan that it stands in.
        anchor: Where on the account's page.
        text: What is to be done; None for a joint review, which has no text.
        owner: The member who does it; None for nobody.
        due: The day; None for none.
        status: ``todo``, ``doing``, ``done`` or ``dropped``.
        hours: Planned hours of an action.
        spent: Hours spent so far.
        with_customer: Of the planned hours, those in front of the customer.

    """

    kind: WorkKind
    anchor: str
    text: str | LocalisedText | None
    owner: str | None
    due: date | None
    status: WorkStatus
    hours: Decimal | None = None
    spent: Decimal | None = None
    with_customer: Decimal | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in ("todo", "doing")


def listed_work(account: Account, settings: Settings, as_of: date) -> tuple[Work, ...]:  # noqa: ARG001
    """Return all work of our side, the dropped too, part by part in the order of the plan."""
    return tuple(every_work(account, as_of))


def every_work(account: Account, as_of: date) -> Iterator[Work]:
    """Yield the same."""
    for strategy in account.goals.strategies:
        for action in strategy.actions:
            yield Work(
                "action",
                f"action-{action.id}",
                action.text,
                action.owner,
                action.due,
                action.status,
                action.hours,
                action.spent,
                action.with_customer,
            )
    for request in account.service.requests:
        if request.raised is None or request.raised <= as_of:
            closed = request.closed is not None and request.closed <= as_of
            status: WorkStatus = "done" if closed else "todo"
            yield Work("request", f"request-{request.id}", request.text, request.owner, request.due, status)
    for promise in account.joint_plan.commitments:
        if promise.by == "us":
            anchor = f"commitment-{promise.id}"
            yield Work("commitment", anchor, promise.text, promise.owner, promise.due, promise.status)
    for outcome in account.success_plan.outcomes:
        for step in outcome.milestones:
            yield Work("milestone", f"outcome-{outcome.id}", step.text, step.owner, step.due, step.status)
    for opportunity in existing_opportunities(account.opportunities, as_of):
        if opportunity.status == "open" and opportunity.next_step is not None:
            next_ = opportunity.next_step
            yield Work("next-step", f"opportunity-{opportunity.id}", next_.text, next_.owner, next_.due, "todo")
    for risk in account.risks:
        if risk.response is not None:
            yield Work("risk", f"risk-{risk.id}", risk.response, risk.owner, risk.due, _risk_status(risk.status))
    if account.joint_plan.next_review is not None:
        yield Work("review", "joint-plan", None, account.owner, account.joint_plan.next_review, "todo")


def _risk_status(status: str) -> WorkStatus:
    return "todo" if status == "open" else "done"
