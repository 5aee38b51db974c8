"""The portfolio on paper: what a management meeting decides on, every account or how many are left out."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.brief_files import portfolio_brief_html
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.portfolio.accounts import MOST_ACCOUNTS
from kamgen.pages.briefs.portfolio.brief import MOST_NAMES, PortfolioBrief, portfolio_brief
from kamgen.pages.briefs.portfolio.decisions import MOST_POINTS, DecisionGroup
from kamgen.pages.briefs.portfolio.parts import MOST_PARTS
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.portfolio.page import portfolio_page
from kamgen.pages.register import Register
from kamgen.plan.settings import Briefs, Settings
from kamgen.plan.values import Language
from kamgen.scoring.earlier_scores import EarlierScore, EarlierScores
from tests.pages.registers import TODAY, register_of

TEMPLATES = Templates()
SETTINGS: dict[str, Any] = {
    "title": {"en": "Key accounts", "zh": "大客户"},
    "currency": "USD",
    "team": [
        {"id": "lin-yue", "name": "Lin Yue", "level": "manager"},
        {"id": "amelia-hart", "name": "Amelia Hart", "level": "executive"},
    ],
    "scoring": {
        "criteria": [
            {"id": "wallet", "axis": "strength", "metric": "share-of-wallet", "line": [["0", "0"], ["1", "100"]]},
            {"id": "kind", "axis": "attractiveness", "field": "type", "points": {"strategic": "90", "economic": "40"}},
        ],
        "matrix": {"cut": ["50", "50"]},
    },
    "processes": {"tender": {"stages": [{"id": "bid", "probability": "0.5"}]}},
    "segments": [{"id": "strategic", "name": {"en": "Strategic", "zh": "战略"}, "where": {"type": "strategic"}}],
}
RICH: dict[str, Any] = {
    "name": "Rich",
    "type": "strategic",
    "value": {
        "purchases": [{"date": "2025-03-10", "amount": "4000"}, {"date": "2026-03-10", "amount": "7000"}],
        "wallet": [{"year": "2026", "amount": "16000"}],
    },
    "goals": {
        "goals": [
            {
                "id": "sales",
                "text": "Sales",
                "unit": "USD",
                "baseline": "0",
                "actual": "7000",
                "target": "30000",
            }
        ]
    },
    "opportunities": [
        {
            "id": "line",
            "name": {"en": "New line", "zh": "新产线"},
            "process": "tender",
            "stage": "bid",
            "status": "open",
            "amount": "20000",
            "close": "2026-06-20",
        }
    ],
    "joint_plan": {"next_review": "2026-07-01"},
}
SICK: dict[str, Any] = {
    "name": "Sick",
    "owner": "amelia-hart",
    "service": {
        "requests": [
            {"id": f"r{number}", "text": "Reply", "raised": "2026-02-01", "due": "2026-02-02"} for number in range(4)
        ],
        "losses": [{"date": "2026-04-20", "what": "Spring order", "amount": "900", "reason": "service"}],
    },
    "power_map": {
        "people": [
            {
                "id": "ceo",
                "name": "Ida Holm",
                "title": "CEO",
                "level": "executive",
                "influence": "5",
                "support": "-2",
                "contact": {"last": "2026-01-06", "every_days": "90"},
            }
        ]
    },
}


def settings(**keys: Any) -> Settings:
    return Settings.model_validate(SETTINGS | keys)


def brief(
    plans: Mapping[str, Mapping[str, Any]], language: Language = "en", own: Settings | None = None
) -> PortfolioBrief:
    own = own or settings()
    return portfolio_brief(register_of(plans, own), Context(own, TODAY, language))


def group(said: PortfolioBrief, title: str) -> DecisionGroup:
    return next(found for found in said.decisions if found.title == title)


def html_of(register: Register, language: Language = "en", own: Settings | None = None) -> str:
    own = own or settings()
    design = brief_design(TEMPLATES, own.briefs)
    return portfolio_brief_html(register, Context(own, TODAY, language), TEMPLATES, design)


def pdf_of(register: Register, language: Language = "en", paper: str = "a4") -> pypdf.PdfReader:
    design = brief_design(TEMPLATES, Briefs.model_validate({"paper": paper}))
    html = portfolio_brief_html(register, Context(settings(), TODAY, language), TEMPLATES, design)
    made = render_pdf(html, design.stylesheets["portfolio"], files=design.files)
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def words(html: str) -> str:
    return " ".join(
        re.sub(r"<style>.*?</style>|<title.*?</title>|<desc.*?</desc>|<[^>]*>", " ", html, flags=re.S).split()
    )


def many(number: int) -> dict[str, dict[str, Any]]:
    return {
        f"account-{n:04}": {
            "name": f"Account {n:04}",
            "value": {"purchases": [{"date": "2026-03-10", "amount": str(100_000 - n)}]},
        }
        for n in range(number)
    }


# ── First page ──


def test_the_first_page_says_how_many_accounts_in_which_currency() -> None:
    said = brief({"rich": RICH, "sick": SICK})
    assert (said.title, said.as_of, said.standing) == ("Key accounts", "6 May 2026", ("2 accounts", "Amounts in USD"))
    figures = {figure.label: (figure.value, figure.note) for figure in said.figures}
    assert figures["Purchases, 12 months"] == ("$7K", "+75% on the year before")
    assert figures["Lifetime value"][1] == "1 of 2 accounts"
    assert figures["Weighted pipeline"] == ("$10K", "likely $0 to $20K (P10–P90)")
    assert figures["Revenue target"] == ("$30K", "$7K booked, 0% chance to reach it")


def test_what_nobody_knows_is_never_nought() -> None:
    said = brief({"new": {}})
    assert [figure.value for figure in said.figures] == ["1", None, None, None, None, None, None]
    assert all(figure.note for figure in said.figures)
    text = words(html_of(register_of({"new": {}}, settings())))
    assert "N/A" not in text
    assert "None" not in text


# ── What to decide ──


def test_nothing_to_decide_is_said() -> None:
    assert brief({"new": {}}).decisions == ()
    assert "Nothing asks for a decision" in words(html_of(register_of({"new": {}}, settings())))


def test_an_account_at_risk_says_how_bad_it_is_and_what_is_weakest() -> None:
    found = group(brief({"rich": RICH, "sick": SICK}), "Accounts at risk")
    assert found.note == "1 account"
    point = found.points[0]
    assert (point.account, point.owner) == ("Sick", "Amelia Hart")
    assert re.match(r"health is \d+ of 100; weakest is \w+ with \d+", point.text)


def test_an_account_that_is_lost_already_comes_last_of_those_at_risk() -> None:
    lost = SICK | {"name": "Gone", "status": "lost", "value": RICH["value"]}
    found = group(brief({"gone": lost, "sick": SICK}), "Accounts at risk")
    assert [point.account for point in found.points] == ["Sick", "Gone"]


def test_the_move_of_a_quarter_is_told_where_it_is_known() -> None:
    register = register_of({"sick": SICK}, settings())
    before = EarlierScore(Decimal(80), Decimal(1))
    earlier = EarlierScores(date(2026, 2, 4), before, "green", before, before)
    summary = replace(register.summaries["sick"], earlier=earlier)
    said = portfolio_brief(replace(register, summaries={"sick": summary}), Context(settings(), TODAY, "en"))
    assert "points since 4 Feb" in group(said, "Accounts at risk").points[0].text
    assert said.health_note == "0 better and 1 worse since 4 Feb 2026"
    assert said.accounts.lines[0].health_note.startswith("↓")
    assert said.health_changes is not None


def test_the_largest_gaps_come_first_and_the_others_are_counted() -> None:
    plans = {}
    for number in range(MOST_POINTS + 2):
        goal = RICH["goals"]["goals"][0] | {"target": str(10_000 + 1_000 * number)}
        plans[f"a{number}"] = {"goals": {"goals": [goal]}}
    found = group(brief(plans), "Largest gaps to target")
    assert [point.account for point in found.points] == ["A4", "A3", "A2"]
    assert found.note == "$25K in 5 accounts"
    assert found.points[0].text == "$7K of the target of $14K is neither booked nor expected"


def test_an_executive_whom_nobody_has_met_and_late_work_of_our_executives_are_executive_matters() -> None:
    late = {
        "goals": {
            "strategies": [
                {
                    "id": "s",
                    "text": "S",
                    "actions": [{"id": "a", "text": "Invite the board", "owner": "amelia-hart", "due": "2026-04-26"}],
                }
            ]
        }
    }
    found = group(brief({"sick": SICK, "late": late}), "Executive matters overdue")
    assert [(point.text, point.owner) for point in found.points] == [
        ("Ida Holm (CEO) not met for 120 days; agreed every 90", "Amelia Hart"),
        ("“Invite the board” is 10 days overdue", "Amelia Hart"),
    ]


@pytest.mark.parametrize(
    ("close", "listed"), [("2026-05-05", False), ("2026-05-06", True), ("2026-07-05", True), ("2026-07-06", False)]
)
def test_decisions_of_the_next_60_days_are_told(close: str, listed: bool) -> None:
    offer = RICH["opportunities"][0] | {"close": close}
    titles = [found.title for found in brief({"rich": {"opportunities": [offer]}}).decisions]
    assert ("Biggest decisions in the next 60 days" in titles) is listed


def test_a_decision_says_what_it_is_worth_and_what_is_missing() -> None:
    found = group(brief({"rich": RICH}), "Biggest decisions in the next 60 days")
    assert found.note == "1 worth $20K"
    assert found.points[0].text == "“New line” is decided on 20 Jun 2026; $20K; 50% chance; no next step"


def test_losses_of_the_quarter_are_told_with_the_opportunities_that_were_lost() -> None:
    lost = RICH["opportunities"][0] | {"status": "lost", "close": "2026-04-01", "rival": "Borg"}
    old = {"date": "2026-01-20", "what": "Winter order", "amount": "5000"}
    found = group(
        brief({"rich": {"opportunities": [lost], "service": {"losses": [old]}}, "sick": SICK}), "Lost since 4 Feb 2026"
    )
    assert found.note == "2 worth $20.9K"
    assert [point.text for point in found.points] == [
        "“New line”, $20K; no reason written down; against Borg",
        "“Spring order”, $900; service; nothing was changed since",
    ]


# ── Charts ──


def test_drawings_have_no_links_that_lead_nowhere_on_paper() -> None:
    register = register_of({"rich": RICH}, settings())
    drawn = html_of(register)
    assert "matrix-chart" in drawn
    assert "pyramid-chart" in drawn
    assert "forecast-chart" in drawn
    assert "<a " not in drawn


def test_slices_name_whom_they_add_and_count_the_others() -> None:
    said = brief(many(100))
    assert [found.name for found in said.slices] == ["Summit", "Super", "High value"]
    assert said.slices[0].accounts == "Account 0000"
    assert said.slices[2].accounts.count("Account") == MOST_NAMES
    assert said.slices[2].accounts.endswith("and 12 more accounts")


# ── Tables ──


def test_a_row_says_where_an_account_stands() -> None:
    line = brief({"rich": RICH, "sick": SICK}).accounts.lines[0]
    assert (line.rank, line.name, line.owner, line.purchases, line.pipeline) == (
        "1",
        "Rich",
        "Lin Yue",
        "7,000",
        "10,000",
    )
    assert (line.gap, line.review, line.late) == ("13,000", "1 Jul 2026", False)


def test_a_review_whose_day_has_passed_is_late() -> None:
    assert brief({"rich": {"joint_plan": {"next_review": "2026-05-05"}}}).accounts.lines[0].late


def test_sums_say_of_how_many_accounts_they_are() -> None:
    (sums,) = brief({"rich": RICH, "sick": SICK}).accounts.sums
    assert sums.name == "All 2 accounts"
    assert (sums.purchases.text, sums.purchases.known) == ("7,000", "1 of 2")


def test_a_single_account_has_no_sums_and_no_table_of_owners() -> None:
    said = brief({"rich": RICH})
    assert said.accounts.sums == ()
    assert said.owners.rows == ()


def test_accounts_beyond_the_bound_are_counted_and_summed_up() -> None:
    said = brief(many(MOST_ACCOUNTS + 30))
    assert len(said.accounts.lines) == MOST_ACCOUNTS
    rest, whole = said.accounts.sums
    assert (rest.name, whole.name) == ("30 other accounts", "All 180 accounts")
    assert rest.purchases.text == f"{sum(100_000 - n for n in range(MOST_ACCOUNTS, MOST_ACCOUNTS + 30)):,}"
    assert "the other 30 are summed up" in said.accounts.note


def test_owners_stand_with_what_their_accounts_bring() -> None:
    rich, sick = brief({"rich": RICH, "sick": SICK}).owners.rows
    assert (rich.name, rich.accounts, rich.purchases, rich.booked) == ("Lin Yue", "1", "7,000", "7,000")
    assert (rich.weighted, rich.likely, rich.target, rich.reach) == ("10,000", "0–20,000", "30,000", "0%")
    assert (sick.name, sick.purchases, sick.health) == ("Amelia Hart", "", (("red", "1"),))


def test_owners_beyond_the_bound_are_counted() -> None:
    plans = {f"a{n}": {"owner": f"owner-{n}"} for n in range(MOST_PARTS + 2)}
    said = brief(plans)
    assert len(said.owners.rows) == MOST_PARTS
    assert said.owners.more == "2 more owners stand on the site’s team page."


def test_a_segment_that_nobody_is_in_has_no_row() -> None:
    assert [row.name for row in brief({"rich": RICH}).segments.rows] == ["Strategic"]
    assert brief({"sick": SICK}).segments.rows == ()


def test_what_is_not_known_says_what_would_make_it_known() -> None:
    found = {row.what: row for row in brief({"rich": RICH, "sick": SICK}).unknowns}
    assert (found["Purchases"].count, found["Purchases"].accounts) == ("1 of 2", "Sick")
    assert found["Place in the matrix"].remedy.startswith("A criterion of each axis; most often missing: ")
    assert "Booked of the target" not in found
    assert all(row.remedy for row in found.values())


# ── On the site and on paper ──


def test_the_portfolio_page_leads_to_the_brief_where_there_is_one() -> None:
    own = settings()
    context = Context(own, TODAY, "en")
    page = portfolio_page(register_of({"rich": RICH}, own), context)

    def written(**brief: str) -> str:
        site = frame(context, "index.html", page.title)
        return TEMPLATES.render("site/portfolio.html", page=page, t=context.wording, site=site, **brief)

    assert '<a href="briefs/portfolio.pdf" type="application/pdf">Portfolio (PDF)</a>' in written(
        brief="briefs/portfolio.pdf"
    )
    assert "application/pdf" not in written(brief="")


def test_text_of_plans_stays_text() -> None:
    text = "<script>alert(1)</script></style>{{ 7 * 7 }}"
    plan = RICH | {"name": text, "opportunities": [RICH["opportunities"][0] | {"name": text}]}
    html = html_of(register_of({"rich": plan}, settings()))
    assert "<script" not in html
    assert "49" not in words(html)


def test_no_accounts_do_not_break_it() -> None:
    assert "Nothing asks for a decision" in words(html_of(register_of({}, settings())))


@pytest.mark.pdf
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("paper", "across"), [("a4", (842, 595)), ("letter", (792, 612))])
def test_the_table_of_accounts_lies_across_and_the_rest_stands(
    language: Language, paper: str, across: tuple[int, int]
) -> None:
    reader = pdf_of(register_of({"rich": RICH, "sick": SICK}, settings()), language, paper)
    title = {"en": "All accounts", "zh": "全部客户"}[language]
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]
    flat = [text_of(page) for page, size in zip(reader.pages, sizes, strict=True) if size == across]
    assert len(flat) == 1
    assert title in flat[0]
    assert set(sizes) == {across, across[::-1]}
    assert len(reader.pages) <= 5


@pytest.mark.pdf
def test_both_languages_say_the_same() -> None:
    register = register_of({"rich": RICH, "sick": SICK}, settings())
    english = " ".join(text_of(page) for page in pdf_of(register).pages)
    chinese = "".join(text_of(page) for page in pdf_of(register, "zh").pages).replace(" ", "")
    for said in ("What needs a decision", "“New line” is decided on 20 Jun 2026", "What is not known yet", "Page 1 of"):
        assert said in english
    for said in ("需要会议决定的事项", "“新产线”将于2026年6月20日有结果", "尚不清楚的内容", "第1页，共"):
        assert said in chinese


@pytest.mark.pdf
def test_many_accounts_stay_a_brief_and_every_page_of_the_table_has_its_head() -> None:
    reader = pdf_of(register_of(many(MOST_ACCOUNTS + 50), settings()))
    across = [text_of(page) for page in reader.pages if page.mediabox.width > page.mediabox.height]
    assert len(across) >= 3
    assert all("Next review" in page for page in across)
    assert all("Key accounts" in page for page in across)
    table = " ".join(across)
    assert [n for n in range(MOST_ACCOUNTS) if f"Account {n:04}" not in table] == []
    assert "50 other accounts" in table
    assert len(reader.pages) < 16
