"""The portfolio page: what needs us this week, where all accounts stand, and what is not known is said so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.output.templates import Templates
from kamgen.pages.attention import Attention
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.portfolio.page import LESS_URGENT, URGENT, PortfolioPage, portfolio_page
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding

TODAY = date(2026, 5, 6)
SETTINGS: dict[str, Any] = {
    "title": {"en": "Key accounts", "zh": "大客户"},
    "team": [{"id": "lin-yue", "name": "Lin Yue"}],
    "scoring": {
        "key_account": {"threshold": "60"},
        "criteria": [
            {"id": "wallet", "axis": "strength", "metric": "share-of-wallet", "line": [["0", "0"], ["1", "100"]]},
            {"id": "kind", "axis": "attractiveness", "field": "type", "points": {"strategic": "90", "economic": "40"}},
        ],
        "matrix": {"cut": ["50", "50"]},
    },
}
RICH = {
    "type": "strategic",
    "value": {
        "purchases": [
            {"date": "2025-01-10", "amount": "4000"},
            {"date": "2025-07-10", "amount": "5000"},
            {"date": "2026-03-10", "amount": "7000"},
        ],
        "wallet": [{"year": "2026", "amount": "16000"}],
    },
}

SMALL = {"date": "2026-01-10", "amount": "500"}


def settings(**keys: Any) -> Settings:
    return Settings.model_validate(SETTINGS | keys)


def summary(account_id: str, own: Settings | None = None, **sections: Any) -> AccountSummary:
    plan = Account.model_validate({"kamgen": "1", "name": account_id.title(), "owner": "lin-yue", **sections})
    own = own or settings()
    return summarise(account_id, plan, score_account(account_id, plan, own, TODAY), (), own, TODAY)


def page(
    *summaries: AccountSummary, own: Settings | None = None, language: str = "en", errors: int = 0, warnings: int = 0
) -> PortfolioPage:
    own = own or settings()
    portfolio = score_portfolio(
        {each.id: each.scores for each in summaries}, own, {each.id: each for each in summaries}
    )
    levels = ["error"] * errors + ["warning"] * warnings
    findings = [Finding("a-rule", level, phrase("wrong"), "accounts/a.yaml") for level in levels]  # type: ignore[arg-type]
    register = Register({each.id: each for each in summaries}, portfolio, tuple(findings), {})
    return portfolio_page(register, Context(own, TODAY, language))  # type: ignore[arg-type]


def written(said: PortfolioPage, own: Settings | None = None, language: str = "en") -> str:
    context = Context(own or settings(), TODAY, language)  # type: ignore[arg-type]
    return Templates().render(
        "site/portfolio.html", page=said, t=context.wording, site=frame(context, "index.html", said.title)
    )


def figures(said: PortfolioPage) -> Mapping[str, tuple[str | None, str]]:
    return {figure.label: (figure.value, figure.note) for figure in said.figures}


def to_do(urgency: int, message: str = "Call them", due: date | None = None) -> Attention:
    return Attention(urgency, phrase(message), "power-map", due, None)


# ── Headline figures ──


def test_headline_figures_are_sums_over_what_is_known() -> None:
    said = figures(page(summary("first", **RICH), summary("second")))
    assert said["Accounts"] == ("2", "1 owner")
    assert said["Key accounts"] == ("1", "1 not known yet")
    assert said["Purchases, 12 months"] == ("$12K", "+200% on the year before")


def test_what_nobody_knows_is_never_nought() -> None:
    said = figures(page(summary("first")))
    assert said["Key accounts"] == (None, "1 not known yet")
    assert said["Purchases, 12 months"] == (None, "Add purchases to a plan to see them here")
    assert said["Weighted pipeline"] == (None, "no revenue target yet")
    assert written(page(summary("first"))).count('class="figure unknown"') == 4


def test_health_is_counted_by_band_and_the_unknown_apart() -> None:
    healthy = summary("first")
    healthy = replace(
        healthy,
        scores=replace(
            healthy.scores, health=replace(healthy.scores.health, score=Decimal(80), band="green", known=Decimal(1))
        ),
    )
    said = page(healthy, summary("second"))
    assert [(count.state, count.count) for count in said.health] == [("red", "0"), ("amber", "0"), ("green", "1")]
    assert said.health_note == "1 not known yet"


def test_findings_of_the_checks_are_counted_in_words() -> None:
    assert page(summary("first"), errors=1, warnings=3).findings == "1 error, 3 warnings in the plans"
    assert page(summary("first")).findings == ""


# ── Needs attention ──


def test_the_most_urgent_things_of_all_accounts_come_first() -> None:
    calm = replace(summary("calm"), attention=(to_do(10, "Later"),))
    pressing = replace(summary("pressing"), attention=(to_do(90, "Now"), to_do(50, "Soon")))
    said = page(calm, pressing)
    assert [(item.account, item.message) for item in said.urgent] == [
        ("Pressing", "Now"),
        ("Pressing", "Soon"),
        ("Calm", "Later"),
    ]
    assert said.urgent[0].address == "accounts/pressing.html#power-map"
    assert said.urgent[0].owner == "Lin Yue"


def test_of_two_equally_urgent_things_the_one_due_first_comes_first() -> None:
    later = replace(summary("a"), attention=(to_do(50, "Later", date(2026, 5, 9)), to_do(50, "Some day")))
    sooner = replace(summary("b"), attention=(to_do(50, "Sooner", date(2026, 5, 7)),))
    assert [item.message for item in page(later, sooner).urgent] == ["Sooner", "Later", "Some day"]


def test_ten_things_are_listed_forty_can_be_opened_and_the_rest_is_counted() -> None:
    busy = replace(summary("busy"), attention=tuple(to_do(50, f"Thing {n:03}") for n in range(60)))
    said = page(busy)
    assert len(said.urgent) == URGENT == 10
    assert len(said.less_urgent) == LESS_URGENT
    assert said.less_urgent_title == "and 40 more"
    assert said.beyond == "10 more on the accounts’ own pages"


def test_a_week_without_anything_due_says_how_things_get_here() -> None:
    assert "Nothing is overdue or due this week." in written(page(summary("first")))


# ── Matrix, pyramid, forecast ──


def test_an_account_with_both_axes_has_a_place_and_the_others_say_what_is_missing() -> None:
    said = page(summary("first", **RICH), summary("second", type="economic"))
    assert said.matrix is not None
    assert [bubble.address for bubble in said.matrix.bubbles] == ["accounts/first.html"]
    assert said.matrix.description.startswith("Selective: 0 accounts; Invest: 1 account")
    assert [(one.name, one.remark) for one in said.matrix_missing.names] == [("Second", "share of wallet")]


def test_a_place_is_told_in_words_too() -> None:
    said = page(summary("first", **RICH))
    assert said.matrix is not None
    assert said.matrix.bubbles[0].facts is not None
    assert said.matrix.bubbles[0].facts.startswith("First · Attractiveness 90 · Our strength 75 · lifetime value $")


def test_postures_have_the_names_of_the_settings() -> None:
    own = settings(scoring=SETTINGS["scoring"] | {"matrix": {"cut": ["50", "50"], "postures": {"high-high": "court"}}})
    said = page(summary("first", own, **RICH), own=own)
    assert said.matrix is not None
    assert "court · 1" in [text.text for text in said.matrix.texts]


def test_each_slice_names_whom_it_adds_and_what_it_brings() -> None:
    accounts = [summary("first", **RICH)]
    accounts += [summary(f"small-{n}", value={"purchases": [SMALL]}) for n in range(9)]
    said = page(*accounts)
    assert said.pyramid is not None
    texts = [text.text for text in said.pyramid.texts]
    assert texts[texts.index("Summit") + 2] == "First"
    assert texts[texts.index("Super") + 2] == "the same as above"
    assert texts[texts.index("High value") + 2] == "plus Small-0"
    assert said.slices[0].sentence == "$16K revenue to date, 78% of all"
    assert said.lead.startswith("2 accounts bring 80% of all revenue.")


def test_one_account_alone_is_not_called_the_top() -> None:
    assert page(summary("first", **RICH)).lead == ""


def test_an_account_without_a_value_has_no_rank_and_is_named() -> None:
    said = page(summary("first", **RICH), summary("second"))
    assert [one.name for one in said.unranked.names] == ["Second"]


def test_hours_are_held_against_the_resource_rule() -> None:
    def goals(hours: str) -> dict[str, Any]:
        action = {"id": "visit", "text": "Visit", "hours": hours}
        return {"goals": {"strategies": [{"id": "grow", "text": "Grow", "actions": [action]}]}}

    said = page(summary("first", **RICH, **goals("30")), summary("second", **goals("10")))
    assert said.time_note == "The top 20% get 75% of the planned hours; the rule is 80%."


def revenue_goal(target: str, actual: str) -> dict[str, Any]:
    goal = {"id": "revenue", "text": "Revenue", "unit": "USD", "target": target, "actual": actual}
    return {"goals": {"goals": [goal]}}


def test_accounts_that_miss_most_of_their_target_are_named_with_the_gap() -> None:
    said = page(
        summary("small", **revenue_goal("100", "90")),
        summary("large", **revenue_goal("5000", "1000")),
        summary("done", **revenue_goal("100", "120")),
        summary("none"),
    )
    assert [(row.name, row.target, row.expected, row.gap) for row in said.gaps] == [
        ("Large", "5,000", "1,000", "4,000"),
        ("Small", "100", "90", "10"),
    ]
    assert said.forecast is not None
    assert said.forecast_note == "1 account has no revenue goal; its pipeline counts here all the same."


# ── Table ──


def test_the_table_runs_from_the_most_valuable_to_the_unknown() -> None:
    said = page(summary("zeta"), summary("first", **RICH), summary("alpha", status="prospect"))
    assert [(row.name, row.note) for row in said.rows] == [("First", ""), ("Alpha", "Prospect"), ("Zeta", "")]


def test_a_row_says_what_is_known_and_leaves_the_rest_empty() -> None:
    rich, empty = page(summary("first", **RICH), summary("second")).rows
    assert (rich.purchases.text, rich.purchases.sort) == ("12,000", "12000")
    assert rich.class_label.text == "A2"
    assert rich.stars == 4
    assert rich.trend is not None
    assert empty.purchases == empty.relationship == empty.health == empty.class_label == type(empty.health)()
    assert empty.trend is None
    assert empty.stars == 0


def test_a_score_of_which_little_is_known_says_so() -> None:
    own = settings(
        scoring={
            "criteria": [
                {"id": "kind", "field": "type", "points": {"strategic": "90"}, "weight": "1"},
                {"id": "wallet", "metric": "share-of-wallet", "line": [["0", "0"], ["1", "100"]], "weight": "3"},
            ]
        }
    )
    row = page(summary("first", own, type="strategic"), own=own).rows[0]
    assert row.class_label.known == "25% known"


def test_what_is_overdue_counts_its_days_and_what_comes_has_its_weekday() -> None:
    late = replace(
        summary("late"), attention=(to_do(90), to_do(50, due=date(2026, 5, 8)), to_do(40, due=date(2026, 5, 4)))
    )
    soon = replace(summary("soon"), attention=(to_do(50, due=date(2026, 5, 8)),))
    rows = page(late, soon).rows
    assert [(row.due.text, row.due.sort, row.overdue) for row in rows] == [
        ("2 days overdue", "2026-05-04", True),
        ("Fri 8 May 2026", "2026-05-08", False),
    ]


# ── Groups ──


def test_a_group_is_its_head_and_all_accounts_below_it() -> None:
    said = page(
        summary("holding", **revenue_goal("900", "0")),
        summary("east", profile={"parent": "holding"}, value={"purchases": [SMALL]}),
        summary("shop", profile={"parent": "east"}, value={"purchases": [SMALL]}),
        summary("alone", **RICH),
    )
    assert [(row.name, row.accounts, [one.name for one in row.members.names]) for row in said.groups] == [
        ("East", "2", ["Shop"]),
        ("Holding", "3", ["East"]),
    ]
    east, holding = said.groups
    assert (east.revenue.text, east.revenue.known) == ("1,000", "")
    assert (holding.revenue.text, holding.revenue.known) == ("1,000", "2 of 3 accounts")
    assert (holding.target.text, holding.target.known) == ("900", "1 of 3 accounts")
    assert (east.target.text, east.target.known, holding.pipeline.text) == ("", "", "")


def test_groups_are_shown_only_where_there_are_any() -> None:
    assert 'id="groups"' not in written(page(summary("first", **RICH)))
    group = page(summary("first", **RICH), summary("second", profile={"parent": "first"}))
    assert 'id="groups"' in written(group)


# ── The written page ──


def test_an_empty_workspace_says_how_to_begin() -> None:
    text = written(page())
    assert "No account plan yet" in text
    assert "kamgen new acme" in text
    assert "<table" not in text


def test_a_workspace_in_which_nothing_is_known_says_what_would_make_it_known() -> None:
    said = page(summary("first"), summary("second"))
    assert said.matrix is said.pyramid is said.forecast is None
    text = written(said)
    assert "Each axis needs at least one of its criteria" in text
    assert "No account has a value to rank by yet." in text
    assert "No open opportunity has an amount yet." in text


def test_the_page_needs_neither_inline_styles_nor_inline_scripts() -> None:
    text = written(page(summary("first", **RICH)))
    assert not re.search(r"\sstyle=|\son\w+=|<style", text)
    assert re.findall(r"<script(?![^>]*\bsrc=)", text) == []


def test_texts_of_plans_stay_texts() -> None:
    hostile = summary("first", **(RICH | {"name": "<img src=x onerror=alert(1)>", "owner": "lin-yue"}))
    text = written(page(replace(hostile, attention=(to_do(90, "<b>Now</b>"),))))
    assert "<img" not in text
    assert "<b>" not in text


def test_a_row_stays_light() -> None:
    text = written(page(summary("rattlesnake-canyon-grocery", **RICH)))
    row = next(line for line in text.splitlines() if line.startswith('<tr><th scope="row"><a'))
    assert len(re.sub(r"<svg.*?</svg>", "", row).encode()) < 600


def test_the_chinese_page_reads_chinese() -> None:
    said = page(summary("first", **RICH), summary("second", value={"purchases": [SMALL]}), language="zh")
    assert said.title == "客户总览"
    assert said.lead == "1 个客户贡献了全部收入的 97%。"
    assert said.slices[0].name == "顶级"
    assert "本周需要关注" in written(said, language="zh")
