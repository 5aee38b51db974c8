"""The lifetime value explained: what was bought, and what is still to come under which assumptions (F4)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Literal

from kamgen.plan.value import LifetimeAssumptions
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, figure, plan_source, settings_source
from kamgen.scoring.explanations.buying import PURCHASES, bought_rule, purchase_sum, rate_missing
from kamgen.scoring.ledger import years_before
from kamgen.scoring.lifetime_value import whole_value
from kamgen.wording.phrase import phrase

_DAY = timedelta(days=1)
_Assumption = Literal["years", "retention", "discount", "margin"]


def explain_lifetime_value(evaluation: Evaluation) -> Reason:
    """Return the tree of the lifetime value: revenue to date and the projected margin add up to it."""
    value = evaluation.lifetime_value
    whole = whole_value(value)
    missing = None if whole is not None else rate_missing(evaluation) or phrase("Add purchases")
    return Reason(
        label=phrase("Lifetime value"),
        value=whole,
        unit="money",
        rule=phrase("revenue to date, undiscounted, plus the projected margin"),
        missing=missing,
        metric="lifetime-value",
        children=(_to_date(evaluation), _projected(evaluation)) if whole is not None else (),
    )


def _to_date(evaluation: Evaluation) -> Reason:
    value, days = evaluation.lifetime_value.to_date, evaluation.ledger.days
    return Reason(
        label=phrase("Revenue to date"),
        value=value,
        unit="money",
        rule=bought_rule(evaluation, days[0], evaluation.as_of) if days else None,
        sources=(plan_source(*PURCHASES),) if days else (),
        contribution=value,
        metric="revenue-to-date",
    )


def _projected(evaluation: Evaluation) -> Reason:
    value = evaluation.lifetime_value
    return Reason(
        label=phrase("Projected margin"),
        value=value.projected,
        unit="money",
        rule=phrase(
            "Σ of {years} years: annual margin × {retention}^t ÷ (1 + {discount})^t",
            years=int(value.years),
            retention=value.retention,
            discount=value.discount,
        ),
        contribution=value.projected,
        children=(
            _annual_margin(evaluation),
            _assumption("Years", "years", evaluation, value.years),
            _assumption("Retention a year", "retention", evaluation, value.retention),
            _assumption("Discount a year", "discount", evaluation, value.discount),
        ),
    )


def _annual_margin(evaluation: Evaluation) -> Reason:
    value, as_of = evaluation.lifetime_value, evaluation.as_of
    bought = purchase_sum(evaluation, years_before(as_of, 1) + _DAY, as_of)
    rule = None
    if isinstance(bought.value, Decimal) and value.margin_rate is not None:
        rule = phrase(
            "{bought} bought × {rate}",
            bought=figure(bought.value, "money", bought.currency),
            rate=figure(value.margin_rate, "share"),
        )
    return Reason(
        label=phrase("Annual margin"),
        value=value.annual_margin,
        unit="money",
        rule=rule,
        children=(bought, _margin_rate(evaluation)),
    )


def _margin_rate(evaluation: Evaluation) -> Reason:
    if evaluation.ledger.margin_rate is None:
        return _assumption("Margin, assumed", "margin", evaluation, evaluation.lifetime_value.margin_rate)
    return Reason(
        label=phrase("Margin rate"),
        value=evaluation.ledger.margin_rate,
        unit="share",
        rule=phrase("margin ÷ amount of the purchases of the last 12 months that state a margin"),
        sources=(plan_source(*PURCHASES),),
        metric="margin-rate",
    )


def _assumption(label: str, name: _Assumption, evaluation: Evaluation, value: Decimal | None) -> Reason:
    """Return an assumption with where it is made: in the plan, else in the settings."""
    stated = evaluation.account.value.lifetime or LifetimeAssumptions()
    own = getattr(stated, name) is not None
    source = plan_source("value", "lifetime", name) if own else settings_source("scoring", "lifetime", name)
    return Reason(
        label=phrase(label),
        value=value,
        unit="years" if name == "years" else "share",
        rule=phrase("assumption of this plan") if own else phrase("assumption of the settings"),
        sources=(source,),
    )
