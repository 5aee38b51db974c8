"""The catalogue of everything computed for an account: criteria, segments and pages name these metrics.

A metric is a function of an :class:`Evaluation`, registered under its name; its docstring is the definition that people
read. A value that is not known is None, never 0. Money is in the reporting currency; shares are 0 to 1; nothing is
rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from inspect import cleandoc
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.goals import Action
from kamgen.plan.settings import Settings
from kamgen.scoring.evaluation import Evaluation, evaluate
from kamgen.scoring.forecast import win_rate as won_share
from kamgen.scoring.ledger import years_before
from kamgen.scoring.lifetime_value import whole_value
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.score import MetricValue
from kamgen.scoring.weighting import HUNDRED, ZERO

DAYS_A_YEAR = Decimal("365.25")
ONE_DAY = timedelta(days=1)

MetricUnit = Literal["years", "days", "hours", "count", "money", "share", "points", "index", "word"]
"""``share`` is 0 to 1 (growth and margin may lie outside), ``points`` 0 to 100, ``index`` −100 to 100."""

Computation = Callable[[Evaluation], MetricValue]


@dataclass(frozen=True, slots=True)
class Metric:
    """A named figure.

    Attributes:
        name: What criteria and segments call it.
        unit: What it is counted in.
        label: What people call it, in English.
        description: One line that says what it is, in English.
        definition: How it is computed and when it is not known, in English, as Markdown; Chinese stands in
            :data:`kamgen.wording.chinese.metrics.DEFINITIONS`.
        methods: Letters of the methods that it serves, as in :data:`kamgen.wording.methods.METHODS`.
        compute: The computation.

    """

    name: str
    unit: MetricUnit
    label: str
    description: str
    definition: str
    methods: tuple[str, ...]
    compute: Computation

    def value(self, account: Account, settings: Settings, as_of: date) -> MetricValue:
        """Return this one metric of an account; for several of them use :func:`compute_metrics`."""
        return self.compute(evaluate(account, settings, as_of))


METRICS: dict[str, Metric] = {}
"""Every metric by its name, in the order in which people look at them."""


def compute_metrics(evaluation: Evaluation) -> dict[str, MetricValue]:
    """Return every metric of an account by name."""
    return {name: metric.compute(evaluation) for name, metric in METRICS.items()}


def _metric(
    name: str, unit: MetricUnit, label: str, description: str, *, methods: tuple[str, ...]
) -> Callable[[Computation], Computation]:
    """Enter a function in the catalogue; its docstring becomes the definition, with Markdown's single backticks."""

    def register(compute: Computation) -> Computation:
        definition = cleandoc(compute.__doc__ or "").replace("``", "`")
        METRICS[name] = Metric(name, unit, label, description, definition, methods, compute)
        return compute

    return register


# ── Buying ──


@_metric(
    "years-as-customer",
    "years",
    "Years as a customer",
    "How long the customer has been buying from us",
    methods=("A1",),
)
def years_as_customer(evaluation: Evaluation) -> MetricValue:
    """Days since ``profile.since``, else since the first purchase on record, ÷ 365.25.

    Unknown without either. A ``profile.since`` that is still to come does not count.
    """
    since = evaluation.account.profile.since
    if since is None or since > evaluation.as_of:
        since = evaluation.activity.first
    return None if since is None else (evaluation.as_of - since).days / DAYS_A_YEAR


@_metric(
    "purchases-last-12-months",
    "money",
    "Purchases, last 12 months",
    "Net purchases of the last 12 months",
    methods=("A1",),
)
def purchases_last_12_months(evaluation: Evaluation) -> MetricValue:
    """Purchases less returns in the 12 months that end on the day.

    Unknown as long as no purchase is on record, and without an exchange rate.
    """
    return evaluation.activity.monetary


@_metric(
    "purchases-previous-12-months",
    "money",
    "Purchases, 12 months before",
    "Net purchases of the 12 months before the last 12",
    methods=("A1",),
)
def purchases_previous_12_months(evaluation: Evaluation) -> MetricValue:
    """Purchases less returns in the 12 months that ended a year ago; unknown where the record begins later."""
    return evaluation.ledger.year_up_to(years_before(evaluation.as_of, 1))


@_metric("growth", "share", "Growth", "Purchases of the last 12 months against the 12 months before", methods=("A1",))
def growth(evaluation: Evaluation) -> MetricValue:
    """Last 12 months ÷ the 12 months before − 1.

    Unknown unless something was bought before, and unless the record covers the whole of the earlier year: what
    a new customer adds in its second year is a start, not growth.
    """
    ledger, a_year_ago = evaluation.ledger, years_before(evaluation.as_of, 1)
    last, previous = evaluation.activity.monetary, ledger.year_up_to(a_year_ago)
    if last is None or previous is None or previous <= 0:
        return None
    return last / previous - 1 if ledger.days[0] <= years_before(a_year_ago, 1) + ONE_DAY else None


@_metric(
    "margin-rate",
    "share",
    "Margin rate",
    "Our margin on the purchases of the last 12 months that state one",
    methods=("A1", "F4"),
)
def margin_rate(evaluation: Evaluation) -> MetricValue:
    """Margin ÷ amount over the purchases of the last 12 months that state a margin.

    Unknown where these do not add up to more than 0.
    """
    return evaluation.ledger.margin_rate


@_metric(
    "share-of-wallet",
    "share",
    "Share of wallet",
    "Our share of what the customer spends in our category",
    methods=("A1",),
)
def share_of_wallet(evaluation: Evaluation) -> MetricValue:
    """Purchases of the wallet's calendar year ÷ the wallet, what the customer spends with all suppliers.

    The latest entry of ``value.wallet`` that is not after the day's year and not 0. For the year that still runs, the
    last 12 months stand in for it. Unknown where the purchases on record begin after that year. Above 1 the wallet
    was estimated too low.
    """
    as_of, ledger = evaluation.as_of, evaluation.ledger
    wallets = [(w.year, w.amount) for w in evaluation.account.value.wallet if w.year <= as_of.year and w.amount]
    if not wallets:
        return None
    year, wallet = max(wallets)
    if year == as_of.year:
        bought = ledger.own_amount(years_before(as_of, 1) + ONE_DAY, as_of)
    else:
        bought = ledger.own_amount(date(year, 1, 1), date(year, 12, 31))
    return None if bought is None else bought / wallet


@_metric(
    "recency-days", "days", "Days since the last purchase", "How long ago the customer last bought", methods=("E2",)
)
def recency_days(evaluation: Evaluation) -> MetricValue:
    """Days from the last day with a net purchase; unknown without one."""
    days = evaluation.activity.recency_days
    return None if days is None else Decimal(days)


@_metric("frequency", "count", "Purchase days", "Days with a purchase in the last 12 months", methods=("E2",))
def frequency(evaluation: Evaluation) -> MetricValue:
    """Days with a net purchase in the last 12 months; unknown without any purchase on record."""
    return Decimal(evaluation.activity.frequency) if evaluation.ledger.days else None


@_metric("monetary", "money", "Amount bought", "Amount bought in the last 12 months, the M of RFM", methods=("E2",))
def monetary(evaluation: Evaluation) -> MetricValue:
    """As ``purchases-last-12-months``, under the name that RFM has for it."""
    return evaluation.activity.monetary


@_metric(
    "activity", "word", "Activity", "Active, cooling or dormant, by the customer's own buying rhythm", methods=("E2",)
)
def activity(evaluation: Evaluation) -> MetricValue:
    """State by the median of the days between purchases: active up to 1.5 medians, cooling up to 3, dormant beyond.

    Unknown with fewer than 3 purchase days.
    """
    state = evaluation.activity.state
    return None if state == "unknown" else state


@_metric("revenue-to-date", "money", "Revenue to date", "All net purchases so far, undiscounted", methods=("A3", "F4"))
def revenue_to_date(evaluation: Evaluation) -> MetricValue:
    """Purchases less returns from the first one on record; unknown without any, and without an exchange rate."""
    return evaluation.lifetime_value.to_date


@_metric(
    "lifetime-value",
    "money",
    "Lifetime value",
    "Revenue to date plus the projected margin, discounted",
    methods=("A3", "F4"),
)
def lifetime_value(evaluation: Evaluation) -> MetricValue:
    """``revenue to date + Σ annual margin · retention^t / (1 + discount)^t`` over the years of the horizon.

    The annual margin is that of the last 12 months; a year of more returns than purchases is projected as 0.
    Unknown as long as no purchase is on record, and without an exchange rate.
    """
    return whole_value(evaluation.lifetime_value)


@_metric(
    "white-space",
    "money",
    "White space",
    "What the customer could buy from us in a year beyond what it buys now",
    methods=("B4", "B7"),
)
def white_space(evaluation: Evaluation) -> MetricValue:
    """``Σ max(potential − current, 0)`` over the rows of ``value.white_space`` where both are known.

    Unknown where no row has both, and without an exchange rate.
    """
    rows = [
        max(row.potential - row.current, ZERO)
        for row in evaluation.account.value.white_space
        if row.potential is not None and row.current is not None
    ]
    total = sum(rows, ZERO) if rows else None
    return in_reporting_currency(total, None, evaluation.account, evaluation.settings)


# ── Selling ──


@_metric("open-pipeline", "money", "Open pipeline", "Amount of the open opportunities", methods=("B7", "D3"))
def open_pipeline(evaluation: Evaluation) -> MetricValue:
    """Sum of the open opportunities' amounts, without those that have no amount or no exchange rate.

    0 where opportunities are written down and none is open; unknown where none is written down, or none that is
    open has an amount.
    """
    return evaluation.forecast.open_amount


@_metric(
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


@_metric("win-rate", "share", "Win rate", "Share of the decided opportunities that were won", methods=("D2",))
def win_rate(evaluation: Evaluation) -> MetricValue:
    """Won ÷ (won + lost), by number; unknown as long as nothing is decided."""
    return won_share(evaluation.account.opportunities, evaluation.as_of)


@_metric(
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


# ── Standing ──


@_metric(
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


@_metric("support-index", "index", "Support index", "How much of the influence is for us, −100 to 100", methods=("D1",))
def support_index(evaluation: Evaluation) -> MetricValue:
    """``Σ influence · support / Σ (2 · influence) × 100`` over the people with both ratings; unknown where none has."""
    return evaluation.relationship.support_index


@_metric(
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


@_metric(
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


@_metric(
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


@_metric("referrals", "count", "Referrals", "How often this customer has recommended us", methods=("E6",))
def referrals(evaluation: Evaluation) -> MetricValue:
    """Referrals up to the day. The plan lists what happened, so an empty list is 0, and known."""
    made = evaluation.account.service.referrals
    return Decimal(sum(referral.date is None or referral.date <= evaluation.as_of for referral in made))


# ── Hours ──


@_metric(
    "planned-hours",
    "hours",
    "Planned hours",
    "Planned hours of all actions that were not dropped",
    methods=("A7", "F2"),
)
def planned_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.hours``, without dropped actions; unknown where no action has any."""
    return _hours(action.hours for action in _actions(evaluation.account) if action.status != "dropped")


@_metric("spent-hours", "hours", "Hours spent", "Hours spent on actions so far", methods=("A7", "F2"))
def spent_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.spent``; unknown where no action has any.

    Hours spent on an action that was dropped later were spent all the same.
    """
    return _hours(action.spent for action in _actions(evaluation.account))


@_metric(
    "customer-hours", "hours", "Hours with the customer", "Planned hours in front of the customer", methods=("F2",)
)
def customer_hours(evaluation: Evaluation) -> MetricValue:
    """Sum of ``goals.strategies.actions.with_customer``, without dropped actions; unknown where no action has any."""
    return _hours(action.with_customer for action in _actions(evaluation.account) if action.status != "dropped")


def _actions(account: Account) -> Iterable[Action]:
    return (action for strategy in account.goals.strategies for action in strategy.actions)


def _hours(hours: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in hours if value is not None]
    return sum(known, ZERO) if known else None
