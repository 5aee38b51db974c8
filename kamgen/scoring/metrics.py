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
from kamgen.scoring.action_calendar import customer_time
from kamgen.scoring.bindings import kinds_of_binding
from kamgen.scoring.customer_outcomes import verified_outcomes
from kamgen.scoring.evaluation import Evaluation, evaluate
from kamgen.scoring.handover import last_handover
from kamgen.scoring.key_account_tests import read_big_tests
from kamgen.scoring.ledger import years_before
from kamgen.scoring.lifetime_value import whole_value
from kamgen.scoring.losses import losses_last_12_months
from kamgen.scoring.referrals import score_referrals
from kamgen.scoring.response import is_waiting, median_days_to_answer
from kamgen.scoring.satisfaction import latest_survey
from kamgen.scoring.score import MetricValue
from kamgen.scoring.three_checks import score_three_checks
from kamgen.scoring.weighting import HUNDRED, ZERO
from kamgen.scoring.white_space import measure_white_space
from kamgen.scoring.win_rates import win_rate as won_share

DAYS_A_YEAR = Decimal("365.25")
ONE = Decimal(1)
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
    return measure_white_space(evaluation.account, evaluation.settings).total


# ── Three tests of a big customer ──


@_metric("big-need", "word", "Big need", "Is the customer's need big? Yes or no", methods=("A4",))
def big_need(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.need``; unknown as long as nobody has answered."""
    return _yes_or_no(read_big_tests(evaluation.account).answer("need"))


@_metric("price-premium", "word", "Pays a premium", "Does the customer pay a premium? Yes or no", methods=("A4",))
def price_premium(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.premium``; unknown as long as nobody has answered."""
    return _yes_or_no(read_big_tests(evaluation.account).answer("premium"))


@_metric(
    "big-repurchase",
    "word",
    "Buys again and again",
    "Does the customer buy again and again? Yes or no",
    methods=("A4",),
)
def big_repurchase(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.repurchase``; unknown as long as nobody has answered."""
    return _yes_or_no(read_big_tests(evaluation.account).answer("repurchase"))


@_metric("big-tests", "count", "Tests passed", "How many of the three tests of a big customer are yes", methods=("A4",))
def big_tests(evaluation: Evaluation) -> MetricValue:
    """Answers in ``profile.key_account_tests`` that are yes, 0 to 3.

    Unknown as long as none of the three is answered.
    """
    passed = read_big_tests(evaluation.account).passed
    return None if passed is None else Decimal(passed)


# ── Where it is to go ──


@_metric(
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


@_metric(
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


@_metric("target-to-win", "money", "Still to be won", "What is missing to the revenue goal", methods=("B7",))
def target_to_win(evaluation: Evaluation) -> MetricValue:
    """``max(target − max(actual, baseline), 0)`` of the revenue goal.

    The revenue goal is the first one in ``goals.goals`` that is counted in money, has a target and runs on the day.
    Unknown without such a goal, where it has neither actual nor baseline, and without an exchange rate.
    """
    proof = evaluation.target_proof
    return None if proof is None else proof.to_win


@_metric(
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


@_metric(
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


@_metric(
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


@_metric(
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


@_metric(
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


@_metric(
    "pipeline-p90",
    "money",
    "Pipeline, high end (P90)",
    "What the open opportunities exceed in 1 case of 10 at most",
    methods=("D3",),
)
def pipeline_p90(evaluation: Evaluation) -> MetricValue:
    """Smallest sum of wins that is not exceeded with a probability of at least 90%, as ``pipeline-p10``."""
    return evaluation.forecast.p90


@_metric(
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
    return _yes_or_no(evaluation.relationship.single_threaded)


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
    return Decimal(len(score_referrals(evaluation.account.service.referrals, evaluation.as_of).made))


# ── Keeping ──


@_metric("open-requests", "count", "Open requests", "Requests of the customer that wait for an answer", methods=("D4",))
def open_requests(evaluation: Evaluation) -> MetricValue:
    """How many requests are raised and not closed; unknown where no request is written down."""
    requests = evaluation.account.service.requests
    if not requests:
        return None
    return Decimal(sum(is_waiting(request, evaluation.as_of) for request in requests))


@_metric("response-days", "days", "Days to answer", "How long an answer to the customer takes", methods=("D4",))
def response_days(evaluation: Evaluation) -> MetricValue:
    """Median of the days from ``service.requests.raised`` to ``service.requests.closed``.

    Requests that are still open, or without the day they were raised, are left out. Unknown where none is left.
    """
    return median_days_to_answer(evaluation.account.service.requests, evaluation.as_of)


@_metric(
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


@_metric("losses-last-12-months", "money", "Lost, last 12 months", "Amount lost in the last 12 months", methods=("E3",))
def losses_last_year(evaluation: Evaluation) -> MetricValue:
    """Sum of ``service.losses.amount`` in the 12 months that end on the day.

    Losses without an amount or an exchange rate add nothing. 0 where losses are written down and none of these months;
    unknown where none is written down, or none of these months has an amount.
    """
    return losses_last_12_months(evaluation.account, evaluation.settings, evaluation.as_of)


@_metric(
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


@_metric(
    "referrals-with-result",
    "count",
    "Referrals with a result",
    "Recommendations of this customer that something came of",
    methods=("E6",),
)
def referrals_with_result(evaluation: Evaluation) -> MetricValue:
    """Referrals up to the day with a ``service.referrals.result``. An empty list is 0, and known."""
    return Decimal(len(score_referrals(evaluation.account.service.referrals, evaluation.as_of).with_result))


@_metric(
    "days-since-handover", "days", "Days since the handover", "How long the present owner has had it", methods=("E8",)
)
def days_with_owner(evaluation: Evaluation) -> MetricValue:
    """Days since the latest entry of ``handovers``; unknown where the account has not changed hands."""
    last = last_handover(evaluation.account.handovers, evaluation.as_of)
    return None if last is None else Decimal(last.days)


@_metric("open-risks", "count", "Open risks", "Risks that are still open", methods=("E9",))
def open_risks(evaluation: Evaluation) -> MetricValue:
    """Risks that are not closed; unknown where no risk is written down."""
    risks = evaluation.account.risks
    return Decimal(sum(risk.status == "open" for risk in risks)) if risks else None


@_metric(
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


@_metric(
    "checks-made", "share", "Checks made", "Share of the checks of finished actions that were made", methods=("D5",)
)
def checks_made(evaluation: Evaluation) -> MetricValue:
    """Of the actions that are done and have ``goals.strategies.actions.checks``: checks made ÷ checks due.

    Due are, at each of them, those of the three checks that any action of the plan has had. Unknown where no such
    action is done, and where no check was ever made.
    """
    return score_three_checks(_actions(evaluation.account), evaluation.as_of).share


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


@_metric(
    "customer-time-share",
    "share",
    "Time with the customer",
    "Share of the planned hours that is in front of the customer",
    methods=("F2",),
)
def customer_time_share(evaluation: Evaluation) -> MetricValue:
    """``goals.strategies.actions.with_customer`` ÷ ``goals.strategies.actions.hours``, without dropped actions.

    Over the actions that state both; unknown where none does.
    """
    return customer_time(_actions(evaluation.account)).share


def _actions(account: Account) -> Iterable[Action]:
    return (action for strategy in account.goals.strategies for action in strategy.actions)


def _hours(hours: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in hours if value is not None]
    return sum(known, ZERO) if known else None


def _yes_or_no(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"


def _part(amount: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return the share of a whole, 1 at most; of a whole of nothing, all of it is there."""
    if whole is None:
        return None
    if whole <= ZERO:
        return ONE
    return None if amount is None else min(amount / whole, ONE)
