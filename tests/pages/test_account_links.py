"""Names on an account's page lead to what is said of them, and its other pages are linked from its head."""

from __future__ import annotations

from typing import Any

from kamgen.pages.account.terms import NOBODY, Mention
from kamgen.plan.settings import Settings
from tests.pages.test_account_page import Outline, html_of_page, page_of, plan

TEAM = Settings.model_validate({"team": [{"id": "mei", "name": "Mei"}]})
CEO = {"id": "ceo", "name": "Ada"}


def outcome(**facts: Any) -> dict[str, Any]:
    return {"outcomes": [{"id": "o", "text": "Fewer stops", **facts}]}


def test_somebody_at_the_customer_leads_to_the_power_map_and_a_member_to_their_page() -> None:
    page = page_of(plan(power_map={"people": [CEO]}, success_plan=outcome(owner="mei", customer_owner="ceo")), TEAM)
    assert page.success is not None
    (row,) = page.success.outcomes
    assert (row.owner, row.customer_owner) == (Mention("Mei", "team/mei.html"), Mention("Ada", "#person-ceo"))


def test_a_member_whom_only_the_plan_knows_leads_nowhere_unless_they_own_the_account() -> None:
    page = page_of(plan(success_plan=outcome(owner="stranger", customer_owner=None)), TEAM)
    assert page.success is not None
    (row,) = page.success.outcomes
    assert (row.owner, row.customer_owner) == (Mention("stranger"), NOBODY)
    assert page.header.owner == Mention("lin", "team/lin.html")


def test_goals_and_needs_that_are_named_elsewhere_lead_to_them() -> None:
    account = plan(
        profile={"needs": [{"id": "uptime", "text": "No stops"}]},
        goals={
            "goals": [{"id": "share", "text": "A third of their spend"}],
            "strategies": [{"id": "s", "text": "Move orders", "serves": ["share"]}],
        },
        opportunities=[{"id": "d", "name": "Deal", "needs": ["uptime"]}],
        success_plan=outcome(closes="uptime"),
    )
    page = page_of(account, Settings())
    assert page.goals is not None
    assert page.pipeline is not None
    assert page.success is not None
    need = Mention("No stops", "#need-uptime")
    assert page.goals.strategies[0].serves == (Mention("A third of their spend", "#goal-share"),)
    assert page.pipeline.processes[0].opportunities[0].needs == (need,)
    assert page.success.outcomes[0].closes == need
    outline = Outline(html_of_page(page, Settings()))
    assert {href[1:] for href in outline.hrefs if href.startswith(("#need", "#goal"))} <= set(outline.ids)


def test_links_to_members_hold_from_every_language() -> None:
    settings = Settings(language="en", languages=("en", "zh"))
    outline = Outline(html_of_page(page_of(plan(), settings, "zh"), settings, "zh"))
    assert "../team/lin.html" in outline.hrefs


def test_the_head_leads_to_the_accounts_other_pages_and_to_its_file() -> None:
    people = {"people": [CEO]}
    settings = Settings.model_validate({"repository": "https://git.example/plans/blob/main"})
    page = page_of(plan(power_map=people), settings)
    assert [link.href for link in page.pages] == ["accounts/acme/power-map.html", "accounts/acme/scores.html"]
    assert page.plan_file.label == "accounts/acme.yaml"
    assert page.plan_file.href == "https://git.example/plans/blob/main/accounts/acme.yaml"
    lonely = page_of(plan(), Settings())
    assert [link.href for link in lonely.pages] == ["accounts/acme/scores.html"]
    assert lonely.plan_file.href == ""
