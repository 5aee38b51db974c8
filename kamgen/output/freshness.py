"""What history tells of all plans, remembered: only what was committed since the last time is read."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from kamgen.history.freshness import PlanPasts, last_commit_before, plan_pasts
from kamgen.history.git import Repository
from kamgen.output.cache import recall_value, remember_value
from kamgen.output.workers import Workers

_FRESHNESS = "freshness.pickle"


def pasts_before(
    repository: Repository | None, as_of: date, workers: Workers, cache: Path, made_with: str
) -> PlanPasts | None:
    """Return how history has all plans at the end of the day before; None where it knows nothing.

    ``made_with`` is the digest of the code. Of a clone that is cut off nothing is remembered: any day,
    more of it may be fetched.

    Raises:
        HistoryUnreadable: if git gives up on the way.

    """
    tip = last_commit_before(repository, as_of)
    if repository is None or tip is None:
        return None
    if repository.is_shallow():
        return plan_pasts(repository, tip, run=workers.run)
    key = hashlib.sha256(f"{made_with}\0".encode() + repository.mailmap()).hexdigest()
    kept = recall_value(cache, _FRESHNESS, key, PlanPasts)
    if kept is not None and kept.tip == tip:
        return kept
    found = plan_pasts(repository, tip, kept, workers.run)
    remember_value(cache, _FRESHNESS, key, found)
    return found
