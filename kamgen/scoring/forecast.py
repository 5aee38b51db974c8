"""Open opportunities against the revenue goal: weighted pipeline, range, target and gap (method: D3, source S2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Settings
from kamgen.scoring.forecast_distribution import WinChance, WinDistribution, distribution_of_wins
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.score import Forecast
from kamgen.scoring.weighting import ZERO

P10, P50, P90 = Decimal("0.1"), Decimal("0.5"), Decimal("0.9")
_CERTAIN = Decimal(1)


def score_forecast(account: Account, settings: Settings, as_of: date) -> Forecast:
    """Return what the open opportunities may bring, as a sum and as a range, and what is missing to the goal (D3).

    ``weighted = Σ amount · probability`` with the opportunity's own probability, else its stage's. What has no
    amount (or no probability, or no rate) is left out and counted as ``unweighted``; where nothing is left the sum is
    unknown. No open opportunity among those written down is a sum of 0; none written down at all is unknown.

    P10, P50, P90 and ``reach`` come from the distribution of the sum of wins, each opportunity won or lost
    independently of the others (:mod:`.forecast_distribution`). They are unknown where the weighted sum is; a target
    that is reached without further wins has a ``reach`` of 1 in any case.

    ``gap = target − actual − weighted``, never below 0 (our reading: a surplus is no gap). Opportunities that
    are not weighted cover nothing of it. Unknown without the goal's target or actual.
    """
    opportunities = existing_opportunities(account.opportunities, as_of)
    still_open = [opportunity for opportunity in opportunities if opportunity.status == "open"]
    amounts: list[Decimal] = []
    chances: list[WinChance] = []
    for opportunity in still_open:
        amount = in_reporting_currency(opportunity.amount, opportunity.currency, account, settings)
        if amount is None:
            continue
        amounts.append(amount)
        probability = win_probability(opportunity, settings)
        if probability is not None:
            chances.append(WinChance(amount, probability))
    none_open = bool(opportunities) and not still_open
    wins = distribution_of_wins(chances) if chances or none_open else None
    weighted = None if wins is None else wins.mean
    goal = revenue_goal(account, settings, as_of)
    target = None if goal is None else in_reporting_currency(goal.target, goal.unit, account, settings)
    actual = None if goal is None else in_reporting_currency(goal.actual, goal.unit, account, settings)
    return Forecast(
        open_count=len(still_open),
        open_amount=sum(amounts, ZERO) if amounts or none_open else None,
        weighted=weighted,
        target=target,
        actual=actual,
        gap=gap_to(target, actual, weighted),
        p10=None if wins is None else wins.quantile(P10),
        p50=None if wins is None else wins.quantile(P50),
        p90=None if wins is None else wins.quantile(P90),
        reach=chance_to_reach(target, actual, wins),
        unweighted=len(still_open) - len(chances),
        chances=tuple(chances),
    )


def gap_to(target: Decimal | None, actual: Decimal | None, weighted: Decimal | None) -> Decimal | None:
    """Return ``target − actual − weighted``, never below 0; None without target or actual."""
    if target is None or actual is None:
        return None
    return max(target - actual - (weighted or ZERO), ZERO)


def chance_to_reach(target: Decimal | None, actual: Decimal | None, wins: WinDistribution | None) -> Decimal | None:
    """Return the probability that actual and wins together come to the target; 1 where the actual does by itself.

    None without target or actual, and where nothing is known of the wins.
    """
    if target is None or actual is None:
        return None
    if actual >= target:
        return _CERTAIN
    return None if wins is None else wins.reach(target - actual)


def existing_opportunities(opportunities: Iterable[Opportunity], as_of: date) -> tuple[Opportunity, ...]:
    """Return the opportunities that were there on a day: not those found later; their status is as written."""
    return tuple(found for found in opportunities if found.created is None or found.created <= as_of)


def win_probability(opportunity: Opportunity, settings: Settings) -> Decimal | None:
    """Return the opportunity's own probability, else that of its stage in its process; None if neither is there."""
    if opportunity.probability is not None:
        return opportunity.probability
    process = settings.processes.get(opportunity.process or "")
    if process is not None:
        for stage in process.stages:
            if stage.id == opportunity.stage:
                return stage.probability
    return None


def revenue_goal(account: Account, settings: Settings, as_of: date) -> Goal | None:
    """Return the goal that the forecast is held against: the first that is counted in money and has a target.

    Money is the plan's currency or the reporting one. A goal that runs on the day is preferred to one that is over
    or not begun; a target below its baseline is a cost to bring down, not revenue.
    """
    currencies = {settings.currency, account.value.currency or settings.currency}
    in_money = [
        goal
        for goal in account.goals.goals
        if goal.unit in currencies
        and goal.target is not None
        and (goal.baseline is None or goal.target >= goal.baseline)
    ]
    return next((goal for goal in in_money if _runs(goal, as_of)), in_money[0] if in_money else None)


def _runs(goal: Goal, as_of: date) -> bool:
    return (goal.start is None or goal.start <= as_of) and (goal.due is None or as_of <= goal.due)
