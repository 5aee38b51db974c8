"""What a customer sees of its own dealings with us, where ``joint_plan.share`` says so: figures, and only figures.

Each part is None unless it is listed there and something is known. What the customer cannot have from elsewhere (our
margin, the share of its wallet, its potential, who answers what behind the scenes) has no place in these types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kamgen.pages.charts.small import SurveyChart, survey_chart
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.joint_plan import SharedPart
from kamgen.plan.service import Request, Survey
from kamgen.scoring.ledger import read_ledger, years_before
from kamgen.scoring.money import currency_of
from kamgen.scoring.response import is_waiting, score_response
from kamgen.scoring.satisfaction import LEVELS, SurveyResult, score_satisfaction
from kamgen.wording.language import Wording, rounded

SURVEYS = 4
"""How many surveys the trend goes back."""


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A survey in one line: its day, how many answered, the share that is satisfied, and that share as 0 to 100."""

    day: str
    answers: str
    satisfied: str
    length: int


@dataclass(frozen=True, slots=True)
class SharedSatisfaction:
    """The latest survey as a chart, and where there are several, all of them in lines, the latest first."""

    chart: SurveyChart
    trend: tuple[SurveyLine, ...]


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure with what it is a figure of, and a remark."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class ProductPurchases:
    """What was bought of one product line in the last 12 months and in those before."""

    product: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class SharedPurchases:
    """What the customer bought in the last 12 months and in those before.

    ``before`` is empty where the record does not go back so far. Where it begins within those months, ``since`` is its
    first day, and ``change`` is empty: the two are not alike.
    """

    now: str
    before: str
    since: str
    change: str
    products: tuple[ProductPurchases, ...]


def shared_satisfaction(account: Account, context: Context) -> SharedSatisfaction | None:
    """Return the latest survey that was answered, and the trend."""
    if not _shares(account, "satisfaction"):
        return None
    t = context.wording
    held = score_satisfaction(account.service.surveys, context.as_of).surveys
    answered = [result for result in held if result.answers][:SURVEYS]
    chart = _chart(answered[0], t) if answered else None
    if chart is None:
        return None
    return SharedSatisfaction(chart, tuple(_line(result, t) for result in answered) if len(answered) > 1 else ())


def shared_requests(account: Account, context: Context) -> tuple[SharedFigure, ...]:
    """Return how the requests of the last 12 months were answered, and how many are open; empty for none."""
    requests, as_of = account.service.requests, context.as_of
    if not _shares(account, "requests") or not requests:
        return ()
    return tuple(_request_figures(requests, as_of, context.wording))


def shared_purchases(account: Account, context: Context) -> SharedPurchases | None:
    """Return what was bought in the last 12 months and in those before, in the plan's currency."""
    if not _shares(account, "purchases"):
        return None
    t, currency = context.wording, currency_of(None, account, context.settings)
    ledger = read_ledger(account, context.settings, context.as_of)
    year, before = _years(context.as_of)
    now = ledger.own_amount(*year)
    if now is None:
        return None
    earlier = ledger.own_amount(*before)
    is_whole = ledger.days[0] <= before[0]
    return SharedPurchases(
        now=t.money(now, currency),
        before=t.money(earlier, currency),
        since="" if earlier is None or is_whole else t.day(ledger.days[0]),
        change=_change(now, earlier, t) if is_whole else "",
        products=tuple(_products(account, context, currency)),
    )


def _shares(account: Account, part: SharedPart) -> bool:
    return part in account.joint_plan.share


def _chart(result: SurveyResult, t: Wording) -> SurveyChart | None:
    counts = dict(zip(LEVELS, result.counts, strict=True))
    return survey_chart("satisfaction", Survey.model_validate({"date": result.day, **counts}), t)


def _line(result: SurveyResult, t: Wording) -> SurveyLine:
    share = result.satisfied_share or Decimal(0)
    return SurveyLine(t.day(result.day), t.number(result.answers), t.percent(share), round(share * 100))


def _request_figures(requests: Iterable[Request], as_of: date, t: Wording) -> Iterator[SharedFigure]:
    year, _ = _years(as_of)
    recent = [request for request in requests if year[0] <= (request.raised or request.due or as_of) <= as_of]
    answers = score_response(recent, as_of).answers
    if answers.share is not None:
        note = t.text("{on_time} of {all} requests", on_time=answers.on_time, all=answers.judged)
        yield SharedFigure(t.text("Answered on time"), t.percent(answers.share), note)
    if answers.median_days is not None:
        value = t.text("{n} day|{n} days", n=answers.median_days)
        yield SharedFigure(t.text("Time to answer"), value, t.text("half of them faster, half slower"))
    waiting = sum(is_waiting(request, as_of) for request in requests)
    yield SharedFigure(t.text("Open requests"), t.number(waiting), t.text("on {day}", day=as_of))


def _years(as_of: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """Return the first and last day of the 12 months up to a day, and of those before."""
    start, first = years_before(as_of, 1), years_before(as_of, 2)
    day = timedelta(days=1)
    return (start + day, as_of), (first + day, start)


def _change(now: Decimal, before: Decimal | None, t: Wording) -> str:
    if before is None or before <= 0:
        return ""
    change = rounded((now - before) / before, 2)
    if not change:
        return t.text("As much as in the year before")
    if change > 0:
        return t.text("Up {share} on the year before", share=t.percent(change))
    return t.text("Down {share} on the year before", share=t.percent(-change))


def _products(account: Account, context: Context, currency: str) -> Iterator[ProductPurchases]:
    """Yield the product lines of the settings, what was bought most first; all other purchases stand together at last.

    A product that the settings do not name is a text that somebody typed: it is not shown. Where no other is known,
    there is nothing to tell apart.
    """
    t, known = context.wording, {product.id for product in context.settings.products}
    year, before = _years(context.as_of)
    sums: dict[str, list[Decimal]] = {}
    for purchase in account.value.purchases:
        place = next((n for n, (first, last) in enumerate((before, year)) if first <= purchase.date <= last), None)
        if place is not None:
            product = purchase.product if purchase.product in known else ""
            sums.setdefault(product or "", [Decimal(0), Decimal(0)])[place] += purchase.amount
    if not any(sums):
        return
    for product, (earlier, now) in sorted(sums.items(), key=lambda item: (not item[0], -item[1][1], item[0])):
        name = context.product(product) if product else t.text("Other products")
        yield ProductPurchases(name, t.money(earlier, currency), t.money(now, currency))
