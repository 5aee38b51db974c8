"""Markdown of a plan: what people format is kept, what could harm a reader is gone."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.pages.markdown import html_of, plain_of


def test_formatting_that_people_use_is_kept() -> None:
    html = html_of("**Bold** and *stressed*\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<strong>Bold</strong> and <em>stressed</em>" in html
    assert "<li>two</li>" in html
    assert "<td>2</td>" in html


def test_plain_sentences_become_paragraphs_as_markdown_would_make_them() -> None:
    assert html_of('First "line"\nsame paragraph\n\nSecond') == ('<p>First "line"\nsame paragraph</p>\n<p>Second</p>\n')


def test_an_empty_text_says_nothing() -> None:
    assert html_of("  \n ") == ""


def test_headings_stand_below_the_heading_they_are_under() -> None:
    assert html_of("# One\n\n## Two", below=3) == "<h4>One</h4>\n<h5>Two</h5>"
    assert html_of("##### Five", below=3) == "<h6>Five</h6>"


def test_links_keep_safe_schemes_and_do_not_vouch_for_their_target() -> None:
    html = html_of("[site](https://example.org/a?b=1) [mail](mailto:a@example.org)")
    assert '<a href="https://example.org/a?b=1" rel="noopener nofollow">site</a>' in html
    assert 'href="mailto:a@example.org"' in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "../secret.html",
        "//example.org/",
        "&#106;avascript:alert(1)",
        "java\tscript:alert(1)",
    ],
)
def test_other_addresses_leave_only_the_words(address: str) -> None:
    html = html_of(f"[words]({address})")
    assert "words" in html
    assert "href" not in html


def test_images_are_dropped_because_a_page_loads_nothing_from_elsewhere() -> None:
    assert "<img" not in html_of('![spy](https://example.org/pixel.png) <img src="https://example.org/x.png">')


def test_scripts_and_styles_go_with_their_content() -> None:
    html = html_of("before <script>steal()</script><style>p{display:none}</style> after")
    assert "steal" not in html
    assert "display" not in html
    assert "after" in html


def test_lines_of_chinese_join_without_a_gap() -> None:
    assert html_of("累计 31 单，\n历史第三。") == "<p>累计 31 单，历史第三。</p>\n"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))


@given(st.text(alphabet="<>/&\"'=[]()!*_`#\n abonscript:hrefimgsvg", max_size=120))
def test_nothing_anyone_writes_brings_a_tag_or_an_attribute_that_is_not_allowed(text: str) -> None:
    tags = _Tags()
    tags.feed(html_of(text))
    for tag, attributes in tags.seen:
        assert tag not in {"script", "style", "img", "svg", "iframe", "object", "form", "input", "base", "link"}
        assert {name for name, _ in attributes} <= {"href", "title", "rel", "start"}


def test_a_preview_is_one_plain_line_cut_at_a_word() -> None:
    assert plain_of("Hello **bold** & you\n\n- one\n- two") == "Hello bold & you one two"
    assert plain_of("word " * 100, longest=20) == "word word word word…"
