"""Scores as CSV that opens in a spreadsheet: UTF-8 with a mark, and no cell that could become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from kamgen.exchange.scores_json import account_data
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.scoring.score import PortfolioScores

_COLUMNS = {
    "id": ("id",),
    "name": ("name",),
    "score": ("key_account", "score"),
    "known": ("key_account", "known"),
    "is_key_account": ("key_account", "is_key_account"),
    "class": ("key_account", "class"),
    "stars": ("key_account", "stars"),
    "posture": ("key_account", "posture"),
    "slice": ("key_account", "slice"),
    "rank": ("key_account", "rank"),
    "relationship": ("relationship", "score"),
    "support_index": ("relationship", "support_index"),
    "coverage": ("relationship", "coverage"),
    "health": ("health", "score"),
    "health_band": ("health", "band"),
    "activity": ("activity", "state"),
    "recency_days": ("activity", "recency_days"),
    "frequency": ("activity", "frequency"),
    "monetary": ("activity", "monetary"),
    "r": ("activity", "r"),
    "f": ("activity", "f"),
    "m": ("activity", "m"),
    "revenue_to_date": ("lifetime_value", "to_date"),
    "lifetime_value": ("lifetime_value", "projected"),
    "weighted_pipeline": ("forecast", "weighted"),
    "target": ("forecast", "target"),
    "gap": ("forecast", "gap"),
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def scores_csv(summaries: Mapping[str, AccountSummary], portfolio: PortfolioScores, settings: Settings) -> str:
    """Return one row an account; unknown values are empty cells."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for summary in summaries.values():
        data = account_data(summary, portfolio.placements[summary.id], settings)
        writer.writerow([_cell(_at(data, path)) for path in _COLUMNS.values()])
    return BYTE_ORDER_MARK + text.getvalue()


def _at(data: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = data
    for part in path:
        value = value[part]
    return value


def _cell(value: Any) -> Any:
    """Return a cell; a text that a spreadsheet would take for a formula is put behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
