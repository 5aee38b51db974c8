"""The card: what it says of an account, and that it is one page whatever the plan says."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kamgen.output.brief_design import brief_design
from kamgen.output.pdf import render_pdf
from kamgen.output.templates import Templates
from kamgen.pages.account.terms import Deadline
from kamgen.pages.briefs.card.brief import MOST_ACTIONS, MOST_GOALS, MOST_RISKS, AccountCard, account_card
from kamgen.pages.briefs.card.people import MOST_PEOPLE
from kamgen.pages.briefs.short_text import first_sentences, short
from kamgen.pages.context import Context
from kamgen.pages.lettering import text_width
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
SETTINGS = Settings.model_validate({"team": [{"id": "lin", "name": "Lin Yue"}, {"id": "bo", "name": "Chen Bo"}]})
TEMPLATES = Templates()


def card_of(
    account: Account, settings: Settings = SETTINGS, language: Language = "en", as_of: date = AS_OF
) -> AccountCard:
    scores = score_account("acme", account, settings, as_of)
    placement = score_portfolio({"acme": scores}, settings).placements["acme"]
    summary = summarise("acme", account, scores, (), settings, as_of)
    return account_card("acme", account, summary, placement, Context(settings, as_of, language))


def html_of(card: AccountCard, language: Language = "en", briefs: Briefs | None = None) -> str:
    design = brief_design(TEMPLATES, briefs or Briefs())
    return TEMPLATES.render("briefs/card.html", brief=card, design=design, t=Context(SETTINGS, AS_OF, language).wording)


def pdf_of(html: str, briefs: Briefs | None = None) -> pypdf.PdfReader:
    design = brief_design(TEMPLATES, briefs or Briefs())
    made = render_pdf(html, design.stylesheets["card"], files=design.files, allow_missing_glyphs=True)
    return pypdf.PdfReader(io.BytesIO(made))


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": 1, "name": "Acme", "owner": "lin", **sections})


def words(html: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.S).split())


# --- What it says --------------------------------------------------------------------------------------------------


def test_an_empty_plan_says_what_to_add() -> None:
    html = words(html_of(card_of(plan())))
    for said in ("Acme", "Lin Yue", "Nothing is planned", "Nobody is on the power map yet", "No goal yet"):
        assert said in html
    assert not re.search(r"\bNone\b|N/A", html)


def test_next_actions_are_our_open_work_of_all_kinds_by_its_day() -> None:
    card = card_of(
        plan(
            goals={
                "strategies": [
                    {
                        "id": "s",
                        "text": "Grow",
                        "actions": [
                            {"id": "a", "text": "Visit", "owner": "bo", "due": "2026-05-13"},
                            {"id": "b", "text": "Long done", "due": "2026-05-01", "status": "done"},
                            {"id": "c", "text": "Some day"},
                        ],
                    }
                ]
            },
            service={"requests": [{"id": "r", "text": "Labels", "due": "2026-05-04", "owner": "lin"}]},
            joint_plan={
                "commitments": [
                    {"id": "u", "by": "us", "text": "Stock", "due": "2026-05-13", "owner": "lin"},
                    {"id": "t", "by": "customer", "text": "Forecast", "due": "2026-05-05"},
                ],
                "next_review": "2026-06-02",
            },
        )
    )
    assert [action.text for action in card.actions] == ["Labels", "Stock", "Visit", "Joint review", "Some day"]
    assert [action.kind for action in card.actions] == ["Request", "Our promise", "Action", "", "Action"]
    assert card.actions[0].due == Deadline("Mon 4 May 2026", "2 days overdue", "late")
    assert [action.owner for action in card.actions] == ["Lin Yue", "Lin Yue", "Chen Bo", "Lin Yue", ""]
    html = words(html_of(card))
    assert "▲ 2 days overdue" in html
    assert "nobody yet" in html
    assert "Tue 2 Jun 2026" in html


def test_what_a_full_list_leaves_out_is_counted() -> None:
    requests = [{"id": f"r{number}", "text": f"Request {number}", "due": "2026-05-20"} for number in range(9)]
    goals = [{"id": f"g{number}", "text": f"Goal {number}", "target": "5"} for number in range(7)]
    risks = [{"id": f"k{number}", "text": f"Risk {number}"} for number in range(5)]
    people = [{"id": f"p{number}", "name": f"Person {number}"} for number in range(20)]
    card = card_of(
        plan(service={"requests": requests}, goals={"goals": goals}, risks=risks, power_map={"people": people})
    )
    assert (len(card.actions), card.more_actions) == (MOST_ACTIONS, "and 4 more")
    assert (len(card.goals), card.more_goals) == (MOST_GOALS, "and 4 more")
    assert (len(card.risks), card.more_risks) == (MOST_RISKS, "and 3 more")
    assert (len(card.people.people), card.people.more) == (MOST_PEOPLE, "and 14 more")


def test_the_people_are_who_decides_opposes_is_not_covered_and_helps() -> None:
    def person(name: str, **more: Any) -> dict[str, Any]:
        return {"id": name.lower(), "name": name, "covered_by": "lin", **more}

    people = [
        *(person(f"User{number}", role="user", influence=3, support=1) for number in range(8)),
        person("Helper", role="coach", influence=1, support=2),
        person("Loner", influence=2, covered_by=None),
        person("Rival", influence=3, support=-2),
        person("Decider", role="economic", influence=5, support=0, contact={"last": "2026-03-01", "every_days": "30"}),
        {"id": "seat", "wanted": True, "role": "economic", "influence": 5},
    ]
    found = card_of(plan(power_map={"people": people})).people
    assert [shown.name for shown in found.people] == ["Decider", "Rival", "Loner", "Helper", "User0", "User1"]
    decider, rival, loner = found.people[:3]
    assert (decider.role_letter, decider.sign, decider.support) == ("E", "○", "Neutral")
    assert decider.contact is not None
    assert decider.contact.note == "36 days overdue"
    assert (rival.sign, rival.support, rival.support_class) == ("−−", "Opponent", "opponent")
    assert loner.covered_by == ""
    assert found.more == "and 6 more"


def test_the_biggest_open_risks_come_first() -> None:
    risks = [
        {"id": "a", "text": "Small", "likelihood": "1", "impact": "2"},
        {"id": "b", "text": "Over", "likelihood": "5", "impact": "5", "status": "closed"},
        {"id": "c", "text": "Big", "likelihood": "4", "impact": "5", "response": "Call them"},
    ]
    card = card_of(plan(risks=risks))
    assert [(risk.text, risk.rating, risk.response) for risk in card.risks] == [
        ("Big", "20 of 25", "Call them"),
        ("Small", "2 of 25", ""),
    ]


def test_a_summary_of_another_account_is_refused() -> None:
    account = plan()
    scores = score_account("other", account, SETTINGS, AS_OF)
    placement = score_portfolio({"other": scores}, SETTINGS).placements["other"]
    summary = summarise("other", account, scores, (), SETTINGS, AS_OF)
    with pytest.raises(ValueError, match="other"):
        account_card("acme", account, summary, placement, Context(SETTINGS, AS_OF, "en"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sample_plan_has_a_card_in_both_languages(language: Language) -> None:
    workspace = read_workspace(ROOT)
    for file in workspace.plans:
        assert file.account is not None
        html = html_of(card_of(file.account, workspace.settings, language), language)
        assert not re.search(r">None<|Decimal\(|\bN/A\b", html), file.id
        assert ("下一步行动" in html) is (language == "zh")


# --- Texts that fit ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Visit Boise", 20, "Visit Boise"),
        ("Visit the three stores in Boise", 9, "Visit the three…"),
        ("拜访博伊西的三家门店", 6, "拜访博伊西…"),
        ("W" * 40, 5, "WWWWW…"),
        ("one\n\n  two\u202e", 20, "one two"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_whole_word(text: str, width: float, expected: str) -> None:
    assert short(text, width) == expected
    assert text_width(short(text, width)) <= width / 0.9


def test_a_summary_is_cut_after_a_sentence() -> None:
    assert first_sentences("A chain of **62** stores. It grows.\n\nAnd so on, and on.", 20) == (
        "A chain of 62 stores. It grows."
    )
    assert first_sentences("连锁超市，62 家门店。增长快。还有更多内容在这里。", 17) == "连锁超市，62 家门店。增长快。"
    assert first_sentences("Sales came to **82**, and more", 99) == "Sales came to 82, and more"
    assert first_sentences("A first sentence that is far too long. Short.", 12) == "A first sentence that is…"
    assert first_sentences("", 9) == ""


# --- One page ------------------------------------------------------------------------------------------------------

TEXTS = {
    "words": "Become the dairy partner with whom they plan their whole season " * 20,
    "Chinese": "成为他们制定季节计划时的乳制品伙伴，" * 60,
    "one word": "W" * 10_000,
    "wide signs": "😀㌔—" * 400,
    "marks": "a" + "\u0301" * 1_000,
    "lines": "a\n\n" * 500,
    "right to left": "مرحبا بالعالم " * 80,
    "markup": '</p></table><script>x</script><img src="file:///etc/passwd">' * 30,
}
PAPERS = (Briefs(paper="a4"), Briefs(paper="letter"))


def huge(text: str) -> Account:
    """Return a plan that has a hundred of everything, each with this text, and all of it late."""
    past, day = str(AS_OF - timedelta(days=1_234_567 // 1_000)), "2026-12-31"
    people = [
        {
            "id": f"p{number}",
            "name": text[:1_000],
            "title": text[:1_000],
            "role": ("economic", "technical", "user", "coach")[number % 4],
            "influence": 5,
            "support": number % 5 - 2,
            "covered_by": "lin" if number % 2 else None,
            "contact": {"last": past, "every_days": 1},
        }
        for number in range(100)
    ]
    figures = {"baseline": "1000000000", "actual": "99999999999", "target": "999999999999999", "unit": "USD"}
    goals = [{"id": f"g{number}", "text": text, **figures, "start": "2026-01-01", "due": day} for number in range(100)]
    requests = [{"id": f"r{number}", "text": text, "due": past, "owner": "bo"} for number in range(100)]
    risks = [
        {"id": f"k{number}", "text": text, "likelihood": 5, "impact": 5, "response": text, "due": past}
        for number in range(100)
    ]
    return plan(
        name=text,
        type="strategic",
        status="dormant",
        stage="interdependent",
        team=[{"member": "lin"}, {"member": "bo"}, *({"member": f"member-{number}"} for number in range(100))],
        summary=text,
        profile={"industry": text, "headquarters": text, "since": "2001-01-01"},
        value={
            "purchases": [{"date": "2025-12-01", "amount": "999999999999"}],
            "wallet": [{"year": 2026, "amount": "999999999999999"}],
        },
        goals={"objective": text, "goals": goals},
        power_map={"people": people},
        service={"requests": requests},
        risks=risks,
        opportunities=[{"id": "o", "name": text, "amount": "99999999999", "probability": "0.5"}],
        joint_plan={"next_review": day},
    )


@pytest.mark.pdf
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("briefs", PAPERS, ids=lambda briefs: briefs.paper)
def test_a_card_is_one_page_whatever_the_plan_says_and_nothing_falls_off_it(
    text: str, language: Language, briefs: Briefs
) -> None:
    settings = Settings.model_validate(
        {"team": [{"id": "lin", "name": text[:1_000]}, {"id": "bo", "name": text[:1_000]}]}
    )
    card = card_of(huge(text), settings, language)
    reader = pdf_of(html_of(card, language, briefs), briefs)
    assert len(reader.pages) == 1
    said = "".join(reader.pages[0].extract_text().split())
    assert {"en": "Thu31Dec2026", "zh": "2026年12月31日周四"}[language] in said
    rating = {"en": "25of25", "zh": "25/25"}[language]
    assert said.count(rating) == MOST_RISKS, "what stands at the end of the card has its room"


@pytest.mark.pdf
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("briefs", PAPERS, ids=lambda briefs: briefs.paper)
def test_every_sample_plan_is_one_page_on_both_papers(language: Language, briefs: Briefs) -> None:
    workspace = read_workspace(ROOT)
    plans = [(file.id, file.account) for file in workspace.plans if file.account is not None]
    for name, account in [*plans, ("three lines", plan())]:
        card = card_of(account, workspace.settings, language)
        html = html_of(card, language, briefs)
        reader = pdf_of(html, briefs)
        assert len(reader.pages) == 1, name
        end = card.risks[-1].response if card.risks else {"en": "No open risk", "zh": "没有记录未关闭的风险"}[language]
        assert "".join(end.split()) in "".join(reader.pages[0].extract_text().split()), name


@pytest.mark.pdf
def test_what_a_workspace_adds_to_the_style_cannot_make_a_second_page() -> None:
    design = brief_design(TEMPLATES, Briefs())
    large = design.stylesheets["card"] + "html, table, p { font-size: 16pt !important }"
    made = render_pdf(html_of(card_of(huge(TEXTS["words"]))), large, files=design.files, allow_missing_glyphs=True)
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


def test_every_field_of_the_model_may_be_filled() -> None:
    data = Canaries().plan(Account)
    data["kamgen"] = 1
    html = html_of(card_of(Account.model_validate(data), Settings.model_validate({}), as_of=date(2036, 1, 1)))
    assert "None" not in words(html)
