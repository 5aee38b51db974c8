"""Text of anybody's in Markdown: it reads as it stands, and nothing comes alive."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kamgen.exchange.markdown_text import LONGEST_TEXT, code_text, html_text, link_text, markdown_text
from kamgen.exchange.terminal_text import printable

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
TEXTS = st.text(st.sampled_from(list("ab1f @#!$&~%:/.-_*`[]()<>|\\\"'")), max_size=40)


def shown(source: str) -> str:
    """Return what a reader sees of a paragraph, and every markup that is in it."""
    (_, inline, _) = MARKDOWN.parse(f"x{source}x")
    return "".join(
        token.content if token.type == "text" else f"\x00{token.type}\x00" for token in inline.children or []
    )


@given(TEXTS)
def test_markdown_shows_a_text_as_it_stands(text: str) -> None:
    assert shown(markdown_text(text)).replace("\u200b", "") == f"x{printable(text)}x"


@given(TEXTS)
def test_html_shows_a_text_as_it_stands(text: str) -> None:
    escaped = html_text(text)
    assert not set("<>\"'") & set(escaped)
    assert unescape(escaped).replace("\u200b", "") == printable(text)


@pytest.mark.parametrize(
    "reference",
    [
        *("@octocat", "#12", "!3", "$4", "&5", "~bug", '~"in work"', '%"next release"', "%2", "GH-7", "gh-7"),
        *("https://evil.example", "www.evil.example", ":smile:", "deadbeef", "0123456789" * 4, "acme/plans#1"),
        "acme/plans@deadbeef1",
    ],
)
def test_what_would_be_a_reference_holds_a_space_that_nobody_sees(reference: str) -> None:
    for escaped in (markdown_text(f"see {reference} now"), html_text(f"see {reference} now")):
        assert reference not in unescape(escaped.replace("\\", ""))
        assert unescape(escaped.replace("\\", "")).replace("\u200b", "") == f"see {reference} now"


@pytest.mark.parametrize("text", ["50% of it", "Goal: 5 of 9", "A & B", "Really!", "C#", "well-known", "a: b"])
def test_plain_sentences_are_left_alone(text: str) -> None:
    assert "\u200b" not in unescape(markdown_text(text))


def test_long_texts_are_cut_and_lines_are_joined() -> None:
    assert len(markdown_text("x" * 10_000)) == LONGEST_TEXT + 1
    assert "\n" not in markdown_text("a\n/close\nb")


def test_a_command_is_code_and_what_would_end_code_is_not() -> None:
    assert code_text("kamgen diff main..work --account acme") == "`kamgen diff main..work --account acme`"
    assert "`<" not in code_text("kamgen diff `<b>`")


def test_a_link_leads_where_it_says() -> None:
    (_, inline, _) = MARKDOWN.parse(link_text("[a](b)", "https://plans.example/a (1)/x.html?y=1&z=2"))
    link, text, _ = inline.children or []
    assert link.attrs["href"] == "https://plans.example/a%20%281%29/x.html?y=1&z=2"
    assert text.content == "[a](b)"
