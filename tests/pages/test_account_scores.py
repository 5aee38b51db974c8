"""The scores in brief on the account's page, and all of them explained on a page of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kamgen.output.templates import Templates
from kamgen.pages.account.page import AccountPage
from kamgen.pages.account.scores import FIRST_LEVERS
from kamgen.pages.context import Context, account_page_address
from kamgen.pages.navigation import frame
from kamgen.plan.settings import Settings
from tests.pages.test_account_page import NOWHERE, TODAY, Outline, html_of_page, page_of, plan, samples


def scores_html(page: AccountPage, settings: Settings) -> str:
    context = Context(settings, TODAY, "en")
    site = frame(context, account_page_address(page.id, "scores"), page.name)
    return Templates().render("site/scores.html", page=page, t=context.wording, site=site)


def sample() -> tuple[AccountPage, Settings]:
    settings, plans = samples()
    return page_of(plans["save-a-lot"], settings), settings


def test_every_score_has_one_line_that_leads_to_its_explanation() -> None:
    page, settings = sample()
    explained = Outline(scores_html(page, settings))
    targets = [line.href for line in page.scores.lines]
    assert targets == [f"accounts/acme/scores.html#{tree.anchor}" for tree in page.scores.trees]
    assert {target.partition("#")[2] for target in targets} <= set(explained.ids)
    assert [href for href in Outline(html_of_page(page, settings)).hrefs if "#why-" in href] == [
        f"../{target}" for target in targets
    ]


def test_only_what_is_counted_in_points_has_a_bar() -> None:
    page, _ = sample()
    bars = {line.label: line.length for line in page.scores.lines}
    assert bars["Key-account score"] == 82
    assert bars["Lifetime value"] is None
    assert bars["Standing"] is None


def test_a_score_that_is_not_known_says_what_would_make_it_known() -> None:
    page = page_of(plan(), Settings(), placement=NOWHERE)
    relationship = next(line for line in page.scores.lines if line.label == "Relationship")
    assert (relationship.value, relationship.length, relationship.known) == ("", None, "")
    assert relationship.words == "To know it: Rate the people of the power map"


def test_the_page_names_the_best_levers_and_the_page_of_scores_all() -> None:
    page, settings = sample()
    assert len(page.scores.levers) > FIRST_LEVERS
    assert page.scores.first_levers == page.scores.levers[:FIRST_LEVERS]
    last = page.scores.levers[-1].change
    assert last in scores_html(page, settings)
    assert last not in html_of_page(page, settings)


def test_the_page_of_scores_has_every_anchor_once_and_an_outline_without_gaps() -> None:
    page, settings = sample()
    outline = Outline(scores_html(page, settings))
    assert len(outline.ids) == len(set(outline.ids))
    assert {href[1:] for href in outline.hrefs if href.startswith("#")} <= set(outline.ids)
    assert outline.headings[:2] == [1, 2]
    assert set(outline.headings) == {1, 2}


def backcast(**value: Any) -> list[tuple[str, str]]:
    horizon = [{"year": year, "picture": "P", "amount": amount} for year, amount in ((2027, "200"), (2029, "800"))]
    page = page_of(plan(value={"currency": "USD", **value}, goals={"horizon": horizon}), Settings())
    assert page.goals is not None
    return [(row.year, row.growth) for row in page.goals.horizon] + [("today", page.goals.today)]


def test_the_backcast_says_what_growth_each_picture_asks_for() -> None:
    assert backcast() == [("2029", "+100% a year from 2027"), ("2027", ""), ("today", "")]
    bought = backcast(purchases=[{"date": "2025-05-06", "amount": "7"}, {"date": "2025-06-01", "amount": "100"}])
    assert bought == [("2029", "+100% a year from 2027"), ("2027", "+52% a year from today"), ("today", "$100")]
    years = Decimal(1) + Decimal(239) / 365  # from 6 May 2026 to the end of 2027
    assert round(100 * (Decimal(2) ** (1 / years) - 1)) == 52
