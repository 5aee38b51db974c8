"""Where a metric's value came from: the lines of the plan that it counts, and what would make it known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, Source, figure, named, plan_source
from kamgen.scoring.explanations.buying import PURCHASES, bought_rule, purchase_sum, rate_missing
from kamgen.scoring.explanations.forecast import explain_forecast, opportunity_reasons
from kamgen.scoring.explanations.health import (
    activity_rule,
    goal_reasons,
    request_reasons,
    risk_reasons,
    survey_reasons,
)
from kamgen.scoring.explanations.lifetime_value import explain_lifetime_value
from kamgen.scoring.explanations.relationship import coverage_reasons, support_reasons
from kamgen.scoring.ledger import years_before
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.money import currency_of
from kamgen.wording.phrase import Phrase, phrase

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a metric rests on: its formula with the figures in it, where they stand, and what they are made of.

    ``missing`` is what would make the metric known.
    """

    rule: Phrase | None = None
    sources: tuple[Source, ...] = ()
    missing: Phrase | None = None
    children: tuple[Reason, ...] = ()
    scale: str = ""


def evidence_of(name: str, evaluation: Evaluation) -> Evidence:
    """Return what a metric of the catalogue rests on; of one that has nothing of its own here, how to read about it."""
    if name in _EVIDENCE:
        return _EVIDENCE[name](evaluation)
    if name not in _SECTIONS:
        return Evidence(missing=phrase("kamgen explain {name} says what it needs", name=name))
    path, missing = _SECTIONS[name]
    section: object = evaluation.account
    for key in path:
        section = getattr(section, key, None)
    scale = "answer" if METRICS[name].unit == "word" else ""
    return Evidence(sources=(Source(path),) if section else (), missing=missing, scale=scale)


def _years(evaluation: Evaluation) -> Evidence:
    since, first, as_of = evaluation.account.profile.since, evaluation.activity.first, evaluation.as_of
    missing = phrase("Add profile.since, or purchases")
    if since is not None and since <= as_of:
        day, label, source = since, "Customer since", plan_source("profile", "since")
    elif first is not None:
        day, label, source = first, "First purchase on record", _purchase_on(evaluation, first)
    else:
        return Evidence(missing=missing)
    return Evidence(
        rule=phrase("{days} days since {day} ÷ 365.25", days=(as_of - day).days, day=day),
        missing=missing,
        children=(Reason(label=phrase(label), value=day, unit="day", sources=(source,)),),
    )


def _purchase_on(evaluation: Evaluation, day: date) -> Source:
    """Return where the first purchase of a day is written."""
    index = next(index for index, purchase in enumerate(evaluation.account.value.purchases) if purchase.date == day)
    return plan_source(*PURCHASES, index)


def _last_year(evaluation: Evaluation) -> Evidence:
    as_of = evaluation.as_of
    return _bought(evaluation, years_before(as_of, 1) + _DAY, as_of)


def _year_before(evaluation: Evaluation) -> Evidence:
    last = years_before(evaluation.as_of, 1)
    return _bought(evaluation, years_before(last, 1) + _DAY, last)


def _to_date(evaluation: Evaluation) -> Evidence:
    days = evaluation.ledger.days
    return _bought(evaluation, days[0], evaluation.as_of) if days else Evidence(missing=phrase("Add purchases"))


def _bought(evaluation: Evaluation, first: date, last: date) -> Evidence:
    if evaluation.ledger.own_amount(first, last) is None:
        return Evidence(missing=phrase("Add purchases"))
    return Evidence(
        rule=bought_rule(evaluation, first, last),
        sources=(plan_source(*PURCHASES),),
        missing=rate_missing(evaluation),
    )


def _growth(evaluation: Evaluation) -> Evidence:
    as_of, a_year_ago = evaluation.as_of, years_before(evaluation.as_of, 1)
    now = purchase_sum(evaluation, a_year_ago + _DAY, as_of)
    before = purchase_sum(evaluation, years_before(a_year_ago, 1) + _DAY, a_year_ago)
    rule = None
    if isinstance(now.value, Decimal) and isinstance(before.value, Decimal) and before.value > 0:
        rule = phrase("{now} ÷ {before} − 1", now=figure(now.value, "money"), before=figure(before.value, "money"))
    return Evidence(
        rule=rule,
        missing=phrase("Needs purchases on record that cover two whole years"),
        children=tuple(one for one in (now, before) if one.value is not None),
    )


def _margin_rate(evaluation: Evaluation) -> Evidence:
    as_of = evaluation.as_of
    summed = purchase_sum(evaluation, years_before(as_of, 1) + _DAY, as_of)
    return Evidence(
        rule=phrase("margin ÷ amount of the purchases of the last 12 months that state a margin"),
        sources=summed.sources,
        missing=phrase("Add the margin to the purchases"),
    )


def _share_of_wallet(evaluation: Evaluation) -> Evidence:
    account, as_of = evaluation.account, evaluation.as_of
    missing = phrase("Add what they spend in our category in a year to value.wallet, and purchases of that year")
    wallets = [
        (wallet.year, wallet.amount, index)
        for index, wallet in enumerate(account.value.wallet)
        if wallet.year <= as_of.year and wallet.amount
    ]
    if not wallets:
        return Evidence(missing=missing)
    year, amount, index = max(wallets, key=lambda entry: entry[:2])
    currency = currency_of(None, account, evaluation.settings)
    wallet = Reason(
        label=phrase("All they spend in our category in {year}", year=str(year)),
        value=amount,
        unit="money",
        currency=currency,
        rule=named(account.value.wallet[index].source) if account.value.wallet[index].source else None,
        sources=(plan_source("value", "wallet", index, "amount"),),
    )
    runs = year == as_of.year
    first = years_before(as_of, 1) + _DAY if runs else date(year, 1, 1)
    bought = purchase_sum(evaluation, first, as_of if runs else date(year, 12, 31))
    if not isinstance(bought.value, Decimal):
        return Evidence(missing=missing, children=(wallet,))
    rule = phrase(
        "{bought} bought ÷ {wallet} in {year}",
        bought=figure(bought.value, "money"),
        wallet=figure(amount, "money", currency),
        year=str(year),
    )
    return Evidence(rule=rule, missing=missing, children=(bought, wallet))


def _recency(evaluation: Evaluation) -> Evidence:
    last = evaluation.activity.last
    if last is None:
        return Evidence(missing=phrase("Add purchases"))
    return Evidence(
        rule=phrase("days since {day}", day=last),
        children=(
            Reason(label=phrase("Last purchase"), value=last, unit="day", sources=(_purchase_on(evaluation, last),)),
        ),
    )


def _frequency(evaluation: Evaluation) -> Evidence:
    as_of = evaluation.as_of
    summed = purchase_sum(evaluation, years_before(as_of, 1) + _DAY, as_of)
    return Evidence(
        rule=phrase("days with a net purchase in the last 12 months"),
        sources=summed.sources,
        missing=phrase("Add purchases"),
    )


def _activity(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=activity_rule(evaluation.activity),
        sources=(plan_source(*PURCHASES),) if evaluation.ledger.days else (),
        missing=phrase("Needs purchases on 3 days"),
        scale="activity",
    )


def _lifetime(evaluation: Evaluation) -> Evidence:
    explained = explain_lifetime_value(evaluation)
    return Evidence(rule=explained.rule, missing=explained.missing, children=explained.children)


def _white_space(evaluation: Evaluation) -> Evidence:
    account = evaluation.account
    currency = currency_of(None, account, evaluation.settings)
    rows = tuple(
        Reason(
            label=named(row.product),
            value=max(row.potential - row.current, Decimal(0)),
            unit="money",
            currency=currency,
            rule=phrase(
                "{potential} potential − {current} bought now",
                potential=figure(row.potential, "money"),
                current=figure(row.current, "money", currency),
            ),
            sources=(plan_source("value", "white_space", index),),
        )
        for index, row in enumerate(account.value.white_space)
        if row.potential is not None and row.current is not None
    )
    missing = rate_missing(evaluation) if rows else None
    return Evidence(
        rule=phrase("Σ potential − current over the rows of value.white_space"),
        missing=missing or phrase("Add potential and current to value.white_space"),
        children=rows,
    )


def _open_pipeline(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("the amounts of the open opportunities"),
        sources=_opportunity_sources(evaluation),
        missing=phrase("Add opportunities with an amount"),
    )


def _weighted(evaluation: Evaluation) -> Evidence:
    explained = explain_forecast(evaluation)
    return Evidence(rule=explained.rule, missing=explained.missing, children=opportunity_reasons(evaluation))


def _win_rate(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("won ÷ decided opportunities, by number"),
        sources=_opportunity_sources(evaluation),
        missing=phrase("Needs an opportunity that is won or lost"),
    )


def _opportunity_sources(evaluation: Evaluation) -> tuple[Source, ...]:
    return (plan_source("opportunities"),) if evaluation.account.opportunities else ()


def _goals(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("the mean of the goals' progress against the time that has gone"),
        missing=phrase("Give a goal baseline, target, actual, start and due"),
        children=goal_reasons(evaluation),
    )


def _coverage(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("influence of the people with an owner and a recent contact ÷ all influence"),
        missing=phrase("Rate the influence of people"),
        children=coverage_reasons(evaluation),
    )


def _support(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("Σ influence × support ÷ Σ 2 × influence, from −100 to 100"),
        missing=phrase("Rate the influence and support of people"),
        children=support_reasons(evaluation),
    )


def _response(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("requests closed by their due day ÷ requests closed or past due"),
        missing=phrase("Needs a request with a due day that is closed or past"),
        children=request_reasons(evaluation),
    )


def _satisfaction(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("the mean of 100, 75, 50, 25, 0 over the answers to the latest survey"),
        missing=phrase("Run the survey"),
        children=survey_reasons(evaluation),
    )


def _risk(evaluation: Evaluation) -> Evidence:
    return Evidence(
        rule=phrase("the largest likelihood × impact ÷ 25 of the open risks"),
        missing=phrase("Write down risks with likelihood and impact"),
        children=risk_reasons(evaluation),
    )


def _referrals(evaluation: Evaluation) -> Evidence:
    made = evaluation.account.service.referrals
    return Evidence(
        rule=phrase("referrals up to the day; none written down counts as none"),
        sources=(plan_source("service", "referrals"),) if made else (),
    )


def _hours(field: str, *, dropped: bool) -> Callable[[Evaluation], Evidence]:
    """Return the evidence of the hours in a field of the actions, with or without dropped ones."""

    def evidence(evaluation: Evaluation) -> Evidence:
        rows = _hour_reasons(evaluation, field, dropped)
        return Evidence(
            rule=phrase("Σ {field} of the actions", field=field),
            missing=phrase("Add {field} to the actions", field=field),
            children=tuple(rows),
        )

    return evidence


def _hour_reasons(evaluation: Evaluation, field: str, dropped: bool) -> Iterable[Reason]:
    for position, strategy in enumerate(evaluation.account.goals.strategies):
        for index, action in enumerate(strategy.actions):
            hours = getattr(action, field)
            if hours is not None and (dropped or action.status != "dropped"):
                yield Reason(
                    label=named(action.text),
                    value=hours,
                    unit="hours",
                    contribution=hours,
                    sources=(plan_source("goals", "strategies", position, "actions", index, field),),
                )


_TESTS = ("profile", "key_account_tests")
_REVENUE_GOAL = phrase("Add a goal counted in money, with a target and what is reached")
_SECTIONS: dict[str, tuple[tuple[str, ...], Phrase]] = {
    "big-need": (_TESTS, phrase("Answer the three tests of a big customer")),
    "price-premium": (_TESTS, phrase("Answer the three tests of a big customer")),
    "big-repurchase": (_TESTS, phrase("Answer the three tests of a big customer")),
    "big-tests": (_TESTS, phrase("Answer the three tests of a big customer")),
    "backcast-steps": (("goals", "horizon"), phrase("Add pictures of the years to come")),
    "backcast-growth": (("goals", "horizon"), phrase("Add amounts to the pictures of the years to come")),
    "target-to-win": (("goals", "goals"), _REVENUE_GOAL),
    "target-covered": (("opportunities",), _REVENUE_GOAL),
    "target-owned": (("opportunities",), _REVENUE_GOAL),
    "target-uncovered": (("opportunities",), _REVENUE_GOAL),
    "pipeline-p10": (("opportunities",), phrase("Add opportunities with an amount and a stage")),
    "pipeline-p50": (("opportunities",), phrase("Add opportunities with an amount and a stage")),
    "pipeline-p90": (("opportunities",), phrase("Add opportunities with an amount and a stage")),
    "chance-to-reach-target": (("opportunities",), _REVENUE_GOAL),
    "single-threaded": (("power_map", "people"), phrase("Rate the influence and support of people")),
    "open-requests": (("service", "requests"), phrase("Write down the customer's requests")),
    "response-days": (("service", "requests"), phrase("Write down when requests are raised and closed")),
    "satisfied-share": (("service", "surveys"), phrase("Run the survey")),
    "losses-last-12-months": (("service", "losses"), phrase("Write down losses with their amount")),
    "bindings": (("service", "bindings"), phrase("Write down what holds the account")),
    "referrals-with-result": (("service", "referrals"), phrase("Write down referrals and what came of them")),
    "days-since-handover": (("handovers",), phrase("Nothing to know as long as the owner has not changed")),
    "open-risks": (("risks",), phrase("Write down risks with likelihood and impact")),
    "verified-outcomes": (("success_plan", "outcomes"), phrase("Add the customer's outcomes")),
    "checks-made": (("goals", "strategies"), phrase("Write down the checks of finished actions")),
    "customer-time-share": (("goals", "strategies"), phrase("Add hours and with_customer to the actions")),
}
"""Metrics that count a whole section: where it stands, and what would make them known."""

_EVIDENCE: dict[str, Callable[[Evaluation], Evidence]] = {
    "years-as-customer": _years,
    "purchases-last-12-months": _last_year,
    "purchases-previous-12-months": _year_before,
    "growth": _growth,
    "margin-rate": _margin_rate,
    "share-of-wallet": _share_of_wallet,
    "recency-days": _recency,
    "frequency": _frequency,
    "monetary": _last_year,
    "activity": _activity,
    "revenue-to-date": _to_date,
    "lifetime-value": _lifetime,
    "white-space": _white_space,
    "open-pipeline": _open_pipeline,
    "weighted-pipeline": _weighted,
    "win-rate": _win_rate,
    "goal-progress": _goals,
    "coverage": _coverage,
    "support-index": _support,
    "on-time-response": _response,
    "satisfaction": _satisfaction,
    "risk-exposure": _risk,
    "referrals": _referrals,
    "planned-hours": _hours("hours", dropped=False),
    "spent-hours": _hours("spent", dropped=True),
    "customer-hours": _hours("with_customer", dropped=False),
}
