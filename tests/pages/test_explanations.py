"""Everything that has a name is explained in both languages, and what belongs together is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
import yaml

from kamgen.checks.catalogue import RULES
from kamgen.checks.rule import ReadingRule
from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import KINDS, Explanation
from kamgen.pages.explain.explanations import all_explanations, named, nearest
from kamgen.pages.explain.pages import EXPLANATION_ADDRESSES, explanation_pages
from kamgen.pages.navigation import frame
from kamgen.plan.settings import Settings
from kamgen.plan.values import LANGUAGES, Language
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.wording.methods import METHODS
from tests.conftest import REPOSITORY
from tests.workspaces import read_workspace

TODAY = date(2026, 5, 6)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@cache
def sample_settings() -> Settings:
    return read_workspace(REPOSITORY).settings


@cache
def explained(language: Language) -> tuple[Explanation, ...]:
    return all_explanations(Context(sample_settings(), TODAY, language))


def one(kind: str, name: str, settings: Settings, language: Language = "en") -> Explanation:
    known = all_explanations(Context(settings, TODAY, language))
    (found,) = (explanation for explanation in named(name, known) if explanation.kind == kind)
    return found


def sentences(explanation: Explanation) -> Iterator[str]:
    """Yield what an explanation says in sentences; lines to write are the same in every language."""
    yield from (explanation.title, explanation.summary, explanation.group)
    yield from (passage.text for passage in explanation.passages)
    yield from (part for fact in explanation.facts for part in (fact.term, fact.text))
    for table in explanation.tables:
        yield from (*table.heads, table.note)
    for sample in (*explanation.examples, *explanation.uses):
        yield from (sample.title, sample.note)
    yield from (link.title for group in explanation.related for link in group.references)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_has_a_name_is_explained(language: Language) -> None:
    names = {kind: {found.name for found in explained(language) if found.kind == kind} for kind in KINDS}
    criteria = {criterion.id for criterion in sample_settings().scoring.criteria}
    assert names == {"method": set(METHODS), "metric": set(METRICS), "criterion": criteria, "rule": set(RULES)}
    assert all(found.summary and found.title and found.group for found in explained(language))


def test_a_chinese_explanation_has_no_english_sentence() -> None:
    """Three English words in a row may be a title; where a text has no Chinese at all, nobody has translated it."""
    english = {
        (found.kind, found.name): said
        for found in explained("zh")
        for said in sentences(found)
        if len(re.findall("[A-Za-z]{2,}", re.sub("`[^`]*`", "", said))) > 2 and not CHINESE.search(said)
    }
    assert english == {}


def test_names_are_found_whatever_their_capitals_and_by_what_people_read() -> None:
    assert [found.name for found in named("b7", explained("en"))] == ["B7"]
    assert [found.name for found in named("Stale_Plan", explained("en"))] == ["stale-plan"]
    assert {found.name for found in named("客户份额", explained("zh"))} == {"share-of-wallet", "wallet"}
    assert named("nothing-of-the-kind", explained("en")) == ()


def test_a_criterion_and_a_metric_of_one_name_are_both_found() -> None:
    settings = Settings.model_validate(
        {"scoring": {"criteria": [{"id": "growth", "metric": "growth", "line": [["0", "0"], ["1", "100"]]}]}}
    )
    found = named("growth", all_explanations(Context(settings, TODAY, "en")))
    assert [explanation.kind for explanation in found] == ["metric", "criterion"]
    assert len({explanation.address for explanation in found}) == 2


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("stale-plans", "stale-plan"), ("份额", "share-of-wallet")],
)
def test_the_nearest_names_are_offered(typed: str, expected: str) -> None:
    assert expected in nearest(typed, explained("zh" if CHINESE.search(typed) else "en"))


def test_a_rule_says_what_this_workspace_makes_of_it() -> None:
    settings = Settings.model_validate({"checks": {"stale-plan": {"level": "error", "days": "30"}}})
    rule = one("rule", "stale-plan", settings)
    assert rule.facts[0].text == "Error in this workspace, Warning by default"
    assert rule.tables[0].rows[0][2:] == ("30", "90", "1 to 10,000")


def test_a_rule_that_is_switched_off_says_so() -> None:
    settings = Settings.model_validate({"checks": {"stale-plan": {"level": "off"}}})
    assert one("rule", "stale-plan", settings).state == "Off"


def test_what_a_rule_offers_to_write_can_be_written() -> None:
    for rule in (found for found in explained("en") if found.kind == "rule"):
        for sample in rule.uses:
            for snippet in sample.snippets:
                written = yaml.safe_load(snippet.text)
                assert written.get("checks", {rule.name: 0}).keys() == {rule.name}
                assert written.get("waivers", [{"rule": rule.name}])[0]["rule"] == rule.name
        assert bool(rule.uses[0].note) is isinstance(RULES[rule.name], ReadingRule)


def test_what_a_metric_offers_to_write_is_right_and_reads_the_metric() -> None:
    for metric in (found for found in explained("en") if found.kind == "metric"):
        for sample in metric.uses:
            data = yaml.load(sample.snippets[0].text, Loader=yaml.BaseLoader)
            settings = Settings.model_validate(data)
            if "scoring" in data:
                assert [criterion.metric for criterion in settings.scoring.criteria] == [metric.name]
            else:
                assert list(settings.segments[0].where) == [metric.name]


def test_a_metric_names_the_criteria_and_segments_that_use_it() -> None:
    found = one("metric", "share-of-wallet", sample_settings())
    assert [link.address for group in found.related for link in group.references if link.kind == "criterion"] == [
        "explain/metrics.html#criterion-wallet"
    ]
    found = one("metric", "activity", sample_settings())
    assert "segments.html#segment-slowing" in [link.address for group in found.related for link in group.references]


def test_a_criterion_shows_its_scale_in_the_unit_of_its_metric_and_its_share_of_all_weight() -> None:
    wallet = one("criterion", "wallet", sample_settings())
    assert wallet.tables[0].rows == (("0%", "0"), ("10%", "30"), ("30%", "75"), ("50%", "100"))
    assert wallet.facts[0].text == "20 of 100, 20%"
    kind = one("criterion", "type", sample_settings(), "zh")
    assert kind.tables[0].rows[0] == ("strategic（战略客户）", "100")
    tag = one("criterion", "fit", sample_settings())
    assert [points for _, points in tag.tables[0].rows] == ["100", "40"]


def test_a_criterion_that_reads_an_unknown_metric_is_explained_all_the_same() -> None:
    settings = Settings.model_validate(
        {"scoring": {"criteria": [{"id": "mood", "metric": "mood", "bands": [["1", "50"]], "weight": "0"}]}}
    )
    mood = one("criterion", "mood", settings)
    assert (mood.title, mood.tables[0].rows) == ("mood", (("from 1", "50"),))


def rendered(language: Language) -> dict[str, str]:
    context = Context(sample_settings(), TODAY, language)
    return {
        page.address: Templates().render(
            "site/explanations.html",
            page=page,
            t=context.wording,
            site=frame(context, page.address, page.title, page.lead, dated=False),
        )
        for page in explanation_pages(context)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_between_explanations_leads_to_an_anchor(language: Language) -> None:
    pages = rendered(language)
    assert tuple(pages) == EXPLANATION_ADDRESSES
    anchors = {(address, anchor) for address, html in pages.items() for anchor in re.findall(r' id="([^"]+)"', html)}
    for found in explained(language):
        assert tuple(found.address.split("#")) in anchors
        for link in (link for group in found.related for link in group.references):
            assert link.kind == "segment" or tuple(link.address.split("#")) in anchors


def test_the_pages_are_the_same_on_every_day() -> None:
    def written(day: date) -> list[str]:
        context = Context(sample_settings(), day, "en")
        return [
            Templates().render(
                "site/explanations.html",
                page=page,
                t=context.wording,
                site=frame(context, page.address, page.title, page.lead, dated=False),
            )
            for page in explanation_pages(context)
        ]

    assert written(date(2026, 5, 6)) == written(date(2027, 1, 31))


def test_names_in_the_settings_are_never_markup() -> None:
    evil = "<script>alert(1)</script>"
    criterion = {"id": "x", "name": evil, "tag": evil, "points": "10", "otherwise": "0"}
    settings = Settings.model_validate({"title": evil, "scoring": {"criteria": [criterion]}})
    context = Context(settings, TODAY, "en")
    for page in explanation_pages(context):
        site = frame(context, page.address, page.title, page.lead, dated=False)
        html = Templates().render("site/explanations.html", page=page, t=context.wording, site=site)
        assert "<script>alert" not in html
