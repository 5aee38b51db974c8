"""What became of one account, as Markdown: in full in a part that can be opened, or in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamgen.exchange.changes.change_words import how_to_see
from kamgen.exchange.markdown_text import code_text, html_text, link_text, markdown_text
from kamgen.pages.changes.report import AccountReport, ChangeReport
from kamgen.pages.changes.score_words import ScoreMoved


def account_in_a_line(account: AccountReport, report: ChangeReport) -> str:
    """Return an account in one line: how much changed, and how to see it."""
    about, count = markdown_text(account.name), markdown_text(_count(account, report))
    said = report.t.text("{about}: {found}", about=f"**{about}**", found=count)
    return f"- {said} – {code_text(how_to_see(report, account.account.id))}\n"


def account_in_full(account: AccountReport, report: ChangeReport) -> str:
    """Return an account in a part that can be opened."""
    id_ = account.account.id
    name = html_text(account.name)
    title = f"<b>{name}</b>" if account.name == id_ else f"<b>{name}</b> <code>{html_text(id_)}</code>"
    body = [
        bullets(account.notes),
        "".join(_topics(account)),
        _scores(account.scores, report),
        " · ".join(link_text(link.text, link.address) for link in account.links),
    ]
    inside = "\n".join(f"{part.rstrip()}\n" for part in body if part)
    summary = report.t.text("{about}: {found}", about=title, found=html_text(_count(account, report)))
    return f"<details><summary>{summary}</summary>\n\n{inside}\n</details>\n"


def _count(account: AccountReport, report: ChangeReport) -> str:
    t, changes = report.t, len(account.told)
    said = [account.kind] if account.kind else []
    if changes:
        said.append(t.text("{n} change|{n} changes", n=changes))
    if account.scores:
        said.append(t.text("{n} score moved|{n} scores moved", n=len(account.scores)))
    return t.listing(said or [t.text("not comparable")])


def _topics(account: AccountReport) -> Iterator[str]:
    for topic in account.topics:
        if not topic.subject:
            yield bullets(told.text for told in topic.changes)
        elif len(topic.changes) == 1:
            yield f"- {_about(topic.subject, topic.changes[0].sentence)}\n"
        else:
            yield f"- **{markdown_text(topic.subject)}**\n"
            yield "".join(f"  - {_inert(told.text)}\n" for told in topic.changes)


def _about(subject: str, sentence: str) -> str:
    """Return a sentence with its subject in bold."""
    if not sentence.startswith(subject):
        return _inert(sentence)
    return f"**{markdown_text(subject)}**{markdown_text(sentence[len(subject) :])}"


def _scores(scores: Sequence[ScoreMoved], report: ChangeReport) -> str:
    if not scores:
        return ""
    t = report.t
    names = (t.text("Score"), t.text("Before"), t.text("After"), t.text("Moved by"), t.text("In detail"))
    rows = [
        f"| {' | '.join(map(markdown_text, (_signed(score), score.before, score.after, score.causes, score.driver)))} |"
        for score in scores
    ]
    return "\n".join([f"| {' | '.join(names)} |", "|---|--:|--:|---|---|", *rows]) + "\n"


def _signed(score: ScoreMoved) -> str:
    """Return a score's label with a mark of where it went; colours do not exist here."""
    return score.label if score.worse is None else f"{'↓' if score.worse else '↑'} {score.label}"


def bullets(texts: Iterable[str]) -> str:
    """Return texts as a list."""
    return "".join(f"- {_inert(text)}\n" for text in texts)


def _inert(text: str) -> str:
    """Return a text that may begin a line of a list: no heading, list or quotation begins in it."""
    shown = markdown_text(text)
    return f"&#8203;{shown}" if shown[:1] in "#+-=/0123456789:" else shown
