"""Scores as a table for a terminal."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kamgen.exchange.terminal_text import printable
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.scoring.score import CriterionScore, Health, PortfolioScores
from kamgen.wording.language import WORDINGS, Wording

_MARKS = {"green": "● ", "amber": "▲ ", "red": "■ "}
_STYLES = {"green": "green", "amber": "yellow", "red": "red"}


def scores_table(
    summaries: Mapping[str, AccountSummary],
    portfolio: PortfolioScores,
    settings: Settings,
    as_of: date,
    *,
    explain: bool = False,
    color: bool = False,
    width: int = 120,
) -> str:
    """Return the scores as a table, best key-account score first; with ``explain``, a table of criteria for each."""
    output = io.StringIO()
    console = Console(file=output, width=width, force_terminal=color, no_color=not color, highlight=False)
    wording = WORDINGS["en"]
    console.print(_overview(summaries, portfolio, settings, wording))
    if explain:
        for summary in summaries.values():
            console.print()
            console.print(_criteria(summary, settings, wording))
    console.print(
        f"As of {wording.day(as_of)}, rules version {settings.scoring.version}. – means unknown.", style="dim"
    )
    return output.getvalue()


def _overview(
    summaries: Mapping[str, AccountSummary], portfolio: PortfolioScores, settings: Settings, wording: Wording
) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("Account", no_wrap=True, overflow="ellipsis", max_width=27)
    for heading in ("Score", "known", "Class", "★", "Relation", "Health", "LTV"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("Posture", "Slice", "Activity", "RFM"):
        table.add_column(heading, no_wrap=True)
    for summary in sorted(summaries.values(), key=_best_first):
        scores, placement = summary.scores, portfolio.placements[summary.id]
        key, health = scores.key_account, scores.health
        rfm = (placement.r, placement.f, placement.m)
        table.add_row(
            Text(printable(wording.of(summary.name))),
            _number(key.score, wording),
            wording.percent(key.known),
            key.class_label or "–",
            str(key.stars or "–"),
            _number(scores.relationship.score, wording),
            Text(
                _MARKS.get(health.band or "", "") + _number(health.score, wording), _STYLES.get(health.band or "", "")
            ),
            wording.money(scores.lifetime_value.projected, settings.currency, short=True) or "–",
            wording.label("posture", key.posture) if key.posture else "–",
            wording.label("slice", placement.slice_name) if placement.slice_name else "–",
            wording.label("activity", scores.activity.state),
            "".join(str(part or "–") for part in rfm),
        )
    return table


def _best_first(summary: AccountSummary) -> tuple[Decimal, str]:
    score = summary.scores.key_account.score
    return (Decimal(1) if score is None else -score), summary.id


def _health(health: Health, wording: Wording) -> Text:
    band = health.band or ""
    return Text(_MARKS.get(band, "") + _number(health.score, wording), _STYLES.get(band, ""))


def _criteria(summary: AccountSummary, settings: Settings, wording: Wording) -> Table:
    key = summary.scores.key_account
    threshold = wording.number(settings.scoring.key_account.threshold)
    title = (
        f"{printable(wording.of(summary.name))}: {_number(key.score, wording)} of 100,"
        f" {wording.percent(key.known)} known; key account from {threshold}"
    )
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, show_edge=False)
    table.add_column("Criterion", no_wrap=True)
    table.add_column("Axis")
    table.add_column("reads")
    for heading in ("Value", "Points", "Weight", "adds"):
        table.add_column(heading, justify="right")
    known = sum((criterion.weight for criterion in key.criteria if criterion.points is not None), Decimal(0))
    for criterion in key.criteria:
        table.add_row(
            Text(printable(wording.of(criterion.name) or criterion.id)),
            wording.label("axis", criterion.axis) if criterion.axis else "",
            criterion.source,
            _value(criterion, wording),
            _number(criterion.points, wording),
            wording.number(criterion.weight),
            "–"
            if criterion.points is None or known == 0
            else wording.number(criterion.points * criterion.weight / known, 1),
        )
    return table


def _value(criterion: CriterionScore, wording: Wording) -> str:
    value = criterion.value
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return wording.number(value, 0 if abs(value) >= 100 else 2)
    return printable(value)


def _number(value: Decimal | None, wording: Wording) -> str:
    return "–" if value is None else wording.number(value, 0)
