"""Text in the Markdown that GitHub and GitLab show, whoever wrote it: it is read as it stands, and nothing comes alive.

No markup, link, picture or HTML, nobody is notified, and no issue, merge request, commit, label or emoji is made of it.
Both services look for such references in what the Markdown came to, so a backslash does not keep them off; a space
without width does.
"""

from __future__ import annotations

import re
from html import escape

from kamgen.exchange.terminal_text import printable

LONGEST_TEXT = 500
"""Characters of one text."""

_NO_REFERENCE = "&#8203;"
"""A space without width. Behind the sign that makes a name, number or address a mention or a link, it is none."""

_REFERENCE = (
    r"@"
    r"|[#!$&~%](?=[\w\"])"
    r"|://"
    r"|(?<=\bwww)\."
    r"|(?<=\bGH)-(?=\d)"
    r"|:(?=[a-z0-9_+-]+:)"
    r"|\b[0-9a-f](?=[0-9a-f]{6,39}\b)"
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
_MARKUP = frozenset("\\`*_[]|~$")
_IN_MARKDOWN = re.compile(rf"{_REFERENCE}|[&<>\\`*_\[\]|~$]", re.IGNORECASE)
_IN_HTML = re.compile(rf"{_REFERENCE}|[&<>\"']", re.IGNORECASE)
_IN_CODE = re.compile(r"[\w ./@{}~^+=-]+", re.ASCII)


def markdown_text(text: str) -> str:
    """Return a text for a paragraph, a list or a table, behind some words of kamgen's own; in one line."""
    return _IN_MARKDOWN.sub(_escaped_for_markdown, _one_line(text))


def html_text(text: str) -> str:
    """Return a text for an element of HTML in Markdown, where a backslash would be read."""
    return _IN_HTML.sub(_escaped_for_html, _one_line(text))


def code_text(text: str) -> str:
    """Return a text as code, which nothing is looked for in; as any other text where it holds more than commands do."""
    shown = printable(text)
    return f"`{shown}`" if _IN_CODE.fullmatch(shown) else markdown_text(text)


def link_text(text: str, address: str) -> str:
    """Return a link; the address is one that was looked at before, and what would end it is written as a number."""
    safe = escape(address, quote=True).replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{markdown_text(text)}](<{safe}>)"


def _one_line(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= LONGEST_TEXT else f"{shown[:LONGEST_TEXT]}…"


def _escaped_for_markdown(found: re.Match[str]) -> str:
    special = found[0]
    sign = _ENTITIES.get(special[0]) if special[0] in "&<>" else None
    if sign is None:
        sign = f"\\{special[0]}" if special[0] in _MARKUP else special[0]
    return sign + _behind(found)


def _escaped_for_html(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0][0], found[0][0]) + _behind(found)


def _behind(found: re.Match[str]) -> str:
    """Return what follows the sign: a space without width, where it would make a reference of what is behind it."""
    is_reference = re.match(_REFERENCE, found.string[found.start() :], re.IGNORECASE) is not None
    looks_back = found[0] in ".-"
    return (_NO_REFERENCE if is_reference or looks_back else "") + found[0][1:]
