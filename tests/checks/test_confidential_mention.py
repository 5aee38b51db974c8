"""What a customer must not read in the joint review: found however it is written, and nothing else."""

from __future__ import annotations

import pytest

from kamgen.checks.confidential import Confidential, KeptFromCustomers, KnownAccount, Mention
from kamgen.wording.language import WORDINGS
from tests.checks.one_rule import HEAD, Write, marked, of_rule

RULE = "confidential-mention"
ACCOUNTS = (
    KnownAccount("own", ("Alpine Foods",), None),
    KnownAccount("alpine", ("Alpine",), None),
    KnownAccount("bon-app", ("Bon app'",), None),
    KnownAccount("quick-stop", ("Quick-Stop",), None),
    KnownAccount("lichuan", ("Lichuan Precision", "栎川精密装备股份有限公司"), None),
    KnownAccount("lan", ("岚",), None),
    KnownAccount("q", ("Q",), None),
    KnownAccount("koeniglich", ("Königlich Essen GmbH",), None),
    KnownAccount("first", ("First Ltd",), None),
    KnownAccount("meridian", ("Meridian",), None),
    KnownAccount("branch", ("Snow Dairy",), "own"),
)
MEMBERS = (
    ("lin", ("Lin",)),
    ("chen-bo", ("Chen Bo", "陈博")),
    ("anne-marie", ("Anne-Marie Duval",)),
    ("sales", ("Sam Sales",)),
)
KEPT = KeptFromCustomers(ACCOUNTS, MEMBERS, ("Meridian Supply",), ("price floor", "底价", "亏"))


def mentioned(text: str, account_id: str = "own") -> list[str]:
    return [mention.what for mention in Confidential(KEPT).mentions(account_id, text)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("As at Quick-Stop last year", "Quick-Stop"),
        ("QUICK STOP", "Quick-Stop"),
        ("quickstop", "Quick-Stop"),
        ("Quick\nStop", "Quick-Stop"),
        ("Qu\u200bick-St\u00adop", "Quick-Stop"),
        ("Qui\u2060ck\u202e-Stop", "Quick-Stop"),
        ("for\u200bQuick-Stop", "Quick-Stop"),
        ("Ｑｕｉｃｋ－Ｓｔｏｐ", "Quick-Stop"),
        ("Q u i c k  S t o p", "Quick-Stop"),
        ("Quick-Stop's shelves", "Quick-Stop"),
        ("像Quick-Stop一样", "Quick-Stop"),
        ("with Bon App, too", "Bon app'"),
        ("koniglich essen", "Königlich Essen GmbH"),
        ("Lichuan precision", "Lichuan Precision"),
        ("参照栎川精密装备的做法", "栎川精密装备股份有限公司"),
        ("参照栎川精密\n装备的做法", "栎川精密装备股份有限公司"),
        ("Alpine sells less", "Alpine"),
        ("Alpine Foods and Alpine", "Alpine"),
        ("Meridian buys it", "Meridian"),
    ],
)
def test_another_account_is_found_however_its_name_is_written(text: str, what: str) -> None:
    assert mentioned(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Bon appetit",
        "Quick-Stopper",
        "quickly stopping",
        "Alpine Foods grows",  # its own name, which another's is a part of
        "ALPINE\u200bFOODS",
        "Snow Dairy delivers",  # of its own group
        "Meridian Supply delivers",  # ourselves
        "in 2026-Q3",  # a name of one letter would be everywhere
        "山岚",  # so would a Chinese name of one character
        "栎川",  # a part of a name is no name
        "the first delivery",  # without its form of company it is an ordinary word
    ],
)
def test_what_only_looks_like_a_name_is_left_in_peace(text: str) -> None:
    assert mentioned(text) == []


def test_a_part_of_the_group_may_hear_of_its_head_but_strangers_of_neither() -> None:
    assert mentioned("Alpine Foods and Snow Dairy", "branch") == []
    assert mentioned("Alpine Foods and Snow Dairy", "quick-stop") == ["Alpine", "Alpine Foods", "Snow Dairy"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ask chen-bo", ["chen-bo"]),
        ("由chen-bo负责", ["chen-bo"]),
        ("CHEN-BO", ["chen-bo"]),
        ("chen‑bo", ["chen-bo"]),
        ("ch\u200ben-bo", ["chen-bo"]),
        ("chen-\nbo", ["chen-bo"]),
        ("Chen Bo", []),
        ("chen-bo-2", []),
        ("ask lin", ["lin"]),
        ("Lin sends it", []),
        ("Berlin, linen", []),
        ("Anne-Marie sends it", []),
        ("anne-marie sends it", ["anne-marie"]),
        ("Sales data by store", []),
    ],
)
def test_an_id_of_our_people_is_told_from_a_name(text: str, found: list[str]) -> None:
    assert mentioned(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Price\u00a0 Floor is", ["price floor"]),
        ("price-floor", ["price floor"]),
        ("price floors", []),
        ("我方底价不变", ["底价"]),
        ("底\u200b价", ["底价"]),
        ("亏损", ["亏"]),
    ],
)
def test_a_word_of_the_settings_is_found(text: str, found: list[str]) -> None:
    assert mentioned(text) == found


def test_a_mention_says_what_it_is_once() -> None:
    found = list(Confidential(KEPT).mentions("own", "Quick-Stop, Quick-Stop, chen-bo and the price floor"))
    kinds = [Mention("account", "Quick-Stop"), Mention("member", "chen-bo"), Mention("word", "price floor")]
    assert found == kinds


# --- The rule ----------------------------------------------------------------------------------------------------

SETTINGS = "team: [{id: lin-yue, name: Lin Yue}]\nbriefs: {keep_from_customers: [price floor]}\nlanguages: [en, zh]\n"
OTHER = HEAD.replace("North Foods", "{en: Kestrel Hotels, zh: 红隼酒店}")


def found(plan: str, workspace: Write, settings: str = SETTINGS) -> list[tuple[int, str, str]]:
    files = {"accounts/north-foods.yaml": HEAD + plan, "accounts/kestrel.yaml": OTHER}
    findings = of_rule(RULE, workspace(files, settings))
    assert {finding.file for finding in findings} <= {"accounts/north-foods.yaml"}
    say = WORDINGS["en"].say
    return [(finding.line or 0, marked(finding), say(finding.message).rpartition(": ")[2]) for finding in findings]


def test_it_is_shown_at_the_text_in_either_language(workspace: Write) -> None:
    plan = (
        "joint_plan:\n"
        "  value_proposition:\n"
        "    en: The price floor of last year\n"
        "    zh: 与红隼酒店一样\n"
        "  commitments:\n"
        "    - {id: a, by: us, text: As lin-yue says}\n"
    )
    assert found(plan, workspace) == [
        (6, "The price floor of last year", "price floor"),
        (7, "与红隼酒店一样", "红隼酒店"),
        (9, "As lin-yue says", "lin-yue"),
    ]


@pytest.mark.parametrize(
    "plan",
    [
        "risks: [{id: r, text: Kestrel Hotels pays less}]\njoint_plan: {year: 2026}\n",
        "success_plan: {outcomes: [{id: o, text: As at Kestrel Hotels}]}\n",  # there is no joint review
        "reviews: [{date: 2026-06-01, kind: internal, outcomes: [Kestrel Hotels]}]\njoint_plan: {year: 2026}\n",
    ],
)
def test_what_the_customer_does_not_read_may_say_anything(plan: str, workspace: Write) -> None:
    assert found(plan, workspace) == []


def test_a_waiver_with_its_reason_lets_it_pass_and_is_used(workspace: Write) -> None:
    plan = "joint_plan: {value_proposition: As at Kestrel Hotels}\n"
    waived = plan + f"waivers: [{{rule: {RULE}, reason: They gave us the reference}}]\n"
    assert len(found(plan, workspace)) == 1
    assert found(waived, workspace) == []
    assert of_rule("unused-waiver", workspace({}, SETTINGS)) == []
