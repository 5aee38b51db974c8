"""An amount is in a currency that has no exchange rate.

Amounts in different currencies cannot be added up without a rate. kamgen never guesses one: the amount would silently
be missing from every total.

Add the currency under rates: in kamgen.yaml: what one unit of it is in the reporting currency.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Path


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every amount whose currency has no rate."""
    settings = subject.settings
    for path, currency in _currencies(subject):
        if currency is not None and currency != settings.currency and currency not in settings.rates:
            yield Problem(
                path,
                phrase("there is no exchange rate for {currency}", currency=currency),
                phrase(
                    "add it under rates: in kamgen.yaml: what 1 {currency} is in {reporting}",
                    currency=currency,
                    reporting=settings.currency,
                ),
            )


def _currencies(subject: Subject) -> Iterator[tuple[Path, str | None]]:
    plan = subject.account
    yield ("value", "currency"), plan.value.currency
    if plan.profile.revenue is not None:
        yield ("profile", "revenue", "currency"), plan.profile.revenue.currency
    for index, outcome in enumerate(plan.success_plan.outcomes):
        if outcome.worth is not None:
            yield ("success_plan", "outcomes", index, "worth", "currency"), outcome.worth.currency
    for index, opportunity in enumerate(plan.opportunities):
        yield ("opportunities", index, "currency"), opportunity.currency
    for index, loss in enumerate(plan.service.losses):
        yield ("service", "losses", index, "currency"), loss.currency


RULE = PlanRule(
    name="missing-rate",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example("value: {currency: CNY}\n", settings="currency: EUR\n"),
    good=Example("value: {currency: CNY}\n", settings="currency: EUR\nrates: {CNY: 0.13}\n"),
)
