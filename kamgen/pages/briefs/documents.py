"""The briefs of an account, each with its template and with what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kamgen.pages.briefs.card.brief import account_card
from kamgen.pages.briefs.handover.brief import handover_brief
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.pages.briefs.plan import plan_brief
from kamgen.pages.briefs.review.brief import customer_review
from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement


@dataclass(frozen=True)
class Document:
    """A kind of brief.

    Attributes:
        template: What its HTML is rendered with; it gets the view as ``brief``.
        view: Returns what it says in the context's language; None where the plan has nothing to say in it.

    """

    template: str
    view: Callable[[str, Account, AccountSummary, Placement, Context], object | None]


def _review(_id: str, account: Account, _summary: AccountSummary, _place: Placement, context: Context) -> object | None:
    """Return the customer's edition: scores and ranks have no way into it."""
    return customer_review(account, context)


DOCUMENTS: dict[BriefKind, Document] = {
    "plan": Document("briefs/plan.html", plan_brief),
    "card": Document("briefs/card.html", account_card),
    "review": Document("briefs/review.html", _review),
    "handover": Document("briefs/handover.html", handover_brief),
}
