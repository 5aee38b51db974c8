"""Segments and rule-made tags: what they ask for in words, who meets it, and where the whole list is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.segments.condition_words import conditions_in_words
from kamgen.pages.segments.page import MOST_MEMBERS, SegmentsPage, segments_page
from kamgen.pages.site_pages import site_pages
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.segments import known_names
from tests.pages.registers import TODAY, register_of

SETTINGS: dict[str, Any] = {
    "team": [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}}],
    "languages": ["en", "zh"],
    "scoring": {
        "key_account": {"threshold": "60"},
        "criteria": [
            {"id": "wallet", "axis": "strength", "metric": "share-of-wallet", "line": [["0", "0"], ["1", "100"]]},
            {"id": "kind", "axis": "attractiveness", "field": "type", "points": {"strategic": "90", "economic": "40"}},
        ],
    },
}
RICH = {
    "type": "strategic",
    "tags": ["food"],
    "value": {
        "purchases": [{"date": "2025-07-10", "amount": "5000"}, {"date": "2026-03-10", "amount": "7000"}],
        "wallet": [{"year": "2026", "amount": "16000"}],
    },
}
Plans = Mapping[str, Mapping[str, Any]]


def settings(*segments: dict[str, Any], **scoring: Any) -> Settings:
    return Settings.model_validate(
        SETTINGS | {"segments": list(segments), "scoring": {**SETTINGS["scoring"], **scoring}}
    )


def page(plans: Plans, own: Settings, language: Language = "en") -> SegmentsPage:
    return segments_page(register_of(plans, own), Context(own, TODAY, language))


def written(said: SegmentsPage, own: Settings, language: Language = "en") -> str:
    context = Context(own, TODAY, language)
    site = frame(context, "segments.html", said.title, said.lead)
    return Templates().render("site/segments.html", page=said, t=context.wording, site=site)


def asked(where: dict[str, Any], language: Language = "en") -> list[tuple[str, str]]:
    own = settings()
    summaries = register_of({"holding": {"name": {"en": "Holding", "zh": "控股"}}}, own).summaries
    found = conditions_in_words(where, known_names(), summaries, Context(own, TODAY, language))
    return [(condition.name.text, condition.values) for condition in found]


# ── Segments ──


@pytest.mark.parametrize(
    ("where", "members"),
    [
        ({"type": "strategic"}, ["First"]),
        ({"tag": "food"}, ["First", "Second"]),
        ({"tag": ["chilled", "frozen"]}, ["Second"]),
        ({"tag": "food", "type": "strategic"}, ["First"]),
        ({"purchases-last-12-months": ">= 12000"}, ["First"]),
        ({"purchases-last-12-months": "< 12000"}, []),
        ({"stars": "4"}, ["First"]),
        ({"slice": "summit"}, ["First"]),
        ({"key-account": "yes"}, ["First"]),
        ({"status": "lost"}, []),
        ({}, ["First", "Second"]),
    ],
)
def test_a_segment_shows_the_accounts_that_meet_all_it_asks_for(where: dict[str, Any], members: list[str]) -> None:
    own = settings({"id": "mine", "name": "Mine", "where": where})
    said = page({"first": RICH, "second": {"tags": ["food", "chilled"]}}, own)
    assert [row.account.text for row in said.segments[0].members] == members
    assert said.segments[0].count == str(len(members))
    assert 'id="segment-mine"' in written(said, own)


def test_a_segment_adds_up_its_accounts_and_leads_to_all_of_them() -> None:
    own = settings({"id": "all", "where": {"status": "active"}})
    (entry,) = page({"first": RICH, "second": {}}, own).segments
    assert (entry.sums.purchases.text, entry.sums.purchases.known) == ("12,000", "1 of 2 accounts")
    assert (entry.sums.pipeline.text, entry.sums.pipeline.known) == ("", "")
    assert entry.href == "index.html#account-list?segments=all"
    rich, empty = entry.members
    assert (rich.class_label, rich.stars, rich.owner.text, rich.owner.href) == ("A2", 4, "Lin Yue", "team/lin-yue.html")
    assert (empty.class_label, empty.stars, empty.health, empty.health_state) == ("", 0, "", None)


def test_a_segment_that_asks_for_nothing_known_says_so_and_finds_nobody() -> None:
    own = settings({"id": "typo", "where": {"typ": "strategic"}})
    said = page({"first": RICH}, own)
    (entry,) = said.segments
    assert (entry.name, entry.count, entry.members) == ("typo", "0", ())
    assert entry.problem == "Asks for “typ”, which is no tag, fact or metric"
    assert [(condition.name.text, condition.known) for condition in entry.conditions] == [("typ", False)]
    assert entry.problem in written(said, own)


def test_a_long_segment_says_how_many_more_there_are() -> None:
    own = settings({"id": "all", "where": {"status": "active"}})
    (entry,) = page({f"a-{n}": {} for n in range(30)}, own).segments
    assert len(entry.members) == MOST_MEMBERS
    assert entry.more == f"and {30 - MOST_MEMBERS} more accounts"


def test_it_is_said_how_many_accounts_are_in_no_segment() -> None:
    own = settings({"id": "one", "where": {"type": "strategic"}}, {"id": "two", "where": {"tag": "food"}})
    assert page({"first": RICH, "second": {}}, own).lead == "1 account is in a segment, 1 in none."
    assert page({}, own).lead == "There is no account yet."


def test_of_two_segments_with_one_id_the_later_counts_once() -> None:
    own = settings({"id": "one", "where": {"type": "economic"}}, {"id": "one", "where": {"type": "strategic"}})
    said = page({"first": RICH}, own)
    assert [entry.count for entry in said.segments] == ["1"]
    assert written(said, own).count('id="segment-one"') == 1


# ── Conditions in words ──


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"type": "strategic"}, ("Kind of account", "Strategic")),
        ({"type": ["strategic", "group"]}, ("Kind of account", "Strategic or Group")),
        ({"tag": "at-risk"}, ("Tag", "At risk")),
        ({"owner": "lin-yue"}, ("Owner", "Lin Yue")),
        ({"owner": "nobody-knows"}, ("Owner", "nobody-knows")),
        ({"parent": "holding"}, ("Belongs to", "Holding")),
        ({"id": "gone"}, ("Account", "gone")),
        ({"quadrant": "high-low"}, ("Place in the matrix", "Attractive, weak")),
        ({"posture": "invest"}, ("Posture", "Invest")),
        ({"posture": "court"}, ("Posture", "court")),
        ({"slice": "high-value"}, ("Slice of the pyramid", "High value")),
        ({"class": "A1"}, ("Class", "A1")),
        ({"stars": ">= 4"}, ("Stars", "at least 4")),
        ({"key-account": "true"}, ("Key account", "yes")),
        ({"single-threaded": "no"}, ("Single-threaded", "no")),
        ({"purchases-last-12-months": ">=12000"}, ("Purchases, last 12 months", "at least $12,000")),
        ({"share-of-wallet": "< 0.255"}, ("Share of wallet", "less than 25.5%")),
        ({"recency-days": "> 90"}, ("Days since the last purchase", "more than 90 days")),
        ({"years-as-customer": "<= 1"}, ("Years as a customer", "at most 1 year")),
        ({"purchases-last-12-months": "lots"}, ("Purchases, last 12 months", "lots")),
        ({"typ": "x"}, ("typ", "x")),
    ],
)
def test_a_condition_is_said_as_a_colleague_would(where: dict[str, Any], said: tuple[str, str]) -> None:
    assert asked(where) == [said]


def test_conditions_read_chinese() -> None:
    assert asked({"type": ["strategic", "group"], "parent": "holding", "stars": ">= 4"}, "zh") == [
        ("客户类型", "战略客户或集团客户"),
        ("所属集团", "控股"),
        ("星级", "不低于 4"),
    ]


def test_a_metric_leads_to_what_explains_it() -> None:
    own = settings()
    (found,) = conditions_in_words({"recency-days": "> 9"}, known_names(), {}, Context(own, TODAY, "en"))
    assert found.name.href == "explain/metrics.html#recency-days"


# ── Tags ──


def test_a_tag_says_what_makes_it_and_who_has_it_from_the_plan() -> None:
    rules = [
        {"tag": "big", "name": "Big", "where": {"type": "strategic"}},
        {"tag": "big", "where": {"purchases-last-12-months": "> 9"}},
    ]
    own = settings(tags=rules)
    said = page({"first": RICH, "second": {"tags": ["big"]}, "third": {}}, own)
    (row,) = said.tags
    assert (row.name, row.count, row.by_hand) == ("Big", "2", "1 of them from the plan")
    assert row.href == "index.html#account-list?tags=big"
    assert [[condition.values for condition in way] for way in row.ways] == [["Strategic"], ["more than $9"]]


def test_a_tag_that_can_never_be_made_says_why() -> None:
    own = settings(tags=[{"tag": "top", "where": {"slice": "summit"}}, {"tag": "empty"}])
    said = page({"first": RICH}, own)
    top, empty = said.tags
    assert (top.count, top.problem) == ("0", "Asks for “slice”, which is no tag, fact or metric")
    assert empty.ways == ()
    assert "no condition, so nobody gets it" in written(said, own)


def test_an_address_of_a_list_keeps_any_tag_whole() -> None:
    own = settings(tags=[{"tag": "A&B 客|户", "where": {"type": "strategic"}}])
    (row,) = page({"first": RICH}, own).tags
    assert row.href == "index.html#account-list?tags=A%26B+%E5%AE%A2+%E6%88%B7"


# ── The page ──


def test_without_segments_there_is_no_page_and_the_view_says_what_to_write() -> None:
    own = settings()
    assert "segments.html" not in {found.address for found in site_pages(own)}
    said = page({"first": RICH}, own)
    assert said.lead == "No segment is saved yet."
    assert "segments:" in written(said, own)


def test_a_thousand_accounts_stay_a_light_page() -> None:
    own = settings(*({"id": f"s-{n}", "where": {"status": "active"}} for n in range(12)))
    said = page({f"a-{n:04}": {} for n in range(1000)}, own)
    assert all(len(entry.members) == MOST_MEMBERS for entry in said.segments)
    assert len(written(said, own).encode()) < 150_000


def test_texts_of_plans_and_settings_stay_texts() -> None:
    bad = "<img src=x onerror=alert(1)>"
    own = settings(
        {"id": "bad", "name": bad, "where": {"tag": bad, bad: bad}}, tags=[{"tag": bad, "where": {"tag": bad}}]
    )
    html = written(page({"first": {"name": bad, "tags": [bad]}}, own), own)
    assert "<img" not in html
    assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)


def test_the_page_reads_chinese() -> None:
    own = settings({"id": "mine", "name": {"en": "Mine", "zh": "我的"}, "where": {"type": "strategic"}})
    said = page({"first": RICH}, own, "zh")
    assert said.lead == "1 个客户属于某个细分，0 个不属于任何细分。"
    assert said.segments[0].name == "我的"
    assert all(words in written(said, own, "zh") for words in ("规则生成的标签", "在客户列表中查看"))
