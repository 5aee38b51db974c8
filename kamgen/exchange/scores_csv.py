"""Scores as CSV that opens in a spreadsheet: one row an account, one column a figure, every metric among them.

UTF-8 with a byte order mark: without it Excel reads Chinese names as something else; what else reads CSV skips it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText, in_language
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import MetricUnit
from kamgen.scoring.score import Placement, PortfolioScores
from kamgen.wording.language import rounded

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠])")
"""Where a text would become a formula: at its start, and after a semicolon, at which many countries' settings cut."""

_PLACES: dict[MetricUnit, int] = {"share": 4, "money": 2, "hours": 2, "years": 2, "days": 1, "points": 1, "index": 1}

Value = Decimal | int | str | bool | date | LocalisedText | None


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is written from."""

    account: AccountSummary
    placement: Placement


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its name, the unit of its numbers (None: they have none), and its value."""

    name: str
    unit: MetricUnit | None
    value: Callable[[_Row], Value]

    def heading(self, currency: str) -> str:
        """Return the name with the unit behind it: ``gap (USD)``."""
        unit = currency if self.unit == "money" else self.unit
        return self.name if unit in (None, "word") else f"{self.name} ({unit})"


_COLUMNS = (
    _Column("id", None, lambda row: row.account.id),
    _Column("name", None, lambda row: row.account.name),
    _Column("owner", None, lambda row: row.account.owner),
    _Column("status", None, lambda row: row.account.status),
    _Column("type", None, lambda row: row.account.type),
    _Column("parent", None, lambda row: row.account.parent),
    _Column("tags", None, lambda row: ", ".join(row.account.tags) or None),
    _Column("as_of", None, lambda row: row.account.scores.as_of),
    _Column("reviewed", None, lambda row: row.account.reviewed),
    _Column("score", "points", lambda row: row.account.scores.key_account.score),
    _Column("known", "share", lambda row: row.account.scores.key_account.known),
    _Column("is_key_account", None, lambda row: row.account.scores.key_account.is_key_account),
    _Column("class", None, lambda row: row.account.scores.key_account.class_label),
    _Column("stars", None, lambda row: row.account.scores.key_account.stars),
    _Column("attractiveness", "points", lambda row: row.account.scores.key_account.attractiveness),
    _Column("strength", "points", lambda row: row.account.scores.key_account.strength),
    _Column("quadrant", None, lambda row: row.account.scores.key_account.quadrant),
    _Column("posture", None, lambda row: row.account.scores.key_account.posture),
    _Column("rank", None, lambda row: row.placement.rank),
    _Column("slice", None, lambda row: row.placement.slice_name),
    _Column("relationship", "points", lambda row: row.account.scores.relationship.score),
    _Column("health", "points", lambda row: row.account.scores.health.score),
    _Column("health_known", "share", lambda row: row.account.scores.health.known),
    _Column("health_band", None, lambda row: row.account.scores.health.band),
    _Column("sentiment", None, lambda row: row.account.sentiment.value if row.account.sentiment else None),
    _Column("plan_quality", "points", lambda row: row.account.plan_quality.score),
    _Column("suggested_service_level", None, lambda row: row.placement.suggested_level),
    _Column("r", None, lambda row: row.placement.r),
    _Column("f", None, lambda row: row.placement.f),
    _Column("m", None, lambda row: row.placement.m),
    _Column("first_purchase", None, lambda row: row.account.scores.activity.first),
    _Column("last_purchase", None, lambda row: row.account.scores.activity.last),
    _Column("projected_margin", "money", lambda row: row.account.scores.lifetime_value.projected),
    _Column("target", "money", lambda row: row.account.scores.forecast.target),
    _Column("actual", "money", lambda row: row.account.scores.forecast.actual),
    _Column("p10", "money", lambda row: row.account.scores.forecast.p10),
    _Column("p50", "money", lambda row: row.account.scores.forecast.p50),
    _Column("p90", "money", lambda row: row.account.scores.forecast.p90),
    _Column("gap", "money", lambda row: row.account.scores.forecast.gap),
    _Column("reach", "share", lambda row: row.account.scores.forecast.reach),
    _Column("unweighted_opportunities", "count", lambda row: row.account.scores.forecast.unweighted),
)
"""What is said of an account beside its metrics, which follow under the names of the catalogue."""


def scores_csv(summaries: Mapping[str, AccountSummary], portfolio: PortfolioScores, settings: Settings) -> str:
    """Return one row an account: numbers with a point and without separators, days ISO, the unknown an empty cell."""
    columns = (*_COLUMNS, *(_metric_column(name, metric.unit) for name, metric in METRICS.items()))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading(settings.currency) for column in columns])
    for summary in summaries.values():
        row = _Row(summary, portfolio.placements[summary.id])
        writer.writerow([_cell(column.value(row), column.unit, settings) for column in columns])
    return BYTE_ORDER_MARK + text.getvalue()


def as_text(text: str) -> str:
    """Return a text on one line that no spreadsheet takes for a formula: an apostrophe stands before its beginning."""
    return _FORMULA.sub(r"\1'", " ".join(text.split()))


def _metric_column(name: str, unit: MetricUnit) -> _Column:
    return _Column(name, unit, lambda row: row.account.scores.metrics.get(name))


def _cell(value: Value, unit: MetricUnit | None, settings: Settings) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return _number(value, _PLACES.get(unit or "count", 0))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return as_text(in_language(value, settings.language))


def _number(value: Decimal, places: int) -> str:
    """Return a number rounded half up, without zeros at its end and never with an exponent."""
    text = f"{rounded(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
