"""How we stand with the people who decide, and how well they are served (D1, E1, D4, E9)."""

from __future__ import annotations

from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.metrics.metric import metric, yes_or_no
from kamgen.scoring.referrals import score_referrals
from kamgen.scoring.score import MetricValue
from kamgen.scoring.weighting import HUNDRED


@metric(
    "coverage",
    "share",
    "Coverage",
    "Influence-weighted share of people with an owner and a recent contact",
    methods=("D1",),
)
def coverage(evaluation: Evaluation) -> MetricValue:
    """Influence of the people with an owner and a contact inside their cadence ÷ all influence.

    90 days where no cadence is agreed. People without an influence, and wanted ones, are left out; unknown where
    nobody has one.
    """
    return evaluation.relationship.coverage


@metric("support-index", "index", "Support index", "How much of the influence is for us, −100 to 100", methods=("D1",))
def support_index(evaluation: Evaluation) -> MetricValue:
    """``Σ influence · support / Σ (2 · influence) × 100`` over the people with both ratings; unknown where none has."""
    return evaluation.relationship.support_index


@metric(
    "single-threaded",
    "word",
    "Single-threaded",
    "Does one contact carry over half of the influence that is for us? Yes or no",
    methods=("D1",),
)
def single_threaded(evaluation: Evaluation) -> MetricValue:
    """Yes where one person has over half of ``Σ influence · support`` of those who support us.

    Unknown where nobody supports us, or nobody has both ratings.
    """
    return yes_or_no(evaluation.relationship.single_threaded)


@metric(
    "on-time-response",
    "share",
    "On-time response",
    "Share of the customer's requests closed by their due day",
    methods=("D4",),
)
def on_time_response(evaluation: Evaluation) -> MetricValue:
    """Share of the requests that are closed or past due which were closed by their due day.

    A request without a due day is left out, and so is one that is open with time left. Unknown where none can be
    judged.
    """
    part = evaluation.health_part("response")
    return None if part is None else part / HUNDRED


@metric(
    "satisfaction",
    "points",
    "Satisfaction",
    "The latest survey, from 0 (all very dissatisfied) to 100 (all very satisfied)",
    methods=("E1",),
)
def satisfaction(evaluation: Evaluation) -> MetricValue:
    """Mean of 100, 75, 50, 25, 0 over the answers to the latest survey.

    Surveys of the same day are one. Unknown without a survey, and where nobody answered the latest.
    """
    return evaluation.health_part("satisfaction")


@metric(
    "risk-exposure",
    "share",
    "Risk exposure",
    "Likelihood × impact of the largest open risk, 1 at most",
    methods=("E9",),
)
def risk_exposure(evaluation: Evaluation) -> MetricValue:
    """Largest ``likelihood · impact / 25`` of the open risks.

    0 where every risk is closed; unknown where none is written down, or the open ones are not rated.
    """
    return evaluation.health.risk_exposure


@metric("referrals", "count", "Referrals", "How often this customer has recommended us", methods=("E6",))
def referrals(evaluation: Evaluation) -> MetricValue:
    """Referrals up to the day. The plan lists what happened, so an empty list is 0, and known."""
    return Decimal(len(score_referrals(evaluation.account.service.referrals, evaluation.as_of).made))
