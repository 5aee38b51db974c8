"""What changed between two states, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamgen.checks.finding_changes import FindingChanges
from kamgen.exchange.changes.change_words import findings_sentence, nothing_sentence
from kamgen.exchange.terminal_text import beginning, columns, printable, styled, wrapped
from kamgen.pages.changes.report import AccountReport, ChangeReport
from kamgen.pages.changes.score_words import ScoreMoved
from kamgen.workspace.problems import Finding

WIDEST = 120
"""Columns of the widest line."""
NARROWEST = 60

_GAP = "  "
_ARROW = " → "


def write(report: ChangeReport, *, width: int = 100, color: bool = False) -> str:
    """Return a comparison as text in lines of at most so many columns: what matters most first, then each account."""
    writer = _Writer(report, max(NARROWEST, min(width, WIDEST)), color)
    return "\n\n".join("\n".join(block) for block in writer.blocks()) + "\n"


class _Writer:
    def __init__(self, report: ChangeReport, width: int, color: bool) -> None:
        self._report, self._t, self._width, self._color = report, report.t, width, color

    def blocks(self) -> Iterator[list[str]]:
        """Yield the parts of the report, each in lines."""
        report, t = self._report, self._t
        if not report.changes.tells_something and report.findings is None:
            yield [*self._lines(nothing_sentence(report)), *self._all(report.notes)]
            return
        yield [
            *self._lines(report.title, style="bold"),
            *self._lines(t.text("{sentence} {next}", sentence=report.lead, next=report.days)),
            *self._all(report.notes),
        ]
        yield from self._matters()
        if report.rules:
            yield [self._heading(t.text("Rules and other settings")), *self._all(report.rules, "  ")]
        if report.findings is not None:
            yield from self._findings(report.findings)
        for account in report.accounts:
            yield list(self._account(account))
        if report.moved_alone is not None:
            alone = report.moved_alone
            named = [t.text("{about}: {found}", about=name, found=what) for name, what in alone.named]
            more = [alone.more] if alone.more else []
            yield [*self._lines(alone.lead), *self._all([*named, *more], "  ")]

    def _matters(self) -> Iterator[list[str]]:
        told = [account for account in self._report.accounts if account.matters]
        if not told:
            return
        lines = [self._heading(self._t.text("What matters most"))]
        for account in told:
            for number, matter in enumerate(account.matters):
                said = self._t.text("{about}: {found}", about=account.name, found=matter) if not number else matter
                lines += self._lines(said, "  " if not number else "    ")
        yield lines

    def _account(self, account: AccountReport) -> Iterator[str]:
        t, id_ = self._t, account.account.id
        about = id_ if account.name == id_ else t.text("{name} ({id})", name=account.name, id=id_)
        title = t.text("{about}: {found}", about=about, found=account.kind) if account.kind else about
        yield styled(f"── {beginning(printable(title), self._width - 3)}", "bold", self._color)
        yield from self._all(account.notes, "  ", "dim")
        for topic in account.topics:
            if not topic.subject or len(topic.changes) == 1:
                yield from self._all((told.sentence for told in topic.changes), "  ")
                continue
            yield from self._lines(topic.subject, "  ")
            yield from self._all((told.text for told in topic.changes), "    ")
        if account.scores:
            yield self._heading(t.text("Scores"), "  ")
            yield from self._scores(account.scores)
        links = (t.text("{about}: {found}", about=link.text, found=link.address) for link in account.links)
        yield from self._all(links, "  ", "hint")

    def _scores(self, scores: Sequence[ScoreMoved]) -> Iterator[str]:
        """Yield scores in columns; what does not fit beside them stands below."""
        rows = [(score.label, f"{score.before}{_ARROW}{score.after}", score.causes) for score in scores]
        widths = [max(columns(row[at]) for row in rows) for at in range(3)]
        for score, row in zip(scores, rows, strict=True):
            cells = [cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)]
            style = "error" if score.worse else "hint" if score.worse is False else ""
            shown = _GAP.join([cells[0], styled(cells[1], style, self._color and bool(style)), cells[2]])
            taken = 4 + sum(widths) + 2 * len(_GAP)
            if taken + len(_GAP) + columns(score.driver) <= self._width:
                yield f"    {shown}{_GAP}{score.driver}".rstrip()
            else:
                yield f"    {shown}".rstrip()
                yield from self._lines(score.driver, "      ", "dim")

    def _findings(self, findings: FindingChanges) -> Iterator[list[str]]:
        t = self._t
        yield list(self._lines(findings_sentence(findings, t), style="bold"))
        parts = (
            (t.text("On changed lines"), findings.on_changed_lines),
            (t.text("Elsewhere, and not there before"), findings.new),
        )
        for title, found in parts:
            if found:
                yield [f"  {title}", *(line for finding in found for line in self._finding(finding))]

    def _finding(self, finding: Finding) -> Iterator[str]:
        t = self._t
        place = finding.file if finding.line is None else f"{finding.file}:{finding.line}"
        level = styled(t.label("finding_level", finding.level).lower(), finding.level, self._color)
        yield f"    {styled(printable(place), 'bold', self._color)} {level} {printable(finding.rule)}"
        yield from self._lines(t.say(finding.message), "      ")
        if finding.hint is not None:
            yield from self._lines(f"→ {t.say(finding.hint)}", "      ", "hint")

    def _heading(self, text: str, indent: str = "") -> str:
        return indent + styled(printable(text), "bold", self._color)

    def _all(self, texts: Iterable[str], indent: str = "", style: str = "") -> Iterator[str]:
        for text in texts:
            yield from self._lines(text, indent, style)

    def _lines(self, text: str, indent: str = "", style: str = "") -> Iterator[str]:
        """Yield a text in lines, those after the first one further in."""
        for number, line in enumerate(wrapped(printable(text), self._width - len(indent) - 2)):
            shown = styled(line, style, self._color) if style else line
            yield f"{indent}{'  ' if number and indent else ''}{shown}"
