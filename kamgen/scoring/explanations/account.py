"""All scores of one account explained."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason
from kamgen.scoring.explanations.forecast import explain_forecast
from kamgen.scoring.explanations.health import explain_health
from kamgen.scoring.explanations.key_account import explain_key_account
from kamgen.scoring.explanations.lifetime_value import explain_lifetime_value
from kamgen.scoring.explanations.plan_quality import explain_plan_quality
from kamgen.scoring.explanations.relationship import explain_relationship
from kamgen.scoring.score import AccountScores, PlanQuality


@dataclass(frozen=True, slots=True)
class AccountReasons:
    """The tree of every score of one account."""

    key_account: Reason
    relationship: Reason
    health: Reason
    lifetime_value: Reason
    forecast: Reason
    plan_quality: Reason


def explain_account(
    evaluation: Evaluation, scores: AccountScores, quality: PlanQuality, findings: tuple[int, int]
) -> AccountReasons:
    """Return why an account's scores are what they are; all is of the same plan, settings and day.

    ``findings`` are the numbers of errors and warnings that the plan quality was computed with.
    """
    return AccountReasons(
        key_account=explain_key_account(evaluation, scores.key_account),
        relationship=explain_relationship(evaluation),
        health=explain_health(evaluation),
        lifetime_value=explain_lifetime_value(evaluation),
        forecast=explain_forecast(evaluation),
        plan_quality=explain_plan_quality(evaluation, quality, *findings),
    )
