"""The calendar over all accounts: who does what in which week, and what is not known is said so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kamgen.output.templates import Templates
from kamgen.pages.calendar.battle_map import MOST_IN_CELL, MOST_MEMBERS, shade_of
from kamgen.pages.calendar.by_month import MOST_ACCOUNTS, fiscal_months
from kamgen.pages.calendar.list import MOST_INCOMPLETE, MOST_LISTED
from kamgen.pages.calendar.page import CalendarPage, calendar_page
from kamgen.pages.calendar.planned_work import weeks_from
from kamgen.pages.context import Context
from kamgen.pages.navigation import frame
from kamgen.pages.register import Register, extracts_of, lists_of
from kamgen.pages.summary import summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio
from kamgen.wording.chinese import calendar
from kamgen.wording.spans import days, months

WEDNESDAY = date(2026, 5, 6)
TEAM = [{"id": "lin-yue", "name": "Lin Yue"}, {"id": "chen-bo", "name": "Chen Bo"}]


def action(id_: str, due: str | None = None, owner: str | None = "lin-yue", **keys: Any) -> dict[str, Any]:
    found = {"id": id_, "text": f"Do {id_}", "due": due, "owner": owner, **keys}
    return {key: value for key, value in found.items() if value is not None}


def plan(name: str, *actions: dict[str, Any], **sections: Any) -> Account:
    goals = {"strategies": [{"id": "grow", "text": "Grow", "actions": list(actions)}]}
    return Account.model_validate({"kamgen": "1", "name": name, "owner": "lin-yue", "goals": goals, **sections})


def register_of(plans: dict[str, Account], settings: Settings, as_of: date) -> Register:
    scores = {id_: score_account(id_, account, settings, as_of) for id_, account in plans.items()}
    summaries = {id_: summarise(id_, plans[id_], scores[id_], (), settings, as_of) for id_ in plans}
    extracts = {id_: extracts_of(lists_of(account, settings, as_of)) for id_, account in plans.items()}
    return Register(summaries, score_portfolio(scores, settings, summaries), (), extracts)


def page(
    plans: dict[str, Account] | None = None, as_of: date = WEDNESDAY, language: str = "en", **own: Any
) -> CalendarPage:
    settings = Settings.model_validate({"team": TEAM, **own})
    return calendar_page(register_of(plans or {}, settings, as_of), Context(settings, as_of, language))  # type: ignore[arg-type]


def rendered(view: CalendarPage, language: str = "en") -> str:
    context = Context(Settings.model_validate({"team": TEAM}), WEDNESDAY, language)  # type: ignore[arg-type]
    site = frame(context, "calendar.html", view.title, view.lead)
    return Templates().render("site/calendar.html", page=view, site=site, t=context.wording)


def figures(view: CalendarPage) -> dict[str, tuple[str | None, str]]:
    return {figure.label: (figure.value, figure.note) for figure in view.figures}


def cells(view: CalendarPage, member: str) -> list[list[str]]:
    assert view.battle_map is not None
    row = next(row for row in view.battle_map.rows if row.member.text == member)
    return [[item.what.text for item in cell.items] for cell in row.cells]


# ── Opening ──


def test_the_figures_say_what_is_open_overdue_and_due_this_week() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("late", "2026-05-05"),
                action("today", "2026-05-06"),
                action("sunday", "2026-05-10"),
                action("monday", "2026-05-11"),
                action("done", "2026-05-01", status="done"),
                action("dropped", "2026-05-07", status="dropped"),
            )
        }
    )
    assert view.lead == "1 piece of work is overdue. 2 are due this week."
    assert figures(view)["Open work"] == ("4", "in 1 account")
    assert figures(view)["Overdue"] == ("1", "the oldest for 1 day")
    assert figures(view)["Due this week"] == ("2", "until Sunday, 10 May")


def test_planned_hours_are_those_of_four_weeks_and_say_how_much_states_them() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("a", "2026-05-08", hours="6"),
                action("b", "2026-05-31", hours="4"),
                action("c", "2026-05-20"),
                action("later", "2026-06-01", hours="100"),
                action("late", "2026-05-01", hours="50"),
            )
        }
    )
    assert figures(view)["Planned hours, 4 weeks"] == ("10 h", "2 of 3 pieces state hours")


def test_hours_that_nobody_states_are_unknown_and_not_zero() -> None:
    view = page({"acme": plan("Acme", action("a", "2026-05-08"))})
    assert figures(view)["Planned hours, 4 weeks"] == (None, "give actions their hours to see the load")
    assert figures(view)["In front of customers"] == (None, "needs hours and with_customer in actions")
    assert view.battle_map is not None
    assert [(cell.hours, cell.shade) for cell in view.battle_map.rows[0].cells[1:2]] == [("", 0)]


def test_the_share_with_customers_says_how_much_of_the_hours_it_rests_on() -> None:
    half = plan("Acme", action("a", "2026-05-08", hours="10", with_customer="5"), action("b", "2026-05-08", hours="10"))
    assert figures(page({"acme": half}))["In front of customers"] == ("50%", "of planned hours; 50% of them say")


# ── Members by weeks ──


def test_work_stands_in_the_week_it_is_due_with_its_member() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("late", "2026-05-05"),
                action("sunday", "2026-05-10"),
                action("monday", "2026-05-11"),
                action("last", "2026-06-28"),
                action("beyond", "2026-06-29"),
            )
        }
    )
    assert view.battle_map is not None
    assert [(column.name, column.days) for column in view.battle_map.columns] == [
        ("Overdue", "before today"),
        ("This week", "4–10 May"),
        ("Week 20", "11–17 May"),
        ("Week 21", "18–24 May"),
        ("Week 22", "25–31 May"),
        ("Week 23", "1–7 Jun"),
        ("Week 24", "8–14 Jun"),
        ("Week 25", "15–21 Jun"),
        ("Week 26", "22–28 Jun"),
        ("Later", "after 28 Jun"),
    ]
    assert view.battle_map.columns[1].note == "today: Wed"
    names = [["Do late"], ["Do sunday"], ["Do monday"], [], [], [], [], [], ["Do last"], ["Do beyond"]]
    assert cells(view, "Lin Yue") == names


def test_a_member_with_nothing_to_do_has_an_empty_row_and_says_so() -> None:
    view = page({"acme": plan("Acme", action("a", "2026-05-08"))})
    assert view.battle_map is not None
    assert [(row.member.text, row.load) for row in view.battle_map.rows] == [
        ("Lin Yue", "1 piece"),
        ("Chen Bo", "nothing with a day"),
    ]


def test_owners_whom_the_settings_do_not_know_come_after_the_team_and_nobody_comes_last() -> None:
    view = page(
        {
            "acme": plan(
                "Acme", action("a", "2026-05-08", "zoe"), action("b", "2026-05-08", None), action("c", "2026-05-08")
            )
        }
    )
    assert view.battle_map is not None
    assert [(row.member.text, row.member.href) for row in view.battle_map.rows] == [
        ("Lin Yue", "team/lin-yue.html"),
        ("Chen Bo", "team/chen-bo.html"),
        ("zoe", "team/zoe.html"),
        ("Without an owner", "#incomplete"),
    ]


def test_a_cell_names_a_few_and_leads_to_the_others() -> None:
    many = [action(f"a{number}", "2026-05-08", hours="2") for number in range(MOST_IN_CELL + 2)]
    view = page({"acme": plan("Acme", *many)})
    assert view.battle_map is not None
    cell = view.battle_map.rows[0].cells[1]
    assert (len(cell.items), cell.more.text, cell.more.href) == (MOST_IN_CELL, "2 more", "team/lin-yue.html")
    assert (cell.count, cell.hours, cell.shade) == ("5 pieces", "10 h", 3)


@pytest.mark.parametrize(
    ("hours", "shade"), [(None, 0), ("0", 0), ("0.5", 1), ("4", 1), ("4.1", 2), ("16", 3), ("32", 4), ("33", 5)]
)
def test_a_week_is_shaded_by_its_hours(hours: str | None, shade: int) -> None:
    assert shade_of(None if hours is None else Decimal(hours)) == shade


def test_overdue_and_later_have_no_shade_for_they_are_no_weeks() -> None:
    view = page({"acme": plan("Acme", action("a", "2026-04-08", hours="40"), action("b", "2027-01-08", hours="40"))})
    assert view.battle_map is not None
    first, *_, last = view.battle_map.rows[0].cells
    assert (first.hours, first.shade, last.hours, last.shade) == ("40 h", 0, "40 h", 0)


def test_all_kinds_of_work_are_on_the_map_and_lead_to_their_place() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                service={"requests": [{"id": "labels", "text": "Labels", "due": "2026-05-07", "owner": "chen-bo"}]},
                joint_plan={"next_review": "2026-05-08"},
            )
        }
    )
    assert view.battle_map is not None
    items = [item for row in view.battle_map.rows for cell in row.cells for item in cell.items]
    assert [(item.what.text, item.what.href, item.when) for item in items] == [
        ("Joint review", "accounts/acme.html#joint-plan", "Fri"),
        ("Labels", "accounts/acme.html#request-labels", "Thu"),
    ]


def test_many_members_are_cut_to_those_with_most_to_do() -> None:
    team = [{"id": f"m{number}", "name": f"M{number}"} for number in range(MOST_MEMBERS + 3)]
    view = page({"acme": plan("Acme", action("a", "2026-05-08", f"m{MOST_MEMBERS + 2}"))}, team=team)
    assert view.battle_map is not None
    assert len(view.battle_map.rows) == MOST_MEMBERS
    assert view.battle_map.rows[-1].member.text == f"M{MOST_MEMBERS + 2}"
    assert view.battle_map.beyond == "3 members with less to do have no row here; the page of the team has all."


# ── Weeks and months ──


def test_week_53_and_the_change_of_the_year_have_their_days() -> None:
    view = page({"acme": plan("Acme", action("a", "2026-12-31"))}, as_of=date(2026, 12, 21))
    assert view.battle_map is not None
    assert [(column.name, column.days) for column in view.battle_map.columns[1:4]] == [
        ("This week", "21–27 Dec"),
        ("Week 53", "28 Dec 2026 – 3 Jan 2027"),
        ("Week 1", "4–10 Jan"),
    ]
    assert cells(view, "Lin Yue")[2] == ["Do a"]


def test_weeks_end_where_days_end() -> None:
    weeks = weeks_from(date(9999, 12, 30), 8)
    assert [(week.monday, week.sunday) for week in weeks] == [(date(9999, 12, 27), date.max)]
    view = page({"acme": plan("Acme", action("a", "9999-12-31"))}, as_of=date(9999, 12, 30))
    assert cells(view, "Lin Yue") == [[], ["Do a"], []]
    assert view.year is not None


def test_the_furthest_day_is_later() -> None:
    view = page({"acme": plan("Acme", action("a", "9999-12-31"))})
    assert cells(view, "Lin Yue")[-1] == ["Do a"]
    assert view.year is None


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        (date(2026, 5, 18), date(2026, 5, 24), "18–24 May", "5月18–24日"),
        (date(2026, 4, 27), date(2026, 5, 3), "27 Apr – 3 May", "4月27日–5月3日"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec 2026 – 3 Jan 2027", "2026年12月28日–2027年1月3日"),
        (date(2026, 5, 18), date(2026, 5, 18), "18 May", "5月18日"),
    ],
)
def test_days_are_said_from_one_to_another(first: date, last: date, english: str, chinese: str) -> None:
    assert (days(first, last, "en"), days(first, last, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), "Apr–Jun 2026", "2026年4–6月"),
        (date(2026, 11, 1), date(2027, 1, 31), "Nov 2026 – Jan 2027", "2026年11月–2027年1月"),
        (date(2026, 4, 1), date(2026, 4, 30), "Apr 2026", "2026年4月"),
    ],
)
def test_months_are_said_from_one_to_another(first: date, last: date, english: str, chinese: str) -> None:
    assert (months(first, last, "en"), months(first, last, "zh")) == (english, chinese)


def test_the_year_is_the_fiscal_one_that_the_day_is_in() -> None:
    assert (fiscal_months(WEDNESDAY, 4)[0], fiscal_months(WEDNESDAY, 4)[-1]) == (date(2026, 4, 1), date(2027, 3, 1))
    assert fiscal_months(WEDNESDAY, 7)[0] == date(2025, 7, 1)
    assert len(fiscal_months(date.max, 4)) == 9
    assert fiscal_months(date.min, 4) == (date(1, 1, 1), date(1, 2, 1), date(1, 3, 1))


def test_a_month_counts_what_is_done_and_what_is_open_and_marks_what_is_late() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("a", "2026-03-08", status="done", hours="3"),
                action("b", "2026-03-09", hours="2"),
                action("c", "2026-05-09"),
                action("d", "2026-02-09", status="done"),
                action("gone", "2026-05-09", status="dropped"),
                action("next year", "2027-05-09") | {"id": "next-year"},
            )
        }
    )
    assert view.year is not None
    (row,) = view.year.rows
    said = [(cell.count, cell.still_open, cell.hours, cell.late, cell.shade) for cell in row.cells]
    assert said[1] == ("1", "all done", "", False, 1)
    assert said[2] == ("2", "1 late", "5 h", True, 2)
    assert said[4] == ("1", "1 to do", "", False, 1)
    assert said[5] == ("", "", "", False, 0)
    assert (row.year.count, row.year.still_open) == ("4", "2 to do")
    assert view.year.outside == "1 piece is due in other years."
    assert [column.note for column in view.year.columns].index("this month") == 4


# ── Lists ──


def test_the_list_has_open_work_by_its_day_then_what_was_done_last() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("old", "2026-03-01", status="done"),
                action("next", "2026-05-20"),
                action("new", "2026-05-01", status="done"),
                action("late", "2026-04-01"),
            )
        }
    )
    assert [(row.what.text, row.when) for row in view.dated.rows] == [
        ("Do late", "overdue"),
        ("Do next", "later"),
        ("Do new", "past"),
        ("Do old", "past"),
    ]
    assert (view.dated.shown, view.dated.beyond) == ("", "")


def test_work_without_a_day_or_an_owner_is_listed_with_what_it_lacks() -> None:
    view = page(
        {
            "acme": plan(
                "Acme",
                action("no-day"),
                action("no-owner", "2026-05-20", None),
                action("neither", None, None),
                action("whole", "2026-05-20"),
                action("done", None, None, status="done"),
            )
        }
    )
    assert [row.what.text for row in view.incomplete.rows] == ["Do neither", "Do no-owner", "Do no-day"]
    assert view.incomplete_words == "2 have no day, 2 have no owner"


def test_whole_work_leaves_nothing_to_complete() -> None:
    view = page({"acme": plan("Acme", action("a", "2026-05-20"))})
    assert (view.incomplete.rows, view.incomplete_words) == ((), "")
    assert "All open work has an owner and a day." in rendered(view)


def test_a_thousand_accounts_are_cut_and_what_is_left_out_is_counted() -> None:
    plans = {f"a{number:04}": plan(f"A{number}", action("x", "2026-05-08"), action("y")) for number in range(1000)}
    view = page(plans)
    assert view.year is not None
    assert (len(view.dated.rows), len(view.incomplete.rows), len(view.year.rows)) == (
        MOST_LISTED,
        MOST_INCOMPLETE,
        MOST_ACCOUNTS,
    )
    assert view.dated.shown == f"The {MOST_LISTED} most urgent of 1,000"
    assert view.dated.beyond == f"{1000 - MOST_LISTED} more stand on the pages of their accounts and of their owners."
    assert view.year.beyond == f"{1000 - MOST_ACCOUNTS} accounts with less work count in the sums alone."
    assert view.year.total.year.count == "1,000"
    assert len(rendered(view)) < 400_000


# ── Empty, and untrusted ──


def test_an_empty_workspace_says_how_to_begin() -> None:
    view = page()
    assert (view.lead, view.figures, view.battle_map, view.year) == ("Nobody has anything to do yet.", (), None, None)
    assert "Write an action below" in rendered(view)


def test_work_without_any_day_still_makes_a_page() -> None:
    view = page({"acme": plan("Acme", action("a"))})
    assert view.battle_map is None
    html = rendered(view)
    assert "No open work has a day yet." in html
    assert "No work is due in this year yet." in html


def test_an_account_that_cannot_be_read_any_more_is_left_out() -> None:
    settings = Settings.model_validate({"team": TEAM})
    full = register_of({"acme": plan("Acme", action("a", "2026-05-08"))}, settings, WEDNESDAY)
    broken = Register({}, full.portfolio, (), full.extracts)
    assert calendar_page(broken, Context(settings, WEDNESDAY, "en")).figures == ()


def test_texts_of_plans_are_escaped() -> None:
    view = page({"acme": plan("<b>Acme", action("a", "2026-05-08") | {"text": '"><script>x</script>'}, action("b"))})
    html = rendered(view)
    assert "<script>x" not in html
    assert "<b>Acme" not in html.replace("<b>&lt;b&gt;Acme", "")


def test_the_page_speaks_chinese() -> None:
    work = plan("Acme", action("a", "2026-05-07", hours="2"), action("b", "2026-05-01"), action("c"))
    view = page({"acme": work}, language="zh")
    assert view.lead == "1 项工作已逾期。本周还有 1 项到期。"
    assert view.battle_map is not None
    assert view.battle_map.columns[1].days == "5月4–10日"
    assert view.battle_map.columns[1].note == "今天周三"
    html = rendered(view, "zh")
    assert [pattern for pattern in calendar.PHRASES if " " in pattern and pattern in html] == []
