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
from kamgen.scoring.score import Health, PortfolioScores
from kamgen.wording.language import WORDINGS, Wording

_MARKS = {"green": "● ", "amber": "▲ ", "red": "■ "}
_STYLES = {"green": "green", "amber": "yellow", "red": "red"}


def scores_table(
    summaries: Mapping[str, AccountSummary],
    portfolio: PortfolioScores,
    settings: Settings,
    as_of: date,
    *,
    color: bool = False,
    width: int = 120,
) -> str:
    """Return the scores as a table, best key-account score first."""
    output = io.StringIO()
    console = Console(file=output, width=width, force_terminal=color, no_color=not color, highlight=False)
    wording = WORDINGS["en"]
    console.print(_overview(summaries, portfolio, settings, wording))
    console.print(
        f"As of {wording.day(as_of)}, rules version {settings.scoring.version}. – means unknown.", style="dim"
    )
    return output.getvalue()


def _overview(
    summaries: Mapping[str, AccountSummary], portfolio: PortfolioScores, settings: Settings, wording: Wording
) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("Account", no_wrap=True, overflow="ellipsis", max_width=19)
    for heading in ("Score", "known", "Class", "★", "Relation", "Health", "Plan", "LTV"):
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
            _health(health, wording),
            _number(summary.plan_quality.score, wording),
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


def _number(value: Decimal | None, wording: Wording) -> str:
    return "–" if value is None else wording.number(value, 0)
