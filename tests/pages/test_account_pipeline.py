"""What the account's page says of the forecast: a range beside the sum, the chance, what is left out, win rates."""

from __future__ import annotations

from datetime import date
from typing import Any

from kamgen.pages.account.pipeline import PipelineSection, pipeline_section
from kamgen.pages.account.scores import headline_figures
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.context import Context
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account

TODAY = date(2026, 5, 6)
SETTINGS = Settings.model_validate(
    {
        "currency": "USD",
        "processes": {
            "tender": {"stages": [{"id": "bid", "probability": "0.25"}]},
            "spot": {"name": {"en": "Spot order", "zh": "零星采购"}, "stages": []},
        },
    }
)
TWO = ({"amount": 40_000, "probability": "0.25"}, {"amount": 10_000, "probability": "0.5"})
GOAL = {"id": "revenue", "text": "Revenue", "unit": "USD", "target": 100_000, "actual": 60_000}


def written(*deals: dict[str, Any], goals: tuple[dict[str, Any], ...] = ()) -> Account:
    return Account.model_validate(
        {
            "kamgen": 1,
            "name": "Acme",
            "owner": "lin",
            "opportunities": [{"id": f"deal-{n}", "name": f"Deal {n}", **deal} for n, deal in enumerate(deals)],
            "goals": {"goals": list(goals)},
        }
    )


def headline(account: Account, language: Language = "en") -> tuple[str, str]:
    """Return the pipeline's figure among those that open the page, and its note."""
    scores = score_account("acme", account, SETTINGS, TODAY)
    summary = summarise("acme", account, scores, (), SETTINGS, TODAY)
    figures = headline_figures(AccountTerms(account, Context(SETTINGS, TODAY, language)), summary)
    (figure,) = (figure for figure in figures if figure.href == "#pipeline")
    return figure.value, figure.note


def section(account: Account, language: Language = "en") -> PipelineSection:
    terms = AccountTerms(account, Context(SETTINGS, TODAY, language))
    found = pipeline_section(terms, score_account("acme", account, SETTINGS, TODAY).forecast)
    assert found is not None
    return found


def test_the_figure_that_opens_the_page_has_its_range() -> None:
    found = written(*TWO, goals=(GOAL,))
    assert headline(found) == ("$15K", "likely $0 to $50K, $25K short of the target of $100K")
    assert headline(found, "zh")[1].startswith("可能区间 US$0 至 US$5万")


def test_the_section_says_the_chance_to_reach_the_target() -> None:
    found = written(*TWO, goals=(GOAL,))
    assert section(found).headline == (
        "2 open, $50,000, $15,000 weighted, likely $0 to $50K, $25,000 missing to the goal, "
        "25% chance to reach the target"
    )
    assert "达成目标的概率 25%" in section(found, "zh").headline


def test_what_is_certain_has_no_range_and_a_target_that_is_reached_no_chance() -> None:
    found = written({"amount": 40_000, "probability": 1}, goals=({**GOAL, "actual": 100_000},))
    assert "likely" not in headline(found)[1]
    assert section(found).headline == "1 open, $40,000, $40,000 weighted"


def test_opportunities_that_count_nothing_are_told() -> None:
    found = written(*TWO, {"amount": 5000}, {"probability": "0.5"})
    assert section(found).headline.endswith("2 without amount or chance, not counted")
    assert section(found, "zh").headline.endswith("2 个缺少金额或概率，未计入")


def test_win_rates_are_told_by_process_where_there_is_more_than_one() -> None:
    won, lost = {"status": "won", "process": "tender"}, {"status": "lost", "process": "spot"}
    assert section(written(won, won)).win_rate == "Win rate 100%"
    assert section(written(won, won, lost, lost)).win_rate == "Win rate 50%, Tender 2 of 2, Spot order 0 of 2"
    assert section(written(won, lost), "zh").win_rate == "赢率 50%、Tender 1/1、零星采购 0/1"
