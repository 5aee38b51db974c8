"""What all accounts have lost: causes add up, a missing fix is seen, opportunities and accounts stand apart."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.losses_page import MOST_ACCOUNTS, MOST_LOSSES, QUARTERS, LossesPage, losses_page
from kamgen.pages.navigation import frame
from kamgen.pages.portfolio.causes import MOST_STRUCK
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.registers import TODAY, register_of

SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}}],
        "rates": {"CNY": "0.14"},
        "languages": ["en", "zh"],
    }
)


def loss(day: str = "2026-04-01", **keys: Any) -> dict[str, Any]:
    return {"date": day, "what": "An order", **keys}


def losing(*losses: dict[str, Any], **sections: Any) -> dict[str, Any]:
    return {"service": {"losses": list(losses)}, **sections}


def page(
    plans: Mapping[str, Mapping[str, Any]],
    language: Language = "en",
    settings: Settings = SETTINGS,
    as_of: date = TODAY,
) -> LossesPage:
    return losses_page(register_of(plans, settings, as_of), Context(settings, as_of, language))


def written(said: LossesPage, language: Language = "en") -> str:
    context = Context(SETTINGS, TODAY, language)
    site = frame(context, "losses.html", said.title, said.lead)
    return Templates().render("site/losses.html", page=said, t=context.wording, site=site)


def figures(said: LossesPage) -> dict[str, tuple[str | None, str]]:
    return {figure.label: (figure.value, figure.note) for figure in said.figures}


# ── Losses ──


def test_losses_of_all_accounts_stand_by_reason_the_costliest_first() -> None:
    said = page(
        {
            "first": losing(loss(amount="100", reason="price"), loss(reason="price", fix="A new list")),
            "second": losing(loss(amount="2000", reason="rival"), loss(amount="50", reason="price"), loss()),
        }
    )
    assert [(row.reason, row.count, row.amount, row.unpriced, row.without_fix) for row in said.reasons] == [
        ("Rival", "1", "2,000", "", "1"),
        ("Price", "3", "150", "1 without an amount", "2"),
        ("No reason written down", "1", "", "", "1"),
    ]
    assert [one.name for one in said.reasons[1].accounts.names] == ["First", "Second"]


def test_a_reason_names_a_few_accounts_and_leads_to_all_its_losses() -> None:
    said = page({f"a-{n:02}": losing(loss(reason="price")) for n in range(MOST_STRUCK + 2)})
    (price,) = said.reasons
    assert len(price.accounts.names) == MOST_STRUCK
    assert price.accounts.more == "and 2 more accounts"
    assert '<a href="#loss-list?reason=price">' in written(said)


def test_each_loss_of_the_last_12_months_is_listed_the_latest_first() -> None:
    said = page(
        {
            "first": losing(loss("2025-05-06"), loss("2025-05-07", amount="10"), loss("2026-05-07")),
            "second": losing(loss("2026-01-02", reason="service", cause="Nobody answered", fix="A night number")),
        }
    )
    assert [(row.day, row.account.text, row.amount, row.reason, row.cause, row.fix) for row in said.losses] == [
        ("2 Jan 2026", "Second", "", "Service", "Nobody answered", "A night number"),
        ("7 May 2025", "First", "10", "No reason written down", "", ""),
    ]
    html = written(said)
    assert "no fix yet" in html
    assert "not found yet" in html
    assert 'data-fix="no"' in html


def test_an_open_cause_is_said_before_anything_else() -> None:
    said = page({"first": losing(loss(amount="100"), loss(amount="50", fix="Done"))})
    assert (
        said.lead == "2 losses of $150 in the last 12 months. After 1 of them nothing was changed: it can happen again."
    )
    mended = page({"first": losing(loss(fix="Done"))})
    assert mended.lead == "1 loss in the last 12 months. After each of them something was changed."
    assert figures(mended)["Nothing changed since"] == ("0", "every loss has its fix")


def test_amounts_are_in_the_reporting_currency_and_one_without_a_rate_is_not_known() -> None:
    said = page({"first": losing(loss(amount="1000", currency="CNY"), loss(amount="9", currency="GBP"))})
    assert figures(said)["Amount lost"] == ("$140", "1 without an amount")
    assert [row.amount for row in said.losses] == ["140", ""]
    unknown = page({"first": losing(loss(amount="9", currency="GBP"))})
    assert figures(unknown)["Amount lost"] == (None, "1 without an amount")


def test_the_amount_is_held_against_the_year_before() -> None:
    said = page({"first": losing(loss(amount="150"), loss("2025-02-01", amount="100"))})
    assert figures(said)["Amount lost"] == ("$150", "+50% on the year before")
    assert figures(page({"first": losing(loss(amount="150"))}))["Amount lost"][1] == "nothing on record the year before"


def test_losses_can_be_chosen_by_owner_and_by_their_fix() -> None:
    facets = json.loads(page({"first": losing(loss())}).facets)
    assert facets == [
        ["fix", "Fix", {"no": "no fix yet", "yes": "written down"}],
        ["owner", "Owner", {"lin-yue": "Lin Yue"}],
    ]


# ── By quarter ──


def test_quarters_begin_with_the_first_loss_on_record_and_end_with_this_one() -> None:
    said = page(
        {"first": losing(loss("2025-11-01", amount="100"), loss("2025-12-31", amount="100"), loss(amount="50"))}
    )
    assert [(row.name, row.note, row.count, row.amount, row.length) for row in said.quarters] == [
        ("Oct–Dec 2025", "", "2", "200", 100),
        ("Jan–Mar 2026", "", "", "", 0),
        ("Apr–Jun 2026", "so far", "1", "50", 25),
    ]


def test_quarters_are_those_of_the_fiscal_year_and_two_years_of_them() -> None:
    settings = Settings.model_validate({"fiscal_year_start": "2"})
    said = page({"first": losing(loss("2020-01-01"), loss("2024-08-01"))}, settings=settings)
    assert len(said.quarters) == QUARTERS
    assert (said.quarters[0].name, said.quarters[-1].name) == ("Aug–Oct 2024", "May–Jul 2026")
    assert said.quarters[0].count == "1"


@pytest.mark.parametrize("as_of", [date(1, 2, 3), date.max])
def test_quarters_stay_inside_the_calendar(as_of: date) -> None:
    said = page({"first": losing(loss(as_of.isoformat()))}, as_of=as_of)
    assert said.quarters[-1].note == "so far"


# ── Opportunities and accounts ──


def test_lost_opportunities_stand_apart_with_their_reason() -> None:
    offers = [
        {
            "id": "tender",
            "name": "Tender",
            "status": "lost",
            "close": "2026-03-01",
            "amount": "900",
            "lost_reason": "Late",
        },
        {"id": "old", "name": "Old", "status": "lost", "close": "2025-01-01"},
        {"id": "undated", "name": "Undated", "status": "lost"},
        {"id": "won", "name": "Won", "status": "won", "close": "2026-03-01"},
    ]
    said = page({"first": {"opportunities": offers}})
    assert [(row.name.text, row.amount, row.reason) for row in said.opportunities] == [("Tender", "900", "Late")]
    assert said.opportunities_words == "1 in the last 12 months, worth $900"
    assert said.opportunities_beyond == "1 lost opportunity has no day of decision and is left out"
    assert said.losses == ()
    assert said.lead == "No loss is written down."
    assert figures(said)["Lost opportunities"] == ("1", "worth $900")


def test_lost_accounts_are_named_with_what_they_brought_and_their_latest_loss() -> None:
    gone = losing(
        loss("2024-01-01", what="All of it", cause="Nobody called"),
        status="lost",
        value={"purchases": [{"date": "2023-05-01", "amount": "700"}]},
    )
    said = page({"small": {"status": "lost"}, "big": gone, "ours": {}})
    assert [(row.account.text, row.brought, row.last, row.what, row.cause) for row in said.accounts] == [
        ("Big", "700", "1 May 2023", "All of it", "Nobody called"),
        ("Small", "", "", "", ""),
    ]
    assert "not written down" in written(said)


# ── The page ──


def test_an_empty_register_says_what_to_write() -> None:
    said = page({})
    assert (said.figures, said.losses, said.quarters) == ((), (), ())
    assert "losses:" in written(said)
    assert "<table" not in written(said)


def test_a_year_without_a_loss_still_shows_the_ones_before() -> None:
    said = page({"first": losing(loss("2025-02-01", amount="5"))})
    assert said.lead == "No loss of the last 12 months is written down."
    assert figures(said)["Amount lost"][0] == "$0"
    assert said.quarters[0].count == "1"
    assert "as far as the plans say" in written(said)


def test_a_thousand_accounts_stay_a_page_of_a_few_hundred_rows() -> None:
    losses = [loss((TODAY - timedelta(days=n)).isoformat(), cause="A cause of some length") for n in range(3)]
    plans = {f"a-{n:04}": losing(*losses, status="lost" if n % 2 else "active") for n in range(1000)}
    said = page(plans)
    assert len(said.losses) == MOST_LOSSES
    assert said.losses_note == f"The latest {MOST_LOSSES} of 3,000"
    assert said.losses_beyond == f"{3000 - MOST_LOSSES:,} more on the accounts’ own pages"
    assert said.accounts_beyond == f"and {500 - MOST_ACCOUNTS} more accounts"
    assert len(written(said).encode()) < 400_000


def test_texts_of_plans_stay_texts() -> None:
    bad = "<img src=x onerror=alert(1)>"
    html = written(page({"first": losing(loss(what=bad, cause=bad, fix=bad), name=bad, status="lost")}))
    assert "<img" not in html
    assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)


def test_the_page_reads_chinese() -> None:
    said = page({"first": losing(loss(amount="100", reason="price"), status="lost")}, "zh")
    assert said.lead == "近 12 个月流失 1 次，共 US$100。其中 1 次尚无改进措施，可能再次发生。"
    html = written(said, "zh")
    assert all(words in html for words in ("流失原因", "价格", "尚无改进", "流失的客户"))
