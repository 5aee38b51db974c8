"""The score histories of all accounts for people at a terminal, in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from kamgen.exchange.history_log import MARKS, NARROWEST, STYLES, WIDEST, rules_line
from kamgen.exchange.terminal_columns import Cell, in_columns, shortened
from kamgen.exchange.terminal_text import printable, styled, wrapped
from kamgen.pages.context import Context
from kamgen.pages.score_history import ScoreHistory
from kamgen.pages.score_moves_lately import cause_lately, health_on, lately_since, points_lately
from kamgen.scoring.score import HealthBand
from kamgen.wording.language import rounded
from kamgen.wording.spans import months, short_day

_BARS = "▁▂▃▄▅▆▇█"
_NUMBER_OF_BARS = 8
_INDENT = 4
_NAME, _WHO = 16, 9
"""Columns of the widest name of an account, and of a person."""


def history_table(
    histories: Mapping[str, ScoreHistory],
    context: Context,
    *,
    since: date | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """Return how the health of each account moved, and of all together; bars go from the beginning, or from a day."""
    t, said = context.wording, [history for history in histories.values() if history.scored]
    if not said:
        return t.text("No plan has a history yet.") + "\n"
    width = max(NARROWEST, min(width, WIDEST))
    first = max(min(history.steps[0].day for history in said), since or date.min)
    sheet = _Sheet(context, first)
    rows = [sheet.heads(), *map(sheet.account, said), sheet.together(said)]
    heads, *lines, total = in_columns(rows, color)
    cut_off = any(history.cut_off for history in said)
    then = short_day(lately_since(context.as_of), context.language)
    notes = (
        rules_line(first, context, cut_off=cut_off),
        t.text("Moved: points of health since {day}, and mainly why.", day=then),
    )
    shown = [styled(line, "dim", color) for note in notes for line in wrapped(note, width)]
    shown += ["", heads]
    for history, line in zip(said, lines, strict=True):
        cause = cause_lately(history, context)
        shown.append(line)
        if cause:
            shown.append(" " * _INDENT + styled(shortened(printable(cause), width - _INDENT), "dim", color))
    return "\n".join([*shown, "", total]) + "\n"


class _Sheet:
    """Rows in a language; bars begin at a day."""

    def __init__(self, context: Context, first: date) -> None:
        self._context, self._t = context, context.wording
        length = max((context.as_of - first).days, 0)
        self._days = [context.as_of - timedelta(days=length * left // (_NUMBER_OF_BARS - 1)) for left in _countdown()]

    def heads(self) -> list[Cell]:
        t = self._t
        return [
            Cell(t.text("Account"), "bold"),
            Cell(t.text("Since"), "bold"),
            Cell(t.text("Changes"), "bold", right=True),
            Cell(t.text("Last"), "bold"),
            Cell(t.text("By"), "bold"),
            Cell(t.text("Health"), "bold"),
            Cell(t.text("Now"), "bold", right=True),
            Cell(t.text("Moved"), "bold", right=True),
        ]

    def account(self, history: ScoreHistory) -> list[Cell]:
        committed = [step for step in history.telling if step.commit]
        last = committed[-1] if committed else history.steps[-1]
        scores = history.scored[-1].point.scores
        return self._row(
            history.account_id,
            history.steps[0].day,
            len(committed),
            (last.day, self._t.listing(last.authors)),
            [health_on(history, day) for day in self._days],
            points_lately([history], self._context.as_of),
            None if scores is None else scores.health_band,
        )

    def together(self, histories: Sequence[ScoreHistory]) -> list[Cell]:
        changes = {step.commit: step for history in histories for step in history.telling if step.commit}
        newest = max(changes.values(), key=lambda step: step.day, default=None)
        return self._row(
            self._t.text("All {n} account|All {n} accounts", n=len(histories)),
            min(history.steps[0].day for history in histories),
            len(changes),
            (self._context.as_of, "") if newest is None else (newest.day, self._t.listing(newest.authors)),
            [_mean([health_on(history, day) for history in histories]) for day in self._days],
            points_lately(histories, self._context.as_of),
            None,
        )

    def _row(
        self,
        name: str,
        since: date,
        changes: int,
        last: tuple[date, str],
        health: Sequence[Decimal | None],
        moved: Decimal | None,
        band: HealthBand | None,
    ) -> list[Cell]:
        t, language, now = self._t, self._context.language, health[-1]
        day, who = last
        recent = day.year == self._context.as_of.year
        points = "" if moved is None else t.signed(moved) if rounded(moved) else "0"
        value = "–" if now is None else t.number(now, 0)
        return [
            Cell(name, most=_NAME),
            Cell(months(since, since, language)),
            Cell(t.number(changes), right=True),
            Cell(short_day(day, language) if recent else months(day, day, language)),
            Cell(who, most=_WHO),
            Cell("".join(map(_bar, health))),
            Cell(f"{MARKS.get(band, '')} {value}".strip(), STYLES.get(band, ""), right=True),
            Cell(points, right=True),
        ]


def _countdown() -> Iterator[int]:
    yield from range(_NUMBER_OF_BARS - 1, -1, -1)


def _bar(value: Decimal | None) -> str:
    """Return a bar as high as a value from 0 to 100; a dot where it is not known."""
    return "·" if value is None else _BARS[min(int(value * len(_BARS) / 100), len(_BARS) - 1)]


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None
