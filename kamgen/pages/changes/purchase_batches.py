"""Many purchases that came, went or were corrected, in one sentence: an import of a quarter is one event."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from kamgen.changes.comparison import Change, Item
from kamgen.pages.changes.values import Values
from kamgen.plan.value import Purchase

_ADDED = "{n} purchase added, {period}, {amount} in all|{n} purchases added, {period}, {amount} in all"
_REMOVED = "{n} purchase removed, {period}, {amount} in all|{n} purchases removed, {period}, {amount} in all"
_CORRECTED = "{n} purchase corrected, {period}|{n} purchases corrected, {period}"
_IN_ALL = "{before} → {after} in all"


def purchases_said(changes: tuple[Change, ...], before: Values, after: Values) -> str:
    """Return how many purchases it were, from when to when, and how much they are in all."""
    s, t = after.s, after.t
    steps = [step for change in changes if isinstance(step := change.place[2], Item)]
    purchases = list({id(step.item): cast("Purchase", step.item) for step in steps}.values())
    days, n = [purchase.date for purchase in purchases], len(purchases)
    first, last = t.day(min(days)), t.day(max(days))
    period = first if first == last else s.text("{first_day} to {last_day}", first_day=first, last_day=last)
    total = sum((purchase.amount for purchase in purchases), Decimal(0))
    if len(changes[0].place) > 3:
        moved = sum((change.after - change.before for change in changes if change.place[-1] == "amount"), Decimal(0))
        said = s.text(_CORRECTED, n=n, period=period)
        if not moved:
            return said
        old, new = before.terms.money(total), after.terms.money(total + moved)
        return s.listing([said, s.text(_IN_ALL, before=old, after=new)])
    if changes[0].before is None:
        return s.text(_ADDED, n=n, period=period, amount=after.terms.money(total))
    return s.text(_REMOVED, n=n, period=period, amount=before.terms.money(total))
