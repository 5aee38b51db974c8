"""What an account buys, and what that is worth."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.ledger import years_before
from kamgen.scoring.lifetime_value import whole_value
from kamgen.scoring.metrics.metric import metric
from kamgen.scoring.score import MetricValue
from kamgen.scoring.white_space import measure_white_space

DAYS_A_YEAR = Decimal("365.25")
ONE_DAY = timedelta(days=1)


@metric(
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


@metric(
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


@metric(
    "purchases-previous-12-months",
    "money",
    "Purchases, 12 months before",
    "Net purchases of the 12 months before the last 12",
    methods=("A1",),
)
def purchases_previous_12_months(evaluation: Evaluation) -> MetricValue:
    """Purchases less returns in the 12 months that ended a year ago; unknown where the record begins later."""
    return evaluation.ledger.year_up_to(years_before(evaluation.as_of, 1))


@metric("growth", "share", "Growth", "Purchases of the last 12 months against the 12 months before", methods=("A1",))
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


@metric(
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


@metric(
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


@metric(
    "recency-days", "days", "Days since the last purchase", "How long ago the customer last bought", methods=("E2",)
)
def recency_days(evaluation: Evaluation) -> MetricValue:
    """Days from the last day with a net purchase; unknown without one."""
    days = evaluation.activity.recency_days
    return None if days is None else Decimal(days)


@metric("frequency", "count", "Purchase days", "Days with a purchase in the last 12 months", methods=("E2",))
def frequency(evaluation: Evaluation) -> MetricValue:
    """Days with a net purchase in the last 12 months; unknown without any purchase on record."""
    return Decimal(evaluation.activity.frequency) if evaluation.ledger.days else None


@metric("monetary", "money", "Amount bought", "Amount bought in the last 12 months, the M of RFM", methods=("E2",))
def monetary(evaluation: Evaluation) -> MetricValue:
    """As ``purchases-last-12-months``, under the name that RFM has for it."""
    return evaluation.activity.monetary


@metric(
    "activity", "word", "Activity", "Active, cooling or dormant, by the customer's own buying rhythm", methods=("E2",)
)
def activity(evaluation: Evaluation) -> MetricValue:
    """State by the median of the days between purchases: active up to 1.5 medians, cooling up to 3, dormant beyond.

    Unknown with fewer than 3 purchase days.
    """
    state = evaluation.activity.state
    return None if state == "unknown" else state


@metric("revenue-to-date", "money", "Revenue to date", "All net purchases so far, undiscounted", methods=("A3", "F4"))
def revenue_to_date(evaluation: Evaluation) -> MetricValue:
    """Purchases less returns from the first one on record; unknown without any, and without an exchange rate."""
    return evaluation.lifetime_value.to_date


@metric(
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


@metric(
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
    return measure_white_space(evaluation.account, evaluation.settings).total
