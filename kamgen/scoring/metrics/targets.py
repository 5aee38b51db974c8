"""Where an account is to go: backcast and target proof (B6, B7)."""

from __future__ import annotations

from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.metrics.metric import metric
from kamgen.scoring.score import MetricValue
from kamgen.scoring.weighting import ZERO

ONE = Decimal(1)


@metric(
    "backcast-steps",
    "count",
    "Backcast steps",
    "How many of the pictures 10, 5, 3 and 1 years out there are",
    methods=("B6",),
)
def backcast_steps(evaluation: Evaluation) -> MetricValue:
    """How many of the four steps have a picture in ``goals.horizon``, a year more or less.

    0 to 4, and always known: the plan lists what there is.
    """
    return Decimal(sum(step.written is not None for step in evaluation.backcast.steps))


@metric(
    "backcast-growth",
    "share",
    "Growth to the first step",
    "Growth a year from today's purchases to the nearest step of the backcast",
    methods=("B6",),
)
def backcast_growth(evaluation: Evaluation) -> MetricValue:
    """``(amount of the step ÷ purchases of the last 12 months) ^ (1 ÷ years) − 1``.

    The step is the nearest entry of ``goals.horizon`` with an amount whose year is not over; the years run to the end
    of that year. Unknown without such an entry, and unless something was bought.
    """
    first = next(iter(evaluation.backcast.legs), None)
    return None if first is None or first.start is not None else first.growth


@metric("target-to-win", "money", "Still to be won", "What is missing to the revenue goal", methods=("B7",))
def target_to_win(evaluation: Evaluation) -> MetricValue:
    """``max(target − max(actual, baseline), 0)`` of the revenue goal.

    The revenue goal is the first one in ``goals.goals`` that is counted in money, has a target and runs on the day.
    Unknown without such a goal, where it has neither actual nor baseline, and without an exchange rate.
    """
    proof = evaluation.target_proof
    return None if proof is None else proof.to_win


@metric(
    "target-covered",
    "share",
    "Target covered",
    "Share of what is still to be won that opportunities and white space could bring",
    methods=("B7",),
)
def target_covered(evaluation: Evaluation) -> MetricValue:
    """Open opportunities at full amount, and white space beyond them, ÷ ``target-to-win``.

    1 at most, and 1 where nothing is to be won any more. White space of a product counts only for what it is beyond
    the open opportunities for that product. Unknown where ``target-to-win`` is, and where an open opportunity or a row
    of white space without a figure could still make up for what is missing.
    """
    proof = evaluation.target_proof
    return None if proof is None else _part(proof.covered, proof.to_win)


@metric(
    "target-owned",
    "share",
    "Target covered by owners",
    "Share of what is still to be won that somebody works on",
    methods=("B7",),
)
def target_owned(evaluation: Evaluation) -> MetricValue:
    """Open opportunities whose next step has an owner, at full amount, ÷ ``target-to-win``.

    1 at most, and 1 where nothing is to be won any more. Opportunities without an amount or an exchange rate are left
    out; white space has no owner before it has become an opportunity. Unknown where ``target-to-win`` is.
    """
    proof = evaluation.target_proof
    return None if proof is None else _part(proof.owned, proof.to_win)


@metric(
    "target-uncovered",
    "money",
    "Target uncovered",
    "What is still to be won and nothing is named for",
    methods=("B7",),
)
def target_uncovered(evaluation: Evaluation) -> MetricValue:
    """``target-to-win`` less what ``target-covered`` counts, 0 at least; unknown where one of them is."""
    proof = evaluation.target_proof
    return None if proof is None else proof.uncovered


def _part(amount: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return the share of a whole, 1 at most; of a whole of nothing, all of it is there."""
    if whole is None:
        return None
    if whole <= ZERO:
        return ONE
    return None if amount is None else min(amount / whole, ONE)
