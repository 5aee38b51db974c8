"""The figures that a customer sees where ``joint_plan.share`` says so: right, and only what both sides may know."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamgen.pages.briefs.review.brief import CustomerReview, customer_review
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.test_customer_review import review_html

AS_OF = date(2026, 5, 6)
SETTINGS = Settings.model_validate(
    {
        "currency": "USD",
        "products": [{"id": "dairy", "name": {"en": "Dairy", "zh": "乳制品"}}, {"id": "meat", "name": "Meat"}],
        "briefs": {"company": {"en": "Meridian Supply", "zh": "子午供应链"}},
    }
)


def review_of(share: list[str], language: Language = "en", **sections: Any) -> CustomerReview:
    data = {"kamgen": 1, "name": "Acme", "owner": "lin", "joint_plan": {"share": share}, **sections}
    review = customer_review(Account.model_validate(data), Context(SETTINGS, AS_OF, language))
    assert review is not None
    return review


def purchase(day: str, amount: int, product: str | None = None) -> dict[str, Any]:
    return {"date": day, "amount": amount, "product": product}


def test_purchases_are_those_of_two_years_and_by_product_line() -> None:
    purchases = [
        purchase("2024-05-06", 9000, "dairy"),  # a day too early for either year
        purchase("2024-05-07", 100, "dairy"),
        purchase("2025-05-06", 300, "meat"),
        purchase("2025-05-07", 500, "meat"),
        purchase("2026-05-06", 250, "dairy"),
        purchase("2026-05-06", -50, "dairy"),
        purchase("2026-02-01", 20, "somebody-typed-this"),
        purchase("2026-05-07", 7000, "dairy"),  # still to come
    ]
    found = review_of(["purchases"], value={"currency": "EUR", "purchases": purchases}).purchases
    assert found is not None
    assert (found.now, found.before, found.since) == ("€720", "€400", "")
    assert found.change == "Up 80% on the year before"
    assert [(line.product, line.now, line.before) for line in found.products] == [
        ("Meat", "€500", "€300"),
        ("Dairy", "€200", "€100"),
        ("Other products", "€20", "€0"),
    ]


def test_a_record_that_begins_within_the_year_before_is_not_compared() -> None:
    purchases = [purchase("2025-02-01", 100), purchase("2026-02-01", 500)]
    found = review_of(["purchases"], value={"purchases": purchases}).purchases
    assert found is not None
    assert (found.now, found.before, found.since, found.change) == ("$500", "$100", "1 Feb 2025", "")
    assert found.products == (), "with no product line known there is nothing to tell apart"
    found = review_of(["purchases"], value={"purchases": purchases[1:]}).purchases
    assert found is not None
    assert (found.before, found.since) == ("", "")


def test_requests_are_counted_and_never_told() -> None:
    late = {"id": "a", "text": "Mixed pallets", "raised": "2025-06-01", "due": "2025-06-05", "closed": "2025-06-11"}
    on_time = {"id": "b", "text": "New labels", "raised": "2026-01-01", "due": "2026-01-31", "closed": "2026-01-05"}
    waiting = {"id": "c", "text": "Price steps", "raised": "2026-05-01", "due": "2026-05-20", "owner": "lin"}
    long_ago = {**late, "id": "d", "raised": "2024-01-01"}
    review = review_of(["requests"], service={"requests": [late, on_time, waiting, long_ago]})
    assert [(figure.label, figure.value, figure.note) for figure in review.requests] == [
        ("Answered on time", "50%", "1 of 2 requests"),
        ("Time to answer", "7 days", "half of them faster, half slower"),
        ("Open requests", "1", "on 6 May 2026"),
    ]
    html = review_html(review, Context(SETTINGS, AS_OF, "en"))
    assert not [request["text"] for request in (late, on_time, waiting) if request["text"] in html]


def test_the_latest_survey_is_drawn_and_the_earlier_ones_stand_below_it() -> None:
    surveys = [
        {"date": "2025-10-01", "satisfied": 3, "neutral": 1},
        {"date": "2026-04-01", "very_satisfied": 4, "dissatisfied": 1},
        {"date": "2026-04-20"},  # nobody answered
        {"date": "2026-06-01", "satisfied": 9},  # still to come
    ]
    found = review_of(["satisfaction"], service={"surveys": surveys}).satisfaction
    assert found is not None
    assert found.chart.title == "Satisfaction, 1 Apr 2026"
    assert [(line.day, line.answers, line.satisfied, line.length) for line in found.trend] == [
        ("1 Apr 2026", "5", "80%", 80),
        ("1 Oct 2025", "4", "75%", 75),
    ]
    alone = review_of(["satisfaction"], service={"surveys": surveys[:1]}).satisfaction
    assert alone is not None
    assert alone.trend == ()


@pytest.mark.parametrize("part", ["satisfaction", "requests", "purchases"])
def test_a_part_of_which_nothing_is_known_is_left_out(part: str) -> None:
    review = review_of([part])
    assert (review.satisfaction, review.requests, review.purchases) == (None, (), None)
    html = review_html(review, Context(SETTINGS, AS_OF, "en"))
    assert "figures" not in html
    assert "What you bought" not in html


@pytest.mark.parametrize(
    ("language", "company", "signed"),
    [("en", "by Meridian Supply", "For Meridian Supply"), ("zh", "子午供应链编制", "子午供应链（签署）")],
)
def test_our_company_is_named_on_the_first_page_and_signs(language: Language, company: str, signed: str) -> None:
    html = review_html(review_of(["requests"], language), Context(SETTINGS, AS_OF, language))
    assert company in html
    assert signed in html


def test_without_a_company_in_the_settings_the_supplier_signs() -> None:
    data = {"kamgen": 1, "name": "Acme", "owner": "lin", "joint_plan": {"year": 2026}}
    context = Context(Settings(), AS_OF, "en")
    review = customer_review(Account.model_validate(data), context)
    assert review is not None
    html = review_html(review, context)
    assert "For the supplier" in html
    assert ">by " not in html
