"""Edges of the rules about the power map: what they must not find, and where they find what."""

from __future__ import annotations

import pytest

from kamgen.checks.catalogue import RULES
from tests.checks.one_rule import HEAD, Write, in_plan, messages, of_rule

OWN = [rule.name for rule in RULES.values() if rule.family == "power-map"]
KNOWN = "{id: buyer, name: Rosa Tran, role: economic, support: 0}"
OTHERS = ("missing-technical-buyer", "missing-user-buyer", "missing-coach")
ROLES = ("missing-economic-buyer", *OTHERS)


def people(*entries: str) -> str:
    return "power_map:\n  people:\n" + "".join(f"    - {entry}\n" for entry in entries)


def opportunity(fields: str = "probability: 0.4") -> str:
    return f"opportunities:\n  - {{id: season, name: Season contract, {fields}}}\n"


def decider(fields: str = "") -> str:
    return people(f"{{id: cfo, name: Jana Verhoeven, influence: 4{fields and ', ' + fields}}}")


MET = "covered_by: lin-yue, contact: {last: 2026-06-02, every_days: 30}"


@pytest.mark.parametrize("rule", OWN)
def test_at_a_lost_account_nobody_has_to_be_won(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad
    assert messages(rule, bad.plan, workspace)
    assert messages(rule, "status: lost\n" + bad.plan, workspace) == []


def test_an_empty_map_and_a_map_that_has_just_begun_are_left_alone(workspace: Write) -> None:
    first = people("{id: buyer, name: Rosa Tran, title: Buyer, influence: 3, support: 1, covered_by: lin-yue}")
    wanted = people("{id: boss, wanted: true, title: Whoever decides, role: economic, influence: 5}")
    plans = {"a": opportunity(), "b": first, "c": opportunity() + wanted}
    root = workspace({f"accounts/{name}.yaml": HEAD + plan for name, plan in plans.items()}, "")
    assert [finding.rule for rule in OWN for finding in of_rule(rule, root)] == []


@pytest.mark.parametrize(
    "rule",
    [
        "influential-person-without-owner",
        "unmet-decider",
        "unrated-decider",
        "single-threaded",
        "opponent-without-plan",
    ],
)
def test_a_prospect_is_only_asked_for_people_while_something_is_open(rule: str, workspace: Write) -> None:
    plan = "status: prospect\n" + RULES[rule].bad.plan
    assert messages(rule, plan, workspace) == []
    assert messages(rule, plan + opportunity("status: lost"), workspace) == []
    assert messages(rule, plan + opportunity("status: open"), workspace)


@pytest.mark.parametrize(
    "rule",
    [
        "influential-person-without-owner",
        "unmet-decider",
        "contact-without-cadence",
        "rating-without-evidence",
        "assumed-rating",
        "stale-rating",
        "unrated-decider",
    ],
)
def test_the_influence_from_which_on_somebody_decides_can_be_set(rule: str, workspace: Write) -> None:
    bad = RULES[rule].bad.plan.replace("role: economic", "role: user")
    four, three = bad.replace("influence: 5", "influence: 4"), bad.replace("influence: 5", "influence: 3")
    assert four != bad
    assert messages(rule, four, workspace)
    assert messages(rule, three, workspace) == []
    assert messages(rule, three, workspace, f"checks: {{{rule}: {{influence: 3}}}}\n")
    assert messages(rule, bad.replace("influence: 5", "unit: Finance"), workspace) == []


# ── Buying roles ──


def missing(plan: str, workspace: Write, settings: str = "") -> list[str]:
    return [rule for rule in ROLES if messages(rule, plan, workspace, settings)]


def test_every_role_is_missed_at_the_list_of_people_while_something_is_open(workspace: Write) -> None:
    plan = people("{id: planner, name: Karl Weiss, role: user}") + opportunity()
    assert in_plan("missing-coach", plan, workspace) == [
        (2, "people", "“Season contract” is open, and the power map has no coach")
    ]
    assert missing(plan, workspace) == ["missing-economic-buyer", "missing-technical-buyer", "missing-coach"]


@pytest.mark.parametrize(
    "fields", ["status: won", "status: lost", "created: 2026-06-16, probability: 0.4", "amount: 5"]
)
def test_no_role_is_missed_for_what_is_decided_or_no_more_than_an_idea(fields: str, workspace: Write) -> None:
    assert missing(people(KNOWN) + opportunity(fields), workspace) == []


def test_in_the_first_stage_nobody_has_to_be_known_yet(workspace: Write) -> None:
    stages = "{id: need, probability: 0.1}, {id: bid, probability: 0.3}"
    settings = f"processes: {{tender: {{stages: [{stages}]}}}}\n"
    assert missing(people(KNOWN) + opportunity("process: tender, stage: need"), workspace, settings) == []
    assert missing(people(KNOWN) + opportunity("process: tender, stage: bid"), workspace, settings) == list(OTHERS)


def test_as_long_as_nobody_has_a_role_only_the_economic_buyer_is_missed(workspace: Write) -> None:
    plan = people("{id: a, name: Rosa Tran}") + opportunity()
    assert missing(plan, workspace) == ["missing-economic-buyer"]


def test_a_role_that_only_somebody_wanted_holds_is_missed_there(workspace: Write) -> None:
    plan = people(KNOWN, "{id: quality, wanted: true, role: technical}") + opportunity()
    assert in_plan("missing-technical-buyer", plan, workspace) == [
        (4, "true", "“Season contract” is open, and the technical buyer is not found yet")
    ]


def test_of_several_opportunities_the_next_to_be_decided_is_named(workspace: Write) -> None:
    plan = people(KNOWN) + (
        "opportunities:\n"
        "  - {id: a, name: Later, probability: 0.4}\n"
        "  - {id: b, name: Sooner, probability: 0.4, close: 2026-08-31}\n"
    )
    assert messages("missing-coach", plan, workspace) == ["“Sooner” is open, and the power map has no coach"]


@pytest.mark.parametrize(
    ("status", "entries", "found"),
    [
        ("active", 1, False),
        ("active", 2, True),
        ("dormant", 2, False),
        ("prospect", 2, False),
    ],
)
def test_with_nothing_open_an_active_account_of_two_people_should_know_who_decides(
    status: str, entries: int, found: bool, workspace: Write
) -> None:
    known = people(*(f"{{id: p{number}, name: Person {number}}}" for number in range(entries)))
    said = messages("missing-economic-buyer", f"status: {status}\n{known}", workspace)
    assert said == (["the power map has no economic buyer"] if found else [])
    settings = "checks: {missing-economic-buyer: {people: 3}}\n"
    assert messages("missing-economic-buyer", f"status: {status}\n{known}", workspace, settings) == []


def test_with_nothing_open_it_is_enough_to_know_that_the_economic_buyer_is_wanted(workspace: Write) -> None:
    plan = people("{id: a, name: A}", "{id: b, name: B}", "{id: c, wanted: true, role: economic}")
    assert messages("missing-economic-buyer", plan, workspace) == []
    assert messages("missing-economic-buyer", plan + opportunity(), workspace)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("people: [successor], close: 2026-09-13", True),
        ("people: [successor], close: 2026-09-14", False),
        ("people: [successor], close: 2026-06-15", True),
        ("people: [successor], close: 2026-06-14", False),
        ("people: [successor], close: 2026-07-31, status: won", False),
        ("people: [buyer], close: 2026-07-31", False),
        ("people: [successor]", False),
    ],
)
def test_somebody_wanted_is_needed_ninety_days_before_a_decision_that_names_them(
    fields: str, found: bool, workspace: Write
) -> None:
    plan = opportunity(fields) + people(KNOWN, "{id: successor, wanted: true, title: Successor, role: economic}")
    said = in_plan("wanted-person-not-found", plan, workspace)
    assert [(line, mark) for line, mark, _ in said] == ([(6, "true")] if found else [])


def test_somebody_wanted_for_a_role_that_is_missing_is_told_once(workspace: Write) -> None:
    plan = opportunity("people: [quality], close: 2026-07-31, probability: 0.4")
    plan += people(KNOWN, "{id: quality, wanted: true, title: Quality lead, role: technical}")
    assert messages("missing-technical-buyer", plan, workspace)
    assert messages("wanted-person-not-found", plan, workspace) == []


# ── Coverage ──


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("{last: 2026-05-16, every_days: 30}", []),
        ("{last: 2026-05-15, every_days: 30}", ["Jana Verhoeven not met for 31 days; agreed every 30"]),
        ("{last: 2026-01-01}", []),
        ("{every_days: 30}", []),
        ("{last: 2026-07-01, every_days: 1}", []),
    ],
)
def test_a_contact_is_overdue_the_day_after_its_cadence(contact: str, found: list[str], workspace: Write) -> None:
    assert messages("overdue-contact", decider(f"covered_by: lin-yue, contact: {contact}"), workspace) == found


def test_nobody_is_late_for_somebody_without_an_owner(workspace: Write) -> None:
    plan = decider("contact: {last: 2025-01-01, every_days: 30}")
    assert messages("overdue-contact", plan, workspace) == []
    assert in_plan("influential-person-without-owner", plan, workspace) == [
        (3, plan.splitlines()[2][6:], "Jana Verhoeven decides, and nobody covers them")
    ]


def test_a_later_review_first_has_to_be_written_down_as_a_contact(workspace: Write) -> None:
    contact = "covered_by: lin-yue, contact: {last: 2026-01-20, every_days: 30}"
    review = "reviews: [{date: 2026-03-02, attendees: [cfo]}, {date: 2026-07-01, attendees: [cfo]}]\n"
    plan = decider(contact) + review
    assert in_plan("outdated-contact", plan, workspace) == [
        (3, "2026-01-20", "Jana Verhoeven attended the review of 2 Mar 2026, but the power map does not say so")
    ]
    assert messages("overdue-contact", plan, workspace) == []
    assert messages("overdue-contact", plan.replace("2026-01-20", "2026-03-02"), workspace) == [
        "Jana Verhoeven not met for 105 days; agreed every 30"
    ]


def test_a_review_is_no_contact_of_those_who_were_not_there_and_where_no_contacts_are_kept(workspace: Write) -> None:
    review = "reviews: [{date: 2026-06-02, attendees: [lin-yue, other]}]\n"
    assert messages("outdated-contact", decider(MET.replace("06-02", "05-20")) + review, workspace) == []
    assert messages("outdated-contact", decider() + review.replace("other", "cfo"), workspace) == []


def test_whoever_attended_a_review_was_met(workspace: Write) -> None:
    plan = decider("covered_by: lin-yue, support: 0")
    assert messages("unmet-decider", plan, workspace)
    assert messages("unmet-decider", plan + "reviews: [{date: 2026-03-02, attendees: [cfo]}]\n", workspace) == []


def test_somebody_without_an_owner_is_not_also_unmet_or_unrated(workspace: Write) -> None:
    plan = decider("role: economic")
    assert messages("unmet-decider", plan, workspace) == []
    assert messages("unrated-decider", plan, workspace) == []
    assert messages("unrated-decider", decider("role: economic, covered_by: lin-yue"), workspace) == []
    assert messages("unrated-decider", decider(f"role: economic, {MET}"), workspace)


def test_an_economic_buyer_decides_with_any_influence(workspace: Write) -> None:
    plan = people("{id: cfo, name: Jana Verhoeven, role: economic}", "{id: user, name: Karl Weiss, role: user}")
    assert messages("unrated-decider", plan, workspace) == ["Jana Verhoeven decides, and their support is not rated"]


def test_a_cadence_is_missed_after_ninety_days(workspace: Write) -> None:
    plan = decider("covered_by: lin-yue, contact: {last: 2026-03-17}")
    assert messages("contact-without-cadence", plan, workspace) == []
    assert messages("contact-without-cadence", plan.replace("03-17", "03-16"), workspace) == [
        "Jana Verhoeven not met for 91 days, and no cadence is agreed"
    ]
    assert messages("contact-without-cadence", plan, workspace, "checks: {contact-without-cadence: {days: 60}}\n")


def test_support_rests_on_one_person_where_the_map_has_begun_or_something_is_open(workspace: Write) -> None:
    plan = decider("support: 1")
    assert messages("single-threaded", plan, workspace) == []
    assert messages("single-threaded", plan, workspace, "checks: {single-threaded: {people: 1}}\n")
    assert in_plan("single-threaded", plan + opportunity(), workspace) == [
        (3, "1", "over half of our support rests on Jana Verhoeven alone")
    ]


def test_two_who_carry_the_same_are_enough(workspace: Write) -> None:
    def carried(support: int) -> str:
        return people(
            f"{{id: a, name: A, influence: 4, support: {support}}}", "{id: b, name: B, influence: 4, support: 1}"
        )

    assert messages("single-threaded", carried(1), workspace) == []
    assert messages("single-threaded", carried(2), workspace) == ["over half of our support rests on A alone"]
    assert messages("single-threaded", carried(0).replace("support: 1", "support: -1"), workspace) == []


# ── Ratings ──


def rated(evidence: str, support: int = 1, more: str = MET) -> str:
    return decider(f"support: {support}, {more}, evidence: [{evidence}]")


def test_a_neutral_rating_needs_no_evidence_and_evidence_about_something_else_is_none(workspace: Write) -> None:
    assert messages("rating-without-evidence", decider("support: 0"), workspace) == []
    plan = rated("{about: role, text: Signs, status: confirmed}")
    assert messages("rating-without-evidence", plan, workspace) == [
        "Jana Verhoeven is rated supporter, and nothing says why"
    ]
    assert messages("rating-without-evidence", rated("{about: support, text: Asked for us}"), workspace) == []


def test_evidence_is_assumed_as_long_as_none_of_it_is_confirmed(workspace: Write) -> None:
    guess, seen = "{about: support, text: Smiled, status: assumed}", "{about: support, text: Signed, status: confirmed}"
    assert in_plan("assumed-rating", rated(guess), workspace)[0][1:] == (
        "assumed",
        "Jana Verhoeven is rated supporter on assumptions alone",
    )
    assert messages("assumed-rating", rated("{about: support, text: Smiled}"), workspace)
    assert messages("assumed-rating", rated(f"{seen}, {guess}"), workspace) == []
    assert messages("assumed-rating", rated(guess, 0), workspace) == []


OLD = "{about: support, text: Signed, date: 2025-09-08, status: confirmed}"


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (rated(OLD), ["Jana Verhoeven is rated supporter, but the latest confirmed evidence is 280 days old"]),
        (rated(OLD.replace("2025-09-08", "2025-12-17")), []),
        (
            rated(OLD.replace("2025-09-08", "2025-12-16")),
            ["Jana Verhoeven is rated supporter, but the latest confirmed evidence is 181 days old"],
        ),
        (rated(f"{OLD.replace('2025-09-08', '2026-03-01')}, {OLD}"), []),
        (rated(f"{OLD}, {{about: support, text: Signed again, status: confirmed}}"), []),
        (rated(OLD, 0), []),
        (rated(OLD, more="covered_by: lin-yue, contact: {last: 2026-01-20, every_days: 30}"), []),
        (rated(OLD) + "handovers: [{date: 2026-02-02, from: a, to: b, reconfirmed: 2026-02-20}]\n", []),
    ],
)
def test_a_rating_is_stale_once_nothing_has_confirmed_it_for_half_a_year(
    plan: str, found: list[str], workspace: Write
) -> None:
    assert messages("stale-rating", plan, workspace) == found


def test_newer_assumptions_do_not_confirm_a_rating(workspace: Write) -> None:
    plan = rated(f"{OLD}, {{about: support, text: Smiled, date: 2026-06-02}}")
    assert in_plan("stale-rating", plan, workspace)[0][1] == "2025-09-08"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("influence: 3, support: -2", "Karl Weiss is rated opponent, and nobody covers them"),
        ("influence: 4, support: -2", None),
        (
            "influence: 4, support: -1, covered_by: lin-yue",
            "Karl Weiss is rated sceptic, and nothing says how we win them over",
        ),
        ("influence: 3, support: -1, covered_by: lin-yue, wins: Fewer calls", None),
        ("influence: 3, support: -1, covered_by: lin-yue, relationship: {now: vendor, wanted: credible-source}", None),
        ("influence: 3, support: -2, relationship: {wanted: none}", None),
        (
            "influence: 3, support: -1, covered_by: lin-yue, relationship: {now: vendor}",
            "Karl Weiss is rated sceptic, and nothing says how we win them over",
        ),
        ("influence: 2, support: -2", None),
        ("support: -2", None),
        ("influence: 5, support: 0", None),
    ],
)
def test_a_plan_for_an_opponent_is_an_owner_and_what_would_win_them(
    fields: str, found: str | None, workspace: Write
) -> None:
    plan = people(f"{{id: it, name: Karl Weiss, {fields}}}")
    assert messages("opponent-without-plan", plan, workspace) == ([found] if found else [])


RATED = people("{id: it, name: Karl Weiss, support: 1}")


@pytest.mark.parametrize(
    ("handovers", "found"),
    [
        ("{date: 2026-05-16, from: a, to: b}", False),
        ("{date: 2026-05-15, from: a, to: b}", True),
        ("{date: 2026-07-15, from: a, to: b}", False),
        ("{date: 2026-01-15, from: a, to: b}, {date: 2026-04-15, from: b, to: c, reconfirmed: 2026-05-01}", False),
        ("{date: 2026-04-15, from: b, to: c}, {date: 2026-01-15, from: a, to: b, reconfirmed: 2026-02-01}", True),
    ],
)
def test_the_last_owner_has_thirty_days_to_confirm_the_ratings(handovers: str, found: bool, workspace: Write) -> None:
    plan = RATED + f"handovers: [{handovers}]\n"
    assert bool(messages("ratings-not-reconfirmed", plan, workspace)) == found


def test_there_is_nothing_to_confirm_where_nobody_is_rated(workspace: Write) -> None:
    plan = people("{id: it, name: Karl Weiss}") + "handovers: [{date: 2026-01-15, from: a, to: b}]\n"
    assert messages("ratings-not-reconfirmed", plan, workspace) == []


# ── Found or wanted ──


def test_somebody_without_a_name_is_called_by_the_title(workspace: Write) -> None:
    plan = people("{id: quality, title: {en: Quality lead, zh: 质量负责人}}", "{id: boss, wanted: true}")
    assert messages("person-without-name", plan, workspace) == ["“Quality lead” has no name on the power map"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("role: technical, influence: 5, covered_by: lin-yue, relationship: {wanted: trusted-advisor}", []),
        ("name: Jana Verhoeven, contact: {every_days: 30}", []),
        ("support: 0", [("0", "Quality lead is not found yet, but rated neutral")]),
        (
            "contact: {last: 2026-06-02}",
            [("2026-06-02", "Quality lead is not found yet, but was met on 2 Jun 2026")],
        ),
        ("support: 1, contact: {last: 2026-06-02}", [("1", "Quality lead is not found yet, but rated supporter")]),
    ],
)
def test_somebody_wanted_may_be_described_but_not_rated_or_met(
    fields: str, found: list[tuple[str, str]], workspace: Write
) -> None:
    plan = people(f"{{id: quality, wanted: true, title: Quality lead, {fields}}}").replace(
        "title: Quality lead, name: Jana Verhoeven", "name: Jana Verhoeven"
    )
    assert [row[1:] for row in in_plan("rated-wanted-person", plan, workspace)] == found


# ── Accounts with nothing to lose or win ──

AT_REST = "covered_by: lin-yue, contact: {last: 2024-10-01}"


@pytest.mark.parametrize("rule", ["single-threaded", "missing-economic-buyer", "influential-person-without-owner"])
def test_a_group_that_buys_nothing_itself_is_left_to_its_companies(rule: str, workspace: Write) -> None:
    plan = "type: group\n" + people("{id: a, name: A, influence: 5}", "{id: b, name: B, influence: 4, support: 1}")
    assert messages(rule, plan, workspace) == []
    assert messages(rule, plan + "value: {purchases: [{date: 2026-05-04, amount: 900}]}\n", workspace)
    assert messages(rule, plan + opportunity(), workspace)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("contact-without-cadence", f"support: 0, {AT_REST}"),
        ("rating-without-evidence", f"support: 1, {AT_REST}"),
        ("influential-person-without-owner", "support: 0"),
    ],
)
def test_a_dormant_account_is_left_to_sleep_until_something_is_open(rule: str, fields: str, workspace: Write) -> None:
    plan = "status: dormant\n" + decider(fields)
    assert messages(rule, plan, workspace) == []
    assert messages(rule, plan + opportunity(), workspace)


def test_the_only_one_found_is_not_said_to_carry_everything_while_others_are_searched_for(workspace: Write) -> None:
    found = "{id: chef, name: Ivo Sand, influence: 4, support: 1}"
    assert messages("single-threaded", people(found) + opportunity(), workspace)
    plan = people(found, "{id: budget, wanted: true, role: economic}") + opportunity()
    assert messages("single-threaded", plan, workspace) == []
    assert messages("missing-economic-buyer", plan, workspace)
