"""Markdown of a plan as HTML that is safe to show, whoever wrote it."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from html import unescape

import nh3
from markdown import Markdown

_TAGS = {
    "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_WITH_SCHEME = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_HEADING = re.compile(r"(</?h)([1-6])>")
_MARKUP = re.compile(r"[\\`*_\[\]<>&#|~]|^\s*[-+=:]|^\s*\d+[.)]|^[ \t]|\t|  $", re.MULTILINE)
_CHINESE = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_CHINESE = re.compile(f"(?<=[{_CHINESE}])\n(?=[{_CHINESE}])")
_BLANK_LINES = re.compile(r"\n\s*\n")
_readers = threading.local()


@lru_cache(maxsize=2_000)
def html_of(text: str, below: int = 2) -> str:
    """Return a Markdown text as sanitised HTML, empty for an empty text.

    What is not on a short list of tags and attributes is dropped, scripts and styles with their content; images
    are dropped, because a page loads nothing from elsewhere. Links keep ``http``, ``https`` and ``mailto`` and are
    marked ``noopener nofollow``; a relative or other address leaves plain words. The result may be shown unescaped.

    Args:
        text: The Markdown.
        below: Level of the heading it stands under: its own first level comes one below, so that the outline of
            the page stays right. The sixth level is the last.

    """
    text = text.strip().replace("\r\n", "\n")
    if not text:
        return ""
    text = _BREAK_IN_CHINESE.sub("", text)
    if _MARKUP.search(text) is None:  # most texts are plain sentences: no need to parse them
        return "".join(f"<p>{paragraph}</p>\n" for paragraph in _BLANK_LINES.split(text))
    clean = nh3.clean(
        _reader().reset().convert(text),
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel="noopener nofollow",
    )
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + below, 6)}>", clean)


def plain_of(text: str, longest: int = 200) -> str:
    """Return a Markdown text as one plain line for a link preview, cut at a word."""
    words = nh3.clean(html_of(text).replace("<", " <"), tags=set(), attributes={}).split()
    line = unescape(" ".join(words))
    if len(line) <= longest:
        return line
    cut = line[:longest]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut).rstrip(" ,.;:，。；：") + "…"


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Let an address through only with a scheme: a relative one would point into the reader's own folders."""
    if tag == "a" and name == "href":
        return value if _WITH_SCHEME.match(value.strip()) else None
    return value


def _reader() -> Markdown:
    """Return this thread's Markdown reader; setting one up costs more than most texts do."""
    reader = getattr(_readers, "markdown", None)
    if reader is None:
        reader = _readers.markdown = Markdown(extensions=["sane_lists", "tables"], output_format="html")
    return reader
