"""What the metrics of one account share, each thing computed once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.activity import score_activity
from kamgen.scoring.backcast import Backcast, read_backcast
from kamgen.scoring.forecast import score_forecast
from kamgen.scoring.health import goals_progress, score_health
from kamgen.scoring.ledger import Ledger, read_ledger
from kamgen.scoring.lifetime_value import score_lifetime_value
from kamgen.scoring.relationship import score_relationship
from kamgen.scoring.response import on_time_response
from kamgen.scoring.risks import risk_exposure
from kamgen.scoring.satisfaction import latest_satisfaction
from kamgen.scoring.score import Activity, Forecast, Health, HealthPartName, LifetimeValue, Relationship
from kamgen.scoring.target_proof import TargetProof, prove_target


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
    backcast: Backcast
    target_proof: TargetProof | None

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
        health=_health(account, relationship, activity, settings, as_of),
        lifetime_value=score_lifetime_value(ledger, account.value.lifetime, settings.scoring.lifetime),
        forecast=score_forecast(account, settings, as_of),
        backcast=read_backcast(account, ledger, settings),
        target_proof=prove_target(account, settings, as_of),
    )


def reevaluate(before: Evaluation, account: Account) -> Evaluation:
    """Return a plan after a change, on the same day and with the same settings.

    The same as :func:`evaluate`. While purchases, goals and opportunities are the same, so is everything but the
    relationship and the health, and no more than these two is computed anew.
    """
    was, settings, as_of = before.account, before.settings, before.as_of
    if not (account.value is was.value and account.goals is was.goals and account.opportunities is was.opportunities):
        return evaluate(account, settings, as_of)
    same_people = account.power_map is was.power_map
    relationship = before.relationship if same_people else score_relationship(account.power_map, as_of)
    health = _health(account, relationship, before.activity, settings, as_of)
    return replace(before, account=account, relationship=relationship, health=health)


def _health(
    account: Account, relationship: Relationship, activity: Activity, settings: Settings, as_of: date
) -> Health:
    return score_health(
        relationship=relationship,
        activity=activity,
        goals=goals_progress(account.goals.goals, as_of),
        satisfaction=latest_satisfaction(account.service.surveys, as_of),
        response=on_time_response(account.service.requests, as_of),
        exposure=risk_exposure(account.risks),
        settings=settings.scoring.health,
    )
