"""Where an account stands among all others explained: rank and slice of the pyramid, and RFM (A3, E2)."""

from __future__ import annotations

from typing import Literal

from kamgen.plan.settings import Settings
from kamgen.scoring.explanation import Reason, plan_source, settings_source
from kamgen.scoring.explanations.buying import PURCHASES
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.score import AccountScores, Placement
from kamgen.wording.phrase import phrase


def explain_standing(scores: AccountScores, placement: Placement, accounts: int, settings: Settings) -> Reason:
    """Return why an account has its rank, its slice and its RFM scores among so many accounts.

    Only the account's own figures can be traced to lines; the figures of the others stand on their own pages.
    """
    pyramid = settings.scoring.pyramid
    rank = None if placement.rank is None else phrase("rank {rank} of {n} accounts", rank=placement.rank, n=accounts)
    return Reason(
        label=phrase("Standing"),
        value=placement.slice_name,
        unit="word",
        scale="slice",
        rule=rank,
        rule_source=settings_source("scoring", "pyramid"),
        missing=phrase("Add purchases") if placement.rank is None else None,
        children=(
            Reason(
                label=phrase("Ranked by"),
                value=scores.metrics.get(pyramid.by),
                unit="money",
                rule=phrase("the largest first, accounts with equal figures by id"),
                rule_source=settings_source("scoring", "pyramid", "by"),
                metric=pyramid.by,
            ),
            _fifth("Recency, 1 to 5", placement.r, "recency-days", scores),
            _fifth("Frequency, 1 to 5", placement.f, "frequency", scores),
            _fifth("Money, 1 to 5", placement.m, "monetary", scores),
        ),
    )


def _fifth(
    label: str, score: int | None, metric: Literal["recency-days", "frequency", "monetary"], scores: AccountScores
) -> Reason:
    """Return one of the RFM scores with the figure that it rests on."""
    found = METRICS[metric]
    return Reason(
        label=phrase(label),
        value=None if score is None else str(score),
        unit="word",
        rule=phrase("the fifth of all accounts in which it stands, 5 is the best; equal figures share it"),
        missing=phrase("Add purchases") if score is None else None,
        children=(
            Reason(
                label=phrase(found.label),
                value=scores.metrics.get(metric),
                unit=found.unit,
                sources=(plan_source(*PURCHASES),) if scores.activity.last is not None else (),
                metric=metric,
            ),
        ),
    )
