"""Text on a terminal: safe, aligned, and broken where a reader would break it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamgen.exchange.terminal_text import beginning, columns, printable, wrapped

texts = st.text(alphabet=st.sampled_from("a b，。（冷链é\u0301:#[\t\x1b\u202e…“”"), max_size=60)


@given(st.one_of(st.text(), texts))
def test_what_is_printable_has_a_character_for_each_and_steers_nothing(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|##\w*\[", shown)
    assert not shown.lstrip().startswith("::")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "：:error::x"),
        ("  ::add-mask::x", "  ：:add-mask::x"),
        ("std::string", "std::string"),
        ("##[group]x", "#＃[group]x"),
        ("a ##vso[task.x]", "a #＃vso[task.x]"),
        ("# title ## [x]", "# title ## [x]"),
    ],
)
def test_the_commands_of_build_servers_only_look_like_them(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(texts, st.integers(0, 30))
def test_a_beginning_is_as_long_as_it_can_be(text: str, width: int) -> None:
    found = beginning(text, width)
    assert text.startswith(found)
    assert columns(found) <= width
    assert found == text or columns(text[: len(found) + 1]) > width


@given(texts, st.integers(12, 40))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width or not re.search(r"\S\s\S", line) for line in lines)


def test_chinese_is_broken_between_characters_and_never_before_a_comma() -> None:
    assert wrapped("计划很久没有评审，人员早已变动。", 16) == ["计划很久没有评", "审，人员早已变", "动。"]
    assert wrapped("see 大客户 plan", 8) == ["see 大客", "户 plan"]
