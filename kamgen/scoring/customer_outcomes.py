"""How many customers we made successful: the customer's own outcomes, reached and confirmed (methods: C3, S2, S4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kamgen.plan.success_plan import Outcome


def is_reached(outcome: Outcome) -> bool | None:
    """Tell whether an outcome's figure has come to its target, up or down from where it started; None if unknown."""
    start, end, now = outcome.baseline, outcome.target, outcome.actual
    if end is None or now is None:
        return None
    if now == end:
        return True
    if start is None or start == end:
        return None
    return now >= end if end > start else now <= end


def is_verified(outcome: Outcome, as_of: date) -> bool:
    """Tell whether the customer has confirmed an outcome by a day, and its figures do not say otherwise.

    Where the figures do not say whether it is reached, the customer's word stands alone.
    """
    return outcome.verified is not None and outcome.verified <= as_of and is_reached(outcome) is not False


def verified_outcomes(outcomes: Iterable[Outcome], as_of: date) -> tuple[Outcome, ...]:
    """Return the outcomes that are reached and that the customer has confirmed, up to a day (C3)."""
    return tuple(outcome for outcome in outcomes if is_verified(outcome, as_of))
