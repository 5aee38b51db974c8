"""The internal plan on paper: everything the plan says, nothing it does not, whatever the text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.plan import CONTENTS_FROM, MOST_POINTS, PlanBrief, plan_brief
from kamgen.pages.briefs.review.brief import customer_review
from kamgen.pages.context import Context
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Briefs, Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.earlier_scores import EarlierScore, EarlierScores
from kamgen.scoring.portfolio import score_portfolio
from tests.pages.canaries import Canaries
from tests.workspaces import read_workspace

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = date(2026, 5, 6)
AFTER_EVERY_CANARY = date(2036, 1, 1)
"""A day on which all that the plan of canaries says has happened: what is still to come is not on paper."""
SETTINGS = Settings.model_validate({"team": [{"id": "lin", "name": "Lin Yue"}]})
TEMPLATES = Templates()
DESIGN = brief_design(TEMPLATES, Briefs())


def brief_of(
    account: Account, settings: Settings = SETTINGS, language: Language = "en", as_of: date = AS_OF
) -> PlanBrief:
    scores = score_account("acme", account, settings, as_of)
    placement = score_portfolio({"acme": scores}, settings).placements["acme"]
    summary = summarise("acme", account, scores, (), settings, as_of)
    return plan_brief("acme", account, summary, placement, Context(settings, as_of, language))


def html_of(brief: PlanBrief, language: Language = "en") -> str:
    return TEMPLATES.render(
        "briefs/plan.html", brief=brief, design=DESIGN, t=Context(SETTINGS, AS_OF, language).wording
    )


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", **sections})


def words(html: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.S).split())


def pdf_of(html: str) -> pypdf.PdfReader:
    made = render_pdf(html, DESIGN.stylesheets["plan"], allow_missing_glyphs=True)
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(reader: pypdf.PdfReader) -> str:
    said = "".join(page.extract_text() for page in reader.pages)
    return "".join(said.replace("\u200b", "").split())


def test_a_plan_of_three_lines_is_a_brief_without_a_section() -> None:
    html = html_of(brief_of(plan()))
    assert "<h1>Acme</h1>" in html
    assert "<h2" not in html
    assert "Contents" not in html
    assert "Internal" in words(html)


def test_everything_unknown_says_what_would_make_it_known() -> None:
    html = words(html_of(brief_of(plan())))
    assert "N/A" not in html
    assert "None" not in html
    assert "to know it" in html


def test_each_section_of_the_plan_that_has_content_is_printed() -> None:
    data = Canaries().plan(Account)
    data["kamgen"] = 1
    html = words(html_of(brief_of(Account.model_validate(data), Settings.model_validate({}))))
    for section in (
        "Goals and strategies",
        "Actions by month",
        "Backcast",
        "Power map",
        "Needs",
        "Value and white space",
        "Pipeline",
        "Customer success plan",
        "Joint business plan",
        "Service",
        "Risks",
        "Reviews",
        "Handovers and waivers",
        "Profile and research",
    ):
        assert section in html


# What stands on the account's page only, or is said in other words on paper.
NOT_ON_PAPER = (
    r".*\bid",
    r"profile\.parent|tags\[\d\]|sentiment\.by",
    r"value\.purchases\[\d\]\.(product|order)",
    r".*\.(serves|needs|people|done_tasks)\[\d\]",
    r"power_map\.people\[\d\]\.(reports_to|influences\[\d\]\.person|evidence\[\d\]\.text)",
    r"opportunities\[\d\]\.(process|stage)",
    r"opportunities\[0\]\.lost_reason|opportunities\[[12]\]\.(rival|next_step\.(text|owner))",  # open, won, lost
)


def test_no_text_of_the_plan_is_forgotten() -> None:
    canaries = Canaries()
    data = canaries.plan(Account)
    data["kamgen"] = 1
    html = html_of(brief_of(Account.model_validate(data), Settings.model_validate({}), as_of=AFTER_EVERY_CANARY))
    forgotten = [path for path, text in canaries.texts.items() if text not in html]
    assert [path for path in forgotten if not any(re.fullmatch(known, path) for known in NOT_ON_PAPER)] == []


def test_attention_comes_first_and_the_rest_is_counted() -> None:
    requests = [
        {"id": f"r{number}", "text": f"Request {number}", "raised": "2026-03-01", "due": "2026-04-01", "owner": "lin"}
        for number in range(MOST_POINTS + 3)
    ]
    brief = brief_of(plan(service={"requests": requests}))
    assert len(brief.attention) == MOST_POINTS
    assert brief.more_attention >= 3
    html = html_of(brief)
    assert html.index("Needs attention") < html.index("<h2 ")


# --- How scores have moved ------------------------------------------------------------------------------------------


def test_what_has_moved_in_a_quarter_stands_beside_the_figure() -> None:
    account = plan(
        power_map={"people": [{"id": "ada", "name": "Ada", "support": 1, "influence": 5, "covered_by": "lin"}]}
    )
    scores = score_account("acme", account, SETTINGS, AS_OF)
    before = EarlierScore(Decimal(1), Decimal(1))
    earlier = EarlierScores(date(2026, 2, 4), before, "red", before, before)
    summary = replace(summarise("acme", account, scores, (), SETTINGS, AS_OF), earlier=earlier)
    placement = score_portfolio({"acme": scores}, SETTINGS).placements["acme"]
    said = words(html_of(plan_brief("acme", account, summary, placement, Context(SETTINGS, AS_OF, "en"))))
    assert scores.relationship.score is not None
    assert re.search(r"Relationship \d+ ↑ \d+ since 4 Feb", said)
    assert scores.health.score is not None
    assert re.search(r"Health \d+ [●▲■] \w+ ↑ \d+ since 4 Feb", said)


def test_without_a_quarter_before_nothing_is_said_of_it() -> None:
    assert "since" not in words(html_of(brief_of(plan())))


# --- Contents and bookmarks -----------------------------------------------------------------------------------------


def full_plan() -> Account:
    data = Canaries().plan(Account)
    data["kamgen"] = 1
    return Account.model_validate(data)


def test_few_sections_need_no_contents() -> None:
    brief = brief_of(
        plan(risks=[{"id": "r", "text": "A risk"}], value={"purchases": [{"date": "2026-03-01", "amount": 5}]})
    )
    assert 0 < len(brief.sections) < CONTENTS_FROM
    assert brief.contents == ()
    assert "Contents" not in words(html_of(brief))


@pytest.mark.pdf
def test_contents_and_bookmarks_name_every_section_with_the_page_it_is_on() -> None:
    brief = brief_of(full_plan(), Settings.model_validate({}))
    reader = pdf_of(html_of(brief))
    (top, sections) = reader.outline
    assert top.title == brief.name
    bookmarks = [mark for mark in sections if not isinstance(mark, list)]
    assert [mark.title for mark in bookmarks] == [section.title for section in brief.sections]
    listed = "".join(reader.pages[0].extract_text().split())
    for mark in bookmarks:
        page = reader.get_destination_page_number(mark) + 1
        assert re.search(rf"{re.escape(''.join(mark.title.split()))}\.*{page}(?!\d)", listed), mark.title
    assert any(isinstance(mark, list) for mark in sections), "parts of sections have bookmarks, too"
    links = [note.get_object() for note in reader.pages[0].get("/Annots", [])]
    assert len([link for link in links if link["/Subtype"] == "/Link" and "/URI" not in link.get("/A", {})]) >= len(
        bookmarks
    )


# --- The rest -------------------------------------------------------------------------------------------------------


def test_a_summary_of_another_account_is_refused() -> None:
    account = plan()
    scores = score_account("other", account, SETTINGS, AS_OF)
    placement = score_portfolio({"other": scores}, SETTINGS).placements["other"]
    summary = summarise("other", account, scores, (), SETTINGS, AS_OF)
    with pytest.raises(ValueError, match="other"):
        plan_brief("acme", account, summary, placement, Context(SETTINGS, AS_OF, "en"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sample_plan_becomes_a_brief_in_both_languages(language: Language) -> None:
    workspace = read_workspace(ROOT)
    settings = workspace.settings
    day = settings.as_of or AS_OF
    plans = {file.id: file.account for file in workspace.plans if file.account is not None}
    scores = {name: score_account(name, account, settings, day) for name, account in plans.items()}
    placements = score_portfolio(scores, settings).placements
    context = Context(settings, day, language)
    for name, account in plans.items():
        summary = summarise(name, account, scores[name], (), settings, day)
        brief = plan_brief(name, account, summary, placements[name], context)
        html = TEMPLATES.render("briefs/plan.html", brief=brief, design=DESIGN, t=context.wording)
        assert html.rstrip().endswith("</html>"), name
        assert not re.search(r">None<|Decimal\(|\bN/A\b", html), name


# --- Hostile texts -------------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src="file:///etc/passwd">',
    "![x](https://example.invalid/x.png)",
    "{{ 7 * 7 }} {% raw %}",
    "</style><style>* { display: none }</style>",
    "مرحبا שלום",
    "a\u202egnp.exe",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_plan_stays_text(text: str) -> None:
    account = plan(
        summary=text,
        goals={"objective": text, "goals": [{"id": "g", "text": text}]},
        risks=[{"id": "r", "text": text}],
        joint_plan={"value_proposition": text},
    )
    clean = html_of(brief_of(plan(summary="x", goals={"objective": "x", "goals": [{"id": "g", "text": "x"}]})))
    html = html_of(brief_of(account))
    for tag in ("<script", "<img", "<link", "<iframe"):
        assert tag not in html
    assert html.count("<style") == clean.count("<style")
    assert "49" not in words(html)


@pytest.mark.pdf
def test_a_table_of_five_hundred_rows_is_whole_and_its_head_is_repeated() -> None:
    requests = [{"id": f"r{number}", "text": f"Request-{number:03}"} for number in range(500)]
    reader = pdf_of(html_of(brief_of(plan(service={"requests": requests}))))
    text = text_of(reader)
    assert [number for number in range(500) if f"Request-{number:03}" not in text] == []
    assert text.count("Function") >= len(reader.pages) - 1


@pytest.mark.pdf
def test_a_word_longer_than_a_page_is_broken_and_not_cut() -> None:
    word = "".join(f"{number:04}" for number in range(600))
    text = text_of(pdf_of(html_of(brief_of(plan(name="Acme " + "x" * 300, risks=[{"id": "r", "text": word}])))))
    assert all(word[start : start + 8] in text for start in range(0, 2_000, 400))
    assert word[-8:] in text
    assert "x" * 300 in text


@pytest.mark.pdf
def test_right_to_left_text_and_missing_characters_do_not_stop_the_brief() -> None:
    reader = pdf_of(html_of(brief_of(plan(name="שלום Acme", summary="مرحبا \U00010380 end of the summary"))))
    assert "endofthesummary" in text_of(reader).replace("\0", "")


@pytest.mark.pdf
def test_the_running_head_names_account_and_edition_from_the_second_page_on() -> None:
    risks = [{"id": f"r{number}", "text": f"Risk {number}"} for number in range(80)]
    account = plan(name='Acme "\\A { } </style>', risks=risks, joint_plan={"value_proposition": "Together"})
    internal = pdf_of(html_of(brief_of(account)))
    second = internal.pages[1].extract_text()
    assert 'Acme "\\A { } </style>' in " ".join(second.split())
    assert "Internal" in second
    assert f"Page 2 of {len(internal.pages)}" in " ".join(second.split())
    context = Context(SETTINGS, AS_OF, "en")
    review = customer_review(account, context)
    html = TEMPLATES.render("briefs/review.html", brief=review, design=DESIGN, t=context.wording)
    assert "Internal" not in words(html)
    assert "Prepared for Acme" in words(html)
