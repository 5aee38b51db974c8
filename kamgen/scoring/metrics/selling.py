"""What is to be won: open opportunities, their forecast, win rate, goals (D2, D3, B5)."""

from __future__ import annotations

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.metrics.metric import metric
from kamgen.scoring.score import MetricValue
from kamgen.scoring.win_rates import win_rate as won_share


@metric("open-pipeline", "money", "Open pipeline", "Amount of the open opportunities", methods=("B7", "D3"))
def open_pipeline(evaluation: Evaluation) -> MetricValue:
    """Sum of the open opportunities' amounts, without those that have no amount or no exchange rate.

    0 where opportunities are written down and none is open; unknown where none is written down, or none that is
    open has an amount.
    """
    return evaluation.forecast.open_amount


@metric(
    "weighted-pipeline",
    "money",
    "Weighted pipeline",
    "Open opportunities, each times its chance to be won",
    methods=("D3",),
)
def weighted_pipeline(evaluation: Evaluation) -> MetricValue:
    """``Σ amount · probability`` of the open opportunities, with their own probability, else that of their stage.

    Those without an amount, a probability or an exchange rate are left out. Unknown where nothing is left, but 0
    where opportunities are written down and none is open.
    """
    return evaluation.forecast.weighted


@metric(
    "pipeline-p10",
    "money",
    "Pipeline, low end (P10)",
    "What the open opportunities bring at least, in 9 cases of 10",
    methods=("D3",),
)
def pipeline_p10(evaluation: Evaluation) -> MetricValue:
    """Smallest sum of wins that is not exceeded with a probability of at least 10%.

    From the distribution of the sum of the open opportunities, each won or lost as a whole, independently of the
    others. Unknown where the weighted pipeline is.
    """
    return evaluation.forecast.p10


@metric(
    "pipeline-p50",
    "money",
    "Pipeline, middle (P50)",
    "What the open opportunities bring or more, in half of all cases",
    methods=("D3",),
)
def pipeline_p50(evaluation: Evaluation) -> MetricValue:
    """Smallest sum of wins that is not exceeded with a probability of at least 50%, as ``pipeline-p10``.

    One large opportunity is won or lost as a whole, so this may be far from the weighted pipeline, which is the mean.
    """
    return evaluation.forecast.p50


@metric(
    "pipeline-p90",
    "money",
    "Pipeline, high end (P90)",
    "What the open opportunities exceed in 1 case of 10 at most",
    methods=("D3",),
)
def pipeline_p90(evaluation: Evaluation) -> MetricValue:
    """Smallest sum of wins that is not exceeded with a probability of at least 90%, as ``pipeline-p10``."""
    return evaluation.forecast.p90


@metric(
    "chance-to-reach-target",
    "share",
    "Chance to reach the target",
    "Probability that what is booked and what is won reach the revenue target",
    methods=("B7", "D3"),
)
def chance_to_reach_target(evaluation: Evaluation) -> MetricValue:
    """Probability that the sum of wins is at least ``target − actual`` of the revenue goal, 0 to 1.

    1 where the target is reached already. Opportunities without an amount, a probability or an exchange rate add
    nothing, so it is rather too low while there are any. Unknown without the goal's target or actual, and where the
    weighted pipeline is unknown.
    """
    return evaluation.forecast.reach


@metric("win-rate", "share", "Win rate", "Share of the decided opportunities that were won", methods=("D2",))
def win_rate(evaluation: Evaluation) -> MetricValue:
    """Won ÷ (won + lost), by number; unknown as long as nothing is decided."""
    return won_share(evaluation.account.opportunities, evaluation.as_of)


@metric(
    "goal-progress",
    "points",
    "Goal progress",
    "How far the goals are, against how far they should be today",
    methods=("B5",),
)
def goal_progress(evaluation: Evaluation) -> MetricValue:
    """Mean over the goals of progress ÷ elapsed time, each at most 100; a goal that is reached is 100 at any time.

    Progress is ``(actual − baseline) / (target − baseline)``. A goal without these figures, without the days that
    say how far it should be, or not begun yet is left out. Unknown where no goal can be judged.
    """
    return evaluation.health_part("goals")
