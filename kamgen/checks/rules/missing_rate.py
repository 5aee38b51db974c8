"""An amount stands in a currency for which kamgen.yaml has no rate.

Scores add money in the reporting currency. kamgen never guesses a rate: an amount without one counts as unknown.
Add the rate under rates in kamgen.yaml: the value of one unit in the reporting currency.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Problem, Subject
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import FindingLevel, Path

NAME = "missing-rate"
LEVEL: FindingLevel = "error"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every amount whose currency has no rate."""
    settings = subject.settings
    for path, currency in _currencies(subject):
        if currency is not None and currency != settings.currency and currency not in settings.rates:
            yield Problem(
                path,
                phrase("there is no rate for {currency}", currency=currency),
                phrase(
                    "add it to rates in kamgen.yaml: what 1 {currency} is in {reporting}",
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
