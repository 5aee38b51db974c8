"""Scores for other programs, as JSON: money in the reporting currency, days ISO, unknown values null."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.plan.values import in_language
from kamgen.scoring.score import AccountScores, Placement, PortfolioScores
from kamgen.wording.language import rounded as half_up

FORMAT = 1


def scores_json(
    summaries: Mapping[str, AccountSummary],
    portfolio: PortfolioScores,
    settings: Settings,
    as_of: date,
    explain: bool = False,
) -> str:
    """Return the scores of accounts and of the portfolio; with ``explain``, every criterion and metric."""
    document = {
        "format": FORMAT,
        "as_of": as_of.isoformat(),
        "rules_version": settings.scoring.version,
        "currency": settings.currency,
        "accounts": [
            account_data(summary, portfolio.placements[summary.id], settings, explain) for summary in summaries.values()
        ],
        "portfolio": _portfolio(portfolio),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def rounded(value: Decimal | None, places: int = 2) -> float | int | None:
    """Return a number for JSON, rounded half up; whole numbers without a point."""
    if value is None:
        return None
    number = half_up(value, places)
    return int(number) if number == number.to_integral_value() else float(number)


def account_data(
    summary: AccountSummary, placement: Placement, settings: Settings, explain: bool = False
) -> dict[str, Any]:
    """Return the scores of one account as plain data."""
    scores = summary.scores
    key, lifetime = scores.key_account, scores.lifetime_value
    data: dict[str, Any] = {
        "id": summary.id,
        "name": in_language(summary.name, settings.language),
        "key_account": {
            "score": rounded(key.score, 1),
            "known": rounded(key.known),
            "is_key_account": key.is_key_account,
            "class": key.class_label,
            "stars": key.stars,
            "attractiveness": rounded(key.attractiveness, 1),
            "strength": rounded(key.strength, 1),
            "quadrant": key.quadrant,
            "posture": key.posture,
            "slice": placement.slice_name,
            "rank": placement.rank,
        },
        "relationship": _relationship(scores),
        "health": _health(scores),
        "activity": _activity(scores, placement),
        "lifetime_value": {
            "to_date": rounded(lifetime.to_date),
            "projected": rounded(lifetime.projected),
            "assumptions": {
                "years": rounded(lifetime.years),
                "retention": rounded(lifetime.retention, 4),
                "discount": rounded(lifetime.discount, 4),
                "annual_margin": rounded(lifetime.annual_margin),
            },
        },
        "forecast": {
            "weighted": rounded(scores.forecast.weighted),
            "target": rounded(scores.forecast.target),
            "gap": rounded(scores.forecast.gap),
        },
    }
    if explain:
        data["key_account"]["criteria"] = [
            {
                "id": criterion.id,
                "axis": criterion.axis,
                "source": criterion.source,
                "value": plain(criterion.value),
                "points": rounded(criterion.points, 1),
                "weight": rounded(criterion.weight),
            }
            for criterion in key.criteria
        ]
        data["metrics"] = {name: plain(value) for name, value in scores.metrics.items()}
    return data


def plain(value: Decimal | str | bool | None) -> str | bool | float | int | None:
    """Return a metric's value for JSON."""
    return rounded(value, 4) if isinstance(value, Decimal) else value


def _relationship(scores: AccountScores) -> dict[str, Any]:
    relationship = scores.relationship
    return {
        "score": rounded(relationship.score, 1),
        "known": rounded(relationship.known),
        "support_index": rounded(relationship.support_index, 1),
        "coverage": rounded(relationship.coverage),
        "roles": dict(sorted(relationship.roles.items())),
        "role_completeness": rounded(relationship.role_completeness, 1),
        "single_threaded": relationship.single_threaded,
        "carried_by": relationship.carried_by,
    }


def _health(scores: AccountScores) -> dict[str, Any]:
    health = scores.health
    return {
        "score": rounded(health.score, 1),
        "band": health.band,
        "known": rounded(health.known),
        "parts": {part.name: rounded(part.value, 1) for part in health.parts},
        "risk_exposure": rounded(health.risk_exposure),
        "penalty": rounded(health.penalty, 1),
    }


def _activity(scores: AccountScores, placement: Placement) -> dict[str, Any]:
    activity = scores.activity
    return {
        "state": activity.state,
        "recency_days": activity.recency_days,
        "median_days": rounded(activity.median_days, 1),
        "frequency": activity.frequency,
        "monetary": rounded(activity.monetary),
        "r": placement.r,
        "f": placement.f,
        "m": placement.m,
    }


def _portfolio(portfolio: PortfolioScores) -> dict[str, Any]:
    return {
        "revenue_to_date": rounded(portfolio.revenue_to_date),
        "purchases_last_12_months": rounded(portfolio.purchases_last_12_months),
        "open_amount": rounded(portfolio.open_amount),
        "weighted": rounded(portfolio.weighted),
        "target": rounded(portfolio.target),
        "actual": rounded(portfolio.actual),
        "pyramid": [
            {
                "slice": part.name,
                "share": rounded(part.share, 4),
                "accounts": list(part.accounts),
                "value": rounded(part.value),
                "value_share": rounded(part.value_share, 4),
                "revenue": rounded(part.revenue),
                "revenue_share": rounded(part.revenue_share, 4),
            }
            for part in portfolio.pyramid
        ],
        "unranked": list(portfolio.unranked),
    }
