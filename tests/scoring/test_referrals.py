"""Recommendations and what came of them."""

from typing import Any

from kamgen.plan.service import Referral
from kamgen.scoring.referrals import score_referrals
from tests.scoring.plans import TODAY


def referral(to: str, **keys: Any) -> Referral:
    return Referral.model_validate({"to": to, **keys})


def test_recommendations_are_told_with_and_without_a_result() -> None:
    referrals = [
        referral("A", date="2026-05-06", result="meeting"),
        referral("B", date="2026-05-07", result="meeting"),
        referral("C"),
    ]
    found = score_referrals(referrals, TODAY)
    assert [made.to for made in found.made] == ["A", "C"]
    assert [made.to for made in found.with_result] == ["A"]
    assert [made.to for made in found.without_result] == ["C"]
