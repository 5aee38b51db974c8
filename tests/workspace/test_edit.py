"""One value of a plan's text changed, and not a byte of anything else."""

from __future__ import annotations

import typing
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kamgen.output.scaffold import begin_plan
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.wording.language import WORDINGS
from kamgen.workspace.editing.edit import added, edited, without
from kamgen.workspace.editing.plain_values import value_at
from kamgen.workspace.editing.problem import NotEdited
from kamgen.workspace.model_types import type_at, values_of_scale
from kamgen.workspace.problems import Path as ValuePath
from kamgen.workspace.text_file import LARGEST_FILE
from kamgen.workspace.yaml_text import read_yaml
from tests.any_plan import ANY_PLAN, STYLES, written
from tests.conftest import REPOSITORY

HEAD = "kamgen: 1\nname: Acme\nowner: lin\n"

WHOLE = [REPOSITORY / "kamgen" / "workspace" / "examples" / f"plan.{language}.yaml" for language in ("en", "zh")]
SAMPLES = sorted((REPOSITORY / "accounts").glob("*.yaml"))
ENOUGH = 40
"""Values that are changed of each of the samples, which are long and alike; of the others every one is."""


def leaves(plain: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str | None]]:
    if isinstance(plain, dict | list):
        for part, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
            yield from leaves(value, (*path, part))
    else:
        yield path, plain


def other_value(path: ValuePath, value: str | None) -> str:
    """Return a value that the field may have and does not."""
    kind = type_at(Account, path)
    scale = values_of_scale(kind)
    if scale:
        return scale[0] if value != scale[0] else scale[-1]
    if kind is date:
        return "2026-05-07" if value != "2026-05-07" else "2026-05-08"
    if kind in (int, Decimal):
        return "2" if value != "2" else "1"
    if kind is bool:
        return "yes" if value in ("false", "no") else "no"
    return "a new one" if " " in (value or " ") else "other"


def place_of(text: str, path: ValuePath) -> tuple[int, int, str | None]:
    """Return where YAML's own marks have a value, and its style."""
    node: Any = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == part)
        else:
            node = node.value[part]
    return node.start_mark.index, node.end_mark.index, node.style


def assert_only_this_changes(text: str, path: ValuePath, value: str | None) -> None:
    new = other_value(path, value)
    after = edited(text, path, new)
    found = value_at(read_yaml(after)[0], path)
    assert isinstance(found, str)
    assert found.strip() == new
    start, end, style = place_of(text, path)
    assert after.startswith(text[:start])
    rest = text[end:]
    if value is None:  # spaces before a comment make room
        assert after[-len(rest) :].lstrip(" ") == rest.lstrip(" ") or after.endswith(rest.lstrip(" "))
        return
    assert after.endswith(rest)
    kept = text[start:end][len(text[start:end].rstrip()) :]
    assert after[: len(after) - len(rest)].endswith(kept)
    if style != ">" and (style == "|" or len(text[start:end].splitlines()) == 1):
        assert edited(after, path, value) == text
    else:
        back = dict(leaves(read_yaml(edited(after, path, value))[0]))
        assert (back.pop(path) or "").strip() == value.strip()
        assert back == {other: said for other, said in leaves(read_yaml(text)[0]) if other != path}


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.name)
def test_every_value_of_a_plan_with_every_key_is_changed_alone(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for path, value in leaves(read_yaml(text)[0]):
        assert_only_this_changes(text, path, value)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_values_of_the_sample_plans_are_changed_alone(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    values = list(leaves(read_yaml(text)[0]))
    for path, value in values[:: len(values) // ENOUGH + 1]:
        assert_only_this_changes(text, path, value)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_value_of_a_new_plan_is_filled_in_alone(tmp_path: Path, language: str) -> None:
    (tmp_path / "accounts").mkdir()
    settings = Settings.model_validate({"language": language, "team": [{"id": "lin", "name": "Lin"}]})
    text = (tmp_path / begin_plan(tmp_path, "acme", "Acme", settings, date(2026, 5, 6))).read_text(encoding="utf-8")
    empty = {"facts", "needs", "rivals", "purchases", "wallet", "goals", "strategies", "people", "outcomes", "risks"}
    for path, value in leaves(read_yaml(text)[0]):
        if not empty & set(path[-1:]) and typing.get_origin(type_at(Account, path)) is not tuple:
            kind = type_at(Account, path)
            if kind is LocalisedText or not hasattr(kind, "model_fields"):
                assert_only_this_changes(text, path, value)


@given(ANY_PLAN, STYLES, st.data())
@hypothesis.settings(max_examples=50)
def test_any_value_of_any_plan_is_changed_alone(
    account: dict[str, Any], style: bool | None, data: st.DataObject
) -> None:
    text = written(account, style)
    path, value = data.draw(st.sampled_from(list(leaves(account))))
    assert_only_this_changes(text, path, value)


@given(ANY_PLAN, STYLES, st.data())
@hypothesis.settings(max_examples=50)
def test_any_value_of_any_plan_is_taken_out_alone(
    account: dict[str, Any], style: bool | None, data: st.DataObject
) -> None:
    text = written(account, style)
    path, _ = data.draw(st.sampled_from(list(leaves(account))))
    after = without(text, path)  # proves itself that every other value is as it was
    assert len(after) < len(text)
    kept = [line for line in text.splitlines() if line in after.splitlines()]
    assert len(kept) >= len(text.splitlines()) - text.count("\n", *place_of(text, path)[:2]) - 2


HOSTILE = [
    "#",
    "# no comment",
    "a # b",
    "a #b",
    ": ",
    "a: b",
    "a:",
    "- a",
    "-",
    "'",
    "it's",
    '"',
    'say "hi"',
    "'\"'",
    "\\",
    "C:\\new\\table",
    "a\nb",
    "a\n\n\nb",
    "a\n  b\n c",
    "- a\n- b: #\n",
    "a\tb",
    "a\n\tb",
    "a  \nb",
    "|",
    "|-",
    ">",
    "%",
    "%YAML 1.2",
    "@",
    "`",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "? a",
    "?",
    "{a: 1}",
    "[a, b]",
    "a, b",
    "a]",
    "a}",
    "null",
    "~",
    "true",
    "NO",
    "0123",
    "1e3",
    "2026-05-06",
    "12:30",
    "=",
    "<<",
    "---",
    "...",
    "a\n---\nb",
    "a\n...\nb",
    "😀 🍎🍐",
    "مرحبا بالعالم",
    "\u202eabc",
    "青禾：“食品”，#1",
    "a\x85b",
    "a\u2028b",
    "a\u2029b\nc",
    "\ufeffa",
    "a\ufeffb",
    "{{ a }}",
    "${a} $(b)",
    "word " * 20_000,
    "x" * 100_000,
]

PLACES: dict[str, tuple[str, ValuePath]] = {
    "plain": (HEAD + "summary: old\nstatus: active\n", ("summary",)),
    "single": (HEAD + "summary: 'old'\nstatus: active\n", ("summary",)),
    "double": (HEAD + 'summary: "old"  # why\nstatus: active\n', ("summary",)),
    "literal": (HEAD + "summary: |\n    old\n\n    text\n\n# next\nstatus: active\n", ("summary",)),
    "literal with indicators": (HEAD + "summary: |2-  # why\n    old\n  text\nstatus: active\n", ("summary",)),
    "literal that keeps": (HEAD + "summary: |+\n  old\n\n\nstatus: active\n", ("summary",)),
    "folded": (HEAD + "summary: >-\n  old\n  text\n\n  more\nstatus: active\n", ("summary",)),
    "several lines": (HEAD + "summary: old\n  text\n\n  more # why\nstatus: active\n", ("summary",)),
    "on the next line": (HEAD + "summary:\n  old text\nstatus: active\n", ("summary",)),
    "nothing": (HEAD + "summary:\nstatus: active\n", ("summary",)),
    "nothing before a comment": (HEAD + "summary:          # what\nstatus: active\n", ("summary",)),
    "null": (HEAD + "summary: null\nstatus: active\n", ("summary",)),
    "missing": (HEAD + "status: active\n", ("summary",)),
    "missing at the end": ("kamgen: 1\nname: Acme\nowner: lin", ("summary",)),
    "in braces": (HEAD + "sentiment: {value: 3, reason: old, by: lin}\n", ("sentiment", "reason")),
    "missing in braces": (HEAD + "sentiment: {value: 3, by: lin}\n", ("sentiment", "reason")),
    "in a list": (HEAD + "tags:\n- old  # a\n- b\n", ("tags", 0)),
    "in brackets": (HEAD + "tags: [old, b]\n", ("tags", 0)),
    "in one language": (HEAD + "summary: {en: old, zh: 旧}\n", ("summary", "zh")),
    "in the last line": (HEAD + "summary: old", ("summary",)),
    "in the last lines": (HEAD + "summary: |\n  old", ("summary",)),
}


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value[:20]))
@pytest.mark.parametrize("place", PLACES)
def test_any_text_reads_back_wherever_it_is_written(place: str, value: str) -> None:
    text, path = PLACES[place]
    after = edited(text, path, value)
    plain, problems = read_yaml(after)
    assert problems == []
    found = value_at(plain, path)
    assert isinstance(found, str)
    assert found.strip() == value.strip()
    expected = dict(leaves(read_yaml(text)[0])) | {path: found}
    assert dict(leaves(plain)) == expected
    assert after.endswith("\n") == (text.endswith("\n"))
    # And to programs that guess types it is a text as well.
    if len(value) > 1_000:
        return
    guessed = yaml.safe_load(after)
    for part in path:
        guessed = guessed[part]
    assert guessed.strip() == value.strip()


def may_be_written(value: str) -> bool:
    return bool(value.strip()) and not any(
        (unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r\x85")
        or character in "\ufffe\uffff"
        for character in value
    )


@given(st.sampled_from(list(PLACES)), st.text(min_size=1, max_size=80))
@hypothesis.settings(max_examples=400)
def test_no_text_changes_anything_else(place: str, value: str) -> None:
    text, path = PLACES[place]
    if not may_be_written(value):
        with pytest.raises(NotEdited):
            edited(text, path, value)
        return
    after = edited(text, path, value)
    assert dict(leaves(read_yaml(after)[0])).keys() == dict(leaves(read_yaml(text)[0])).keys() | {path}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("value", ["new", "new\ntext", "青"])
def test_lines_end_as_they_did(place: str, newline: str, value: str) -> None:
    text, path = PLACES[place]
    assert edited(text.replace("\n", newline), path, value) == edited(text, path, value).replace("\n", newline)


def test_odd_breaks_count_as_lines_and_stay() -> None:
    text = "# a\u2028# b\x85# c\nkamgen: 1\nname: '甲\u2028乙'\nowner: lin # x\x85# y\n"
    text += "summary: |\n  a\u2028  b\nstatus: active\n"
    assert edited(text, ("owner",), "bo") == text.replace("lin", "bo")
    assert edited(text, ("status",), "lost") == text.replace("active", "lost")
    assert edited(text, ("summary",), "c") == text.replace("  a\u2028  b", "  c")


CHANGES: dict[str, tuple[str, ValuePath, str, str]] = {
    "a comment beside it stays": ("type: group   # who\n", ("type",), "economic", "type: economic   # who\n"),
    "quotes stay": ("summary: 'a: b'\n", ("summary",), "c", "summary: 'c'\n"),
    "quotes come where they are needed": ("summary: a\n", ("summary",), "a: b", 'summary: "a: b"\n'),
    "a text that looks like a number is quoted": ("summary: a\n", ("summary",), "0123", 'summary: "0123"\n'),
    "a number is not": ("sentiment: {value: 3}\n", ("sentiment", "value"), "4", "sentiment: {value: 4}\n"),
    "a scale's yes is not": (
        "profile: {key_account_tests: {need: {answer: no}}}\n",
        ("profile", "key_account_tests", "need", "answer"),
        "yes",
        "profile: {key_account_tests: {need: {answer: yes}}}\n",
    ),
    "a block keeps its depth, header and blank lines": (
        "summary: |-  # why\n     a\n\n     b\n\n\n# c\n",
        ("summary",),
        "x\n\n  y",
        "summary: |-  # why\n     x\n\n       y\n\n\n# c\n",
    ),
    "many lines become a block": (
        "profile:\n    strategy: a  # why\n    needs: []\n",
        ("profile", "strategy"),
        "x\ny",
        "profile:\n    strategy: |  # why\n        x\n        y\n    needs: []\n",
    ),
    "a folded text is folded": (
        "summary: >\n  a\n  b\n",
        ("summary",),
        " ".join(["word"] * 30) + "\nnew",
        "summary: >\n  " + " ".join(["word"] * 20) + "\n  " + " ".join(["word"] * 10) + "\n\n  new\n",
    ),
    "a comment in its column stays there": (
        "type:              # what\n",
        ("type",),
        "group",
        "type: group        # what\n",
    ),
    "a wide text takes its columns": ("summary:         # what\n", ("summary",), "客户", "summary: 客户    # what\n"),
    "a section of sections comes in lines": (
        "profile:\n  key_account_tests:    # yes | no\n    # premium: {answer: no}\n",
        ("profile", "key_account_tests", "need", "answer"),
        "yes",
        "profile:\n  key_account_tests:    # yes | no\n    need: {answer: yes}\n    # premium: {answer: no}\n",
    ),
    "a key comes where the plan format has it": (
        "status: active\nreviewed: {date: 2026-05-06}\n",
        ("type",),
        "group",
        "status: active\ntype: group\nreviewed: {date: 2026-05-06}\n",
    ),
    "a key comes in braces": (
        "reviewed: {date: 2026-05-06}\n",
        ("reviewed", "by"),
        "lin",
        "reviewed: {date: 2026-05-06, by: lin}\n",
    ),
    "a key comes first in braces": (
        "reviewed: {by: lin}\n",
        ("reviewed", "date"),
        "2026-05-06",
        "reviewed: {date: 2026-05-06, by: lin}\n",
    ),
    "a key comes into empty braces": (
        "reviewed: {}\n",
        ("reviewed", "date"),
        "2026-05-06",
        "reviewed: {date: 2026-05-06}\n",
    ),
    "a key comes first in a list's item": (
        "reviews:\n  - kind: joint\n    asks: [a]\n",
        ("reviews", 0, "date"),
        "2026-05-06",
        "reviews:\n  - date: 2026-05-06\n    kind: joint\n    asks: [a]\n",
    ),
    "a small section comes in braces": (
        "power_map:\n  people:\n    - id: cfo\n      # more\n",
        ("power_map", "people", 0, "contact", "last"),
        "2026-05-06",
        "power_map:\n  people:\n    - id: cfo\n      contact: {last: 2026-05-06}\n      # more\n",
    ),
    "a large section comes in lines, after a blank one if they have those": (
        "status: active\n\ngoals:\n  objective: a\n  # - later\n\nrisks: []\n",
        ("joint_plan", "year"),
        "2026",
        "status: active\n\ngoals:\n  objective: a\n  # - later\n\njoint_plan:\n  year: 2026\n\nrisks: []\n",
    ),
    "an empty section is begun above its comments": (
        "joint_plan:    # both\n  # year: 2025\nrisks: []\n",
        ("joint_plan", "year"),
        "2026",
        "joint_plan:    # both\n  year: 2026\n  # year: 2025\nrisks: []\n",
    ),
    "a key comes after a block that ends the file": (
        "summary: |\n  a",
        ("profile", "since"),
        "2026-01-01",
        "summary: |\n  a\nprofile:\n  since: 2026-01-01",
    ),
    "an anchor and a tag stay": ("status: &a !!str active\n", ("status",), "lost", "status: &a !!str lost\n"),
    "a text on the next line stays there": ("summary:\n  a\n", ("summary",), "b", "summary:\n  b\n"),
    "a document's marks stay": ("status: active\n...\n", ("type",), "group", "status: active\ntype: group\n...\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_looks_as_a_person_would_make_it(name: str) -> None:
    before, path, value, after = CHANGES[name]
    assert edited(HEAD + before, path, value) == HEAD + after


ADDED: dict[str, tuple[str, str]] = {
    "tags: [a]  # why\n": "tags: [a, new]  # why\n",
    "tags: []\n": "tags: [new]\n",
    "tags: [a,\n  b,\n]\n": "tags: [a,\n  b, new,\n]\n",
    "tags:\n- a\n# more\n": "tags:\n- a\n- new\n# more\n",
    "tags:\n  - a # x\n  - b # y\n\nrisks: []\n": "tags:\n  - a # x\n  - b # y\n  - new\n\nrisks: []\n",
    "tags:\n  - a\n  - b": "tags:\n  - a\n  - b\n  - new",
    "tags:    # what\n": "tags: [new]  # what\n",
    "status: active\n": "status: active\ntags: [new]\n",
}


@pytest.mark.parametrize("before", ADDED)
def test_a_word_is_added_to_a_list(before: str) -> None:
    assert added(HEAD + before, ("tags",), "new") == HEAD + ADDED[before]


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value[:20]))
@pytest.mark.parametrize("before", ["tags: [a]\n", "tags:\n- a\n", "tags:\n", ""])
def test_any_word_is_added(before: str, value: str) -> None:
    words = value_at(read_yaml(added(HEAD + before, ("tags",), value))[0], ("tags",))
    assert isinstance(words, list)
    assert words[-1].strip() == value.strip()


REMOVED: dict[str, tuple[str, ValuePath, str]] = {
    "a line": ("status: active # why\ntype: group\n", ("status",), "type: group\n"),
    "a line below a comment": ("# above\nstatus: active\n# below\n", ("status",), "# above\n# below\n"),
    "the last line, without a break": ("status: active\ntype: group", ("type",), "status: active"),
    "a block": ("summary: |\n  a\n\n  b\n\ntype: group\n", ("summary",), "\ntype: group\n"),
    "a section": ("reviewed:\n  date: 2026-05-06\n  by: lin\ntype: group\n", ("reviewed",), "type: group\n"),
    "the only key of a section": ("reviewed:\n  date: 2026-05-06\n", ("reviewed", "date"), "reviewed:\n"),
    "the first in braces": ("reviewed: {date: 2026-05-06, by: lin}\n", ("reviewed", "date"), "reviewed: {by: lin}\n"),
    "the last in braces": (
        "reviewed: {date: 2026-05-06, by: lin}\n",
        ("reviewed", "by"),
        "reviewed: {date: 2026-05-06}\n",
    ),
    "the only one in braces": ("reviewed: {by: lin} # x\n", ("reviewed", "by"), "reviewed: {} # x\n"),
    "a line in braces": (
        "reviewed: {\n  date: 2026-05-06,  # when\n  by: lin\n}\n",
        ("reviewed", "date"),
        "reviewed: {\n  by: lin\n}\n",
    ),
    "the first key of an item": ("risks:\n  - id: a\n    text: b\n", ("risks", 0, "id"), "risks:\n  - text: b\n"),
    "an item": ("risks:\n  - id: a\n    text: b\n  - id: c\n", ("risks", 0), "risks:\n  - id: c\n"),
    "a word": ("tags: [a, b, c]\n", ("tags", 1), "tags: [a, c]\n"),
    "a word in a line": ("tags:\n- a\n- b\n", ("tags", 1), "tags:\n- a\n"),
    "nothing at all": ("type:      # what\nstatus: active\n", ("type",), "status: active\n"),
}


@pytest.mark.parametrize("name", REMOVED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_value_goes_with_its_key_and_nothing_else(name: str, newline: str) -> None:
    before, path, after = REMOVED[name]
    assert without((HEAD + before).replace("\n", newline), path) == (HEAD + after).replace("\n", newline).removesuffix(
        "" if before.endswith("\n") else newline
    )


ANCHORED = HEAD + "reviewed: &r {date: 2026-05-06, by: &l lin}\nsentiment: {value: 3, by: *l}\nhandovers: [{<<: *r}]\n"

REFUSED: dict[str, tuple[str, ValuePath, str, str]] = {
    "an anchored map": (ANCHORED, ("reviewed", "date"), "2026-05-07", "repeated by an alias"),
    "an anchored text": (ANCHORED, ("reviewed", "by"), "bo", "repeated by an alias"),
    "an alias": (ANCHORED, ("sentiment", "by"), "bo", "repeated by an alias"),
    "a list": (HEAD + "tags: [a]\n", ("tags",), "b", "is a list"),
    "a map": (HEAD + "reviewed: {by: lin}\n", ("reviewed",), "b", "several values"),
    "both languages": (HEAD + "summary: {en: a, zh: b}\n", ("summary",), "b", "several values"),
    "one language of a plain text": (HEAD + "summary: a\n", ("summary", "zh"), "b", "for both languages"),
    "below a value": (HEAD + "status: active\n", ("status", "x"), "b", "is not there"),
    "an item that is not there": (HEAD + "tags: [a]\n", ("tags", 3), "b", "is not there"),
    "in a list that is not there": (HEAD, ("risks", 0, "text"), "b", "is not there"),
    "nothing": (HEAD, ("name",), "", "says nothing"),
    "spaces": (HEAD, ("name",), " \n\t", "says nothing"),
    "a control character": (HEAD, ("name",), "a\x07b", "control character"),
    "half a character": (HEAD, ("name",), "a\ud83d", "not UTF-8"),
    "a bad file": (HEAD + "\tstatus: active\n", ("name",), "b", "cannot be read"),
    "a second document": (HEAD + "---\n" + HEAD, ("name",), "b", "cannot be read"),
    "a key that stands twice": (HEAD + "name: Other\n", ("name",), "b", "cannot be read"),
    "no map": ("- a\n", ("name",), "b", "cannot be read"),
    "an anchor that stands twice": (HEAD + "tags: &a [b]\nrisks: &a []\n", ("owner",), "b", "anchor stands twice"),
    "nothing in the file": ("", ("name",), "b", "cannot be read"),
    "an odd key": ("? kamgen\n: 1\n? name\n: a\n? owner\n", ("status",), "lost", "changed safely"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_changed_alone_is_refused(name: str) -> None:
    text, path, value, why = REFUSED[name]
    with pytest.raises(NotEdited) as refused:
        edited(text, path, value)
    assert why in WORDINGS["en"].say(refused.value.message)


def test_beside_a_value_that_is_shared_others_are_changed() -> None:
    assert edited(ANCHORED, ("sentiment", "value"), "4") == ANCHORED.replace("value: 3", "value: 4")


def test_what_an_alias_refers_to_is_not_taken_out() -> None:
    with pytest.raises(NotEdited):
        without(ANCHORED, ("reviewed",))


def test_what_is_not_there_is_not_taken_out() -> None:
    with pytest.raises(NotEdited):
        without(HEAD, ("status",))


def test_a_huge_and_a_deep_file_take_no_ages() -> None:
    huge = HEAD + "tags:\n" + "- word\n" * 20_000 + f"summary: {'x' * 500_000}\n"
    assert len(huge) < LARGEST_FILE
    assert edited(huge, ("tags", 19_999), "other").count("- word\n") == 19_999
    deep = HEAD + "x: " + "[" * 39 + "]" * 39 + "\n"
    assert edited(deep, ("name",), "b") == deep.replace("Acme", "b")
    with pytest.raises(NotEdited):
        edited(HEAD + "x: " + "[" * 5_000, ("name",), "b")
