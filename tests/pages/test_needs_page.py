"""Needs and white space of all accounts: what is known adds up, and what is not is said."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.extracts.needs import listed_needs
from kamgen.pages.navigation import frame
from kamgen.pages.needs.page import MOST_NEEDS, NeedsPage, needs_page
from kamgen.pages.needs.white_space import MOST_ACCOUNTS, MOST_OPENINGS, MOST_PRODUCTS
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.registers import TODAY, register_of

SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}}],
        "products": [{"id": "dairy", "name": {"en": "Dairy", "zh": "乳品"}}, {"id": "seafood", "name": "Seafood"}],
        "rates": {"CNY": "0.14"},
        "languages": ["en", "zh"],
    }
)


def space(product: str, potential: str | None = "100", current: str | None = "40", **keys: Any) -> dict[str, Any]:
    return {"product": product, "potential": potential, "current": current, **keys}


def white(*rows: dict[str, Any], currency: str = "USD", **sections: Any) -> dict[str, Any]:
    return {"value": {"currency": currency, "white_space": list(rows)}, **sections}


def needing(*needs: dict[str, Any], **sections: Any) -> dict[str, Any]:
    numbered = [{"id": f"need-{n}", "text": f"Need {n}", **need} for n, need in enumerate(needs)]
    return {"profile": {"needs": numbered}, **sections}


def page(plans: Mapping[str, Mapping[str, Any]], language: Language = "en") -> NeedsPage:
    return needs_page(register_of(plans, SETTINGS), Context(SETTINGS, TODAY, language))


def written(said: NeedsPage, language: Language = "en") -> str:
    context = Context(SETTINGS, TODAY, language)
    site = frame(context, "needs.html", said.title, said.lead)
    return Templates().render("site/needs.html", page=said, t=context.wording, site=site)


# ── White space ──


def test_white_space_stands_by_account_and_product_the_largest_first() -> None:
    said = page(
        {
            "acme": white(space("dairy", rival="Coldline"), space("seafood", "500", "0"), space("dairy", "50", "20")),
            "bolt": white(space("dairy", "1000", "200")),
        }
    )
    assert said.heat is not None
    assert said.heat.products == ("Dairy", "Seafood")
    assert [
        (row.account.text, [cell and (cell.amount, cell.note) for cell in row.cells], row.total)
        for row in said.heat.rows
    ] == [
        ("Bolt", [("800", ""), None], "800"),
        ("Acme", [("90", "Coldline"), ("500", "")], "590"),
    ]
    assert (said.heat.sums, said.heat.total, said.heat.others) == (("890", "500"), "1,390", None)


def test_a_cell_is_a_step_cooler_each_time_it_is_half_as_large() -> None:
    amounts = ("1600", "800", "400", "200", "100", "1", "0")
    said = page({f"a-{n}": white(space("dairy", amount, "0")) for n, amount in enumerate(amounts)})
    assert said.heat is not None
    assert [row.cells[0].heat for row in said.heat.rows if row.cells[0]] == [5, 4, 3, 2, 1, 1, 0]


def test_a_row_without_potential_or_current_business_counts_nothing_and_is_said() -> None:
    said = page({"acme": white(space("dairy"), space("seafood", None), space("seafood", "80", None))})
    dairy, seafood = said.products
    assert (dairy.potential, dairy.current, dairy.space, dairy.share, dairy.unknown) == ("100", "40", "60", "40%", "")
    assert (seafood.potential, seafood.space, seafood.share, seafood.unknown) == ("", "", "", "2 not known yet")
    assert said.unknown.startswith("2 rows lack their potential")
    assert said.figures[1].note == "2 rows not counted"


def test_amounts_are_in_the_reporting_currency_and_one_without_a_rate_is_not_known() -> None:
    said = page(
        {"acme": white(space("dairy", "1000", "500"), currency="CNY"), "bolt": white(space("dairy"), currency="GBP")}
    )
    assert [(row.space, row.unknown) for row in said.products] == [("70", "1 not known yet")]
    assert [row.account.text for row in said.openings] == ["Acme"]


def test_a_product_that_the_settings_do_not_know_keeps_its_id() -> None:
    said = page({"acme": white(space("robots"))})
    assert (said.products[0].product, said.openings[0].product) == ("robots", "robots")


def test_rivals_are_named_once_first_who_holds_most() -> None:
    rows = [space("dairy", str(10**n), "0", rival=f"Rival {n}") for n in range(2, 6)]
    said = page({"acme": white(*rows, space("dairy", "20", "0", rival="Rival 5"))})
    assert said.products[0].rivals == "Rival 5, Rival 4, Rival 3 and 1 more"
    assert said.heat is not None
    assert said.heat.rows[0].cells[0] is not None
    assert said.heat.rows[0].cells[0].note == "Rival 5 and 3 more"


def test_white_space_says_which_open_opportunity_is_there_for_its_product() -> None:
    offers = [
        {"id": "small", "name": "Small", "product": "dairy", "amount": "10"},
        {"id": "large", "name": "Large", "product": "dairy", "amount": "20"},
        {"id": "gone", "name": "Gone", "product": "seafood", "status": "lost"},
    ]
    said = page({"acme": white(space("dairy"), space("seafood", "50", unit="Shops"), opportunities=offers)})
    dairy, seafood = said.openings
    assert (dairy.opportunity.text, dairy.opportunity.href) == (
        "Large and 1 more",
        "accounts/acme.html#opportunity-large",
    )
    assert (dairy.unit, seafood.unit) == ("Whole account", "Shops")
    assert not seafood.opportunity
    assert 'data-open="no"' in written(said)


def test_what_has_no_room_is_left_out_of_the_list() -> None:
    said = page({"acme": white(space("dairy", "40", "60"), space("seafood"))})
    assert [row.product for row in said.openings] == ["Seafood"]
    assert said.products[1].share == "150%"
    assert said.products[1].length == 100


def test_more_accounts_and_products_than_fit_share_a_row_and_a_column() -> None:
    rows = [space(f"p-{n}", str(100 - n), "0") for n in range(MOST_PRODUCTS + 3)]
    said = page({f"a-{n:02}": white(*rows) for n in range(MOST_ACCOUNTS + 4)})
    assert said.heat is not None
    assert len(said.heat.rows) == MOST_ACCOUNTS
    assert said.heat.products[-1] == "Other products"
    assert said.heat.others is not None
    assert said.heat.others.account.text == "4 other accounts"
    of_one = 100 - MOST_PRODUCTS + 100 - MOST_PRODUCTS - 1 + 100 - MOST_PRODUCTS - 2
    assert said.heat.others.cells[-1] is not None
    assert said.heat.others.cells[-1].amount == f"{4 * of_one:,}"
    assert said.heat.sums[-1] == f"{(MOST_ACCOUNTS + 4) * of_one:,}"


# ── Needs ──


def test_a_need_is_answered_by_what_is_open_or_won_or_by_an_outcome() -> None:
    account = Account.model_validate(
        {
            "kamgen": "1",
            "name": "Acme",
            "owner": "lin-yue",
            "profile": {
                "needs": [{"id": id_, "text": id_} for id_ in ("open", "won", "lost", "later", "outcome", "none")]
            },
            "opportunities": [
                {"id": "a", "name": "A", "needs": ["open"]},
                {"id": "b", "name": "B", "needs": ["won"], "status": "won"},
                {"id": "c", "name": "C", "needs": ["lost"], "status": "lost"},
                {"id": "d", "name": "D", "needs": ["later"], "created": "2026-05-07"},
            ],
            "success_plan": {"outcomes": [{"id": "o", "text": "O", "closes": "outcome"}]},
        }
    )
    found = {need.id: need.answered for need in listed_needs(account, SETTINGS, TODAY)}
    assert found == {"open": True, "won": True, "lost": False, "later": False, "outcome": True, "none": False}


def test_needs_that_are_met_secret_or_of_a_lost_account_wait_for_no_answer() -> None:
    said = page(
        {
            "acme": needing({"met": "fully"}, {"kind": "secret"}, {"met": "partly"}, {}),
            "bolt": needing({"met": "none"}, status="lost"),
        }
    )
    assert [(row.account.text, row.need.href, row.met, row.state) for row in said.waiting] == [
        ("Acme", "accounts/acme.html#need-need-2", "Partly met", "amber"),
        ("Acme", "accounts/acme.html#need-need-3", "not known yet", "none"),
    ]
    assert said.needs is not None
    assert said.needs.total == 5


def test_needs_are_counted_by_kind_and_level_and_lead_to_those_without_an_answer() -> None:
    said = page(
        {
            "acme": needing(
                {"kind": "stated", "level": "product", "met": "fully"},
                {"kind": "stated", "level": "product"},
                {"kind": "real", "level": "lifetime", "met": "fully"},
            )
        }
    )
    assert said.needs is not None
    assert [row.kind for row in said.needs.rows] == ["Stated", "Real", "Unstated", "Delight", "Secret"]
    assert said.needs.levels == ("Product", "Solution", "Business outcome", "Lifetime partnership")
    cell = said.needs.rows[0].cells[0]
    assert (cell.count, cell.waiting, cell.href) == (2, "1 without an answer", "#need-list?kind=stated&level=product")
    assert [row.total for row in said.needs.rows] == [2, 1, 0, 0, 0]
    assert said.needs.sums == (2, 0, 0, 1)


def test_a_kind_or_level_that_nobody_wrote_down_has_its_own_row_and_column() -> None:
    said = page({"acme": needing({"kind": "real"}, {"level": "product"})})
    assert said.needs is not None
    assert said.needs.rows[-1].kind == "kind not said"
    assert said.needs.levels[-1] == "level not said"
    assert said.needs.rows[1].cells[-1].href == "#need-list?kind=real&level=-"
    assert (said.waiting[0].kind_id, said.waiting[0].level_id) == ("real", "-")


def test_needs_of_the_most_valuable_account_come_first() -> None:
    bought = {"value": {"purchases": [{"date": "2026-01-10", "amount": "500"}]}}
    said = page({"acme": needing({}), "bolt": needing({}, **bought)})
    assert [row.account.text for row in said.waiting] == ["Bolt", "Acme"]


# ── The page ──


def test_an_empty_register_says_what_to_write() -> None:
    said = page({})
    assert (said.figures, said.heat, said.needs) == ((), None, None)
    assert said.lead == "Nothing is written down yet."
    assert "white_space:" in written(said)
    assert "<table" not in written(said)


def test_one_half_without_the_other_says_what_would_fill_it() -> None:
    assert "No need is written down yet." in written(page({"acme": white(space("dairy"))}))
    assert "No plan says yet what a customer could buy." in written(page({"acme": needing({})}))
    assert page({"acme": needing({})}).figures[0].value is None


def test_white_space_of_which_nothing_is_known_has_no_figures() -> None:
    said = page({"acme": white(space("dairy", None))})
    assert said.heat is None
    assert said.lead == "No white space is known yet."
    assert [figure.value for figure in said.figures] == [None, None, None, None]
    assert written(said)


def test_a_thousand_accounts_stay_a_page_of_a_few_hundred_rows() -> None:
    plan = white(space("dairy"), space("seafood"), **needing({"met": "none"}, {"kind": "real"}))
    said = page({f"a-{n:04}": plan for n in range(1000)})
    assert len(said.openings) == MOST_OPENINGS
    assert said.openings_note == f"The {MOST_OPENINGS} largest of 2,000"
    assert said.openings_beyond.startswith("1,900 smaller ones")
    assert len(said.waiting) == MOST_NEEDS
    assert said.waiting_beyond == f"{2000 - MOST_NEEDS:,} more on the accounts’ own pages"
    assert len(written(said).encode()) < 400_000


def test_rows_can_be_chosen_by_owner_and_by_what_is_open() -> None:
    facets = json.loads(page({"acme": white(space("dairy"))}).opening_facets)
    assert facets == [
        ["open", "Opportunity", {"no": "none yet", "yes": "is open"}],
        ["owner", "Owner", {"lin-yue": "Lin Yue"}],
    ]


def test_texts_of_plans_stay_texts() -> None:
    bad = "<img src=x onerror=alert(1)>"
    said = page({"acme": white(space(bad, rival=bad, unit=bad), name=bad, **needing({"text": bad, "source": bad}))})
    html = written(said)
    assert "<img" not in html
    assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)


def test_the_page_reads_chinese() -> None:
    said = page({"acme": white(space("dairy"), **needing({"kind": "stated", "met": "none"}))}, "zh")
    assert said.lead == "客户每年还可能向我们多采购 US$60。1 项需求尚无对应方案。"
    assert said.products[0].product == "乳品"
    assert "尚无对应方案的需求" in written(said, "zh")
