"""What changed between two states, for other programs, as JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.changes.account_changes import AccountChange, Reading
from kamgen.changes.score_moves import Driver, ScoreMove, ScoreValue
from kamgen.checks.finding_changes import FindingChanges
from kamgen.exchange.findings.json import finding_data
from kamgen.exchange.scores_json import rounded
from kamgen.pages.changes.report import AccountReport, ChangeReport
from kamgen.plan.values import Section
from kamgen.wording.language import Wording

VERSION = 1
"""Of the document: keys may come, none goes or changes its meaning."""

_PLACES = 4
"""Decimals of a score: enough for the parts of a move to add up."""


def write(report: ChangeReport) -> str:
    """Return a comparison as one JSON document.

    ``from`` and ``to`` are full names of commits, null for the working tree; ``from_day`` and ``to_day`` the days that
    the scores are of. Accounts come changed ones first, then those whose plans say what they said (``unchanged``) and
    whose scores moved. Each change has the sentence that tells it; one sentence may tell several. Of the scores
    ``because`` is what moved one most, ``causes`` all that moved it, and ``parts`` how much each did: they add up to
    the difference but for rounding, and are empty for words and where a side is not known. Scores have the names that
    they have in ``kamgen score --format json``; plan quality is told of changed plans alone. What is not known is null.
    """
    changes = report.changes
    before, after = changes.before, changes.after
    document: dict[str, Any] = {
        "format": VERSION,
        "from": before.commit,
        "to": after.commit,
        "from_revision": before.revision,
        "to_revision": after.revision or None,
        "from_day": before.day.isoformat(),
        "to_day": after.day.isoformat(),
        "currency": {"before": before.settings.currency, "after": after.settings.currency},
        "rules_version": {
            "before": before.settings.scoring.version,
            "after": after.settings.scoring.version,
        },
        "settings": [
            {"path": change.path, "before": change.before, "after": change.after} for change in changes.settings
        ],
        "unchanged": changes.unchanged,
        "notes": list(report.notes),
        "accounts": [
            *(_account(account, report.t) for account in report.accounts),
            *(_moved_alone(account, report.t) for account in changes.moved_alone),
        ],
    }
    if report.findings is not None:
        document["findings"] = _findings(report.findings, report.t)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _account(report: AccountReport, t: Wording) -> dict[str, Any]:
    account = report.account
    return {
        **_head(account, t),
        "renamed_from": account.former_id,
        "unreadable": {
            "before": _reading(account.read_before, t),
            "after": _reading(account.read_after, t),
            "not_compared": account.not_compared,
        },
        "matters": list(report.matters),
        "changes": [
            {
                "path": change.path,
                "before": _plain(change.before),
                "after": _plain(change.after),
                "sentence": told.sentence,
            }
            for told in report.told
            for change in told.changes
        ],
        "scores": [_move(move) for move in account.moves],
        "pages": [{"text": link.text, "address": link.address} for link in report.links],
    }


def _moved_alone(account: AccountChange, t: Wording) -> dict[str, Any]:
    return {**_head(account, t), "changes": [], "scores": [_move(move) for move in account.moves]}


def _head(account: AccountChange, t: Wording) -> dict[str, Any]:
    return {"id": account.id, "name": t.of(account.name), "change": account.kind}


def _reading(reading: Reading, t: Wording) -> dict[str, Any]:
    """Return how many problems kept a plan from being read whole, and why nothing of it could be."""
    return {
        "problems": reading.problems,
        "nothing": None if reading.nothing is None else t.say(reading.nothing.message),
    }


def _move(move: ScoreMove) -> dict[str, Any]:
    return {
        "score": move.score,
        "before": _score(move.before),
        "after": _score(move.after),
        "because": move.causes[0] if move.causes else None,
        "causes": list(move.causes),
        "parts": {cause: rounded(part, _PLACES) for cause, part in move.parts.items()},
        "mostly": None if move.driver is None else _driver(move.driver),
    }


def _driver(driver: Driver) -> dict[str, Any]:
    return {"part": driver.part, "before": rounded(driver.before, _PLACES), "after": rounded(driver.after, _PLACES)}


def _score(value: ScoreValue) -> Any:
    return rounded(value, _PLACES) if isinstance(value, Decimal) else value


def _findings(findings: FindingChanges, t: Wording) -> dict[str, Any]:
    return {
        "on_changed_lines": [finding_data(finding, t) for finding in findings.on_changed_lines],
        "new": [finding_data(finding, t) for finding in findings.new],
        "remaining": findings.remaining,
        "resolved": findings.resolved,
    }


def _plain(value: Any) -> Any:
    """Return a value of a plan as JSON has it, without what it does not say."""
    if isinstance(value, Section):
        fields = {(info.alias or name): getattr(value, name) for name, info in type(value).model_fields.items()}
        return {name: _plain(held) for name, held in fields.items() if held is not None and held != ()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return rounded(value, 12)
    return value.isoformat() if isinstance(value, date) else value
