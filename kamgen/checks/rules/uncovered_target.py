"""The revenue goal asks for more than the open opportunities and the white space could bring: by default, 100% of what
is still to be won must be covered, at full amounts and whatever the chances. Not reported while one of the amounts is
unknown, or while what is missing is, by default, at most 5% of the target.

A target is proven by naming where it will come from: which products, in which units, in which opportunities. What
nothing is named for will be missing at the end of the year.

Add the opportunities, or the white space (product:, unit:, potential:, current:) that is to bring it; or set a target
that they can carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.checks.goal_work import running_goals
from kamgen.checks.pipeline import open_opportunities
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.goals import Goal
from kamgen.scoring.forecast import revenue_goal
from kamgen.scoring.money import exchange_rate, in_reporting_currency
from kamgen.wording.phrase import phrase

PERCENT = Parameter("percent", 100, "Percent of what is still to be won that must be covered", least=1, most=100)

TOLERANCE = Parameter("tolerance", 5, "Percent of the target that may be missing without a finding", most=100)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the target of the revenue goal where too little stands behind what is still to be won."""
    revenue = revenue_goal(subject.account, subject.settings, subject.as_of)
    for path, goal in running_goals(subject):
        if goal is not revenue or goal.unit is None:
            continue
        to_win, covered = _to_win(goal), _covered(subject, goal.unit)
        if to_win is None or covered is None or 100 * covered >= subject.number(PERCENT) * to_win:
            continue
        if 100 * (to_win - covered) <= subject.number(TOLERANCE) * abs(goal.target or Decimal(0)):
            continue
        yield Problem(
            (*path, "target"),
            phrase(
                "of {to_win} {currency} still to be won, opportunities and white space cover {covered}: "
                "{uncovered} missing",
                to_win=round(to_win),
                currency=goal.unit,
                covered=round(covered),
                uncovered=round(to_win - covered),
            ),
            phrase("add the opportunities and white space that will bring it, or set a target that they can carry"),
        )


def _to_win(goal: Goal) -> Decimal | None:
    """Return what the customer must buy beyond what it buys already; None where that is not known.

    The larger of actual and baseline is what it buys already: early in the year, a figure that counts from January is
    below what will be ordered again anyway.
    """
    bought = [figure for figure in (goal.actual, goal.baseline) if figure is not None]
    return None if goal.target is None or not bought else goal.target - max(bought)


def _covered(subject: Subject, currency: str) -> Decimal | None:
    """Return open amounts and white space together; None where one of them is not known yet."""
    account, settings = subject.account, subject.settings
    rate = exchange_rate(currency, settings)
    total = Decimal(0)
    for _, opportunity in open_opportunities(subject):
        amount = in_reporting_currency(opportunity.amount, opportunity.currency, account, settings)
        if amount is None:
            return None
        total += amount
    for row in account.value.white_space:
        if row.potential is None or row.current is None:
            return None
        space = in_reporting_currency(max(row.potential - row.current, Decimal(0)), None, account, settings)
        if space is None:
            return None
        total += space
    return None if rate is None else total / rate


PLAN = """\
value:
  currency: USD
  white_space: [{product: dairy, unit: North, potential: 60000, current: 21000}]
goals:
  goals:
    - {id: revenue, text: Net purchases, unit: USD, baseline: 62000, target: 110000, actual: 71000, due: 2026-12-31}
  strategies:
    - id: season
      text: Move dairy from spot orders to a season contract
      serves: [revenue]
      measures: [{id: share, text: Share of dairy spend, target: 35, owner: lin-yue}]
      actions: [{id: price, text: Price model, owner: lin-yue, due: 2026-07-10}]
"""

RULE = PlanRule(
    name="uncovered-target",
    level="warning",
    family="goals",
    methods=("B7",),
    parameters=(PERCENT, TOLERANCE),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("potential: 60000", "potential: 40000")),
    good=Example(PLAN),
)
