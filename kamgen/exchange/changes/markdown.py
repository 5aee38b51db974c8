"""What changed between two states, as Markdown for the comment of a pull request.

Whoever writes a plan, a branch's name or a person's name also writes here: nothing of it becomes markup, a link, a
picture or a mention. Each account stands in a part that can be opened; however large the change is, the comment fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from kamgen.exchange.changes.change_words import nothing_sentence
from kamgen.exchange.changes.markdown_accounts import account_in_a_line, account_in_full, bullets
from kamgen.exchange.changes.markdown_findings import findings_part
from kamgen.exchange.markdown_text import code_text, markdown_text
from kamgen.pages.changes.report import AccountReport, ChangeReport, MovedAlone
from kamgen.pages.changes.report_head import SHORT_COMMIT

LONGEST = 65_536
"""Characters that a comment may have on GitHub; GitLab takes more."""

_ROOM_FOR_FINDINGS = 3
"""Findings may take up one part in so many of the comment."""
_ROOM_FOR_MATTERS = 5
"""And so may the table of what matters most."""
_MOST_OF_ONE = 6
"""What of one account stands in that table."""
_RESERVE = 400
"""Characters for what is said about the rest."""


def write(report: ChangeReport, limit: int = LONGEST) -> str:
    """Return a comparison in at most ``limit`` characters, which are 2,000 or more.

    An account that is too long stands in a line, with the command that shows it; where not even lines fit, accounts are
    counted.
    """
    t = report.t
    if not report.changes.tells_something and report.findings is None:
        return f"### ✅ {markdown_text(nothing_sentence(report))}\n"
    lead = t.text("{sentence} {next}", sentence=report.lead, next=report.days)
    head = f"### {_title(report)}\n\n{markdown_text(lead)}\n"
    pieces = _Pieces(head, limit - _RESERVE)
    pieces.add(_matters(report.accounts, report, limit // _ROOM_FOR_MATTERS))
    pieces.add(bullets(report.notes))
    if report.rules:
        pieces.add(f"**{markdown_text(t.text('Rules and other settings'))}**\n\n{bullets(report.rules)}")
    if report.findings is not None:
        pieces.add(findings_part(report.findings, report, limit // _ROOM_FOR_FINDINGS))
    alone = "" if report.moved_alone is None else _moved_alone(report.moved_alone, report)
    shown, left_out = _accounts(report, pieces.room - len(alone) - 1)
    for piece in (*shown, alone):
        pieces.add(piece)
    pieces.room += _RESERVE
    pieces.add(_rest(left_out, report) if left_out else "")
    return pieces.text


def _title(report: ChangeReport) -> str:
    """Return the title, in which the commits stay what they are: both services make links of them."""
    title = markdown_text(report.title)
    for side in (report.changes.before, report.changes.after):
        if side.commit is not None:
            commit = side.commit[:SHORT_COMMIT]
            title = title.replace(markdown_text(commit), commit)
    return title


class _Pieces:
    """Pieces of a text as long as there is room for them, a blank line between them."""

    def __init__(self, head: str, room: int) -> None:
        self._pieces = [head]
        self.room = room - len(head)

    def add(self, piece: str) -> None:
        """Add a piece if it fits; an empty one is none."""
        if piece and len(piece) + 1 <= self.room:
            self._pieces.append(piece)
            self.room -= len(piece) + 1

    @property
    def text(self) -> str:
        """All of them."""
        return "\n".join(self._pieces)


def _matters(accounts: Sequence[AccountReport], report: ChangeReport, room: int) -> str:
    """Return what matters most as a table, an account a row, in at most so many characters."""
    t = report.t
    told = [account for account in accounts if account.matters]
    rows = [_row_of_matters(account) for account in told]
    shown = _fitting(rows, room)
    if not shown:
        return ""
    heads = f"| {t.text('Account')} | {t.text('What matters most')} |\n|---|---|\n"
    left_out = len(rows) - len(shown)
    more = t.text("and {n} more account|and {n} more accounts", n=left_out) if left_out else ""
    return heads + "".join(shown) + (f"\n{more}\n" if more else "")


def _row_of_matters(account: AccountReport) -> str:
    matters = [markdown_text(matter) for matter in account.matters[:_MOST_OF_ONE]]
    if len(account.matters) > _MOST_OF_ONE:
        matters.append("…")
    return f"| **{markdown_text(account.name)}** | {'<br>'.join(matters)} |\n"


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    """Return as many of the first lines as there is room for."""
    shown = []
    for line in lines:
        room -= len(line)
        if room < 0:
            break
        shown.append(line)
    return shown


def _accounts(report: ChangeReport, room: int) -> tuple[list[str], int]:
    """Return every account, in full as far as there is room, else in a line; and for how many not even that is left."""
    full = [account_in_full(account, report) for account in report.accounts]
    short = [account_in_a_line(account, report) for account in report.accounts]
    title = f"**{markdown_text(report.t.text('Too long for this comment'))}**\n\n"
    if sum(len(whole) + 1 for whole in full) <= room:
        return full, 0
    room -= len(title) + 1 + sum(map(len, short))
    if room < 0:
        lines = _fitting(short, room + sum(map(len, short)))
        return [title + "".join(lines)] if lines else [], len(short) - len(lines)
    whole_ones, lines = [], []
    for whole, line in zip(full, short, strict=True):
        if len(whole) + 1 - len(line) <= room:
            room -= len(whole) + 1 - len(line)
            whole_ones.append(whole)
        else:
            lines.append(line)
    return [*whole_ones, title + "".join(lines)], 0


def _rest(left_out: int, report: ChangeReport) -> str:
    more = report.t.text("And {n} more account. See them all:|And {n} more accounts. See them all:", n=left_out)
    return f"{more} {code_text(f'kamgen diff {report.asked}')}\n"


def _moved_alone(alone: MovedAlone, report: ChangeReport) -> str:
    t = report.t
    named = [t.text("{about}: {found}", about=name, found=what) for name, what in alone.named]
    more = [alone.more] if alone.more else []
    return f"{markdown_text(alone.lead)}\n" + (f"\n{bullets([*named, *more])}" if named else "")
