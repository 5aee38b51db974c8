"""The page of all opportunities: funnel, forecast, lists; what is not known is said so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.output.templates import Templates
from kamgen.pages.charts.funnel import FunnelStage, funnel_chart
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.opportunities.page import OpportunitiesPage, opportunities_page
from kamgen.pages.opportunities.rows import MOST_DECIDED, MOST_OPEN
from kamgen.pages.register import Register, extracts_of, lists_of
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.win_rates import WinRate
from kamgen.wording.chinese import opportunities
from kamgen.wording.language import WORDINGS

TODAY = date(2026, 5, 6)
TEAM = [{"id": "lin-yue", "name": "Lin Yue"}, {"id": "chen-bo", "name": "Chen Bo"}]
PROCESSES = {
    "tender": {
        "name": {"en": "Tender", "zh": "招标采购"},
        "stages": [
            {"id": "notice", "name": {"en": "Notice", "zh": "招标信息"}, "probability": "0.1"},
            {"id": "bid", "probability": "0.5"},
        ],
    },
    "spot": {"stages": [{"id": "quote", "probability": "0.5"}]},
}
SETTINGS: dict[str, Any] = {"team": TEAM, "processes": PROCESSES, "currency": "USD"}


def sale(id_: str, **keys: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_.title(), **keys}


def bid(id_: str, amount: str | None = "100", stage: str = "bid", **keys: Any) -> dict[str, Any]:
    given = {} if amount is None else {"amount": amount}
    return sale(id_, process="tender", stage=stage, **given, **keys)


def plan(name: str, *found: dict[str, Any], owner: str = "lin-yue", **sections: Any) -> Account:
    return Account.model_validate({"kamgen": "1", "name": name, "owner": owner, "opportunities": found, **sections})


def register_of(plans: dict[str, Account], settings: Settings, as_of: date = TODAY) -> Register:
    scores = {id_: score_account(id_, account, settings, as_of) for id_, account in plans.items()}
    summaries = {id_: summarise(id_, plans[id_], scores[id_], (), settings, as_of) for id_ in plans}
    extracts = {id_: extracts_of(lists_of(account, settings, as_of)) for id_, account in plans.items()}
    return Register(summaries, score_portfolio(scores, settings, summaries), (), extracts)


def page(*plans: Account, as_of: date = TODAY, language: str = "en", **own: Any) -> OpportunitiesPage:
    settings = Settings.model_validate(SETTINGS | own)
    named = {f"a{number:04}": account for number, account in enumerate(plans)}
    context = Context(settings, as_of, language)  # type: ignore[arg-type]
    return opportunities_page(register_of(named, settings, as_of), context)


def rendered(view: OpportunitiesPage, language: str = "en") -> str:
    context = Context(Settings.model_validate(SETTINGS), TODAY, language)  # type: ignore[arg-type]
    site = frame(context, "opportunities.html", view.title, view.lead)
    return Templates().render("site/opportunities.html", page=view, site=site, t=context.wording)


def figures(view: OpportunitiesPage) -> dict[str, tuple[str | None, str]]:
    return {figure.label: (figure.value, figure.note) for figure in view.figures}


GOAL = {"goals": [{"id": "revenue", "text": "Revenue", "unit": "USD", "target": "1000", "actual": "200"}]}


# ── Opening ──


def test_the_figures_say_what_is_open_and_what_it_may_bring() -> None:
    view = page(plan("Acme", bid("a", "600"), bid("b", "400", stage="notice"), goals=GOAL))
    assert view.lead == "2 opportunities are open for $1K, worth $340 with their chances to be won."
    assert figures(view) == {
        "Open": ("2", "in 1 account"),
        "Amount": ("$1K", "if all are won"),
        "Weighted": ("$340", "likely $0 to $600 (P10–P90)"),
        "Revenue target": ("$1K", "$200 booked"),
        "Chance to reach the target": ("5%", "booked and won together"),
    }
    assert view.forecast is not None


def test_what_has_no_amount_is_counted_and_its_worth_is_unknown() -> None:
    view = page(plan("Acme", bid("a", None)))
    assert view.lead == "1 opportunity is open; what it may bring is not known yet."
    assert figures(view)["Amount"] == (None, "1 without an amount")
    assert figures(view)["Weighted"][0] is None
    assert figures(view)["Revenue target"] == (None, "needs a revenue goal in a plan")
    assert view.forecast is None
    assert view.forecast_note == "1 open opportunity lacks an amount or a chance and counts nothing."


# ── Funnel ──


def test_a_funnel_has_the_stages_in_order_with_the_chance_set_and_the_rate_measured() -> None:
    won = {"status": "won", "close": "2026-04-01"}
    lost = {"status": "lost", "close": "2026-04-01"}
    view = page(plan("Acme", bid("a"), bid("w", **won), bid("l", stage="notice", **lost)))
    (funnel,) = view.funnels
    assert (funnel.name, funnel.words) == ("Tender", "1 open · $100 · $50 weighted · 1 of 2 won")
    assert [
        (row.stage, row.count, row.amount, row.weighted, row.chance, row.rate, row.decided) for row in funnel.rows
    ] == [
        ("Notice", "", "", "", "10%", "50%", "2"),
        ("Bid", "1", "100", "50", "50%", "100%", "1"),
    ]


def test_a_stage_that_the_process_does_not_have_is_a_row_of_its_own() -> None:
    view = page(plan("Acme", bid("a", stage="somewhere"), sale("b", process="tender", amount="5")))
    assert [(row.stage, row.count, row.amount, row.weighted) for row in view.funnels[0].rows] == [
        ("Notice", "", "", ""),
        ("Bid", "", "", ""),
        ("In no stage of the process", "2", "105", ""),
    ]
    assert view.open[0].stage == "Somewhere"


def test_without_processes_in_the_settings_all_stands_together() -> None:
    view = page(plan("Acme", bid("a", probability="0.2")), processes={})
    (funnel,) = view.funnels
    assert (funnel.name, funnel.chart) == ("Without a buying process", None)
    assert [(row.stage, row.count, row.weighted) for row in funnel.rows] == [("All open", "1", "20")]
    assert view.open[0].process == "Without a buying process"
    rendered(view)


def test_a_process_in_which_nothing_happened_has_no_funnel() -> None:
    assert [funnel.name for funnel in page(plan("Acme", sale("a", process="spot", stage="quote"))).funnels] == ["Spot"]


def test_the_drawing_has_a_bar_for_each_amount_and_a_dot_only_where_something_is_decided() -> None:
    stages = [
        FunnelStage("Notice", 2, Decimal(200), Decimal(20), Decimal("0.1"), WinRate(0, 0)),
        FunnelStage("Bid", 0, None, None, Decimal("0.5"), WinRate(1, 4)),
    ]
    chart = funnel_chart("funnel-tender", "Tender", stages, "USD", WORDINGS["en"])
    assert chart is not None
    assert [(bar.role, bar.width) for bar in chart.bars] == [("amount", 290), ("expected", 29)]
    assert [(scale.tick, scale.dot) for scale in chart.scales] == [(345, None), (405, 367.5)]
    assert chart.description == (
        "Notice: 2 open, $200, $20 weighted, chance in the settings 10%. "
        "Bid: 0 open, chance in the settings 50%, 1 of 4 won"
    )


# ── Forecast ──


def test_the_forecast_by_owner_is_that_of_the_accounts_of_each() -> None:
    view = page(
        plan("Acme", bid("a", "600"), goals=GOAL), plan("Best", bid("b", "100"), bid("c", None), owner="chen-bo")
    )
    assert [(row.owner.text, row.count, row.amount, row.weighted, row.target, row.missing) for row in view.owners] == [
        ("Lin Yue", "1", "600", "300", "1,000", ""),
        ("Chen Bo", "2", "100", "50", "", "1 not counted"),
    ]
    assert view.owners[0].likely == "0–600"


def test_the_forecast_by_quarter_begins_with_what_is_overdue_and_ends_with_what_has_no_day() -> None:
    view = page(
        plan(
            "Acme",
            bid("late", close="2026-05-05"),
            bid("today", close="2026-05-06"),
            bid("june", close="2026-06-30"),
            bid("july", close="2026-07-01"),
            bid("far", close="9999-12-31"),
            bid("none"),
        )
    )
    assert [(row.name, row.note, row.count, row.late) for row in view.quarters] == [
        ("Decision overdue", "", "1", True),
        ("Apr–Jun 2026", "this quarter", "2", False),
        ("Jul–Sep 2026", "", "1", False),
        ("Oct–Dec 2026", "", "", False),
        ("Jan–Mar 2027", "", "", False),
        ("Apr–Jun 2027", "", "", False),
        ("Jul–Sep 2027", "", "", False),
        ("Later", "", "1", False),
        ("No day of decision yet", "", "1", False),
    ]
    assert [row.length for row in view.quarters[:3]] == [50, 100, 50]


def test_empty_quarters_beyond_a_year_are_left_out() -> None:
    assert [row.name for row in page(plan("Acme", bid("a", close="2026-06-30"))).quarters] == [
        "Apr–Jun 2026",
        "Jul–Sep 2026",
        "Oct–Dec 2026",
        "Jan–Mar 2027",
    ]


def test_quarters_are_those_of_the_fiscal_year() -> None:
    view = page(plan("Acme", bid("a", close="2027-01-31")), fiscal_year_start="2")
    assert [(row.name, row.count) for row in view.quarters] == [
        ("May–Jul 2026", ""),
        ("Aug–Oct 2026", ""),
        ("Nov 2026 – Jan 2027", "1"),
        ("Feb–Apr 2027", ""),
    ]


def test_quarters_end_where_days_end() -> None:
    view = page(plan("Acme", bid("a", close="9999-12-31")), as_of=date(9999, 12, 30))
    assert [(row.name, row.count) for row in view.quarters] == [("Oct–Dec 9999", "1")]


# ── Lists ──


def test_the_largest_weighted_amount_comes_first_and_what_has_none_last() -> None:
    view = page(
        plan("Acme", bid("low", "100"), bid("high", "900"), bid("unknown", None), sale("chanceless", amount="5000"))
    )
    assert [row.name.text for row in view.open] == ["High", "Low", "Chanceless", "Unknown"]
    assert view.open[0].name.href == "accounts/a0000.html#opportunity-high"


def test_what_an_open_opportunity_lacks_is_said_and_can_be_filtered() -> None:
    step = {"text": "Call", "owner": "chen-bo", "due": "2026-05-01"}
    view = page(plan("Acme", bid("whole", close="2026-05-01", next_step=step), sale("bare")))
    assert [(lack.id, lack.words) for lack in view.lacks] == [
        ("amount", "1: no amount"),
        ("chance", "1: no chance"),
        ("day", "1: no day of decision"),
        ("step", "1: no next step"),
    ]
    whole, bare = view.open
    assert (whole.lacks, bare.lacks) == ("", "amount|chance|day|step")
    assert whole.close is not None
    assert (whole.close.note, whole.close.state) == ("5 days overdue", "late")
    assert (whole.step, whole.step_owner.text) == ("Call", "Chen Bo")
    assert 'href="#opportunity-list?lacks=amount"' in rendered(view)


def test_a_chance_of_zero_is_known() -> None:
    view = page(plan("Acme", bid("a", probability="0", close="2026-06-01")))
    assert (view.open[0].chance, view.open[0].weighted, view.open[0].lacks) == ("0%", "0", "step")


def test_decided_ones_of_a_year_are_listed_the_last_first_with_the_reason() -> None:
    view = page(
        plan(
            "Acme",
            bid("old", status="won", close="2025-05-06"),
            bid("first", status="won", close="2025-05-07"),
            bid("why", status="lost", close="2026-02-01", lost_reason="Too dear", rival="Bluepine"),
            bid("silent", status="lost", close="2026-01-01"),
            bid("undated", status="won"),
        )
    )
    assert [(row.name.text, row.status, row.reason, row.reason_known) for row in view.decided] == [
        ("Why", "Lost", "Too dear · rival: Bluepine", True),
        ("Silent", "Lost", "No reason written down", False),
        ("First", "Won", "", False),
    ]
    assert view.decided_words == "1 won $100 · 2 lost $200"
    assert view.decided_beyond == "1 decided one has no day and is left out."
    assert view.lead == "Nothing is open at the moment."


def test_a_thousand_accounts_are_cut_and_what_is_left_out_is_counted() -> None:
    plans = [plan(f"A{number}", bid("a"), bid("w", status="won", close="2026-04-01")) for number in range(1000)]
    view = page(*plans)
    assert (len(view.open), len(view.decided)) == (MOST_OPEN, MOST_DECIDED)
    assert view.open_shown == f"The {MOST_OPEN} largest of 1,000"
    assert view.open_beyond == f"{1000 - MOST_OPEN} smaller ones stand on the pages of their accounts."
    assert view.decided_beyond == f"{1000 - MOST_DECIDED} earlier ones stand on the pages of their accounts."
    assert len(rendered(view)) < 400_000


# ── Empty, and untrusted ──


def test_an_empty_workspace_says_how_to_begin() -> None:
    view = page()
    assert (view.lead, view.figures, view.funnels) == ("No opportunity is written down yet.", (), ())
    assert "Write what an account may buy next" in rendered(view)


def test_where_all_is_decided_the_page_points_to_the_needs() -> None:
    view = page(plan("Acme", bid("w", status="won", close="2026-04-01")))
    assert (view.quarters, view.open) == ((), ())
    assert 'href="needs.html"' in rendered(view)


def test_texts_of_plans_are_escaped() -> None:
    view = page(plan("Acme", bid("a") | {"name": "<script>x</script>", "next_step": {"text": "<i>y"}}))
    html = rendered(view)
    assert "<script>x" not in html
    assert "<i>y" not in html


def test_the_page_speaks_chinese() -> None:
    won = {"status": "won", "close": "2026-04-01"}
    view = page(plan("Acme", bid("a", close="2026-06-01"), bid("w", **won), bid("n", None), goals=GOAL), language="zh")
    assert view.lead == "2 个商机正在进行，金额合计 US$100，按赢单概率加权为 US$50。"
    assert view.quarters[0].name == "2026年4–6月"
    html = rendered(view, "zh")
    assert [pattern for pattern in opportunities.PHRASES if " " in pattern and pattern in html] == []
