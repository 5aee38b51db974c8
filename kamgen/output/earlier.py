"""Hold every account of a survey against how it stood a quarter before; each earlier plan is scored once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kamgen.history.earlier import EarlierPlan, plans_at_the_end_of
from kamgen.history.git import Repository
from kamgen.output.account_survey import Surveyed
from kamgen.output.cache import recall_value, remember_value
from kamgen.output.survey import Survey, batches
from kamgen.output.workers import Workers
from kamgen.plan.settings import Settings
from kamgen.scoring.earlier_scores import EarlierScores, earlier_day, earlier_scores
from kamgen.workspace.workspace import collector_paused

_EARLIER = "earlier.pickle"
_WORTH_A_WORKER = 150
"""Plans to score from which on more processes pay, as in a survey."""

Known = Mapping[str, EarlierScores | None]
"""By account: its earlier scores; None where there was no plan then, or none that could be read."""


@dataclass(frozen=True)
class EarlierBatch:
    """Plans of an earlier day, by account, to be scored with today's settings."""

    plans: Mapping[str, EarlierPlan]
    settings: Settings
    day: date


def with_earlier_scores(survey: Survey, repository: Repository | None, workers: Workers, cache: Path) -> Survey:
    """Return a survey whose accounts know how they stood a quarter before, as far as git does.

    It is the survey itself where there is nothing to compare with: no repository, or a younger one.

    Raises:
        HistoryCutOff: if this clone does not hold what would tell; nothing is better than a wrong trend.

    """
    day = earlier_day(survey.as_of)
    if day is None or not survey.accounts:
        return survey
    then = plans_at_the_end_of(repository, day)
    if then is None:
        return survey
    key = hashlib.sha256(f"{survey.base_key}\0{then.tree}".encode()).hexdigest()
    kept: Known = recall_value(cache, _EARLIER, key, dict) or {}
    missing = [account_id for account_id in survey.accounts if account_id not in kept]
    known: Known = {**kept, **dict.fromkeys(missing), **_scored(then.of(missing), survey.settings, day, workers)}
    if missing:
        remember_value(cache, _EARLIER, key, known)
    return replace(survey, accounts={id_: _with(found, known[id_]) for id_, found in survey.accounts.items()})


def score_earlier(batch: EarlierBatch) -> dict[str, EarlierScores]:
    """Return the scores of a batch's plans by account; one with something wrong in its form is left out."""
    with collector_paused():
        return {
            account_id: earlier_scores(account_id, account, batch.settings, batch.day)
            for account_id, plan in batch.plans.items()
            if (account := plan.account(account_id)) is not None
        }


def _scored(
    plans: Mapping[str, EarlierPlan], settings: Settings, day: date, workers: Workers
) -> dict[str, EarlierScores]:
    parts = [
        EarlierBatch({account_id: plans[account_id] for account_id in part}, settings, day)
        for part in batches(list(plans), workers.number, _WORTH_A_WORKER)
    ]
    return {account_id: scores for result in workers.run(score_earlier, parts) for account_id, scores in result.items()}


def _with(surveyed: Surveyed, earlier: EarlierScores | None) -> Surveyed:
    """Return an account's survey with its earlier scores; its digests tell that they are in it."""
    if surveyed.summary is None or earlier is None:
        return surveyed
    return replace(
        surveyed,
        key=_digest(surveyed.key, earlier),
        summary=replace(surveyed.summary, earlier=earlier),
        summary_digest=_digest(surveyed.summary_digest, earlier),
    )


def _digest(before: str, earlier: EarlierScores) -> str:
    return hashlib.sha256(f"{before}\0{earlier!r}".encode()).hexdigest()
