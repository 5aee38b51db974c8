"""What the metrics of one account share, each thing computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.activity import score_activity
from kamgen.scoring.forecast import score_forecast
from kamgen.scoring.health import (
    goals_progress,
    latest_satisfaction,
    on_time_response,
    risk_exposure,
    score_health,
)
from kamgen.scoring.ledger import Ledger, read_ledger
from kamgen.scoring.lifetime_value import score_lifetime_value
from kamgen.scoring.relationship import score_relationship
from kamgen.scoring.score import Activity, Forecast, Health, HealthPartName, LifetimeValue, Relationship


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An account on a day, with everything that follows from its own plan but the key-account score."""

    account: Account
    settings: Settings
    as_of: date
    ledger: Ledger
    activity: Activity
    relationship: Relationship
    health: Health
    lifetime_value: LifetimeValue
    forecast: Forecast

    def health_part(self, name: HealthPartName) -> Decimal | None:
        """Return one part of the health, 0 to 100."""
        return next(part.value for part in self.health.parts if part.name == name)


def evaluate(account: Account, settings: Settings, as_of: date) -> Evaluation:
    """Return the account as it stood on a day."""
    ledger = read_ledger(account, settings, as_of)
    activity = score_activity(ledger)
    relationship = score_relationship(account.power_map, as_of)
    return Evaluation(
        account=account,
        settings=settings,
        as_of=as_of,
        ledger=ledger,
        activity=activity,
        relationship=relationship,
        health=score_health(
            relationship=relationship,
            activity=activity,
            goals=goals_progress(account.goals.goals, as_of),
            satisfaction=latest_satisfaction(account.service.surveys, as_of),
            response=on_time_response(account.service.requests, as_of),
            exposure=risk_exposure(account.risks),
            settings=settings.scoring.health,
        ),
        lifetime_value=score_lifetime_value(ledger, account.value.lifetime, settings.scoring.lifetime),
        forecast=score_forecast(account, settings, as_of),
    )
