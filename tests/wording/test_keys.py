"""The words for every key, and what is understood when a person writes one of them."""

from __future__ import annotations

import re
import time

import pytest
from pydantic import BaseModel

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.chinese import keys as descriptions
from kamgen.wording.keys import KEYS
from kamgen.wording.labels import LABELS, scale_of
from kamgen.wording.nearest_word import named_exactly, named_nearly

WORDS = {"due": ("Due", "截止日期", "deadline"), "status": ("Status", "状态"), "strategic": ("Strategic", "战略客户")}


def sections(model: type[BaseModel]) -> list[dict[str, object]]:
    source = model.model_json_schema()
    return [source, *source["$defs"].values()]


def test_every_key_has_words_and_no_word_is_without_a_key() -> None:
    keys = {
        key
        for model in (Account, Settings)
        for section in sections(model)
        for key in section.get("properties", {})  # type: ignore[attr-defined]
    }
    assert keys == KEYS.keys()


def test_the_first_two_words_are_english_and_chinese() -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    wrong = [key for key, (first, second, *_) in KEYS.items() if chinese.search(first) or not chinese.search(second)]
    assert wrong == []


def test_no_description_is_left_of_a_key_that_has_gone() -> None:
    from kamgen.workspace.schema import plan_schema, schema_text, settings_schema

    said = schema_text(plan_schema("zh")) + schema_text(settings_schema("zh"))
    # The version's message stands there with its number, and JSON writes quotation marks with a backslash.
    gone = [text for text in descriptions.PHRASES.values() if text not in said and "{" not in text]
    assert gone == []


def test_modules_of_phrases_agree_with_the_descriptions() -> None:
    from kamgen.wording.chinese import PHRASES

    other = {english: PHRASES[english] for english, said in descriptions.PHRASES.items() if PHRASES[english] != said}
    assert other == {}


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Deadline", "due"), ("截止日期", "due"), ("  STATUS ", "status"), ("dead-line", None), ("截止", None)],
)
def test_a_word_is_known_whatever_its_case(typed: str, name: str | None) -> None:
    assert named_exactly(typed, WORDS) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("dedline", "due"),
        ("截止", "due"),
        ("战略", "strategic"),
        ("Strat", "strategic"),
        ("Str", None),
        ("客", None),
        ("", None),
    ],
)
def test_a_misspelt_word_and_a_part_of_one_are_understood(typed: str, name: str | None) -> None:
    assert named_nearly(typed, WORDS) == name


def test_a_book_in_place_of_a_word_takes_no_time() -> None:
    started = time.process_time()
    assert named_nearly("战略 " * 200_000, WORDS) is None
    assert time.process_time() - started < 1


def test_a_scale_is_found_by_its_values() -> None:
    assert scale_of(["coach", "user", "technical", "economic"]) == LABELS["role"]
    assert scale_of(["coach"]) == {}
