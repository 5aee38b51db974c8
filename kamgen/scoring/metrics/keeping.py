"""What keeps an account: service, surveys, losses, bindings, referrals, risks, outcomes."""

from __future__ import annotations

from decimal import Decimal

from kamgen.scoring.bindings import kinds_of_binding
from kamgen.scoring.customer_outcomes import verified_outcomes
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.handover import last_handover
from kamgen.scoring.losses import losses_last_12_months
from kamgen.scoring.metrics.hours import actions_of
from kamgen.scoring.metrics.metric import metric
from kamgen.scoring.referrals import score_referrals
from kamgen.scoring.response import is_waiting, median_days_to_answer
from kamgen.scoring.satisfaction import latest_survey
from kamgen.scoring.score import MetricValue
from kamgen.scoring.three_checks import score_three_checks


@metric("open-requests", "count", "Open requests", "Requests of the customer that wait for an answer", methods=("D4",))
def open_requests(evaluation: Evaluation) -> MetricValue:
    """How many requests are raised and not closed; unknown where no request is written down."""
    requests = evaluation.account.service.requests
    if not requests:
        return None
    return Decimal(sum(is_waiting(request, evaluation.as_of) for request in requests))


@metric("response-days", "days", "Days to answer", "How long an answer to the customer takes", methods=("D4",))
def response_days(evaluation: Evaluation) -> MetricValue:
    """Median of the days from ``service.requests.raised`` to ``service.requests.closed``.

    Requests that are still open, or without the day they were raised, are left out. Unknown where none is left.
    """
    return median_days_to_answer(evaluation.account.service.requests, evaluation.as_of)


@metric(
    "satisfied-share",
    "share",
    "Satisfied answers",
    "Share of the latest survey's answers that are satisfied or very satisfied",
    methods=("E1",),
)
def satisfied_share(evaluation: Evaluation) -> MetricValue:
    """Satisfied and very satisfied answers ÷ all answers to the latest survey; the aim is 1.

    Surveys of the same day are one. Unknown without a survey, and where nobody answered the latest.
    """
    latest = latest_survey(evaluation.account.service.surveys, evaluation.as_of)
    return latest.satisfied_share if latest else None


@metric("losses-last-12-months", "money", "Lost, last 12 months", "Amount lost in the last 12 months", methods=("E3",))
def losses_last_year(evaluation: Evaluation) -> MetricValue:
    """Sum of ``service.losses.amount`` in the 12 months that end on the day.

    Losses without an amount or an exchange rate add nothing. 0 where losses are written down and none of these months;
    unknown where none is written down, or none of these months has an amount.
    """
    return losses_last_12_months(evaluation.account, evaluation.settings, evaluation.as_of)


@metric(
    "bindings",
    "count",
    "Kinds of binding",
    "How many of the three kinds of binding hold the account",
    methods=("E5",),
)
def bindings(evaluation: Evaluation) -> MetricValue:
    """How many of level, industry and project are there in ``service.bindings``, 0 to 3.

    Unknown where neither a binding nor a switching cost (``service.switching_costs``) is written down.
    """
    kinds = kinds_of_binding(evaluation.account.service, evaluation.as_of)
    return None if kinds is None else Decimal(kinds)


@metric(
    "referrals-with-result",
    "count",
    "Referrals with a result",
    "Recommendations of this customer that something came of",
    methods=("E6",),
)
def referrals_with_result(evaluation: Evaluation) -> MetricValue:
    """Referrals up to the day with a ``service.referrals.result``. An empty list is 0, and known."""
    return Decimal(len(score_referrals(evaluation.account.service.referrals, evaluation.as_of).with_result))


@metric(
    "days-since-handover", "days", "Days since the handover", "How long the present owner has had it", methods=("E8",)
)
def days_with_owner(evaluation: Evaluation) -> MetricValue:
    """Days since the latest entry of ``handovers``; unknown where the account has not changed hands."""
    last = last_handover(evaluation.account.handovers, evaluation.as_of)
    return None if last is None else Decimal(last.days)


@metric("open-risks", "count", "Open risks", "Risks that are still open", methods=("E9",))
def open_risks(evaluation: Evaluation) -> MetricValue:
    """Risks that are not closed; unknown where no risk is written down."""
    risks = evaluation.account.risks
    return Decimal(sum(risk.status == "open" for risk in risks)) if risks else None


@metric(
    "verified-outcomes",
    "count",
    "Verified outcomes",
    "The customer's own outcomes that are reached and that the customer has confirmed",
    methods=("C3",),
)
def outcomes_verified(evaluation: Evaluation) -> MetricValue:
    """Outcomes with a ``success_plan.outcomes.verified`` up to the day, and not short of their target.

    Unknown where no outcome is written down.
    """
    outcomes = evaluation.account.success_plan.outcomes
    return Decimal(len(verified_outcomes(outcomes, evaluation.as_of))) if outcomes else None


@metric(
    "checks-made", "share", "Checks made", "Share of the checks of finished actions that were made", methods=("D5",)
)
def checks_made(evaluation: Evaluation) -> MetricValue:
    """Of the actions that are done and have ``goals.strategies.actions.checks``: checks made ÷ checks due.

    Due are, at each of them, those of the three checks that any action of the plan has had. Unknown where no such
    action is done, and where no check was ever made.
    """
    return score_three_checks(actions_of(evaluation.account), evaluation.as_of).share
