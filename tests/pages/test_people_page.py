"""The page of everyone at customers: who is overdue, who decides and has nobody of ours, whom we still look for."""

from __future__ import annotations

from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.people.page import MOST_SHOWN, PeoplePage, people_page
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from tests.pages.registers import TODAY, register_of

SETTINGS = Settings.model_validate(
    {"team": [{"id": "lin-yue", "name": "Lin Yue"}, {"id": "chen-bo", "name": "Chen Bo"}]}
)


def page(language: Language = "en", **accounts: list[dict[str, Any]]) -> PeoplePage:
    plans = {
        account_id: {"power_map": {"people": [{"id": f"p{index}", **row} for index, row in enumerate(rows)]}}
        for account_id, rows in accounts.items()
    }
    return people_page(register_of(plans, SETTINGS), Context(SETTINGS, TODAY, language))


def html(view: PeoplePage) -> str:
    context = Context(SETTINGS, TODAY, "en")
    site = frame(context, "people.html", view.title, view.lead)
    return Templates().render("site/people.html", page=view, t=context.wording, site=site)


def person(name: str, **facts: Any) -> dict[str, Any]:
    return {"name": name, "covered_by": "lin-yue", **facts}


def met(last: str, every: str | None = "30") -> dict[str, Any]:
    return {"contact": {"last": last} | ({"every_days": every} if every else {})}


def test_overdue_contact_with_most_influence_comes_first_then_who_decides_and_has_nobody() -> None:
    view = page(
        acme=[
            person("Quiet", influence="5", **met("2026-05-01")),
            person("Long", influence="1", **met("2026-02-05")),  # 60 days overdue
            person("Mighty", influence="5", **met("2026-03-17")),  # 20 days overdue
            {"name": "Alone", "influence": "4"},
        ]
    )
    assert [str(row.person) for row in view.people] == ["Mighty", "Long", "Alone", "Quiet"]
    assert view.lead == "2 contacts are overdue; 1 person decides and nobody covers them."
    assert view.people[0].contact is not None
    assert (view.people[0].contact.note, view.people[0].contact.state) == ("20 days overdue", "late")


@pytest.mark.parametrize(
    ("contact", "state"),
    [
        ({}, "not-met"),
        (met("2026-04-06"), "in-time"),  # the last day of 30
        (met("2026-04-05"), "overdue"),
        (met("2020-01-01", None), "no-cadence"),
        (met("2026-05-07"), "not-met"),  # lies ahead
    ],
)
def test_a_contact_is_told_by_its_cadence(contact: dict[str, Any], state: str) -> None:
    assert page(acme=[person("P", **contact)]).people[0].contact_state == state


def test_a_row_says_who_it_is_and_leads_to_account_and_member() -> None:
    row = page(acme=[person("M. Roe", title="CEO", role="economic", influence="4", support="-2")]).people[0]
    assert (row.person.href, row.account.href) == ("accounts/acme.html#person-p0", "accounts/acme.html")
    assert (row.role_letter, row.role, row.influence, row.influence_words) == (
        "E",
        "Economic buyer",
        "●●●●○",
        "Influence 4 of 5",
    )
    assert (row.support, row.support_class, row.covered_by.href) == ("Opponent", "opponent", "team/lin-yue.html")


def test_figures_count_people_found_and_not_those_still_wanted() -> None:
    view = page(
        acme=[
            person("A", influence="5", **met("2026-01-01")),
            {"name": "B", "influence": "4"},
            {"title": "Buyer", "wanted": "yes", "influence": "5"},
        ],
        beta=[person("C"), {"name": "D"}],
    )
    assert [(figure.value, figure.note) for figure in view.figures] == [
        ("4", "at 2 accounts"),
        ("50%", "2 covered by nobody"),
        ("1", "the longest by 95 days"),
        ("1", "influence 4 or 5"),
        ("1", "marked as wanted in the plans"),
    ]


def test_people_still_to_find_have_a_list_of_their_own_and_are_called_by_their_title() -> None:
    view = page(
        acme=[person("A"), {"title": "Head of quality", "wanted": "yes", "role": "technical"}, {"wanted": "yes"}]
    )
    assert [str(row.person) for row in view.people] == ["A"]
    assert [str(row.person) for row in view.wanted] == ["Head of quality", "Wanted"]
    assert not view.wanted[0].uncovered


def test_members_are_counted_with_those_whom_nobody_covers_last() -> None:
    view = page(
        acme=[
            person("A", influence="4", **met("2026-01-01")),
            person("B"),
            person("C", covered_by="zoe"),
            {"name": "D", "influence": "5"},
        ]
    )
    assert [(str(row.member), row.people, row.deciders, row.overdue) for row in view.owners] == [
        ("Lin Yue", 2, 1, 1),
        ("zoe", 1, 0, 0),
        ("nobody", 1, 1, 0),
    ]
    assert view.owners[-1].member.href == ""


def test_nobody_covering_anybody_is_nought_percent_and_no_failure() -> None:
    view = page(acme=[{"name": "A"}, {"name": "B"}])
    assert view.figures[1].value == "0%"
    assert [str(row.member) for row in view.owners] == ["nobody"]
    assert 'data-f="-"' in html(view)


def test_more_people_than_a_page_holds_are_counted_and_the_urgent_kept() -> None:
    rows = [person(f"P{index}", influence="3") for index in range(MOST_SHOWN + 2)]
    view = page(acme=[*rows, person("Late", influence="1", **met("2026-01-01"))])
    assert len(view.people) == MOST_SHOWN
    assert str(view.people[0].person) == "Late"
    assert view.beyond == "3 more, less urgent: on the pages of their accounts and of the members who cover them"
    assert view.figures[0].value == str(MOST_SHOWN + 3)


def test_when_all_is_well_the_page_says_so() -> None:
    assert page(acme=[person("A", **met("2026-05-01"))]).lead == (
        "No contact is overdue, and everybody who decides is covered."
    )


def test_only_wanted_people_make_no_list_of_found_ones() -> None:
    view = page(acme=[{"title": "Buyer", "wanted": "yes"}])
    assert view.figures[1].value == "–"
    assert 'id="person-list"' not in html(view)
    assert "Roles still to find" in html(view)


@pytest.mark.parametrize("accounts", [{}, {"acme": []}])
def test_without_anybody_the_page_says_how_to_begin(accounts: dict[str, Any]) -> None:
    view = page(**accounts)
    assert (view.figures, view.people, view.lead) == ((), (), "")
    assert "power_map:" in html(view)


def test_the_page_is_said_in_chinese() -> None:
    view = page("zh", acme=[person("漆雅宁", role="economic", **met("2026-01-01"))])
    assert (view.title, view.lead, view.people[0].role_letter) == ("人物", "1 人接触逾期。", "经")


def test_hostile_names_stay_text() -> None:
    written = html(page(acme=[person("<img src=x onerror=alert(1)>")]))
    assert "<img" not in written
