"""The joint review says what both sides may read, and nothing else."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.review import CustomerReview, customer_review
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.settings import Briefs, Settings
from tests.pages.canaries import Canaries

AS_OF = date(2040, 1, 1)
DESIGN = brief_design(Templates(), Briefs())
NEXT_REVIEW = date(2041, 3, 4)

# Everything of a plan that the customer may read. Another path needs a decision, and a line here.
VISIBLE = (
    r"name",
    r"joint_plan\.value_proposition",
    r"joint_plan\.scope\.(in|out)\[\d\]",
    r"joint_plan\.initiatives\[\d\]\.(text|due)",
    r"joint_plan\.initiatives\[\d\]\.benefit\.(ours|theirs)",
    r"joint_plan\.commitments\[\d\]\.(text|due)",
    r"joint_plan\.supply\[\d\]\.(product|period|volume|unit)",
    r"goals\.goals\[0\]\.(text|unit|baseline|target|actual|due)",  # the one that the joint plan lists
    r"success_plan\.outcomes\[\d\]\.(text|unit|baseline|target|actual|due|verified)",
    r"success_plan\.outcomes\[\d\]\.milestones\[\d\]\.(text|due)",
    r"power_map\.people\[0\]\.name",  # the one who answers for a commitment, an outcome and a milestone
    r"reviews\[3\]\.(date|outcomes\[\d\]|decisions\[\d\])",  # the joint one
)

SETTINGS = Settings.model_validate(
    {
        "title": "qxtitlez",
        "team": [
            {"id": "ours", "name": "Lin Yue"},
            {"id": "qxmemberz", "name": "qxunusedz"},
        ],
        "products": [{"id": "qxproductz", "name": "qxproductnamez"}],
    }
)


def canary_plan() -> tuple[Account, Canaries]:
    """A plan full of canaries, whose joint plan names a goal and people that exist."""
    canaries = Canaries()
    data = canaries.plan(Account)
    data["kamgen"] = 1
    person, goal = data["power_map"]["people"][0]["id"], data["goals"]["goals"][0]["id"]
    data["owner"] = "ours"
    data["joint_plan"].update(goals=[goal], next_review=NEXT_REVIEW.isoformat())
    for commitment in data["joint_plan"]["commitments"]:
        commitment["owner"] = "ours" if commitment["by"] == "us" else person
    for outcome in data["success_plan"]["outcomes"]:
        outcome.update(owner="ours", customer_owner=person)
        for milestone in outcome["milestones"]:
            milestone.update(owner="ours", customer_owner=person)
    return Account.model_validate(data), canaries


def written(canaries: Canaries, context: Context) -> dict[str, tuple[str, ...]]:
    """How each canary would read: numbers and days in every form that the wording gives them."""
    t = context.wording
    forms: dict[str, tuple[str, ...]] = {path: (text,) for path, text in canaries.texts.items()}
    forms.update({path: (str(number), t.number(number)) for path, number in canaries.numbers.items()})
    forms.update({path: (day.isoformat(), t.day(day)) for path, day in canaries.days.items()})
    return forms


def seen(text: str, canaries: Canaries, context: Context) -> set[str]:
    """The paths whose canary stands in a text; line ends and spaces inside it do not hide one."""
    dense = "".join(text.split())
    return {
        path
        for path, forms in written(canaries, context).items()
        if any(re.search(rf"(?<!\d){re.escape(''.join(form.split()))}(?!\d)", dense) for form in forms)
    }


def review_html(review: CustomerReview, context: Context) -> str:
    return Templates().render("briefs/review.html", brief=review, design=DESIGN, t=context.wording)


def everything_in(pdf: bytes) -> str:
    """Text, outline, metadata, and every string and every decompressed stream of a PDF."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    parts = [page.extract_text() for page in reader.pages]
    parts += [str(reader.outline), str(reader.metadata), str(reader.attachments), str(reader.trailer)]
    parts.append(reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else "")
    for number in range(1, int(reader.trailer["/Size"])):
        if number not in reader.xref_objStm and number not in reader.xref.get(0, {}):
            continue
        found = reader.get_object(number)
        parts.append(repr(found))
        if isinstance(found, pypdf.generic.StreamObject):
            parts.append(found.get_data().decode("latin-1"))
    return "\n".join(parts)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_review_shows_the_listed_parts_of_a_plan_and_no_others(language: str) -> None:
    account, canaries = canary_plan()
    context = Context(SETTINGS, AS_OF, language)  # type: ignore[arg-type]
    review = customer_review(account, context)
    assert review is not None
    shown = seen(review_html(review, context), canaries, context)
    assert {path for path in shown if not any(re.fullmatch(visible, path) for visible in VISIBLE)} == set()
    unseen = [visible for visible in VISIBLE if not any(re.fullmatch(visible, path) for path in shown)]
    assert unseen == [], "the list of what is visible promises more than the review shows"


@pytest.mark.pdf
def test_nothing_internal_hides_in_the_pdf() -> None:
    account, canaries = canary_plan()
    context = Context(SETTINGS, AS_OF, "en")
    review = customer_review(account, context)
    assert review is not None
    pdf = render_pdf(review_html(review, context), DESIGN.stylesheets["review"])
    everything = everything_in(pdf)
    shown = seen(everything, canaries, context)
    assert "joint_plan.value_proposition" in shown, "the search finds what is there"
    assert {path for path in shown if not any(re.fullmatch(visible, path) for visible in VISIBLE)} == set()
    assert "qx" not in re.sub(r"qx\d{4}z", "", "".join(everything.split())), "something of the settings is shown"


def test_settings_reach_the_customer_as_names_of_owners_and_products_only() -> None:
    account, _ = canary_plan()
    context = Context(SETTINGS, AS_OF, "en")
    review = customer_review(account, context)
    assert review is not None
    html = review_html(review, context)
    assert "Lin Yue" in html
    for hidden in ("qxtitlez", "qxmemberz", "qxunusedz", "qxproductz", "qxproductnamez"):
        assert hidden not in html


# --- What a small plan says --------------------------------------------------------------------------------------


def review_of(context: Context | None = None, **sections: Any) -> CustomerReview | None:
    data = {"kamgen": 1, "name": "Acme", "owner": "ours", **sections}
    account = Account.model_validate(json.loads(json.dumps(data)))
    return customer_review(account, context or Context(SETTINGS, date(2026, 5, 6), "en"))


def made(**sections: Any) -> CustomerReview:
    review = review_of(**sections)
    assert review is not None
    return review


PROMISE = {"id": "forecast", "by": "customer", "text": "Weekly forecast", "due": "2026-05-31", "owner": "doe"}
PEOPLE = {"people": [{"id": "doe", "name": "J. Doe"}, {"id": "roe", "name": "M. Roe", "wanted": True}]}
OUTCOME = {
    "id": "write-offs",
    "text": "Write-offs down",
    "unit": "%",
    "baseline": 6,
    "target": 4,
    "actual": 5,
    "start": "2026-01-01",
    "due": "2026-12-31",
}


def test_without_a_joint_plan_there_is_no_review() -> None:
    assert review_of() is None
    assert review_of(success_plan={"outcomes": [OUTCOME]}) is None


def test_a_goal_is_shown_only_if_the_joint_plan_shares_it() -> None:
    goals = {"goals": [{"id": "revenue", "text": "Purchases"}, {"id": "margin", "text": "Our margin"}]}
    assert [goal.text for goal in made(goals=goals, joint_plan={"goals": ["revenue"]}).goals] == ["Purchases"]
    assert made(goals=goals, joint_plan={"year": 2026}).goals == ()


def test_an_outcome_that_serves_a_secret_need_stays_with_us() -> None:
    needs = {"needs": [{"id": "career", "text": "Wants the chair", "kind": "secret"}]}
    plan = {"outcomes": [OUTCOME, {**OUTCOME, "id": "chair", "text": "She gets the chair", "closes": "career"}]}
    review = made(profile=needs, success_plan=plan, joint_plan={"year": 2026})
    assert [outcome.text for outcome in review.outcomes] == ["Write-offs down"]


@pytest.mark.parametrize(
    ("change", "standing", "confirmed"),
    [
        ({}, "Under way", False),
        ({"actual": None}, "Not measured yet", False),
        ({"actual": 4}, "Reached; your confirmation is wanted", False),
        ({"actual": 4, "verified": "2026-04-09"}, "Confirmed by you on 9 Apr 2026", True),
        ({"actual": 4, "verified": "2026-06-01"}, "Reached; your confirmation is wanted", False),
    ],
)
def test_an_outcome_counts_as_confirmed_from_the_day_the_customer_confirmed_it(
    change: dict[str, Any], standing: str, confirmed: bool
) -> None:
    review = made(success_plan={"outcomes": [{**OUTCOME, **change}]}, joint_plan={"year": 2026})
    assert (review.outcomes[0].standing, review.outcomes[0].confirmed) == (standing, confirmed)


def test_both_sides_promises_stand_apart_with_names_and_never_ids() -> None:
    ours = {"id": "fill", "by": "us", "text": "98% fill rate", "owner": "ours", "due": "2026-04-30"}
    nobody = {"id": "slots", "by": "customer", "text": "Dock slots", "owner": "roe"}
    unknown = {"id": "data", "by": "customer", "text": "Sales data", "owner": "somebody-else"}
    review = made(power_map=PEOPLE, joint_plan={"commitments": [PROMISE, ours, nobody, unknown]})
    assert [(step.text, step.owners, step.late) for step in review.ours] == [("98% fill rate", "Lin Yue", True)]
    assert [step.owners for step in review.theirs] == ["J. Doe", "to be named", "to be named"]


def test_the_meeting_is_asked_to_decide_what_is_open() -> None:
    goals = {
        "goals": [
            {
                "id": "revenue",
                "text": "Purchases",
                "baseline": 0,
                "target": 100,
                "actual": 5,
                "start": "2026-01-01",
                "due": "2026-12-31",
            }
        ]
    }
    joint_plan = {
        "goals": ["revenue"],
        "commitments": [
            {**PROMISE, "due": "2026-04-01"},
            {**PROMISE, "id": "slots", "text": "Slots", "owner": "nobody"},
        ],
        "initiatives": [{"id": "tasting", "text": "Tasting days", "due": "2026-05-01", "status": "doing"}],
    }
    review = made(
        goals=goals, power_map=PEOPLE, joint_plan=joint_plan, success_plan={"outcomes": [{**OUTCOME, "actual": 3}]}
    )
    assert review.decisions == (
        "Confirm that “Write-offs down” is reached.",
        "What brings “Purchases” back on schedule?",
        "A new day for “Weekly forecast”, due since 1 Apr 2026.",
        "Who answers for “Slots”?",
        "Continue, change or end “Tasting days”?",
        "Day of the next joint review.",
    )


def test_a_joint_meeting_that_is_still_to_come_has_brought_nothing_yet() -> None:
    reviews = [
        {"date": "2026-04-02", "kind": "joint", "decisions": ["Test until June"]},
        {"date": "2026-06-02", "kind": "joint", "decisions": ["Not yet"]},
        {"date": "2026-04-27", "kind": "internal", "decisions": ["Ours alone"]},
    ]
    assert [meeting.decisions for meeting in made(reviews=reviews, joint_plan={"year": 2026}).past] == [
        ("Test until June",)
    ]


def test_figures_carry_their_unit() -> None:
    supply = [{"product": "qxproductz", "volume": 1200, "unit": "case", "share": Decimal("0.35").__str__()}]
    line = made(joint_plan={"supply": supply}).supply[0]
    assert (line.product, line.volume, line.share) == ("qxproductnamez", "1,200 case", "35%")


def test_the_review_speaks_chinese() -> None:
    context = Context(SETTINGS, date(2026, 5, 6), "zh")
    review = review_of(context, power_map=PEOPLE, joint_plan={"year": 2026, "commitments": [PROMISE]})
    assert review is not None
    html = review_html(review, context)
    assert review.title == "2026年联合经营会议"
    for english in ("Commitments", "Owner", "Due", "Signature", "Agenda", "Page"):
        assert english not in re.sub(r"<style>.*?</style>|<!--.*?-->", "", html, flags=re.S)
