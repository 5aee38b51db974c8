"""The briefs of an account: what each is called, and which of them an account has in the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from kamgen.plan.account import Account
from kamgen.plan.joint_plan import JointPlan
from kamgen.plan.reviews import Handover
from kamgen.scoring.handover import RECONFIRM_DAYS, score_handovers

BriefKind = Literal["plan", "card", "review", "handover"]
KINDS: tuple[BriefKind, ...] = get_args(BriefKind)
"""All of them, in the order in which an account's page lists them."""

FOR_CUSTOMERS: frozenset[BriefKind] = frozenset({"review"})
"""Those that leave the house."""

NAMES: dict[BriefKind, str] = {
    "plan": "Plan (PDF)",
    "card": "Card (PDF)",
    "review": "Review (PDF)",
    "handover": "Handover (PDF)",
}
"""What links to them say, as phrases."""


def kinds_of(account: Account, as_of: date) -> tuple[BriefKind, ...]:
    """Return the briefs that the site has of an account: those that its plan gives enough for.

    The handover brief is there while an account changes hands: see :func:`open_handover`.
    """
    return tuple(_kinds_of(account, as_of))


def _kinds_of(account: Account, as_of: date) -> Iterator[BriefKind]:
    yield from ("plan", "card")
    if account.joint_plan != JointPlan():
        yield "review"
    if open_handover(account, as_of) is not None:
        yield "handover"


def open_handover(account: Account, as_of: date) -> Handover | None:
    """Return the handover that is under way (E8): the next one planned, else the last one while it is not finished.

    It is finished when the new owner has confirmed the ratings, or, where nobody is rated, once the days for that are
    over.
    """
    planned = [handover for handover in account.handovers if handover.date > as_of]
    if planned:
        return min(planned, key=lambda handover: handover.date)
    found = score_handovers(account, as_of)
    if found.unconfirmed is not None:
        return found.unconfirmed.handover
    last = found.last
    confirmed = last is not None and last.handover.reconfirmed is not None and last.handover.reconfirmed <= as_of
    return None if last is None or confirmed or last.days > RECONFIRM_DAYS else last.handover
