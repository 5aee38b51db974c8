"""Scores explained for people at a terminal: every figure with its rule, its weight and the line it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kamgen.exchange.terminal_text import columns, printable, styled, wrapped
from kamgen.pages.context import Context
from kamgen.pages.explain.scores import (
    ExplainedScores,
    ReasonReader,
    ScoreLever,
    ScoreReason,
    places_said,
    scores_of,
    unknown_parts,
)
from kamgen.pages.summary import AccountSummary
from kamgen.wording.language import Wording

WIDEST = 100
"""Columns of the widest line: longer ones are hard to read, however wide the terminal is."""
NARROWEST = 60

_INDENT = 2
_GAP = 2
_VALUE, _WORTH, _ADDS = 13, 17, 11
"""Columns of the three figures at the right: value, points × weight, and what it adds."""
_LEAST_LABEL = 16
"""With less room beside its figures, a longer label has lines of its own."""


def score_explanations_text(
    summaries: Mapping[str, AccountSummary],
    explained: Mapping[str, ExplainedScores],
    context: Context,
    *,
    width: int,
    color: bool = False,
) -> str:
    """Return the explanation of the scores of accounts, one after the other."""
    sheet = _Sheet(context.wording, max(NARROWEST, min(width, WIDEST)), color)
    lines: list[str] = []
    for account_id, summary in summaries.items():
        lines += [
            "",
            *sheet.account(summary, explained[account_id], ReasonReader(context, explained[account_id].places)),
        ]
    return "\n".join(lines) + "\n" if lines else ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Lines of a language, a width, and with colours or without."""

    t: Wording
    width: int
    color: bool

    def account(self, summary: AccountSummary, explained: ExplainedScores, reader: ReasonReader) -> Iterator[str]:
        name = printable(self.t.of(summary.name))
        yield f"{styled(name, 'bold', self.color)}  {styled(summary.id, 'dim', self.color)}"
        for _, reason in scores_of(explained):
            yield ""
            score, *figures = reader.score(reason)
            yield from self._score(score)
            for figure in figures:
                yield from self._figure(figure)
            for part in unknown_parts(reason, self.t):
                said = self.t.text("Not known: {part}, {share} of the weight", part=part.label, share=part.share)
                yield from self._indented(printable(said), 1, "hint")
        if explained.levers:
            yield ""
            yield styled(self.t.text("What would raise it most"), "bold", self.color)
            for number, lever in enumerate(explained.levers, 1):
                yield from self._lever(number, reader.lever(lever))

    def _score(self, score: ScoreReason) -> Iterator[str]:
        t = self.t
        value = score.value or t.text("not known yet")
        title = f"{score.label}  {t.listing([value, score.known]) if score.known else value}"
        heads = (t.text("value"), t.text("points × weight"), t.text("adds"))
        yield self._row(printable(title), 0, heads, title=True)
        yield from self._details(score)

    def _figure(self, figure: ScoreReason) -> Iterator[str]:
        depth = figure.depth
        worth = f"{figure.points or '–'} × {figure.weight}" if figure.weight else ""
        figures = (figure.value or "–", worth, figure.contribution)
        room = min(self._label_width(depth), self._value_end(depth) - _GAP - columns(printable(figures[0])))
        label = printable(figure.label)
        if room < min(_LEAST_LABEL, columns(label)):
            yield from self._indented(label, depth)
            yield self._row("", depth, figures)
        else:
            first, *more = wrapped(label, room) or [""]
            yield self._row(first, depth, figures)
            yield from (" " * _INDENT * depth + line for line in more)
        yield from self._details(figure)

    def _value_end(self, depth: int) -> int:
        """Return the column, from the indent, at which values end."""
        return self.width - _INDENT * depth - _WORTH - _ADDS

    def _label_width(self, depth: int) -> int:
        return self._value_end(depth) - _VALUE - _GAP

    def _row(self, label: str, depth: int, figures: tuple[str, str, str], *, title: bool = False) -> str:
        """Return a line with a label at the left and three figures in their columns at the right."""
        value, worth, adds = map(printable, figures)
        cells = (
            _right(value, self._value_end(depth) - columns(label)) + _right(worth, _WORTH) + _right(adds, _ADDS)
        ).rstrip()
        if title:
            label, cells = styled(label, "bold", self.color), styled(cells, "dim", self.color)
        return " " * _INDENT * depth + label + cells

    def _details(self, figure: ScoreReason) -> Iterator[str]:
        """Yield how a figure came about, each part of it with where it is written, and what is missing."""
        for note in figure.notes:
            yield from self._placed(note.text, places_said(note.places), figure.depth + 1)
        if figure.missing:
            yield from self._indented(printable(figure.missing), figure.depth + 1, "hint")

    def _placed(self, text: str, where: str, depth: int) -> Iterator[str]:
        """Yield a text with its places behind it if they fit, else below."""
        lines = wrapped(printable(text), self.width - _INDENT * depth)
        if lines and where and columns(lines[-1]) + _GAP + columns(where) + _INDENT * depth <= self.width:
            lines[-1] += " " * _GAP + styled(where, "dim", self.color)
        elif where:
            lines += [styled(line, "dim", self.color) for line in wrapped(where, self.width - _INDENT * depth)]
        yield from (" " * _INDENT * depth + line for line in lines)

    def _indented(self, text: str, depth: int, style: str = "") -> Iterator[str]:
        for line in wrapped(text, self.width - _INDENT * depth):
            yield " " * _INDENT * depth + (styled(line, style, self.color) if style else line)

    def _lever(self, number: int, lever: ScoreLever) -> Iterator[str]:
        first, *more = wrapped(printable(lever.change), self.width - 5) or [""]
        yield f"{number:>3}. {first}"
        yield from (f"     {line}" for line in more)
        effects = self.t.listing([f"{name} {said}" for name, said in lever.effects])
        for line in self._placed(effects, lever.place.label, 2):
            yield f" {line}"


def _right(text: str, width: int) -> str:
    """Return a text at the right of so many columns, with at least a space before it."""
    return " " * max(1, width - columns(text)) + text
