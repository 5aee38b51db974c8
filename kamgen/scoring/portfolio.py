"""What can only be said of all accounts together: ranks, pyramid, RFM, sums, who gets our time (A3, A7, D3, E2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kamgen.plan.settings import Settings
from kamgen.scoring.distributions import distribute
from kamgen.scoring.forecast_sum import sum_forecasts
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.numbers_by_account import numbers_by_account
from kamgen.scoring.pyramid import Ranking, rank_accounts
from kamgen.scoring.resource_rule import score_resource_rule
from kamgen.scoring.rfm import quintiles
from kamgen.scoring.roll_ups import roll_up
from kamgen.scoring.score import AccountScores, Placement, PortfolioScores
from kamgen.scoring.segments import Candidate, meets, unknown_names
from kamgen.scoring.service_level import suggest_service_levels

NO_FACTS: Mapping[str, Candidate] = MappingProxyType({})


def score_portfolio(
    scores: Mapping[str, AccountScores],
    settings: Settings,
    accounts: Mapping[str, Candidate] = NO_FACTS,
) -> PortfolioScores:
    """Return ranks, slices and RFM scores by account id, and the portfolio's sums, distributions and roll-ups.

    Sums are over the accounts that know the figure, None where none does; ``target`` and ``actual`` are those of the
    revenue goals. The order of accounts changes nothing.

    Args:
        scores: Scores of all accounts, by id.
        settings: The workspace's settings.
        accounts: Facts of the accounts by id; who is not in it counts towards no group, owner, tag or segment.

    """
    scores = {account_id: scores[account_id] for account_id in sorted(scores)}
    ranking = rank_accounts(scores, settings.scoring.pyramid)
    placements = _placements(scores, ranking)
    forecast = sum_forecasts(score.forecast for score in scores.values())
    roll_ups = roll_up(scores, accounts)
    return PortfolioScores(
        placements=placements,
        pyramid=ranking.slices,
        unranked=ranking.unranked,
        resource_rule=score_resource_rule(scores, ranking.slices, settings.scoring.pyramid.time_rule),
        distributions=distribute(scores, placements, settings.scoring),
        groups=roll_ups.groups,
        owners=roll_ups.owners,
        tags=roll_ups.tags,
        segments=_segments(ranking, placements, settings, accounts),
        revenue_to_date=known_sum(score.lifetime_value.to_date for score in scores.values()).amount,
        purchases_last_12_months=known_sum(score.activity.monetary for score in scores.values()).amount,
        forecast=forecast,
        owner_forecasts={
            owner.id: sum_forecasts(scores[account_id].forecast for account_id in owner.members)
            for owner in roll_ups.owners
        },
        open_amount=known_sum(score.forecast.open_amount for score in scores.values()).amount,
        weighted=forecast.weighted,
        target=forecast.target,
        actual=forecast.actual,
    )


def _placements(scores: Mapping[str, AccountScores], ranking: Ranking) -> dict[str, Placement]:
    ranks = {account_id: rank for rank, account_id in enumerate(ranking.ranked, start=1)}
    bought = numbers_by_account(scores, ("recency-days", "frequency", "monetary"))
    recency = quintiles(bought["recency-days"], low_is_best=True)
    frequency = quintiles(bought["frequency"])
    monetary = quintiles(bought["monetary"])
    margins = {account_id: score.lifetime_value.annual_margin for account_id, score in scores.items()}
    levels = suggest_service_levels(margins)
    return {
        account_id: Placement(
            rank=ranks.get(account_id),
            slice_name=ranking.slice_of(ranks[account_id]) if account_id in ranks else None,
            r=recency[account_id],
            f=frequency[account_id],
            m=monetary[account_id],
            suggested_level=level.level if (level := levels[account_id]) else None,
        )
        for account_id in scores
    }


def _segments(
    ranking: Ranking, placements: Mapping[str, Placement], settings: Settings, accounts: Mapping[str, Candidate]
) -> dict[str, tuple[str, ...]]:
    """Return who is in each segment (A8): nobody where it asks for what nobody knows."""
    ordered = [account_id for account_id in (*ranking.ranked, *ranking.unranked) if account_id in accounts]
    return {
        segment.id: tuple(
            account_id
            for account_id in (() if unknown_names(segment) else ordered)
            if meets(segment.where, accounts[account_id], placements[account_id])
        )
        for segment in settings.segments
    }
