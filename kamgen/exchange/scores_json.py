"""Scores for other programs, as JSON: money in the reporting currency, days ISO, unknown values null."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.exchange.score_explanations_json import explanation_data, levers_data
from kamgen.pages.explain.scores import ExplainedScores
from kamgen.pages.portfolio.causes import portfolio_losses, portfolio_win_rates, win_rates_of_owners
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.plan.values import in_language
from kamgen.scoring.forecast_sum import SummedForecast
from kamgen.scoring.losses import ReasonRolledUp
from kamgen.scoring.score import AccountScores, Forecast, HoursBySlice, Placement, PortfolioScores, Portion, RollUp
from kamgen.scoring.win_rates import WinRate
from kamgen.wording.language import WORDINGS, Wording
from kamgen.wording.language import rounded as half_up

FORMAT = 1


def scores_json(
    summaries: Mapping[str, AccountSummary],
    portfolio: PortfolioScores,
    settings: Settings,
    as_of: date,
    explained: Mapping[str, ExplainedScores] | None = None,
    t: Wording | None = None,
    *,
    reasons: bool = True,
) -> str:
    """Return the scores of accounts and of the portfolio.

    Args:
        summaries: The accounts by id.
        portfolio: What can only be said of all of them together.
        settings: The workspace's settings.
        as_of: The day.
        explained: Why each account's scores are what they are, by id, and what would raise them.
        t: The language of the explanations; the settings' where it is left out.
        reasons: Whether to give the reasons, with every criterion and metric; the levers are given in any case.

    """
    why = explained or {}
    said = t or WORDINGS[settings.language]
    document = {
        "format": FORMAT,
        "as_of": as_of.isoformat(),
        "rules_version": settings.scoring.version,
        "currency": settings.currency,
        "accounts": [
            account_data(summary, portfolio.placements[summary.id], settings, why.get(summary.id), said, reasons)
            for summary in summaries.values()
        ],
        "portfolio": {
            **_portfolio(portfolio, settings),
            "losses": [_losses(found) for found in portfolio_losses(summaries.values())],
            "win_rates": _win_rates(tuple(summaries.values()), settings, as_of),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def rounded(value: Decimal | None, places: int = 2) -> float | int | None:
    """Return a number for JSON, rounded half up; whole numbers without a point."""
    if value is None:
        return None
    number = half_up(value, places)
    return int(number) if number == number.to_integral_value() else float(number)


def account_data(
    summary: AccountSummary,
    placement: Placement,
    settings: Settings,
    explained: ExplainedScores | None,
    t: Wording,
    reasons: bool = True,
) -> dict[str, Any]:
    """Return the scores of one account as plain data, with their explanation in a language if there is one."""
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
        "sentiment": _sentiment(summary, settings),
        "plan_quality": _plan_quality(summary),
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
        "forecast": _forecast(scores.forecast),
    }
    if explained is not None:
        data["levers"] = levers_data(explained, t, places=reasons)
    if explained is not None and reasons:
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
        data["explanations"] = explanation_data(explained, t, settings.currency)
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


def _sentiment(summary: AccountSummary, settings: Settings) -> dict[str, Any] | None:
    judged = summary.sentiment
    if judged is None:
        return None
    reason = in_language(judged.reason, settings.language) if judged.reason else None
    return {"value": judged.value, "reason": reason, "disagrees": judged.disagrees}


def _plan_quality(summary: AccountSummary) -> dict[str, Any]:
    quality = summary.plan_quality
    return {
        "score": rounded(quality.score, 1),
        "known": rounded(quality.known),
        "completeness": rounded(quality.completeness, 1),
        "freshness": rounded(quality.freshness, 1),
        "findings": rounded(quality.findings, 1),
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


def _portfolio(portfolio: PortfolioScores, settings: Settings) -> dict[str, Any]:
    spread = portfolio.distributions
    postures: dict[Any, str] = settings.scoring.matrix.postures.model_dump(by_alias=True)
    return {
        "revenue_to_date": rounded(portfolio.revenue_to_date),
        "purchases_last_12_months": rounded(portfolio.purchases_last_12_months),
        "open_amount": rounded(portfolio.open_amount),
        "weighted": rounded(portfolio.weighted),
        "target": rounded(portfolio.target),
        "actual": rounded(portfolio.actual),
        "forecast": _forecast(portfolio.forecast),
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
        "resource_rule": {
            "asked": rounded(portfolio.resource_rule.asked, 4),
            "planned": _hours(portfolio.resource_rule.planned),
            "spent": _hours(portfolio.resource_rule.spent),
        },
        "matrix": [
            {"quadrant": part.key, "posture": postures.get(part.key), **_portion(part)} for part in spread.matrix
        ],
        "classes": [{"class": part.key, **_portion(part)} for part in spread.classes],
        "stars": [{"stars": part.key, **_portion(part)} for part in spread.stars],
        "slices": [{"slice": part.key, **_portion(part)} for part in spread.slices],
        "segments": {segment: list(accounts) for segment, accounts in portfolio.segments.items()},
        "groups": [_roll_up(group) for group in portfolio.groups],
        "owners": [
            {**_roll_up(owner), "forecast": _forecast(portfolio.owner_forecasts[owner.id])}
            for owner in portfolio.owners
        ],
        "tags": [_roll_up(tag) for tag in portfolio.tags],
    }


def _losses(found: ReasonRolledUp) -> dict[str, Any]:
    """Return the losses of one reason in the last 12 months; ``unpriced`` of them add nothing to the amount."""
    total = found.total
    return {
        "reason": total.reason,
        "count": total.count,
        "amount": rounded(total.amount),
        "unpriced": total.unpriced,
        "without_fix": total.without_fix,
        "accounts": list(found.accounts),
    }


def _win_rates(summaries: Sequence[AccountSummary], settings: Settings, as_of: date) -> dict[str, Any]:
    """Return the win rates; ``without_process`` is what names no process of the settings, null where nothing does."""
    found = portfolio_win_rates(summaries, settings, as_of)
    named = {row.process: row for row in found.processes if row.process is not None}
    nameless = next((row.rate for row in found.processes if row.process is None), None)
    return {
        "overall": _win_rate(found.overall),
        "by_process": {process: _win_rate(row.rate) for process, row in named.items()},
        "without_process": None if nameless is None else _win_rate(nameless),
        "by_stage": {
            process: {at.stage: {**_win_rate(at.rate), "probability": rounded(at.probability, 4)} for at in row.stages}
            for process, row in named.items()
        },
        "by_owner": {
            owner: _win_rate(rates.overall) for owner, rates in win_rates_of_owners(summaries, settings, as_of).items()
        },
    }


def _win_rate(found: WinRate) -> dict[str, Any]:
    return {"rate": rounded(found.rate, 4), "won": found.won, "decided": found.decided}


def _forecast(forecast: Forecast | SummedForecast) -> dict[str, Any]:
    """Return the range with the low end as P10; ``unweighted`` open opportunities are in none of the figures."""
    return {
        "open": forecast.open_count,
        "unweighted": forecast.unweighted,
        "weighted": rounded(forecast.weighted),
        "p10": rounded(forecast.p10),
        "p50": rounded(forecast.p50),
        "p90": rounded(forecast.p90),
        "target": rounded(forecast.target),
        "actual": rounded(forecast.actual),
        "gap": rounded(forecast.gap),
        "reach": rounded(forecast.reach, 4),
    }


def _hours(hours: HoursBySlice | None) -> dict[str, Any] | None:
    if hours is None:
        return None
    return {
        "hours": rounded(hours.total),
        "known": hours.known,
        "top_share": rounded(hours.top_share, 4),
        "slices": [
            {"slice": part.name, "hours": rounded(part.hours), "share": rounded(part.share, 4)} for part in hours.slices
        ],
    }


def _portion(part: Portion) -> dict[str, Any]:
    return {
        "accounts": part.accounts,
        "value": rounded(part.value.amount),
        "known": part.value.known,
        "value_share": rounded(part.value_share, 4),
    }


def _roll_up(roll_up: RollUp) -> dict[str, Any]:
    """Return sums as ``{"sum": …, "known": …}``: the second says how many of the accounts know the figure."""
    sums: dict[str, Any] = {
        name: {"sum": rounded(found.amount), "known": found.known} for name, found in roll_up.figures.items()
    }
    return {"id": roll_up.id, "members": list(roll_up.members), "accounts": roll_up.accounts, **sums}
