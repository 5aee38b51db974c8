"""The programme's maturity: what was judged, on what it rests, and what nobody has judged yet."""

from __future__ import annotations

import re
from typing import Any

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.programme_page import ProgrammePage, programme_page
from kamgen.pages.site_pages import site_pages
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.maturity import MODULES
from tests.pages.registers import TODAY, register_of


def settings(*programme: dict[str, Any]) -> Settings:
    team = [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}}]
    return Settings.model_validate({"team": team, "programme": list(programme), "languages": ["en", "zh"]})


def page(own: Settings, language: Language = "en") -> ProgrammePage:
    return programme_page(register_of({}, own), Context(own, TODAY, language))


def written(said: ProgrammePage, own: Settings, language: Language = "en") -> str:
    context = Context(own, TODAY, language)
    site = frame(context, "programme.html", said.title, said.lead)
    return Templates().render("site/programme.html", page=said, t=context.wording, site=site)


def test_modules_stand_in_the_order_of_the_method_with_what_they_rest_on() -> None:
    own = settings(
        {"module": "team", "level": "4", "evidence": "Six plans", "owner": "lin-yue", "next": "A weekly hour"},
        {"module": "value-strategy", "level": "1"},
    )
    said = page(own)
    strategy, team = said.rows
    assert (strategy.name, strategy.level, strategy.evidence, strategy.owner.text) == ("Value strategy", 1, "", "")
    assert (team.name, team.level_text, team.evidence, team.next_step) == (
        "Team",
        "4 of 5",
        "Six plans",
        "A weekly hour",
    )
    assert (team.owner.text, team.owner.href) == ("Lin Yue", "team/lin-yue.html")
    html = written(said, own)
    assert html.count('<i class="on">') == 5
    assert "no evidence yet" in html
    assert "no next step" in html


def test_the_mean_says_of_how_many_modules_it_is() -> None:
    said = page(settings({"module": "team", "level": "4"}, {"module": "binding", "level": "1"}))
    assert said.mean == "2.5"
    assert said.lead == "2.5 of 5 on average. Weakest: Binding."
    assert said.rests_on[0] == "2 of 10 modules assessed"
    assert "It is our own judgement of ourselves" in said.rests_on


def test_all_modules_alike_have_no_weakest() -> None:
    assert (
        page(settings({"module": "team", "level": "3"}, {"module": "binding", "level": "3"})).lead
        == "3.0 of 5 on average."
    )


def test_modules_that_nobody_judged_are_named_with_what_they_are_about() -> None:
    own = settings({"module": "team", "level": "3"}, {"module": "binding", "next": "A project each", "owner": "gone"})
    said = page(own)
    assert [row.anchor for row in said.missing] == [f"module-{module}" for module in MODULES if module != "team"]
    assert all(row.asks for row in said.missing)
    binding = next(row for row in said.missing if row.name == "Binding")
    assert (binding.next_step, binding.owner.text, binding.owner.href) == ("A project each", "gone", "")
    assert "Not assessed yet" in written(said, own)


def test_of_two_assessments_of_a_module_the_later_counts() -> None:
    said = page(settings({"module": "team", "level": "5"}, {"module": "team", "level": "2"}))
    assert [(row.name, row.level) for row in said.rows] == [("Team", 2)]


def test_all_modules_judged_leave_nothing_missing() -> None:
    own = settings(*({"module": module, "level": "3"} for module in MODULES))
    said = page(own)
    assert said.missing == ()
    assert said.rests_on[0] == "10 of 10 modules assessed"
    assert "Not assessed yet" not in written(said, own)


def test_nothing_judged_has_no_mean() -> None:
    own = settings({"module": "team"})
    said = page(own)
    assert (said.mean, said.rests_on, said.rows, len(said.missing)) == ("", (), (), len(MODULES))
    assert said.lead == "How well we run key accounts has not been judged yet."
    assert "programme:" in written(said, own)


def test_a_workspace_without_a_programme_has_no_such_page() -> None:
    assert "programme.html" not in {found.address for found in site_pages(settings())}
    assert "programme.html" in {found.address for found in site_pages(settings({"module": "team"}))}


def test_texts_of_settings_stay_texts() -> None:
    bad = "<img src=x onerror=alert(1)>"
    own = settings({"module": "team", "level": "3", "evidence": bad, "next": bad})
    html = written(page(own), own)
    assert "<img" not in html
    assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)


def test_the_page_reads_chinese() -> None:
    own = settings({"module": "team", "level": "4"}, {"module": "binding", "level": "1"})
    said = page(own, "zh")
    assert said.lead == "平均 2.5 级（最高 5 级）。最薄弱：客户绑定。"
    assert said.rests_on[0] == "10 个模块中已评 2 个"
    assert "尚未评估的模块" in written(said, own, "zh")
