"""What history tells of all plans, remembered: only what was committed since the last time is read."""

from __future__ import annotations

import hashlib
import pickle
from datetime import date
from pathlib import Path

from kamgen.history.freshness import PlanPasts, last_commit_before, plan_pasts
from kamgen.history.git import Repository
from kamgen.output.cache import recall, remember
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
    kept = _kept(cache, key)
    if kept is not None and kept.tip == tip:
        return kept
    found = plan_pasts(repository, tip, kept, workers.run)
    remember(cache, _FRESHNESS, pickle.dumps((key, found), pickle.HIGHEST_PROTOCOL))
    return found


def _kept(cache: Path, key: str) -> PlanPasts | None:
    data = recall(cache, _FRESHNESS)
    if data is None:
        return None
    try:
        made_from, kept = pickle.loads(data)  # noqa: S301 - from the user's own cache folder, see kamgen.output.cache
    except Exception:
        return None
    return kept if made_from == key and isinstance(kept, PlanPasts) else None
