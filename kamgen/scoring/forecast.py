"""Open opportunities against the revenue goal: weighted pipeline, target and gap (methods: D2, D3, source S2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Settings
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.score import Forecast
from kamgen.scoring.weighting import ZERO


def score_forecast(account: Account, settings: Settings, as_of: date) -> Forecast:
    """Return the open opportunities' amount, weighted amount, and what is missing to the revenue goal (D3).

    ``weighted = Σ amount · probability`` with the opportunity's own probability, else its stage's. What has no
    amount (or no probability, or no rate) is left out of the sum; where nothing is left the sum is unknown. No open
    opportunity among those written down is a sum of 0; none written down at all is unknown.

    ``gap = target − actual − weighted``, never below 0 (our reading: a surplus is no gap). Opportunities that
    are not weighted cover nothing of it. Unknown without the goal's target or actual.
    """
    opportunities = existing_opportunities(account.opportunities, as_of)
    still_open = [opportunity for opportunity in opportunities if opportunity.status == "open"]
    amounts: list[Decimal] = []
    weighted: list[Decimal] = []
    for opportunity in still_open:
        amount = in_reporting_currency(opportunity.amount, opportunity.currency, account, settings)
        if amount is None:
            continue
        amounts.append(amount)
        probability = win_probability(opportunity, settings)
        if probability is not None:
            weighted.append(amount * probability)
    none_open = bool(opportunities) and not still_open
    weighted_sum = sum(weighted, ZERO) if weighted or none_open else None
    goal = revenue_goal(account, settings, as_of)
    target = None if goal is None else in_reporting_currency(goal.target, goal.unit, account, settings)
    actual = None if goal is None else in_reporting_currency(goal.actual, goal.unit, account, settings)
    gap = None if target is None or actual is None else max(target - actual - (weighted_sum or ZERO), ZERO)
    return Forecast(
        open_count=len(still_open),
        open_amount=sum(amounts, ZERO) if amounts or none_open else None,
        weighted=weighted_sum,
        target=target,
        actual=actual,
        gap=gap,
    )


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


def win_rate(opportunities: Iterable[Opportunity], as_of: date) -> Decimal | None:
    """Return won ÷ (won + lost) by number, 0 to 1 (D2); None as long as nothing is decided."""
    decided = [found.status for found in existing_opportunities(opportunities, as_of) if found.status != "open"]
    return Decimal(decided.count("won")) / len(decided) if decided else None


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
