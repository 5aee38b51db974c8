"""Score histories for other programs, as JSON.

The document has ``"format": 1``, ``as_of`` (the day spoken of), ``rules_version``, ``currency``, ``cut_off`` (whether
the clone holds only the last part of its history) and ``accounts``. Each of these has ``id``, ``name`` and ``points``,
the oldest first. A point has

- ``kind``: ``plan`` (a commit changed the plan), ``rules`` (a commit changed the settings), ``unreadable``,
  ``removed``, or ``now`` (the files as they are, or the day that is spoken of);
- ``commit``, ``authors``, ``subject`` and ``day`` of the commit (null, empty, null and the day spoken of for ``now``);
- ``scored_on``: the day that the scores are of;
- ``renamed_from``: the account's id until then, or null;
- ``scores``: by today's rules: ``key_account`` (``score``, ``known``, ``class``, ``stars``), ``relationship``
  (``score``, ``known``), ``health`` (``score``, ``known``, ``band``), ``forecast`` (``weighted``); null where the plan
  is gone or cannot be read;
- ``scores_then``: the same by the settings of that commit, null where they say the same;
- ``moves``: what moved the scores since the point before: ``score``, ``because`` (``time``, ``rules`` or ``facts``),
  ``before``, ``after``; those by ``rules`` are between what the settings before and after said;
- ``changes``: sentences of what was written, the most important first, and ``more_changes``: how many are left out.

Days are ISO, money is in the reporting currency, an unknown value is null and never 0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from kamgen.changes.score_history import Standing
from kamgen.exchange.scores_json import rounded
from kamgen.pages.context import Context
from kamgen.pages.score_history import HistoryStep, ScoreHistory, last_of

FORMAT = 1


def history_json(
    histories: Mapping[str, ScoreHistory],
    context: Context,
    *,
    cut_off: bool,
    since: date | None = None,
    limit: int | None = None,
) -> str:
    """Return histories as a document; of each only the points since a day and the last ones, where that is asked."""
    document = {
        "format": FORMAT,
        "as_of": context.as_of.isoformat(),
        "rules_version": context.settings.scoring.version,
        "currency": context.settings.currency,
        "cut_off": cut_off,
        "accounts": [
            {
                "id": account_id,
                "name": context.wording.of(history.name),
                "points": [_point(step, context) for step in _asked(history, since, limit)],
            }
            for account_id, history in histories.items()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _asked(history: ScoreHistory, since: date | None, limit: int | None) -> tuple[HistoryStep, ...]:
    return last_of(history.steps, [step.day for step in history.steps], since, limit)


def _point(step: HistoryStep, context: Context) -> dict[str, Any]:
    point = step.point
    return {
        "kind": point.kind,
        "commit": step.commit or None,
        "authors": list(step.authors),
        "subject": step.subject or None,
        "day": step.day.isoformat(),
        "scored_on": point.day.isoformat(),
        "renamed_from": step.renamed or None,
        "scores": _standing(point.scores),
        "scores_then": _standing(point.then),
        "moves": [
            {
                "score": move.score,
                "because": move.cause,
                "before": rounded(move.before),
                "after": rounded(move.after),
            }
            for move in point.moves
        ],
        "changes": list(step.told.get(context.language, ())),
        "more_changes": step.more,
    }


def _standing(scores: Standing | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    return {
        "key_account": {
            "score": rounded(scores.key_account.score, 1),
            "known": rounded(scores.key_account.known),
            "class": scores.class_label,
            "stars": scores.stars,
        },
        "relationship": {
            "score": rounded(scores.relationship.score, 1),
            "known": rounded(scores.relationship.known),
        },
        "health": {
            "score": rounded(scores.health.score, 1),
            "known": rounded(scores.health.known),
            "band": scores.health_band,
        },
        "forecast": {"weighted": rounded(scores.weighted)},
    }
