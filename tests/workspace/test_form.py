"""Everything wrong with a plan's form is reported in one run, with its exact place and a way out."""

from __future__ import annotations

import pytest

from kamgen.wording.language import WORDINGS
from kamgen.workspace.plan_file import plan_from_text, read_settings_text
from kamgen.workspace.problems import Finding, written_path

HEAD = "kamgen: 1\nname: Acme\nowner: lin\n"


def findings_of(text: str) -> list[Finding]:
    return list(plan_from_text("acme", "accounts/acme.yaml", text).findings)


def placed(finding: Finding) -> tuple[int | None, int | None, str]:
    return finding.line, finding.column, finding.rule


def said(finding: Finding) -> str:
    return WORDINGS["en"].say(finding.message)


def hinted(finding: Finding) -> str:
    assert finding.hint is not None
    return WORDINGS["en"].say(finding.hint)


# What is added to a good plan, then where and what is reported about it: line and column, rule, path, words.
# ruff: noqa: E501 - a table reads better with a row a line
MISTAKES = {
    "unknown key": ("onwer: lin\n", (4, 1, "unknown-key"), "onwer", "onwer is not a key here", "did you mean owner?"),
    "unknown key inside": (
        "profile:\n  needs:\n    - {id: a, text: b, knd: real}\n",
        (6, 24, "unknown-key"),
        "profile.needs[0].knd",
        "knd is not a key of profile.needs[0]",
        "did you mean kind?",
    ),
    "duplicate key": ("status: active\nstatus: lost\n", (5, 1, "duplicate-key"), "", "the key status stands", "keep one"),
    "off-scale word": ("type: strategical\n", (4, 7, "off-scale-value"), "type", "strategical is not on", "strategic"),
    "key in Chinese": ("权力地图: {}\n", (4, 1, "unknown-key"), "权力地图", "权力地图 is not a key here", "did you mean power_map (权力地图)?"),
    "part of a key in Chinese": ("risks: [{id: a, text: b, 可能: 2}]\n", (4, 26, "unknown-key"), "risks[0].可能", "可能 is not a key of risks[0]", "did you mean likelihood (可能性)?"),
    "key by another word": ("risks: [{id: a, text: b, deadline: 2026-06-01}]\n", (4, 26, "unknown-key"), "risks[0].deadline", "deadline is not a key of risks[0]", "did you mean due?"),
    "key as people read it": ("Power Map: {}\n", (4, 1, "unknown-key"), "Power Map", "Power Map is not a key here", "did you mean power_map?"),
    "key of another section": ("industry: Food\n", (4, 1, "unknown-key"), "industry", "industry is not a key here", "write industry under profile"),
    "key of another section in Chinese": ("目的: 增长\n", (4, 1, "unknown-key"), "目的", "目的 is not a key here", "write objective under goals"),
    "misspelt key that is one elsewhere": ("profile:\n  need: []\n", (5, 3, "unknown-key"), "profile.need", "need is not a key of profile", "did you mean needs?"),
    "part of a label": ("type: 战略\n", (4, 7, "off-scale-value"), "type", "战略 is not on", "did you mean strategic (战略客户)?"),
    "misspelt value": ("type: Strategik\n", (4, 7, "off-scale-value"), "type", "Strategik is not on", "did you mean strategic?"),
    "label of another scale": ("type: 合作\n", (4, 7, "off-scale-value"), "type", "合作 is not on", "one of: economic (经济大客户), important (重要客户)"),
    "label of the same value elsewhere": ("status: 活跃\n", (4, 9, "off-scale-value"), "status", "活跃 is not on", "one of: prospect (潜在客户), active (合作中)"),
    "rating by its label": ("power_map: {people: [{id: a, support: 反对}]}\n", (4, 39, "off-scale-value"), "power_map.people[0].support", "反对 is not on", "write -2"),
    "off-scale label": ("type: 战略客户\n", (4, 7, "off-scale-value"), "type", "战略客户 is not on", "write strategic"),
    "off-scale number": (
        "power_map:\n  people:\n    - {id: a, name: b, influence: 7}\n",
        (6, 35, "off-scale-value"),
        "power_map.people[0].influence",
        "7 is off the scale",
        "5 is the most",
    ),
    "percent for a share": (
        "profile:\n  rivals: [{name: a, share: 25}]\n",
        (5, 29, "off-scale-value"),
        "profile.rivals[0].share",
        "25 is off the scale",
        "0.25 for 25%",
    ),
    "not a number": ("goals:\n  goals: [{id: g, text: t, target: 1_000}]\n", (5, 36, "wrong-type"), "goals.goals[0].target", "1_000 is not a number", "write it plainly"),
    "not a date": ("reviewed: {date: 20 April}\n", (4, 18, "wrong-type"), "reviewed.date", "20 April is not a date", "year-month-day"),
    "no such day": ("reviewed: {date: 2026-02-30}\n", (4, 18, "wrong-type"), "reviewed.date", "there is no day 2026-02-30", "calendar"),
    "not yes or no": ("power_map: {people: [{id: a, wanted: maybe}]}\n", (4, 38, "wrong-type"), "power_map.people[0].wanted", "maybe is neither", "true or false"),
    "not an id": ("risks: [{id: New Buyer, text: t}]\n", (4, 14, "wrong-type"), "risks[0].id", "New Buyer is not an id", "small letters"),
    "not a currency": ("value: {currency: dollars}\n", (4, 19, "wrong-type"), "value.currency", "dollars is not a currency", "three letters"),
    "missing key": ("risks:\n  - text: The buyer retires\n", (5, 5, "missing-key"), "risks[0].id", "id is missing here", "add id:"),
    "text for a section": ("profile: none yet\n", (4, 10, "wrong-type"), "profile", "keys and values are expected", "indented below"),
    "map for a text": ("summary: {Our customer: since 1996}\n", (4, 11, "unknown-key"), "summary.Our customer", "is not a key", "one of: en, zh"),
    "list for a text": ("status: active\nsummary: [a, b]\n", (5, 10, "wrong-type"), "summary", "a text is expected here", "not a list"),
    "text for a list": ("tags: food\n", (4, 7, "wrong-type"), "tags", "a list is expected here, not food", "hyphen"),
    "unquoted colon": ("summary: Note: urgent\n", (4, 14, "bad-yaml"), "", "this is not YAML", "must stand in quotes"),
    "tab": ("profile:\n\tindustry: Food\n", (5, 1, "bad-yaml"), "", "this is not YAML", "no tabs"),
    "quote that is not closed": ('summary: "Late trucks\nstatus: active\n', (4, 10, "bad-yaml"), "", "this is not YAML", 'the " that is opened here is never closed'),
    "bracket that is not closed": ("goals:\n  goals: [{id: a, text: b}\n", (5, 10, "bad-yaml"), "", "this is not YAML", "the [ that is opened here is never closed"),
    "cut in the middle": ("reviewed: {date:", (4, 16, "bad-yaml"), "", "this is not YAML", "ends here in the middle"),
    "empty item at the end of a line": ("risks:\n  -\n", (5, 3, "wrong-type"), "risks[0]", "keys and values are expected", "indented below"),
    "unfinished alias": ("summary: *", (4, 10, "bad-yaml"), "", "this is not YAML", "begins with * must stand in quotes"),
    "unknown anchor": ("summary: *important\n", (4, 10, "bad-yaml"), "", "the alias *important refers to nothing", "quotes"),
    "tag": ("summary: !important yes\n", (4, 10, "bad-yaml"), "", "the tag !important means nothing", "quotes"),
    "merge key": ("profile: {<<: {}}\n", (4, 11, "unknown-key"), "profile.<<", "merge keys are not read", "write the keys out"),
    "second document": ("---\nname: Other\n", (4, 1, "bad-yaml"), "", "a second document begins here", "one plan a file"),
    "list as a key": ("? [a, b]\n: c\n", (4, 3, "bad-yaml"), "", "a list or a map stands where a key", "quotes"),
    "wrong format": ("", (1, 9, "wrong-type"), "kamgen", "plan format 2 is not known", "write kamgen: 1"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_at_its_place_with_a_way_out(name: str) -> None:
    addition, place, path, words, way_out = MISTAKES[name]
    text = HEAD.replace("kamgen: 1", "kamgen: 2") if name == "wrong format" else HEAD + addition
    findings = findings_of(text)
    assert [placed(finding) for finding in findings] == [place]
    (finding,) = findings
    assert written_path(finding.path) == path
    assert words in said(finding)
    assert way_out in hinted(finding)
    assert finding.source == text.splitlines()[place[0] - 1]


@pytest.mark.parametrize("name", MISTAKES)
def test_every_message_and_hint_is_said_in_chinese_too(name: str) -> None:
    addition, *_ = MISTAKES[name]
    for finding in findings_of(HEAD + addition):
        assert WORDINGS["zh"].say(finding.message) != said(finding)
        assert finding.hint is None or WORDINGS["zh"].say(finding.hint) != WORDINGS["en"].say(finding.hint)


def test_all_mistakes_of_a_plan_are_reported_at_once() -> None:
    text = (
        "kamgen: 1\n"
        "name: Acme\n"
        "onwer: lin\n"
        "status: alive\n"
        "profile: {since: 1996-13-01, employees: many}\n"
        "power_map:\n"
        "  people:\n"
        "    - {id: a, name: A, support: 3, influence: 0}\n"
        "    - {name: B}\n"
    )
    assert sorted(placed(finding) for finding in findings_of(text)) == [
        (1, 1, "missing-key"),
        (3, 1, "unknown-key"),
        (4, 9, "off-scale-value"),
        (5, 18, "wrong-type"),
        (5, 41, "wrong-type"),
        (8, 33, "off-scale-value"),
        (8, 47, "off-scale-value"),
        (9, 7, "missing-key"),
    ]


def test_what_is_right_in_a_wrong_plan_can_still_be_used_and_found() -> None:
    text = HEAD + "risks:\n  - {text: no id}\n  - {id: b, text: B, likelihood: 9}\n  - {id: c, text: C}\n"
    plan = plan_from_text("acme", "accounts/acme.yaml", text)
    assert plan.account is None
    assert plan.usable is not None
    assert [(risk.id, risk.likelihood) for risk in plan.usable.risks] == [("b", None), ("c", None)]
    assert plan.original(("risks", 0, "id")) == ("risks", 1, "id")


def test_a_plan_without_its_mandatory_keys_is_still_checked() -> None:
    plan = plan_from_text("acme", "accounts/acme.yaml", "status: lost\nrisks: [{id: a, text: A}]\n")
    assert sorted(said(finding) for finding in plan.findings) == [
        "kamgen is missing here",
        "name is missing here",
        "owner is missing here",
    ]
    assert plan.usable is not None
    assert plan.usable.risks[0].id == "a"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "this plan is empty"),
        ("# nothing but a comment\n", "this plan is empty"),
        ("- a\n- b\n", "a list stands here"),
        ("just words\n", "only a text stands here"),
    ],
)
def test_a_file_that_holds_no_plan_says_how_one_begins(text: str, words: str) -> None:
    (finding,) = findings_of(text)
    assert said(finding) == words
    assert "kamgen: 1" in hinted(finding)


def test_aliases_are_read() -> None:
    plan = plan_from_text("acme", "a.yaml", HEAD + "tags: [&t food, *t]\n")
    assert plan.account is not None
    assert plan.account.tags == ("food", "food")


def test_an_alias_bomb_is_refused_quickly() -> None:
    lines = ["tags:", "  - &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (finding,) = findings_of(HEAD + "\n".join(lines) + "\n")
    assert "aliases written out" in said(finding)


def test_an_alias_to_what_surrounds_it_is_refused() -> None:
    (finding,) = findings_of(HEAD + "profile: &p\n  facts: [*p]\n")
    assert "refers to nothing before it" in said(finding)


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_ten_thousand_levels_are_refused(opening: str) -> None:
    (finding,) = findings_of(HEAD + "summary: " + opening * 10_000 + "\n")
    assert "nested more than 40 levels deep" in said(finding)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = HEAD + "onwer: x\n"
    (plain,) = findings_of(text)
    (windows,) = findings_of(text.replace("\n", "\r\n"))
    assert placed(plain) == placed(windows)
    assert windows.source == "onwer: x"


def test_settings_with_mistakes_keep_their_right_parts() -> None:
    settings, findings = read_settings_text(
        "currency: EUR\nscoring:\n  classes: [[10, A], [50, B]]\nteam: [{id: a, name: A}, {id: B, name: B}]\n",
        "kamgen.yaml",
    )
    assert settings.currency == "EUR"
    assert [member.id for member in settings.team] == ["a"]
    assert sorted(finding.line or 0 for finding in findings) == [3, 4]
