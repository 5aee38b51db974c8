"""The account's page: what it says, and that what it says can be read, linked to and trusted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.account.page import AccountPage, account_page
from kamgen.pages.context import Context, account_address
from kamgen.pages.explain.score_places import ScorePlaces
from kamgen.pages.explain.scores import explained_scores
from kamgen.pages.navigation import frame
from kamgen.pages.summary import Neighbour, summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.score import Placement
from kamgen.wording.chinese import PHRASES
from kamgen.wording.language import Wording
from kamgen.wording.phrase import phrase
from kamgen.workspace.locate import Places
from kamgen.workspace.problems import Finding
from tests.workspaces import read_workspace

TODAY = date(2026, 5, 6)
SOMEWHERE = Placement(rank=2, slice_name="super", r=5, f=4, m=3)
NOWHERE = Placement(rank=None, slice_name=None, r=None, f=None, m=None)
TEMPLATES = Templates()


def page_of(
    account: Account,
    settings: Settings,
    language: Language = "en",
    placement: Placement = SOMEWHERE,
    findings: tuple[Finding, ...] = (),
    **more: Any,
) -> AccountPage:
    scores = score_account("acme", account, settings, TODAY)
    summary = summarise("acme", account, scores, findings, settings, TODAY)
    parent, children = more.pop("parent", None), more.pop("children", ())
    context = Context(settings, TODAY, language)
    explained = explained_scores(account, summary, settings, ScorePlaces("acme", "", Places("")), placement, 12)
    return account_page("acme", account, summary, placement, 12, parent, children, findings, explained, context, **more)


def html_of_page(page: AccountPage, settings: Settings, language: Language = "en") -> str:
    context = Context(settings, TODAY, language)
    site = frame(context, account_address(page.id), page.name, page.description)
    return TEMPLATES.render("site/account.html", page=page, t=context.wording, site=site)


@cache
def samples() -> tuple[Settings, dict[str, Account]]:
    """Return the repository's own workspace: every section of a plan is in one of them."""
    workspace = read_workspace(Path(__file__).resolve().parents[2])
    plans = {plan.id: plan.account for plan in workspace.plans if plan.account is not None}
    return workspace.settings, plans


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", **sections})


class Outline(HTMLParser):
    """What of a page can be checked without a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.attributes |= facts.keys()
        if facts.get("id"):
            self.ids.append(facts["id"] or "")
        if tag == "a":
            self.hrefs.append(facts.get("href") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in {"script", "img", "iframe"} or (tag == "link" and facts.get("rel") == "stylesheet"):
            self.loaded.append(facts.get("src") or facts.get("href") or "")


SAMPLES = ("save-a-lot", "lichuan-jingmi", "seven-seas", "bon-app")


@pytest.fixture(params=[(name, language) for name in SAMPLES for language in ("en", "zh")], ids="-".join)
def outline(request: pytest.FixtureRequest) -> Outline:
    name, language = request.param
    settings, plans = samples()
    return Outline(html_of_page(page_of(plans[name], settings, language), settings, language))


def test_every_anchor_is_there_once(outline: Outline) -> None:
    assert [anchor for anchor, times in Counter(outline.ids).items() if times > 1] == []


def test_every_link_inside_the_page_leads_somewhere(outline: Outline) -> None:
    inside = {href[1:] for href in outline.hrefs if href.startswith("#")}
    # A figure whose section has nothing to say yet still tells, in its note, what would make it known.
    assert inside - set(outline.ids) <= {"value", "pipeline", "power-map"}


def test_headings_make_an_outline_without_gaps(outline: Outline) -> None:
    assert outline.headings.count(1) == 1
    assert outline.headings[0] == 1
    steps = [later - earlier for earlier, later in zip(outline.headings, outline.headings[1:], strict=False)]
    assert max(steps) <= 1


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_inline(outline: Outline) -> None:
    assert all(address.startswith(("../assets/", "../../assets/")) for address in outline.loaded)
    assert not {name for name in outline.attributes if name == "style" or name.startswith("on")}


def test_the_page_forbids_itself_everything_it_does_not_need() -> None:
    settings = Settings()
    html = html_of_page(page_of(plan(), settings), settings)
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert policy.start() < html.index("<script")
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_the_smallest_plan_has_a_page_that_says_what_would_make_things_known() -> None:
    settings = Settings()
    page = page_of(plan(), settings, placement=NOWHERE)
    assert [figure.value for figure in page.figures] == [""] * 5
    assert all(figure.note for figure in page.figures)
    assert [link.href for link in page.contents] == ["#first-steps", "#scores"]
    html = html_of_page(page, settings)
    assert "Nothing is overdue" in html
    assert "N/A" not in html
    assert "None" not in html


def test_a_plan_with_next_to_nothing_says_what_to_write_first() -> None:
    settings = Settings()
    page = page_of(plan(), settings, placement=NOWHERE)
    assert [key for _, key in page.first_steps] == ["power_map", "value", "goals", "opportunities"]
    assert "<code>power_map</code>" in html_of_page(page, settings)
    begun = page_of(plan(opportunities=[{"id": "d", "name": "Deal"}]), settings)
    assert begun.first_steps == ()


def test_only_parts_with_content_are_in_the_contents() -> None:
    settings, plans = samples()
    page = page_of(plans["save-a-lot"], settings)
    assert [link.label for link in page.contents] == [
        "Scores",
        "Power map",
        "Goals",
        "Success plan",
        "Pipeline",
        "Joint plan",
        "Value and white space",
        "Profile and research",
        "Service",
        "Risks",
        "Reviews",
        "Team",
    ]


def test_the_first_screen_shows_six_items_and_keeps_the_others_at_hand() -> None:
    requests = [{"id": f"r{n}", "text": f"Request {n}", "due": "2026-05-01"} for n in range(8)]
    page = page_of(plan(service={"requests": requests}), Settings())
    assert (len(page.attention), len(page.more_attention)) == (6, 2)


def test_texts_of_a_plan_are_never_markup() -> None:
    evil = "<script>alert(1)</script><b onmouseover=x>"
    settings = Settings()
    account = plan(
        name=evil,
        tags=[evil],
        summary=evil,
        profile={"website": "javascript:alert(1)", "strategy": evil, "needs": [{"id": "n", "text": evil}]},
        power_map={"people": [{"id": "p", "name": evil, "title": evil, "influence": 4, "support": 1}]},
        goals={"objective": evil, "goals": [{"id": "g", "text": evil, "unit": evil, "target": "1", "actual": "1"}]},
        risks=[{"id": "r", "text": evil, "response": evil}],
    )
    html = html_of_page(page_of(account, settings), settings)
    assert "<script>alert" not in html
    assert "onmouseover=x>" not in html.replace("&gt;", "")
    assert 'href="javascript' not in html


def goal(**facts: Any) -> AccountPage:
    figures = {"baseline": "0", "target": "100", "start": "2026-01-01", "due": "2026-12-31", **facts}
    return page_of(plan(goals={"goals": [{"id": "g", "text": "Revenue", **figures}]}), Settings())


@pytest.mark.parametrize(
    ("actual", "state"), [("35", "green"), ("34.3", "amber"), ("20", "amber"), ("17", "red"), ("100", "green")]
)
def test_a_goal_is_judged_by_its_progress_against_the_time_that_is_gone(actual: str, state: str) -> None:
    page = goal(actual=actual)
    assert page.goals is not None
    assert page.goals.goals[0].reach.state == state


def test_a_goal_that_is_not_measured_says_so_instead_of_zero() -> None:
    page = goal()
    assert page.goals is not None
    reach = page.goals.goals[0].reach
    assert (reach.bar, reach.note, reach.state) == (None, "Not measured yet", "none")


def test_actions_are_listed_by_the_month_they_are_due() -> None:
    actions = [
        {"id": "b", "text": "B", "due": "2026-06-01"},
        {"id": "a", "text": "A", "due": "2026-05-31"},
        {"id": "c", "text": "C"},
    ]
    page = page_of(plan(goals={"strategies": [{"id": "s", "text": "S", "actions": actions}]}), Settings())
    assert page.goals is not None
    months = [(month.name, [action.anchor for action in month.actions]) for month in page.goals.months]
    assert months == [("May 2026", ["action-a"]), ("June 2026", ["action-b"]), ("No day set", ["action-c"])]


def test_white_space_is_shown_where_it_is_largest() -> None:
    space = [
        {"product": "milk", "unit": "North", "potential": "100", "current": "90"},
        {"product": "milk", "unit": "South", "potential": "100", "current": "20"},
        {"product": "bread", "unit": "South", "potential": "50"},
        {"product": "fish", "unit": "North", "current": "5"},
    ]
    page = page_of(plan(value={"currency": "USD", "white_space": space}), Settings())
    assert page.value is not None
    assert page.value.units == ("North", "South")
    assert [(row.product, row.total) for row in page.value.rows] == [("milk", "$90"), ("bread", ""), ("fish", "")]
    assert page.value.total == "$90"
    north, south = page.value.rows[0].cells
    assert north is not None
    assert south is not None
    assert (north.heat, south.heat) == (1, 5)
    _, unknown = page.value.rows[1].cells
    assert unknown is not None
    assert (unknown.amount, unknown.heat) == ("", 0)
    assert unknown.note == "could be $50; today's business not known"
    assert page.value.rows[2].cells == (None, None)


def test_a_tag_that_a_rule_makes_says_so() -> None:
    rules = [{"tag": "small", "name": {"en": "Small need", "zh": "小需求"}, "where": {"big-need": ["no"]}}]
    tests = {"need": {"answer": "no"}}
    settings = Settings.model_validate({"scoring": {"tags": rules}})
    page = page_of(plan(tags=["food"], profile={"key_account_tests": tests}), settings)
    assert [(tag.name, tag.reason) for tag in page.header.tags] == [
        ("food", ""),
        ("Small need", "made by a rule: big-need: no"),
    ]


def test_the_accounts_own_blueprint_replaces_a_step_and_adds_others() -> None:
    settings = Settings.model_validate(
        {"blueprint": [{"id": "quote", "step": "Quote"}, {"id": "order", "step": "Order"}]}
    )
    own = [{"id": "order", "step": "Order by feed"}, {"id": "recall", "step": "Recall"}]
    page = page_of(plan(service={"blueprint": own}), settings)
    assert page.service is not None
    steps = [(step.step, step.own) for step in page.service.blueprint]
    assert steps == [("Quote", False), ("Order by feed", True), ("Recall", True)]


def test_promises_stand_on_their_side() -> None:
    promises = [
        {"id": "feed", "by": "customer", "text": "Forecast"},
        {"id": "stock", "by": "us", "text": "Stock", "status": "done"},
    ]
    page = page_of(plan(joint_plan={"commitments": promises}), Settings())
    assert page.joint_plan is not None
    assert [promise.text for promise in page.joint_plan.ours] == ["Stock"]
    assert [promise.text for promise in page.joint_plan.theirs] == ["Forecast"]
    assert page.joint_plan.headline == "1 of 2 promises kept"


def test_tasks_up_to_the_stage_that_is_reached_are_listed() -> None:
    stages = [
        {"id": "need", "probability": "0.1", "tasks": ["budget-known"]},
        {"id": "offer", "probability": "0.4", "tasks": ["price-model"]},
        {"id": "award", "probability": "0.9", "tasks": ["kick-off"]},
    ]
    settings = Settings.model_validate({"processes": {"tender": {"stages": stages}}})
    deal = {"id": "d", "name": "Deal", "process": "tender", "stage": "offer", "done_tasks": ["budget-known"]}
    page = page_of(plan(opportunities=[deal]), settings)
    assert page.pipeline is not None
    (found,) = page.pipeline.processes[0].opportunities
    assert [(task.text, task.done) for task in found.tasks] == [("Budget known", True), ("Price model", False)]
    assert found.probability == "40%"


def test_findings_say_where_to_mend() -> None:
    finding = Finding("missing-owner", "warning", phrase("No owner"), "accounts/acme.yaml", "acme", ("goals",), line=7)
    settings = Settings()
    page = page_of(plan(), settings, findings=(finding,))
    (group,) = page.findings
    assert (group.title, group.state, group.findings[0].place.label) == ("1 warning", "amber", "accounts/acme.yaml:7")
    assert "accounts/acme.yaml:7" in html_of_page(page, settings)


def test_briefs_are_linked_from_the_sites_root_only_if_they_exist() -> None:
    settings = Settings(language="en", languages=("en", "zh"))
    page = page_of(plan(), settings, "zh", briefs=("plan",))
    assert 'href="../../briefs/acme-plan.pdf"' in html_of_page(page, settings, "zh")
    assert page_of(plan(), settings, briefs=()).briefs == ()


def test_a_group_links_its_accounts_both_ways() -> None:
    page = page_of(plan(), Settings(), parent=Neighbour("group", "Group"), children=(Neighbour("south", "South"),))
    html = html_of_page(page, Settings())
    assert 'href="../accounts/group.html"' in html
    assert 'href="../accounts/south.html"' in html


def test_the_language_switch_stays_on_the_page() -> None:
    settings = Settings(language="en", languages=("en", "zh"))
    english = frame(Context(settings, TODAY, "en"), "accounts/acme.html", "Acme")
    chinese = frame(Context(settings, TODAY, "zh"), "accounts/acme.html", "Acme")
    assert (english.root, english.home, english.alternates[0].href) == ("../", "../", "../zh/accounts/acme.html")
    assert (chinese.root, chinese.home, chinese.alternates[0].href) == ("../../", "../", "../../accounts/acme.html")
    assert frame(Context(settings, TODAY, "en"), "index.html", "All").links[0].current


def test_every_phrase_of_the_page_is_also_there_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()
    plain: Callable[..., str] = Wording.text

    def listen(self: Wording, pattern: str, /, **parameters: Any) -> str:
        said.add(pattern)
        return plain(self, pattern, **parameters)

    monkeypatch.setattr(Wording, "text", listen)
    settings, plans = samples()
    for account in plans.values():
        html_of_page(page_of(account, settings, "zh"), settings, "zh")
    html_of_page(page_of(plan(), settings, "zh", NOWHERE), settings, "zh")
    assert len(said) > 200
    assert {pattern for pattern in said if pattern not in PHRASES} == set()


def test_quarters_end_on_the_day_and_are_of_equal_length() -> None:
    days = ("2024-05-06", "2024-05-07", "2026-02-06", "2026-02-07", "2026-05-06", "2026-05-07")
    account = plan(value={"currency": "USD", "purchases": [{"date": day, "amount": "1"} for day in days]})
    settings = Settings()
    summary = summarise("acme", account, score_account("acme", account, settings, TODAY), (), settings, TODAY)
    assert summary.purchases_by_quarter == tuple(map(Decimal, (1, 0, 0, 0, 0, 0, 1, 2)))


def test_a_summary_counts_only_the_accounts_own_findings() -> None:
    account, settings = plan(), Settings()
    own = Finding("a", "error", phrase("x"), "accounts/acme.yaml", "acme")
    other = replace(own, account="other", level="warning")
    scores = score_account("acme", account, settings, TODAY)
    summary = summarise("acme", account, scores, (own, other), settings, TODAY)
    assert (summary.errors, summary.warnings, summary.purchases_by_quarter) == (1, 0, None)


def test_the_level_of_service_stands_beside_the_one_that_is_suggested_where_they_differ() -> None:
    account = plan(service_level="proactive")
    for suggested, said in (
        ("partnership", "Proactive (suggested: Partnership)"),
        ("proactive", "Proactive"),
        (None, "Proactive"),
    ):
        header = page_of(account, Settings(), placement=replace(NOWHERE, suggested_level=suggested)).header
        assert header.kind.split(" · ")[-1] == said


def test_losses_are_summed_up_and_told_by_what_can_happen_again() -> None:
    losses = [
        {"date": "2026-04-01", "what": "An order", "amount": 5200, "fix": "A new price list"},
        {"date": "2024-04-01", "what": "Another", "amount": 70},
    ]
    service = page_of(plan(service={"losses": losses}), Settings()).service
    assert service is not None
    assert service.losses_note == "$5,200 in the last 12 months, 1 after which nothing was changed"


def test_what_is_dated_after_the_day_is_not_on_the_page() -> None:
    later = "2026-05-07"
    section = page_of(
        plan(
            service={
                "requests": [
                    {"id": "a", "text": "To come", "raised": later},
                    {"id": "b", "text": "Still open", "due": "2026-05-01", "closed": later},
                ],
                "surveys": [{"date": later, "satisfied": 1}],
                "losses": [{"date": later, "what": "An order"}],
                "bindings": [{"kind": "level", "text": "CEOs meet", "since": later}],
                "referrals": [{"to": "A", "date": later}],
            }
        ),
        Settings(),
    ).service
    assert section is not None
    assert [(request.text, request.is_open, request.answer) for request in section.requests] == [
        ("Still open", True, "")
    ]
    assert (section.surveys, section.losses, section.bindings, section.referrals) == ((), (), (), ())
