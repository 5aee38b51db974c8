"""The score history of one account for people at a terminal: a log of its changes, newest last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kamgen.exchange.terminal_columns import GAP, Cell, in_columns
from kamgen.exchange.terminal_text import columns, printable, styled, wrapped
from kamgen.pages.context import Context
from kamgen.pages.score_history import HistoryRow, HistoryScore, ScoreHistory, history_rows, last_of, score_label
from kamgen.scoring.score import HealthBand

WIDEST = 110
"""Columns of the widest line."""
NARROWEST = 72

MARKS: Mapping[HealthBand | None, str] = {"green": "●", "amber": "▲", "red": "■"}
STYLES: Mapping[HealthBand | None, str] = {"amber": "warning", "red": "error"}


def history_log(
    history: ScoreHistory,
    context: Context,
    *,
    since: date | None = None,
    limit: int | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """Return the changes of an account's scores with their causes; only those since a day, or the last so many."""
    sheet = _Sheet(context, max(NARROWEST, min(width, WIDEST)), color)
    rows = history_rows(history, context)
    shown = last_of(rows, [date.fromisoformat(row.day_value) for row in rows], since, limit)
    lines = [*sheet.head(history), *sheet.left_out(len(rows) - len(shown)), *sheet.table(shown)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def rules_line(first: date, context: Context, *, cut_off: bool) -> str:
    """Return since when histories go, and with which rules they are scored."""
    t, version = context.wording, context.settings.scoring.version
    if cut_off:
        return t.text(
            "This clone’s history begins on {day}; the rest is missing. Scored with today’s rules, version {n}.",
            day=first, n=version,
        )  # fmt: skip
    return t.text("Since {day}, scored with today’s rules, version {n}.", day=first, n=version)


class _Sheet:
    """Lines in a language, of a width, with colours or without."""

    def __init__(self, context: Context, width: int, color: bool) -> None:
        self._context, self._t, self._width, self._color = context, context.wording, width, color

    def head(self, history: ScoreHistory) -> Iterator[str]:
        name = styled(printable(self._t.of(history.name)), "bold", self._color)
        yield f"{name}{GAP}{styled(history.account_id, 'dim', self._color)}"
        said = rules_line(history.steps[0].day, self._context, cut_off=history.cut_off)
        yield from (styled(line, "dim", self._color) for line in wrapped(said, self._width))
        yield ""

    def left_out(self, number: int) -> Iterator[str]:
        if number:
            pattern = "{n} earlier change is not shown here.|{n} earlier changes are not shown here."
            yield styled(self._t.text(pattern, n=number), "dim", self._color)
            yield ""

    def table(self, rows: tuple[HistoryRow, ...]) -> Iterator[str]:
        names = ("health", "relationship", "key_account", "forecast")
        labels = [self._t.text("Day"), *(score_label(name, self._context) for name in names)]  # type: ignore[arg-type]
        cells = [[Cell(row.day, "bold"), *map(self._score, row.scores)] for row in rows]
        heads, *lines = in_columns([[Cell(label, "bold") for label in labels], *cells], self._color)
        yield heads
        indent = max(columns(printable(text)) for text in (labels[0], *(row.day for row in rows))) + len(GAP)
        for row, line in zip(rows, lines, strict=True):
            yield line
            yield from self._below(row, indent)

    def _score(self, score: HistoryScore) -> Cell:
        said = f"{score.before} → {score.value}" if score.before else score.value
        if score.name == "health":
            return Cell(f"{MARKS.get(score.band, ' ')} {said}", STYLES.get(score.band, ""))
        return Cell(f"{said} {score.detail}".rstrip())

    def _below(self, row: HistoryRow, indent: int) -> Iterator[str]:
        """Yield what there is to say of a row, under its figures."""
        t = self._t
        if row.who:
            yield from self._lines(t.text("{who}: {subject}", who=row.who, subject=row.subject), indent, "dim")
        elif row.told or row.kind == "removed":
            yield from self._lines(t.text("not committed yet"), indent, "dim")
        yield from self._lines(row.note, indent)
        for sentence in (*row.told, *([row.more] if row.more else [])):
            yield from self._lines(sentence, indent, mark="· ")
        moved = (score for score in row.scores if score.causes)
        causes = [t.text("{score}: {causes}", score=score.label, causes=score.causes) for score in moved]
        yield from self._lines(" · ".join(causes), indent)
        yield from self._lines(row.then, indent, "hint")

    def _lines(self, text: str, indent: int, style: str = "", mark: str = "") -> Iterator[str]:
        for number, line in enumerate(wrapped(printable(text), self._width - indent - len(mark))):
            shown = styled(line, style, self._color) if style else line
            yield " " * indent + (mark if not number else " " * len(mark)) + shown
