"""Changes that our work brings about: goals back on their way, answers given, risks met, buying taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Any

from kamgen.plan.account import Account
from kamgen.plan.goals import Goal
from kamgen.plan.value import Purchase
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Path
from kamgen.scoring.health import goal_progress
from kamgen.scoring.money import currency_of
from kamgen.scoring.plan_changes.change import Change, replaced
from kamgen.scoring.progress import time_gone
from kamgen.scoring.response import is_waiting
from kamgen.scoring.risks import biggest_first, risk_rating
from kamgen.scoring.weighting import HUNDRED
from kamgen.wording.phrase import phrase

_EXACT = Context(prec=60)
"""Room for every figure that a plan can hold, 10^15 with 12 decimals."""


def goal_changes(account: Account, as_of: date) -> Iterator[Change]:
    """Yield that a goal that lags gets to where it should be today, if a strategy serves it: wishing is no lever."""
    goals = account.goals.goals
    served = {goal_id for strategy in account.goals.strategies for goal_id in strategy.serves}
    for index, goal in enumerate(goals):
        progress = goal_progress(goal, as_of)
        expected = _expected(goal, as_of)
        if goal.id not in served or progress is None or progress >= HUNDRED or expected is None:
            continue
        caught_up = replaced(goals, index, goal.model_copy(update={"actual": expected}))
        pattern = "“{goal}” gets to {value}, where it should be today"
        if goal.unit is not None:
            pattern = "“{goal}” gets to {value} {unit}, where it should be today"
        yield Change(
            phrase(pattern, goal=goal.text, value=expected, unit=goal.unit or ""),
            ("goals", "goals", index, "actual"),
            account.model_copy(update={"goals": account.goals.model_copy(update={"goals": caught_up})}),
        )


def request_changes(account: Account, as_of: date) -> Iterator[Change]:
    """Yield that every request that waits for an answer is closed today.

    Those that are overdue stay late (D4): what this brings comes from the ones that still have time.
    """
    requests = account.service.requests
    waiting = [index for index, request in enumerate(requests) if is_waiting(request, as_of)]
    if waiting:
        closed = tuple(
            request.model_copy(update={"closed": as_of}) if is_waiting(request, as_of) else request
            for request in requests
        )
        said = phrase("The open request is closed today|All {n} open requests are closed today", n=len(waiting))
        path = ("service", "requests", waiting[0], "closed")
        yield Change(said, path, _with_service(account, requests=closed))


def survey_changes(account: Account, as_of: date) -> Iterator[Change]:
    """Yield that whoever was dissatisfied in the latest survey becomes satisfied. Surveys of one day are one."""
    surveys = account.service.surveys
    last = max((survey.date for survey in surveys if survey.date <= as_of), default=None)
    changed, unhappy, first = surveys, 0, 0
    for index, survey in enumerate(surveys):
        count = survey.dissatisfied + survey.very_dissatisfied
        if survey.date == last and count:
            won = survey.satisfied + count
            better = survey.model_copy(update={"satisfied": won, "dissatisfied": 0, "very_dissatisfied": 0})
            changed, first = replaced(changed, index, better), first if unhappy else index
            unhappy += count
    if unhappy:
        said = phrase(
            "Whoever gave the dissatisfied answer in the latest survey is satisfied"
            "|Those who gave the {n} dissatisfied answers in the latest survey are satisfied",
            n=unhappy,
        )
        yield Change(said, ("service", "surveys", first), _with_service(account, surveys=changed))


def risk_changes(account: Account) -> Iterator[Change]:
    """Yield that our response to the largest open risk takes effect: less likely by one, or closed if it was rare."""
    if not account.risks:
        return
    largest = biggest_first(account.risks)[0]
    if largest.status != "open" or largest.likelihood is None or risk_rating(largest) is None:
        return
    index = account.risks.index(largest)
    path: Path
    update: dict[str, Any]
    if largest.likelihood > 1:
        likelihood = largest.likelihood - 1
        said = phrase(
            "The response to “{risk}” makes it less likely, {before} becomes {after} of 5",
            risk=largest.text,
            before=largest.likelihood,
            after=likelihood,
        )
        path, update = ("risks", index, "likelihood"), {"likelihood": likelihood}
    else:
        said = phrase("The response to “{risk}” is done, and the risk closed", risk=largest.text)
        path, update = ("risks", index, "status"), {"status": "closed"}
    answered = replaced(account.risks, index, largest.model_copy(update=update))
    yield Change(said, path, account.model_copy(update={"risks": answered}))


def purchase_changes(evaluation: Evaluation) -> Iterator[Change]:
    """Yield that an account that buys less often than it used to orders again today, as much as usual.

    Only where an open opportunity stands behind it: nobody buys because a score would like it.
    """
    account, as_of = evaluation.account, evaluation.as_of
    amount = _usual_amount(evaluation)
    if evaluation.activity.state not in ("cooling", "dormant") or amount is None:
        return
    for index, opportunity in enumerate(account.opportunities):
        if opportunity.status != "open" or (opportunity.created is not None and opportunity.created > as_of):
            continue
        said = phrase(
            "“{opportunity}” brings the next order, of the usual {amount} {currency}",
            opportunity=opportunity.name,
            amount=amount,
            currency=currency_of(None, account, evaluation.settings),
        )
        purchases = (*account.value.purchases, Purchase.model_construct(date=as_of, amount=amount))
        value = account.value.model_copy(update={"purchases": purchases})
        yield Change(said, ("opportunities", index), account.model_copy(update={"value": value}))
        return


def _expected(goal: Goal, as_of: date) -> Decimal | None:
    """Return where a goal should be today, rounded towards its target to the decimals that the plan writes."""
    gone = time_gone(goal, as_of)
    if goal.baseline is None or goal.target is None or goal.actual is None or gone is None:
        return None
    exact = _EXACT.add(goal.baseline, _EXACT.multiply(_EXACT.subtract(goal.target, goal.baseline), gone))
    finest = min((goal.baseline, goal.target, goal.actual), key=_exponent)
    rounding = ROUND_CEILING if goal.target > goal.baseline else ROUND_FLOOR
    return exact.quantize(Decimal(1).scaleb(_exponent(finest)), rounding=rounding, context=_EXACT)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _usual_amount(evaluation: Evaluation) -> Decimal | None:
    """Return the median of what was bought on a day with purchases, in whole units of the plan's currency."""
    ledger = evaluation.ledger
    amounts = sorted(amount for day in ledger.purchase_days if (amount := ledger.own_amount(day, day)) is not None)
    if not amounts:
        return None
    usual = amounts[len(amounts) // 2].quantize(Decimal(1), rounding=ROUND_HALF_UP, context=_EXACT)
    return usual if usual > 0 else None


def _with_service(account: Account, **update: Any) -> Account:
    return account.model_copy(update={"service": account.service.model_copy(update=update)})
