"""The page of the team and those of its members: who has to do what, for whom, and what nobody does."""

from __future__ import annotations

from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.register import lists_of, members_told
from kamgen.pages.summary import summarise
from kamgen.pages.team.member import MemberPage, member_page, members_of
from kamgen.pages.team.page import TeamPage, team_page
from kamgen.pages.team.work import MOST_SHOWN
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from tests.pages.registers import TODAY, register_of

TEAM: dict[str, Any] = {
    "team": [
        {"id": "lin-yue", "name": {"en": "Lin Yue", "zh": "林悦"}, "level": "manager", "phase": "sales"},
        {"id": "chen-bo", "name": "Chen Bo", "phase": "service"},
    ],
}


def settings(**keys: Any) -> Settings:
    return Settings.model_validate(TEAM | keys)


def actions(*rows: dict[str, Any]) -> dict[str, Any]:
    numbered = [{"id": f"a{index}", "text": f"Step {index}", **row} for index, row in enumerate(rows)]
    return {"goals": {"strategies": [{"id": "s", "text": "Grow", "actions": numbered}]}}


def people(*rows: dict[str, Any]) -> dict[str, Any]:
    return {
        "power_map": {"people": [{"id": f"p{index}", "name": f"P{index}", **row} for index, row in enumerate(rows)]}
    }


def member(
    plans: dict[str, dict[str, Any]], id_: str = "lin-yue", own: Settings | None = None, language: Language = "en"
) -> MemberPage:
    own = own or settings()
    return member_page(id_, register_of(plans, own), Context(own, TODAY, language))


def team(plans: dict[str, dict[str, Any]], own: Settings | None = None) -> TeamPage:
    own = own or settings()
    return team_page(register_of(plans, own), Context(own, TODAY, "en"))


def html(template: str, page: MemberPage | TeamPage, address: str) -> str:
    context = Context(settings(), TODAY, "en")
    site = frame(context, address, page.title, page.lead)
    return Templates().render(template, page=page, t=context.wording, site=site)


# ── Who has a page ──


def test_members_come_in_the_order_of_the_settings_then_others_whom_plans_name() -> None:
    named = {"b": ("zoe", "chen-bo"), "a": ("anna", "zoe")}
    assert members_of(settings(), named) == {"lin-yue": (), "chen-bo": ("b",), "anna": ("a",), "zoe": ("a", "b")}


def test_a_seat_in_the_team_of_an_account_names_a_member() -> None:
    account = Account.model_validate({"kamgen": 1, "name": "A", "owner": "lin-yue", "team": [{"member": "chen-bo"}]})
    scores = score_account("a", account, settings(), TODAY)
    summary = summarise("a", account, scores, (), settings(), TODAY)
    assert set(members_told(summary, lists_of(account, settings(), TODAY))) == {"chen-bo", "lin-yue"}


# ── A member ──


def test_a_member_sees_what_own_accounts_and_own_work_need_most_urgent_first() -> None:
    plans = {
        "mine": actions({"owner": "chen-bo", "due": "2026-05-08"}),
        "theirs": {
            "owner": "chen-bo",
            **actions({"owner": "lin-yue", "due": "2026-05-01"}, {"owner": "chen-bo", "due": "2026-05-01"}),
        },
    }
    page = member(plans)
    assert [(str(item.what), str(item.account), str(item.owner)) for item in page.urgent] == [
        ("Action “Step 0” is 5 days overdue", "Theirs", "Lin Yue"),
        ("Action “Step 0” is due in 2 days", "Mine", "Chen Bo"),
    ]
    assert page.urgent[0].what.href == "accounts/theirs.html#action-a0"
    assert page.urgent[0].due is not None
    assert page.urgent[0].due.state == "late"
    assert page.lead == "2 things need attention; 1 piece of own work is overdue."


def test_work_stands_in_its_week_what_is_late_first_and_what_has_no_day_last() -> None:
    page = member(
        {
            "acme": actions(
                {"owner": "lin-yue"},
                {"owner": "lin-yue", "due": "2026-06-01", "hours": "8"},
                {"owner": "lin-yue", "due": "2026-05-31", "hours": "3", "status": "doing"},
                {"owner": "lin-yue", "due": "2026-05-11"},
                {"owner": "lin-yue", "due": "2026-05-10", "hours": "2"},
                {"owner": "lin-yue", "due": "2026-05-06", "hours": "1.5"},
                {"owner": "lin-yue", "due": "2026-05-05"},
                {"owner": "lin-yue", "due": "2026-05-05", "status": "done"},
                {"owner": "chen-bo", "due": "2026-05-07"},
            )
        }
    )
    assert page.work is not None
    assert [(group.title, group.count, group.hours) for group in page.work.groups] == [
        ("Overdue", "1", ""),
        ("This week", "2", "3.5"),
        ("Next week", "1", ""),
        ("25–31 May", "1", "3"),
        ("Later", "1", "8"),
        ("Without a day", "1", ""),
    ]
    assert page.work.headline == "7 open, 1 overdue"
    assert page.work.groups[3].rows[0].note == "Under way"


def test_every_kind_of_work_is_called_by_its_name() -> None:
    plan = {
        "service": {"requests": [{"id": "r", "text": "Labels", "owner": "lin-yue", "due": "2026-05-07"}]},
        "joint_plan": {
            "next_review": "2026-05-20",
            "commitments": [
                {"id": "c", "by": "us", "text": "Deliver", "owner": "lin-yue", "due": "2026-05-08"},
                {"id": "d", "by": "customer", "text": "Pay", "owner": "lin-yue", "due": "2026-05-08"},
            ],
        },
        "risks": [{"id": "k", "text": "Fire", "response": "Insure", "owner": "lin-yue", "due": "2026-05-09"}],
    }
    page = member({"acme": plan})
    assert page.work is not None
    rows = [row for group in page.work.groups for row in group.rows]
    assert [(row.kind, str(row.what)) for row in rows] == [
        ("Request", "Labels"),
        ("Our promise", "Deliver"),
        ("Answer to a risk", "Insure"),
        ("Joint review", "Joint review"),
    ]


def test_more_work_than_a_page_holds_is_counted() -> None:
    plan = actions(*({"owner": "lin-yue", "due": "2026-05-07", "hours": "1"} for _ in range(MOST_SHOWN + 5)))
    page = member({"acme": plan})
    assert page.work is not None
    assert sum(len(group.rows) for group in page.work.groups) == MOST_SHOWN
    assert page.work.groups[0].hours == str(MOST_SHOWN + 5)
    assert page.work.beyond == "5 more on the accounts’ own pages"
    assert page.beyond.urgent == f"{MOST_SHOWN + 5 - 60} more on the accounts’ own pages"


def test_people_whose_contact_is_overdue_come_first_then_as_the_next_is_due() -> None:
    def met(last: str, influence: str = "3") -> dict[str, Any]:
        return {"covered_by": "lin-yue", "influence": influence, "contact": {"last": last, "every_days": "30"}}

    plan = people(
        met("2026-05-01"), met("2026-04-20"), met("2026-03-01", "2"), met("2026-03-20", "5"), {"influence": 5}
    )
    page = member({"acme": plan})
    assert [str(person.person) for person in page.people] == ["P3", "P2", "P1", "P0"]
    assert [person.overdue for person in page.people] == [17, 36, 0, 0]
    assert page.people[2].next_contact is not None
    assert page.people[2].next_contact.text == "Wed 20 May 2026"
    assert page.people_headline == "4 people, 2 overdue"


def test_opportunities_are_those_of_own_accounts_and_those_with_an_own_next_step() -> None:
    def sale(id_: str, owner: str, due: str, **more: Any) -> dict[str, Any]:
        return {"id": id_, "name": id_.title(), "next_step": {"text": "Call", "owner": owner, "due": due}, **more}

    plans = {
        "mine": {"opportunities": [sale("one", "chen-bo", "2026-05-20"), sale("won", "lin-yue", "", status="won")]},
        "theirs": {
            "owner": "chen-bo",
            "opportunities": [sale("two", "lin-yue", "2026-05-09"), sale("three", "chen-bo", "2026-05-08")],
        },
    }
    page = member(plans)
    assert page.opportunities is not None
    assert [str(row.opportunity) for row in page.opportunities.rows] == ["Two", "One"]


def test_seats_are_told_where_somebody_else_answers_for_the_account() -> None:
    seats = {"team": [{"member": "lin-yue", "phase": "market"}]}
    page = member({"mine": seats, "theirs": {"owner": "chen-bo", **seats}})
    assert [(str(seat.account), seat.phase) for seat in page.seats] == [("Theirs", "Market (before)")]
    assert [row.name for row in page.accounts] == ["Mine"]


def test_hours_are_held_against_the_resource_rule_and_the_time_with_customers() -> None:
    bought = {"value": {"purchases": [{"date": "2026-01-10", "amount": "9000"}]}}
    own = settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": ["0.1", "0.2", "0.5"], "time_rule": "0.8"}})
    plans = {
        "big": {**bought, **actions({"owner": "lin-yue", "hours": "6", "with_customer": "3", "spent": "4"})},
        "small": actions(
            {"owner": "lin-yue", "hours": "4", "status": "dropped"},
            {"owner": "lin-yue", "hours": "2"},
            {"owner": "chen-bo", "hours": "50"},
        ),
        "tiny": {"value": {"purchases": [{"date": "2026-01-10", "amount": "1"}]}},
    }
    page = member(plans, own=own)
    assert page.hours is not None
    assert page.hours.notes == (
        "The top 50% get 75% of the planned hours, 100% of the hours spent; the rule is 80%.",
        "50% of the planned hours are in front of customers, as far as 75% of them say.",
    )
    assert [(str(row.account), row.planned, row.spent) for row in page.hours.accounts] == [
        ("Big", "6", "4"),
        ("Small", "2", ""),
    ]
    planned, spent = page.hours.slices[-1].planned, page.hours.slices[-1].spent
    assert planned is not None
    assert spent is not None
    assert (planned.share, planned.state, spent.share, spent.state) == ("75%", "amber", "100%", "green")


def test_level_and_phase_are_said_in_the_language_of_the_page() -> None:
    page = member({"acme": {}}, language="zh")
    assert (page.title, page.about, page.unlisted) == ("林悦", ("经理", "销售（攻城）"), False)


def test_a_member_whom_the_settings_do_not_name_is_marked() -> None:
    page = member({"acme": {"owner": "zoe"}}, "zoe")
    assert (page.title, page.about, page.unlisted) == ("zoe", (), True)
    assert "not in the team list" in html("site/member.html", page, "team/zoe.html")


def test_a_member_whom_no_plan_names_is_told_how_to_get_work() -> None:
    page = member({}, "chen-bo")
    assert page.is_empty
    assert page.lead == ""
    written = html("site/member.html", page, "team/chen-bo.html")
    assert "No plan names this member yet" in written
    assert "<table" not in written


def test_hostile_text_of_a_plan_stays_text() -> None:
    plan = actions({"owner": "lin-yue", "due": "2026-05-05", "text": "<script>alert(1)</script>"})
    written = html("site/member.html", member({"acme": plan}), "team/lin-yue.html")
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert" in written


# ── The team ──


def test_a_member_is_told_in_figures() -> None:
    plan = {
        **actions(
            {"owner": "lin-yue", "due": "2026-05-01", "hours": "2", "with_customer": "1"},
            {"owner": "lin-yue", "due": "2026-05-31", "hours": "3"},
            {"owner": "lin-yue", "due": "2026-06-01", "hours": "4"},
            {"owner": "lin-yue", "due": "2026-04-01", "hours": "9", "status": "done"},
        ),
        **people(
            {"covered_by": "lin-yue", "contact": {"last": "2026-01-01", "every_days": "30"}},
            {"covered_by": "lin-yue"},
            {"covered_by": "lin-yue", "wanted": "yes"},
        ),
        "value": {"purchases": [{"date": "2026-01-10", "amount": "1500"}]},
    }
    row = team({"acme": plan}).members[0]
    assert (row.level, row.phase, row.accounts, row.purchases) == ("Manager", "Sales (during)", 1, "1,500")
    assert (row.open_work, row.overdue, row.soon, row.hours) == (3, 1, "5", "9")
    assert (row.with_customers, row.people, row.contacts) == ("50%", 2, 1)


def test_everybody_has_a_row_the_idle_and_the_unlisted_too() -> None:
    page = team({"acme": {"owner": "zoe"}})
    assert [(str(row.member), row.unlisted) for row in page.members] == [
        ("Lin Yue", False),
        ("Chen Bo", False),
        ("zoe", True),
    ]
    assert page.members[0].hours == ""
    assert "not in the team list" in html("site/team.html", page, "team.html")


def test_what_nobody_has_taken_is_said() -> None:
    page = team({"acme": {**actions({"due": "2026-05-05", "hours": "2"}), **people({}, {"wanted": "yes"})}})
    assert page.nobody == "1 piece of open work has no owner; 1 person is covered by nobody."
    assert [str(row.member) for row in page.rules] == ["nobody"]


def test_coverage_lists_first_the_account_that_lacks_most() -> None:
    plans: dict[str, dict[str, Any]] = {
        "full": {"team": [{"member": "zoe", "phase": "market"}, {"member": "lin-yue"}, {"member": "chen-bo"}]},
        "half": {"team": [{"member": "chen-bo"}]},
        "open": {"team": [{"member": "zoe"}]},
        "unnamed": {},
    }
    coverage = team(plans).coverage
    assert coverage is not None
    assert [(str(row.account), row.lacking) for row in coverage.rows] == [
        ("Half", "market|sales"),
        ("Full", ""),
        ("Open", ""),
    ]
    assert coverage.headline == "3 of 4 accounts name a team; 1 without Market (before); 1 without Sales (during)"
    assert [name.name for name in coverage.unnamed.names] == ["Unnamed"]
    assert [str(other) for other in coverage.rows[2].others] == ["zoe"]


def test_the_row_of_all_is_that_of_the_portfolio() -> None:
    own = settings(scoring={"pyramid": {"by": "revenue-to-date", "slices": ["0.1", "0.2", "0.5"]}})
    plans = {
        "big": {
            "value": {"purchases": [{"date": "2026-01-10", "amount": "9000"}]},
            **actions({"owner": "lin-yue", "hours": "8"}),
        },
        "small": actions({"owner": "chen-bo", "hours": "2"}),
    }
    page = team(plans, own)
    assert page.all_hours is not None
    share = page.all_hours.planned_shares[-1]
    assert share is not None
    assert (page.all_hours.planned, share.share, share.words) == ("10", "80%", "keeps the rule")
    assert [(str(row.member), row.planned, row.spent) for row in page.rules] == [
        ("Lin Yue", "8", ""),
        ("Chen Bo", "2", ""),
    ]


@pytest.mark.parametrize("plans", [{}, {"acme": {}}])
def test_without_a_team_in_the_settings_the_page_says_how_to_name_one(plans: dict[str, dict[str, Any]]) -> None:
    page = team(plans, Settings())
    assert not page.has_team
    assert len(page.members) == len(plans)
    assert "kamgen.yaml" in html("site/team.html", page, "team.html")


def test_without_hours_the_resource_rule_is_left_out() -> None:
    page = team({"acme": actions({"owner": "lin-yue"})})
    assert page.all_hours is None
    assert 'id="resource-rule"' not in html("site/team.html", page, "team.html")
