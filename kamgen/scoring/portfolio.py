"""What can only be said of all accounts together: ranks, pyramid, RFM and sums (methods: A3, D3, E2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kamgen.plan.settings import Settings
from kamgen.scoring.pyramid import rank_accounts
from kamgen.scoring.rfm import quintiles
from kamgen.scoring.score import AccountScores, Placement, PortfolioScores
from kamgen.scoring.weighting import ZERO


def score_portfolio(scores: Mapping[str, AccountScores], settings: Settings) -> PortfolioScores:
    """Return ranks, slices and RFM scores by account id, and the portfolio's sums.

    Sums are over what is known. ``target`` and ``actual`` add up the revenue goals of the accounts that have one;
    they are None where no account has.
    """
    ranking = rank_accounts(scores, settings.scoring.pyramid)
    ranks = {account_id: rank for rank, account_id in enumerate(ranking.ranked, start=1)}
    recency = quintiles(_metric(scores, "recency-days"), low_is_best=True)
    frequency = quintiles(_metric(scores, "frequency"))
    monetary = quintiles(_metric(scores, "monetary"))
    forecasts = [score.forecast for score in scores.values()]
    targets = [forecast.target for forecast in forecasts if forecast.target is not None]
    actuals = [forecast.actual for forecast in forecasts if forecast.actual is not None]
    return PortfolioScores(
        placements={
            account_id: Placement(
                rank=ranks.get(account_id),
                slice_name=ranking.slice_of(ranks[account_id]) if account_id in ranks else None,
                r=recency[account_id],
                f=frequency[account_id],
                m=monetary[account_id],
            )
            for account_id in sorted(scores)
        },
        pyramid=ranking.slices,
        unranked=ranking.unranked,
        revenue_to_date=_sum(score.lifetime_value.to_date for score in scores.values()),
        purchases_last_12_months=_sum(score.activity.monetary for score in scores.values()),
        open_amount=_sum(forecast.open_amount for forecast in forecasts),
        weighted=_sum(forecast.weighted for forecast in forecasts),
        target=_sum(targets) if targets else None,
        actual=_sum(actuals) if actuals else None,
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), ZERO)


def _metric(scores: Mapping[str, AccountScores], name: str) -> dict[str, Decimal | None]:
    return {
        account_id: value if isinstance(value := score.metrics.get(name), Decimal) else None
        for account_id, score in scores.items()
    }
