"""The joint review says what both sides may read, and nothing else."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from kamgen.checks.joint_review import customer_texts
from kamgen.output.brief_design import brief_design
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.review.brief import CustomerReview, customer_review
from kamgen.pages.context import Context
from kamgen.plan.account import Account
from kamgen.plan.joint_plan import SharedPart
from kamgen.plan.settings import Briefs, Settings
from kamgen.plan.values import Language
from kamgen.workspace.problems import written_path
from tests.pages.canaries import Canaries, settings_with_canaries
from tests.pages.pdf_contents import everything_in

AS_OF = date(2040, 1, 1)
DESIGN = brief_design(Templates(), Briefs())
NEXT_REVIEW = date(2041, 3, 4)
EVERYTHING: tuple[SharedPart, ...] = ("satisfaction", "requests", "purchases")

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
    r"success_plan\.outcomes\[0\]\.(text|unit|baseline|target|actual|verified)",  # achieved
    r"success_plan\.outcomes\[1\]\.(text|unit|baseline|target|actual|due)",  # under way
    r"success_plan\.outcomes\[1\]\.milestones\[\d\]\.(text|due)",
    r"power_map\.people\[0\]\.name",  # the one who answers for a commitment, an outcome and a milestone
    r"reviews\[3\]\.(date|outcomes\[\d\]|decisions\[\d\])",  # the joint one
)
# What joint_plan.share opens: figures, and only figures.
SHARED = (
    r"service\.surveys\[1\]\.(very_satisfied|satisfied|neutral|dissatisfied|very_dissatisfied)",  # the latest
    r"service\.surveys\[\d\]\.date",
    r"value\.purchases\[\d\]\.amount",
)
# What of the settings a customer may read: our name, who of us answers, and names of products.
OF_SETTINGS = (r"briefs\.company", r"team\[0\]\.name", r"products\[0\]\.name")


@lru_cache(maxsize=8)
def watched(share: tuple[SharedPart, ...], in_languages: bool) -> tuple[Account, Canaries, Settings, Canaries]:
    """A plan and settings full of canaries, whose joint plan names a goal, people and a product that exist."""
    canaries, of_settings = Canaries("qx", in_languages), Canaries("qs", in_languages)
    settings = settings_with_canaries(of_settings)
    data = canaries.plan(Account)
    data["kamgen"] = 1
    data["value"]["currency"] = "USD"
    member, product = settings.team[0].id, settings.products[0].id
    person, goal = data["power_map"]["people"][0]["id"], data["goals"]["goals"][0]["id"]
    data["owner"] = member
    data["joint_plan"].update(goals=[goal], next_review=NEXT_REVIEW.isoformat(), share=list(share))
    for commitment in data["joint_plan"]["commitments"]:
        commitment["owner"] = member if commitment["by"] == "us" else person
    for outcome in data["success_plan"]["outcomes"]:
        outcome.update(owner=member, customer_owner=person)
        for milestone in outcome["milestones"]:
            milestone.update(owner=member, customer_owner=person)
    open_outcome = data["success_plan"]["outcomes"][1]
    open_outcome.update(verified=None, target=open_outcome["actual"], actual=open_outcome["target"])
    for purchase, day in zip(data["value"]["purchases"], ("2039-06-01", "2038-06-01"), strict=True):
        purchase.update(date=day, product=product)
    return Account.model_validate(data), canaries, settings, of_settings


def written(canaries: Canaries, context: Context) -> dict[str, tuple[str, ...]]:
    """How each canary would read: numbers and days in every form that the wording gives them."""
    t = context.wording
    forms: dict[str, tuple[str, ...]] = {path: (text,) for path, text in canaries.texts.items()}
    forms.update({path: (str(number), t.number(number)) for path, number in canaries.numbers.items()})
    forms.update({path: (day.isoformat(), t.day(day), t.day(day, weekday=True)) for path, day in canaries.days.items()})
    return forms


def seen(text: str, canaries: Canaries, context: Context) -> set[str]:
    """The paths whose canary stands in a text; line ends and spaces inside it do not hide one."""
    dense = "".join(text.split())
    return {path for path, forms in written(canaries, context).items() if any(_is_in(dense, form) for form in forms)}


def _is_in(dense: str, form: str) -> bool:
    """Whether a text holds a form; a number or day is not found inside of a longer number."""
    wanted = "".join(form.split())
    if wanted not in dense:
        return False
    return wanted[0] == "q" or re.search(rf"(?<!\d){re.escape(wanted)}(?!\d)", dense) is not None


def but_for(paths: Iterable[str], allowed: Iterable[str], language: str = "") -> set[str]:
    """The paths that none of the patterns allows; of a text in two languages, only the one that is read."""
    ending = rf"(\.{language})?" if language else ""
    return {path for path in paths if not any(re.fullmatch(pattern + ending, path) for pattern in allowed)}


def review_html(review: CustomerReview, context: Context) -> str:
    return Templates().render("briefs/review.html", brief=review, design=DESIGN, t=context.wording)


def html_and_context(
    share: tuple[SharedPart, ...], language: Language, *, in_languages: bool = True
) -> tuple[str, Context]:
    account, _, settings, _ = watched(share, in_languages)
    context = Context(settings, AS_OF, language)
    review = customer_review(account, context)
    assert review is not None
    return review_html(review, context), context


@pytest.mark.parametrize("in_languages", [False, True], ids=["typed", "in languages"])
@pytest.mark.parametrize("share", [(), EVERYTHING], ids=["nothing shared", "everything shared"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_review_shows_the_listed_parts_of_a_plan_and_no_others(
    language: Language, share: tuple[SharedPart, ...], in_languages: bool
) -> None:
    html, context = html_and_context(share, language, in_languages=in_languages)
    _, canaries, _, of_settings = watched(share, in_languages)
    allowed = VISIBLE + (SHARED if share else ())
    shown = seen(html, canaries, context)
    assert but_for(shown, allowed, language) == set()
    unseen = [pattern for pattern in allowed if len(but_for(shown, [pattern], language)) == len(shown)]
    assert unseen == [], "the list of what is visible promises more than the review shows"
    assert but_for(seen(html, of_settings, context), OF_SETTINGS, language) == set()
    assert len(seen(html, of_settings, context)) == (3 if "purchases" in share else 2)


@pytest.mark.parametrize("part", EVERYTHING)
def test_each_part_is_shown_only_where_it_is_listed(part: SharedPart) -> None:
    account, _, settings, _ = watched((part,), in_languages=False)
    review = customer_review(account, Context(settings, AS_OF, "en"))
    assert review is not None
    shown = {"satisfaction": review.satisfaction, "requests": review.requests, "purchases": review.purchases}
    assert {name for name, view in shown.items() if view} == {part}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rule_reads_exactly_the_texts_that_the_review_shows(language: Language) -> None:
    html, context = html_and_context(EVERYTHING, language)
    account, canaries, _, _ = watched(EVERYTHING, in_languages=True)
    shown = {path for path in seen(html, canaries, context) if path in canaries.texts}
    read = {written_path(found.path): found.text for found in customer_texts(account, AS_OF)}
    assert all(canaries.texts[path] == text for path, text in read.items()), "a path leads to another text"
    other = "zh" if language == "en" else "en"
    assert {path for path in read if not path.endswith(f".{other}")} == shown
    assert sum(path.endswith(".en") for path in read) == sum(path.endswith(".zh") for path in read)


# --- The PDF -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def review_pdf(share: tuple[SharedPart, ...], language: Language, *, archive: bool = False) -> bytes:
    html, _ = html_and_context(share, language)
    return render_pdf(html, DESIGN.stylesheets["review"], archive=archive)


def leaks_in(pdf: bytes, share: tuple[SharedPart, ...], language: Language) -> set[str]:
    """Everything internal that a PDF holds anywhere."""
    _, canaries, settings, of_settings = watched(share, in_languages=True)
    context, everything = Context(settings, AS_OF, language), everything_in(pdf)
    shown = seen(everything, canaries, context)
    visible = f"joint_plan.value_proposition.{language}"
    assert visible in shown, "the search finds what is there"
    known = set(canaries.texts.values()) | set(of_settings.texts.values())
    unknown = set(re.findall(r"q[xs]\d{4}z", "".join(everything.split()))) - known
    return (
        but_for(shown, VISIBLE + (SHARED if share else ()), language)
        | but_for(seen(everything, of_settings, context), OF_SETTINGS, language)
        | unknown
    )


@pytest.mark.pdf
@pytest.mark.filterwarnings("ignore:.*sRGB2014.icc")  # the engine forgets to close its colour profile
@pytest.mark.parametrize("share", [(), EVERYTHING], ids=["nothing shared", "everything shared"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("archive", [False, True], ids=["PDF/UA", "PDF/A"])
def test_nothing_internal_hides_in_the_pdf(language: Language, share: tuple[SharedPart, ...], archive: bool) -> None:
    assert leaks_in(review_pdf(share, language, archive=archive), share, language) == set()


Plant = Callable[[pypdf.PdfWriter, str], None]


def _in_metadata(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_metadata({"/Subject": text})


def _in_xmp(writer: pypdf.PdfWriter, text: str) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- {text} --></x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())


def _in_outline(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_outline_item(title=text, page_number=0)


def _in_attachment(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_attachment("notes.txt", text.encode())


def _in_attachment_in_utf_16(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_attachment("notes.txt", text.encode("utf-16"))


def _in_alternative_text(writer: pypdf.PdfWriter, text: str) -> None:
    _first_of_structure(writer)[NameObject("/Alt")] = TextStringObject(text)


def _in_actual_text(writer: pypdf.PdfWriter, text: str) -> None:
    _first_of_structure(writer)[NameObject("/ActualText")] = TextStringObject(text)


def _first_of_structure(writer: pypdf.PdfWriter) -> DictionaryObject:
    root: Any = writer.root_object["/StructTreeRoot"]
    found = root["/K"][0].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _in_a_stream_nobody_refers_to(writer: pypdf.PdfWriter, text: str) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"% {text}".encode())
    writer._add_object(stream.flate_encode())


def _in_a_link(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_uri(0, f"https://example.com/{text}", pypdf.generic.RectangleObject((0, 0, 9, 9)))


@pytest.mark.pdf
@pytest.mark.parametrize(
    "plant",
    [
        _in_metadata,
        _in_xmp,
        _in_outline,
        _in_attachment,
        _in_attachment_in_utf_16,
        _in_alternative_text,
        _in_actual_text,
        _in_a_stream_nobody_refers_to,
        _in_a_link,
    ],
)
def test_a_leak_is_found_wherever_it_is_planted_in_the_pdf(plant: Plant) -> None:
    paths = ["risks[0].text.en", "joint_plan.value_proposition.zh", "risks[0].due", "value.wallet[0].amount"]
    _, canaries, settings, _ = watched((), in_languages=True)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(review_pdf((), "en")))
    forms = written(canaries, Context(settings, AS_OF, "en"))
    plant(writer, ", ".join(forms[path][-1] for path in paths))
    out = io.BytesIO()
    writer.write(out)
    assert leaks_in(out.getvalue(), (), "en") == set(paths)


@pytest.mark.pdf
@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color: white'>{leak}</p>",
        "<p style='font-size: 0.1pt'>{leak}</p>",
        "<h2 style='position: absolute; left: -500mm'>{leak}</h2>",
        "<p><b>qs00</b><i>{rest}</i></p>",
        "<svg width='9' height='9'><title>{leak}</title><rect width='9' height='9'/></svg>",
        "<img alt='{leak}' src='{picture}'>",
        "<a href='https://example.com/{leak}'>here</a>",
    ],
)
def test_a_leak_is_found_however_the_html_hides_it(hidden: str) -> None:
    html, _ = html_and_context((), "en")
    _, _, _, of_settings = watched((), in_languages=True)
    path = "team[1].id"
    leak = of_settings.texts[path]
    assert leak.startswith("qs00")
    planted = hidden.format(leak=leak, rest=leak.removeprefix("qs00"), picture=DESIGN.logo)
    pdf = render_pdf(html.replace("</body>", f"{planted}</body>"), DESIGN.stylesheets["review"], files=DESIGN.files)
    assert leaks_in(pdf, (), "en") == {path}


# --- What a small plan says --------------------------------------------------------------------------------------

SETTINGS = Settings.model_validate(
    {"team": [{"id": "ours", "name": "Lin Yue"}], "products": [{"id": "dairy", "name": "Dairy"}]}
)


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
    (outcome,) = review.achieved + review.outcomes
    assert (outcome.standing, outcome.confirmed) == (standing, confirmed)
    assert review.achieved == ((outcome,) if change.get("actual") == 4 else ())


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
    supply = [{"product": "dairy", "volume": 1200, "unit": "case", "share": Decimal("0.35").__str__()}]
    line = made(joint_plan={"supply": supply}).supply[0]
    assert (line.product, line.volume, line.share) == ("Dairy", "1,200 case", "35%")


def test_the_review_speaks_chinese() -> None:
    context = Context(SETTINGS, date(2026, 5, 6), "zh")
    review = review_of(context, power_map=PEOPLE, joint_plan={"year": 2026, "commitments": [PROMISE]})
    assert review is not None
    html = review_html(review, context)
    assert review.title == "2026年联合经营会议"
    for english in ("Commitments", "Owner", "Due", "Signature", "Agenda", "Page"):
        assert english not in re.sub(r"<style>.*?</style>|<!--.*?-->", "", html, flags=re.S)
