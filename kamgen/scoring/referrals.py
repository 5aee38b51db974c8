"""Whom the customer recommended us to, and what came of it (methods: E6, sources S1 and S3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamgen.plan.service import Referral


@dataclass(frozen=True, slots=True)
class Referrals:
    """The recommendations up to a day, in the plan's order: all, those with a result, those still without one."""

    made: tuple[Referral, ...]
    with_result: tuple[Referral, ...]
    without_result: tuple[Referral, ...]


def score_referrals(referrals: Iterable[Referral], as_of: date) -> Referrals:
    """Return the recommendations up to a day (E6); one without a day has been made.

    The plan lists what happened, so none written down means none made, and is known.
    """
    made = tuple(referral for referral in referrals if referral.date is None or referral.date <= as_of)
    return Referrals(
        made=made,
        with_result=tuple(referral for referral in made if referral.result is not None),
        without_result=tuple(referral for referral in made if referral.result is None),
    )
