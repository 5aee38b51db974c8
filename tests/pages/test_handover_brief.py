"""The handover brief: what a new owner has to know, do and confirm again."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.briefs.handover.brief import HandoverBrief, handover_brief
from kamgen.pages.briefs.handover.people import MOST_MEETINGS
from kamgen.pages.briefs.handover.ratings import MOST_PEOPLE, Rating
from kamgen.pages.briefs.handover.work import MOST_WORK
from kamgen.pages.briefs.kinds import open_handover
from kamgen.pages.context import Context
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Briefs, Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from tests.pages.canaries import Canaries
from tests.workspaces import read_workspace

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = date(2026, 5, 6)
SETTINGS = Settings.model_validate(
    {
        "team": [{"id": "lin", "name": "Lin Yue"}, {"id": "bo", "name": "Chen Bo"}, {"id": "ann", "name": "Ann Lee"}],
        "processes": {"tender": {"stages": [{"id": "bid", "probability": "0.25"}]}},
    }
)
TEMPLATES = Templates()
DESIGN = brief_design(TEMPLATES, Briefs())
TO_BO = {"date": "2026-04-20", "from": "lin", "to": "bo"}
"""The handover of most tests: 16 days ago."""


def brief_of(
    account: Account, settings: Settings = SETTINGS, language: Language = "en", as_of: date = AS_OF
) -> HandoverBrief:
    scores = score_account("acme", account, settings, as_of)
    placement = score_portfolio({"acme": scores}, settings).placements["acme"]
    summary = summarise("acme", account, scores, (), settings, as_of)
    return handover_brief("acme", account, summary, placement, Context(settings, as_of, language))


def html_of(brief: HandoverBrief, language: Language = "en") -> str:
    return TEMPLATES.render(
        "briefs/handover.html", brief=brief, design=DESIGN, t=Context(SETTINGS, AS_OF, language).wording
    )


def pdf_of(html: str) -> pypdf.PdfReader:
    made = render_pdf(html, DESIGN.stylesheets["handover"], allow_missing_glyphs=True)
    return pypdf.PdfReader(io.BytesIO(made))


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "bo", **sections})


def words(html: str) -> str:
    return unescape(" ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.S).split()))


def action(name: str, owner: str | None, due: str) -> dict[str, Any]:
    return {"id": re.sub("[^a-z]", "", name.lower()), "text": name, "owner": owner, "due": due}


def actions(*found: dict[str, Any]) -> dict[str, Any]:
    return {"strategies": [{"id": "s", "text": "Grow", "actions": list(found)}]}


# --- Which handover ------------------------------------------------------------------------------------------------

RATED = {"people": [{"id": "ceo", "name": "Mia Holt", "support": 1}]}


@pytest.mark.parametrize(
    ("handovers", "rated", "expected"),
    [
        ([], True, None),
        ([{"date": "2026-01-05", "from": "lin", "to": "bo"}], True, "bo"),
        ([{"date": "2026-01-05", "from": "lin", "to": "bo", "reconfirmed": "2026-02-01"}], True, None),
        ([{"date": "2026-01-05", "from": "lin", "to": "bo", "reconfirmed": "2026-06-01"}], True, "bo"),
        ([{"date": "2026-01-05", "from": "lin", "to": "bo"}], False, None),
        ([TO_BO], False, "bo"),
        ([{**TO_BO, "reconfirmed": "2026-05-01"}], False, None),
        ([TO_BO, {"date": "2026-06-01", "from": "bo", "to": "ann"}], True, "ann"),
        (
            [{"date": "2026-12-01", "from": "ann", "to": "lin"}, {"date": "2026-06-01", "from": "bo", "to": "ann"}],
            True,
            "ann",
        ),
    ],
    ids=[
        "none",
        "ratings wait",
        "finished",
        "confirmation only planned",
        "nothing to confirm, long ago",
        "nothing to confirm, of late",
        "of late and finished",
        "planned before unconfirmed",
        "the next of two planned",
    ],
)
def test_a_handover_is_under_way_until_its_ratings_are_confirmed(
    handovers: list[dict[str, str]], rated: bool, expected: str | None
) -> None:
    account = plan(handovers=handovers, power_map=RATED if rated else {})
    found = open_handover(account, AS_OF)
    assert (found.to if found else None) == expected


# --- What it says --------------------------------------------------------------------------------------------------


def test_it_names_both_owners_and_how_the_handover_stands() -> None:
    brief = brief_of(plan(handovers=[{"date": "2026-01-05", "from": "lin", "to": "bo"}], power_map=RATED))
    assert brief.passes == "Lin Yue to Chen Bo"
    assert brief.lead == ("Lin Yue handed the account over to Chen Bo 121 days ago. 1 rating is to be confirmed again.")
    facts = dict(brief.facts)
    assert facts["Day of the handover"] == "Mon 5 Jan 2026"
    assert facts["Ratings confirmed"] == "not yet, 91 days late"
    assert brief.periods_note == "counted from today: the first 30 days are over"
    assert [name for _, name in brief.signatures] == ["Lin Yue", "Chen Bo", ""]


def test_a_planned_handover_counts_from_its_day() -> None:
    brief = brief_of(plan(handovers=[{"date": "2026-05-18", "from": "bo", "to": "ann"}], power_map=RATED))
    assert brief.lead.startswith("Chen Bo hands the account over to Ann Lee in 12 days.")
    assert brief.periods_note == "counted from 18 May 2026"
    assert [period.until for period in brief.periods] == [
        "until 17 Jun 2026",
        "until 17 Jul 2026",
        "until 16 Aug 2026",
    ]
    assert dict(brief.facts)["Ratings confirmed"] == "by 17 Jun 2026"


def test_without_a_handover_the_next_owner_is_to_be_named() -> None:
    brief = brief_of(plan(goals=actions(action("Visit", "bo", "2026-05-20"))))
    assert dict(brief.facts)["Takes over"] == "to be named"
    assert brief.lead.startswith("Chen Bo has the account.")
    assert [group.title for group in brief.promises.groups] == ["With Chen Bo, to be taken over"]
    assert brief.periods[0].deliver == ("Visit (Wed 20 May 2026)",)


def test_an_empty_plan_is_one_page_to_sign() -> None:
    html = words(html_of(brief_of(plan())))
    assert "Handed over and taken over" in html
    for section in ("The first 90 days", "Whom to meet first", "To be confirmed again", "What hurts"):
        assert section not in html
    assert not re.search(r"\bNone\b|N/A", html)


def one(rows: tuple[Rating, ...]) -> Rating:
    (row,) = rows
    return row


def test_a_rating_is_shown_with_what_it_rests_on_and_how_old_that_is() -> None:
    person = {
        "id": "ceo",
        "name": "Mia Holt",
        "title": "Chief executive",
        "role": "economic",
        "influence": 5,
        "support": -1,
        "relationship": {"now": "vendor"},
        "evidence": [
            {"about": "support", "text": "Old word", "date": "2025-01-01", "status": "confirmed"},
            {"about": "support", "text": "Asked twice", "date": "2026-03-01", "status": "assumed"},
        ],
    }
    (group,) = brief_of(plan(power_map={"people": [person]}, handovers=[TO_BO])).ratings
    row = one(group.rows)
    assert (row.what, row.about) == ("Mia Holt", "Chief executive")
    assert row.rated == (
        ("Economic buyer", ""),
        ("influence 5 of 5", ""),
        ("Sceptic", "sceptic"),
        ("sees us as vendor", ""),
    )
    assert (row.basis, row.status) == ("Asked twice", "assumed, 66 days old")
    assert not row.is_done


@pytest.mark.parametrize(
    ("day", "status", "is_done"),
    [
        ("2026-04-28", "confirmed", True),
        ("2026-04-20", "confirmed", True),
        ("2026-04-28", "assumed", False),
        ("2026-04-19", "confirmed", False),
        (None, "confirmed", False),
    ],
)
def test_only_what_was_confirmed_since_the_handover_is_ticked(day: str | None, status: str, is_done: bool) -> None:
    evidence = {"about": "support", "text": "Said so", "date": day, "status": status}
    people = [{"id": "ceo", "name": "Mia Holt", "support": 1, "evidence": [evidence]}]
    (group,) = brief_of(plan(power_map={"people": people}, handovers=[TO_BO])).ratings
    assert one(group.rows).is_done is is_done
    assert group.open_count == (0 if is_done else 1)


def test_everything_that_somebody_judged_is_to_be_confirmed() -> None:
    account = plan(
        sentiment={"value": 4, "reason": "Friendly", "by": "lin", "date": "2026-04-01"},
        power_map=RATED,
        success_plan={"assessment": [{"dimension": "trust", "now": 2, "evidence": "Few meetings"}, {"dimension": "x"}]},
        profile={"needs": [{"id": "n", "text": "Labels", "met": "partly", "source": "mail"}, {"id": "m", "text": "y"}]},
        opportunities=[
            {"id": "a", "name": "Line", "process": "tender", "stage": "bid", "probability": "0.6"},
            {"id": "b", "name": "As its stage", "process": "tender", "stage": "bid"},
            {"id": "c", "name": "Won", "probability": "1", "status": "won"},
        ],
        handovers=[TO_BO],
    )
    found = {group.kind: one(group.rows) for group in brief_of(account).ratings}
    assert {kind: (row.what, row.rated[0][0], row.basis) for kind, row in found.items()} == {
        "people": ("Mia Holt", "Supporter", ""),
        "chances": ("Line", "60%", "its stage gives 25%"),
        "dimensions": ("trust", "2 of 5", "Few meetings"),
        "judgement": ("Lin Yue", "4 of 5", "Friendly"),
        "needs": ("Labels", "Partly met", "mail"),
    }
    assert found["judgement"].status == "35 days old"


def test_whom_to_meet_first_are_those_who_decide_then_wait_then_oppose_then_know_only_the_old_owner() -> None:
    people = [
        {"id": "a", "name": "Old friend", "influence": 3, "support": 2, "covered_by": "lin"},
        {"id": "b", "name": "Opponent", "influence": 2, "support": -2, "covered_by": "bo"},
        {
            "id": "c",
            "name": "Waiting",
            "influence": 2,
            "covered_by": "bo",
            "contact": {"last": "2026-01-01", "every_days": "30"},
        },
        {"id": "d", "name": "Decider", "influence": 5, "role": "economic", "covered_by": "lin"},
        {"id": "e", "name": "All well", "influence": 2, "support": 1, "covered_by": "bo"},
        {"id": "f", "wanted": True, "title": "Head of safety"},
    ]
    found = brief_of(plan(power_map={"people": people}, handovers=[TO_BO])).meetings
    assert [(row.place, row.name, row.reasons) for row in found.rows] == [
        (1, "Decider", ("decides", "knows only Lin Yue")),
        (2, "Waiting", ("contact overdue",)),
        (3, "Opponent", ("against us",)),
        (4, "Old friend", ("knows only Lin Yue",)),
    ]
    assert found.wanted == ("Head of safety",)
    waiting = found.rows[1]
    assert waiting.cadence == "every 30 days"
    assert waiting.contact is not None
    assert (waiting.contact.text, waiting.contact.note) == ("1 Jan 2026", "95 days overdue")


def test_open_work_is_that_of_both_owners_and_what_others_promised_the_customer() -> None:
    account = plan(
        goals=actions(
            action("Old owner's", "lin", "2026-05-20"),
            action("New owner's", "bo", "2026-05-21"),
            action("Nobody's", None, "2026-05-22"),
            action("Another's", "ann", "2026-05-23"),
        ),
        service={"requests": [{"id": "r", "text": "Labels", "owner": "ann", "due": "2026-05-01"}]},
        joint_plan={
            "commitments": [
                {"id": "u", "by": "us", "text": "Stock", "owner": "lin", "due": "2026-05-10"},
                {"id": "t", "by": "customer", "text": "Forecast", "due": "2026-05-09"},
            ]
        },
        handovers=[TO_BO],
    )
    assert [(group.title, [row.text for row in group.rows]) for group in brief_of(account).promises.groups] == [
        ("With Lin Yue, to be taken over", ["Stock", "Old owner's"]),
        ("Already with Chen Bo", ["New owner's"]),
        ("With nobody", ["Nobody's"]),
        ("Promised to the customer by others of the team", ["Labels"]),
    ]


def test_the_first_90_days_follow_from_the_plan() -> None:
    account = plan(
        power_map={
            "people": [
                {"id": "d", "name": "Decider", "influence": 5, "support": 1, "role": "economic", "covered_by": "lin"},
                {"id": "a", "name": "Old friend", "influence": 3, "support": 2, "covered_by": "lin"},
                {
                    "id": "s",
                    "name": "Soon",
                    "influence": 3,
                    "covered_by": "lin",
                    "contact": {"last": "2026-05-01", "every_days": "10"},
                },
            ]
        },
        profile={"needs": [{"id": "n", "text": "Labels", "met": "partly"}]},
        goals=actions(action("Late", "lin", "2026-05-01"), action("June", "lin", "2026-06-10")),
        opportunities=[{"id": "o", "name": "Line", "close": "2026-07-10"}],
        joint_plan={"next_review": "2026-06-12"},
        handovers=[TO_BO],
    )
    first, second, third = brief_of(account).periods
    assert (first.title, first.until) == ("Days 1 to 30", "until 20 May 2026")
    assert first.meet == ("Decider (decides)", "Soon (knows only Lin Yue)")
    assert first.confirm == ("how 3 people are rated",)
    assert first.deliver == ("Late (5 days overdue)",)
    assert second.meet == ("Old friend (knows only Lin Yue)",)
    assert second.deliver == ("June (Wed 10 Jun 2026)", "Joint review (Fri 12 Jun 2026)")
    assert third.confirm == ("how far 1 need is met",)
    assert third.decided == ("Line (Fri 10 Jul 2026)",)


def test_what_hurts_what_binds_and_what_was_decided() -> None:
    account = plan(
        risks=[
            {"id": "a", "text": "Buyer leaves", "likelihood": "3", "impact": "4"},
            {"id": "b", "text": "Over", "status": "closed"},
        ],
        service={
            "surveys": [{"date": "2026-03-01", "satisfied": "3", "neutral": "1", "dissatisfied": "2"}],
            "losses": [{"date": "2026-02-01", "what": "Easter order"}],
            "bindings": [{"kind": "project", "text": "Cold-chain test"}],
            "switching_costs": ["New loggers"],
        },
        profile={"needs": [{"id": "n", "text": "One invoice", "met": "none"}]},
        reviews=[
            {"date": "2026-04-01", "kind": "joint", "decisions": ["Test until June"], "asks": ["Fewer invoices"]},
            {"date": "2026-03-01", "outcomes": ["Nothing decided"]},
            {"date": "2026-06-01", "decisions": ["Not yet held"]},
        ],
        handovers=[
            {"date": "2025-01-10", "from": "ann", "to": "lin", "reconfirmed": "2025-02-01"},
            TO_BO,
        ],
    )
    brief = brief_of(account)
    assert brief.trouble is not None
    assert [risk.text for risk in brief.trouble.risks] == ["Buyer leaves"]
    assert brief.trouble.signs == (
        "Survey of 1 Mar 2026: 2 of 6 answers dissatisfied, 1 neutral",
        "Needs not met: One invoice",
    )
    assert [loss.what for loss in brief.trouble.losses] == ["Easter order"]
    assert dict(brief.bindings)["Leaving us would cost them"] == ("New loggers",)
    assert [(found.day, found.decisions, found.asks) for found in brief.decided] == [
        ("1 Apr 2026", ("Test until June",), ("Fewer invoices",))
    ]
    assert brief.owners == (
        "Ann Lee, until 10 Jan 2025",
        "Lin Yue, 10 Jan 2025 to 20 Apr 2026",
        "Chen Bo, since 20 Apr 2026",
    )


def test_a_summary_of_another_account_is_refused() -> None:
    account = plan()
    scores = score_account("other", account, SETTINGS, AS_OF)
    placement = score_portfolio({"other": scores}, SETTINGS).placements["other"]
    summary = summarise("other", account, scores, (), SETTINGS, AS_OF)
    with pytest.raises(ValueError, match="other"):
        handover_brief("acme", account, summary, placement, Context(SETTINGS, AS_OF, "en"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sample_plan_can_be_handed_over_in_both_languages(language: Language) -> None:
    workspace = read_workspace(ROOT)
    for file in workspace.plans:
        assert file.account is not None
        html = html_of(brief_of(file.account, workspace.settings, language), language)
        assert not re.search(r">None<|Decimal\(|\bN/A\b", html), file.id
        assert ("交接签署" in html) is (language == "zh")


@pytest.mark.parametrize("as_of", [date(1999, 1, 1), AS_OF, date(9999, 12, 31)])
def test_every_field_of_the_model_may_be_filled_on_any_day(as_of: date) -> None:
    data = Canaries().plan(Account)
    data["kamgen"] = 1
    html = html_of(brief_of(Account.model_validate(data), Settings.model_validate({}), as_of=as_of))
    assert "None" not in words(html)


# --- Long and hostile ----------------------------------------------------------------------------------------------


def huge(text: str) -> Account:
    """Return a plan with 100 of everything, each with this text."""
    people = [
        {"id": f"p{number}", "name": text, "role": "economic", "influence": 5, "support": -1, "covered_by": "lin"}
        for number in range(100)
    ]
    return plan(
        summary=text,
        goals=actions(*({"id": f"a{number}", "text": text, "owner": "lin"} for number in range(100))),
        power_map={"people": people},
        risks=[{"id": f"k{number}", "text": text} for number in range(100)],
        service={"losses": [{"date": "2026-01-01", "what": text} for _ in range(100)]},
        opportunities=[{"id": f"o{number}", "name": text, "probability": "0.5"} for number in range(100)],
        handovers=[TO_BO],
    )


def test_long_lists_are_cut_and_the_rest_is_counted() -> None:
    brief = brief_of(huge("Text"))
    assert (len(brief.meetings.rows), brief.meetings.more) == (MOST_MEETINGS, "and 86 more on the account's page")
    people = next(group for group in brief.ratings if group.kind == "people")
    assert (len(people.rows), people.open_count, people.more) == (MOST_PEOPLE, 100, "and 70 more on the account's page")
    assert sum(len(group.rows) for group in brief.promises.groups) == MOST_WORK
    assert brief.promises.more == "and 60 more on the account's page"
    assert "and 88 more on the account's page" in words(html_of(brief))


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src="file:///etc/passwd">', "{{ 7 * 7 }}"])
def test_markup_in_a_plan_stays_text(text: str) -> None:
    html = html_of(brief_of(huge(text)))
    for tag in ("<script", "<img", "<iframe"):
        assert tag not in html.replace('<img class="logo"', "")
    assert "49" not in words(html)


@pytest.mark.pdf
@pytest.mark.parametrize(
    "text", ["Agree the season with the dairy team " * 20, "每周与乳制品团队确认预测" * 40, "W" * 2_000]
)
def test_a_huge_plan_is_a_whole_brief_down_to_the_signatures(text: str) -> None:
    reader = pdf_of(html_of(brief_of(huge(text))))
    last = "".join(reader.pages[-1].extract_text().split())
    assert "Handedoverandtakenover" in last
    assert last.count("Placeanddate") == 3


@pytest.mark.pdf
def test_a_short_plan_is_handed_over_on_one_page() -> None:
    reader = pdf_of(html_of(brief_of(plan(handovers=[TO_BO], power_map=RATED))))
    assert len(reader.pages) == 1
    said = " ".join(reader.pages[0].extract_text().split())
    for words_ in ("Lin Yue to Chen Bo", "Mia Holt", "no evidence written down", "Handed over and taken over"):
        assert words_ in said
