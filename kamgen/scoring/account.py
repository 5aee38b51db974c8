"""All scores of one account: what can be said from its own plan, the settings and a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.evaluation import evaluate
from kamgen.scoring.key_account import score_key_account
from kamgen.scoring.metrics.catalogue import compute_metrics
from kamgen.scoring.score import AccountScores
from kamgen.scoring.tags import made_tags


def score_account(account_id: str, account: Account, settings: Settings, as_of: date) -> AccountScores:
    """Return everything computed for one account as it stood on a day.

    Purchases, contacts, surveys, referrals, opportunities and requests dated after ``as_of`` do not exist. What
    the plan does not say is None; no plan that validates raises an error.
    """
    evaluation = evaluate(account, settings, as_of)
    metrics = compute_metrics(evaluation)
    scores = AccountScores(
        id=account_id,
        as_of=as_of,
        metrics=metrics,
        key_account=score_key_account(account, metrics, settings.scoring),
        activity=evaluation.activity,
        relationship=evaluation.relationship,
        health=evaluation.health,
        lifetime_value=evaluation.lifetime_value,
        forecast=evaluation.forecast,
    )
    return replace(scores, made_tags=made_tags(account, scores, settings.scoring.tags))
