"""What the rules find in plans that can be read, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.checks.cycles import cycles
from kamgen.output.survey import survey_root
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding, written_path
from tests.conftest import REPOSITORY, SMALLEST_PLAN
from tests.exchange.reviewed_files import assert_as_reviewed

Write = Callable[..., Path]
SETTINGS = """\
team: [{id: lin, name: Lin}]
products: [{id: dairy, name: Dairy}]
rates: {EUR: 1.08}
processes:
  tender: {stages: [{id: bid, probability: 0.3, tasks: [price]}]}
"""


def checked(root: Path) -> list[Finding]:
    """Return the errors of a workspace: what is wrong with what it says, not what it does not say yet."""
    found = survey_root(root, None, date(2026, 5, 6)).findings
    return [finding for finding in found if finding.level == "error"]


def shown(findings: list[Finding]) -> list[tuple[int | None, int | None, str, str]]:
    say = WORDINGS["en"].say
    return [(finding.line, finding.column, finding.rule, say(finding.message)) for finding in findings]


UNKNOWN = {
    "owner of the account": ("owner: nina\n", "nina is not a member of the team"),
    "seat in the team": ("team: [{member: nina}]\n", "nina is not a member of the team"),
    "reviewer": ("reviewed: {date: 2026-05-01, by: nina}\n", "nina is not a member of the team"),
    "judge": ("sentiment: {value: 3, by: nina}\n", "nina is not a member of the team"),
    "measure": ("goals: {strategies: [{id: s, text: t, measures: [{id: m, text: t, owner: nina}]}]}\n", "nina is not a member of the team"),
    "action": ("goals: {strategies: [{id: s, text: t, actions: [{id: m, text: t, owner: nina}]}]}\n", "nina is not a member of the team"),
    "cover": ("power_map: {people: [{id: a, name: A, covered_by: nina}]}\n", "nina is not a member of the team"),
    "outcome": ("success_plan: {outcomes: [{id: o, text: t, owner: nina}]}\n", "nina is not a member of the team"),
    "milestone": ("success_plan: {outcomes: [{id: o, text: t, milestones: [{text: t, owner: nina}]}]}\n", "nina is not a member of the team"),
    "next step": ("opportunities: [{id: o, name: n, next_step: {text: t, owner: nina}}]\n", "nina is not a member of the team"),
    "our promise": ("joint_plan: {commitments: [{id: c, by: us, text: t, owner: nina}]}\n", "nina is not a member of the team"),
    "request": ("service: {requests: [{id: r, text: t, owner: nina}]}\n", "nina is not a member of the team"),
    "risk": ("risks: [{id: r, text: t, owner: nina}]\n", "nina is not a member of the team"),
    "new owner": ("handovers: [{date: 2026-01-01, from: gone, to: nina}]\n", "nina is not a member of the team"),
    "superior": ("power_map: {people: [{id: a, name: A, reports_to: nina}]}\n", "nina is not a person on the power map"),
    "influence": ("power_map: {people: [{id: a, name: A, influences: [{person: nina}]}]}\n", "nina is not a person on the power map"),
    "customer's outcome": ("success_plan: {outcomes: [{id: o, text: t, customer_owner: nina}]}\n", "nina is not a person on the power map"),
    "customer's milestone": ("success_plan: {outcomes: [{id: o, text: t, milestones: [{text: t, customer_owner: nina}]}]}\n", "nina is not a person on the power map"),
    "decider": ("opportunities: [{id: o, name: n, people: [nina]}]\n", "nina is not a person on the power map"),
    "customer's promise": ("joint_plan: {commitments: [{id: c, by: customer, text: t, owner: lin}]}\n", "lin is not a person on the power map"),
    "attendee": ("reviews: [{date: 2026-01-01, attendees: [lin, nina]}]\n", "nina is not a member of the team or person on the power map"),
    "goal served": ("goals: {strategies: [{id: s, text: t, serves: [revenu]}], goals: [{id: revenue, text: t}]}\n", "revenu is not a goal of this plan"),
    "goal shared": ("joint_plan: {goals: [revenue]}\n", "revenue is not a goal of this plan"),
    "need": ("opportunities: [{id: o, name: n, needs: [cold]}]\n", "cold is not a need of this plan"),
    "gap closed": ("success_plan: {outcomes: [{id: o, text: t, closes: trust}]}\n", "trust is not a dimension or need of this plan"),
    "product sold": ("value: {purchases: [{date: 2026-01-01, amount: 1, product: diary}]}\n", "diary is not a product line"),
    "product missing": ("value: {white_space: [{product: diary}]}\n", "diary is not a product line"),
    "product offered": ("opportunities: [{id: o, name: n, product: diary}]\n", "diary is not a product line"),
    "product supplied": ("joint_plan: {supply: [{product: diary}]}\n", "diary is not a product line"),
    "process": ("opportunities: [{id: o, name: n, process: tendre}]\n", "tendre is not a buying process"),
    "stage": ("opportunities: [{id: o, name: n, process: tender, stage: bidding}]\n", "bidding is not a stage of this process"),
    "task": ("opportunities: [{id: o, name: n, process: tender, done_tasks: [prices]}]\n", "prices is not a task of this process"),
    "parent": ("profile: {parent: acmee}\n", "there is no account acmee"),
}  # fmt: skip
# ruff: noqa: E501 - a table reads better with a row a line


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_reference_to_something_that_is_not_there_is_found(workspace: Write, name: str) -> None:
    addition, words = UNKNOWN[name]
    base = SMALLEST_PLAN.replace("owner: lin\n", "") if addition.startswith("owner") else SMALLEST_PLAN
    findings = checked(workspace({"accounts/acme.yaml": base + addition}, SETTINGS))
    assert [WORDINGS["en"].say(finding.message) for finding in findings] == [words]
    (finding,) = findings
    assert finding.source is not None
    assert finding.column is not None
    assert finding.source[finding.column - 1 :].startswith(str(finding.message.parameters["name"]))
    assert WORDINGS["zh"].say(finding.message) != words


def test_the_nearest_name_is_offered(workspace: Write) -> None:
    plan = SMALLEST_PLAN + "opportunities: [{id: o, name: n, process: tendre}]\n"
    (finding,) = checked(workspace({"accounts/acme.yaml": plan}, SETTINGS))
    assert finding.hint is not None
    assert WORDINGS["en"].say(finding.hint) == "did you mean tender?"


def test_members_products_and_processes_are_only_checked_where_the_settings_list_any(workspace: Write) -> None:
    plan = SMALLEST_PLAN + "opportunities: [{id: o, name: n, process: p, stage: s, product: x}]\n"
    assert checked(workspace({"accounts/acme.yaml": plan}, "")) == []


@pytest.mark.parametrize(
    "addition",
    [
        "profile: {needs: [{id: x, text: a}, {id: x, text: b}]}\n",
        "goals: {goals: [{id: x, text: a}, {id: x, text: b}]}\n",
        "goals: {strategies: [{id: x, text: a}, {id: x, text: b}]}\n",
        "goals: {strategies: [{id: s, text: a, actions: [{id: x, text: a}]}, {id: t, text: b, actions: [{id: x, text: a}]}]}\n",
        "power_map: {people: [{id: x, name: a}, {id: x, name: b}]}\n",
        "success_plan: {outcomes: [{id: x, text: a}, {id: x, text: b}]}\n",
        "opportunities: [{id: x, name: a}, {id: x, name: b}]\n",
        "joint_plan: {commitments: [{id: x, by: us, text: a}, {id: x, by: customer, text: b}]}\n",
        "service: {requests: [{id: x, text: a}, {id: x, text: b}]}\n",
        "risks: [{id: x, text: a}, {id: x, text: b}]\n",
    ],
)
def test_an_id_that_stands_twice_is_found_at_its_second_place(workspace: Write, addition: str) -> None:
    (finding,) = checked(workspace({"accounts/acme.yaml": SMALLEST_PLAN + addition}, SETTINGS))
    assert finding.rule == "duplicate-id"
    assert finding.column == addition.rindex("id: x") + 5


def test_people_who_report_in_a_circle_are_found_once(workspace: Write) -> None:
    people = "{id: a, name: A, reports_to: b}, {id: b, name: B, reports_to: c}, {id: c, name: C, reports_to: b}"
    findings = checked(workspace({"accounts/acme.yaml": SMALLEST_PLAN + f"power_map: {{people: [{people}]}}\n"}))
    assert [row[2:] for row in shown(findings)] == [
        ("reporting-cycle", "people report to each other in a circle: b → c → b")
    ]


def test_accounts_that_belong_to_each_other_are_found_in_each_plan(workspace: Write) -> None:
    def plan(parent: str) -> str:
        return SMALLEST_PLAN + f"profile: {{parent: {parent}}}\n"

    root = workspace({"accounts/a.yaml": plan("b"), "accounts/b.yaml": plan("a"), "accounts/c.yaml": plan("c")})
    assert [(finding.file, WORDINGS["en"].say(finding.message).split(": ")[1]) for finding in checked(root)] == [
        ("accounts/a.yaml", "a → b → a"),
        ("accounts/b.yaml", "b → a → b"),
        ("accounts/c.yaml", "c → c"),
    ]


def test_an_amount_without_a_rate_is_found(workspace: Write) -> None:
    plan = SMALLEST_PLAN + "value: {currency: CNY}\nopportunities: [{id: o, name: n, currency: EUR}]\n"
    (finding,) = checked(workspace({"accounts/acme.yaml": plan}, SETTINGS))
    assert (finding.rule, written_path(finding.path)) == ("missing-rate", "value.currency")


def test_settings_that_name_nothing_are_found(workspace: Write) -> None:
    settings = (
        "team: [{id: lin, name: Lin}, {id: lin, name: Lin}]\n"
        "scoring: {criteria: [{id: a, metric: grwth, line: [[0, 0], [1, 100]]}, {id: b, field: nam, points: {x: 1}}]}\n"
        "programme: [{module: team, owner: nina}]\n"
        "segments: [{id: a, where: {typ: strategic}}, {id: b, where: {type: [group, strategik], health: yellow}}]\n"
    )
    assert shown(checked(workspace(settings=settings))) == [
        (1, 35, "duplicate-setting-id", "the id lin stands here a second time"),
        (2, 38, "unknown-setting-reference", "grwth is not a metric"),
        (2, 87, "unknown-setting-reference", "nam is not a field for a criterion"),
        (3, 35, "unknown-setting-reference", "nina is not a member of the team"),
        (4, 28, "unknown-setting-reference", "typ is not a condition of a segment"),
        (4, 76, "unknown-setting-reference", "strategik is not on the scale"),
        (4, 96, "unknown-setting-reference", "yellow is not on the scale"),
    ]


def test_a_rule_for_a_tag_asks_for_what_there_is_but_not_for_the_slice(workspace: Write) -> None:
    settings = (
        "scoring:\n"
        "  tags:\n"
        "    - {tag: a, where: {activty: dormant}}\n"
        "    - {tag: b, where: {slice: top, health: yellow, tag: food, single-threaded: [yes, no]}}\n"
    )
    assert shown(checked(workspace(settings=settings))) == [
        (3, 24, "unknown-setting-reference", "activty is not a condition of a tag"),
        (4, 24, "unknown-setting-reference", "slice is not a condition of a tag"),
        (4, 44, "unknown-setting-reference", "yellow is not on the scale"),
    ]


def test_references_of_a_plan_that_is_wrong_elsewhere_are_checked_in_the_same_run(workspace: Write) -> None:
    plan = SMALLEST_PLAN + "status: alive\nrisks:\n  - {text: no id}\n  - {id: r, text: t, owner: nina}\n"
    assert [row[:3] for row in shown(checked(workspace({"accounts/acme.yaml": plan}, SETTINGS)))] == [
        (4, 9, "off-scale-value"),
        (6, 5, "missing-key"),
        (7, 29, "unknown-reference"),
    ]


def test_a_value_wrong_in_form_is_not_reported_a_second_time(workspace: Write) -> None:
    plan = "kamgen: 1\nname: Acme\nowner: Lin Yue\n"
    assert [row[2] for row in shown(checked(workspace({"accounts/acme.yaml": plan}, SETTINGS)))] == ["wrong-type"]


def test_a_rule_can_be_switched_off_or_made_a_warning(workspace: Write) -> None:
    plan = SMALLEST_PLAN + "value: {currency: JPY}\nteam: [{member: nina}]\n"
    levels = "checks: {missing-rate: {level: off}, unknown-reference: {level: warning}}\n"
    root = workspace({"accounts/acme.yaml": plan}, SETTINGS + levels)
    (finding,) = survey_root(root, None, date(2026, 5, 6)).findings
    assert (finding.rule, finding.level) == ("unknown-reference", "warning")


def test_circles_are_found_once_each_whatever_leads_into_them() -> None:
    assert cycles({"a": "b", "b": "c", "c": "b", "d": "d", "e": None, "f": "gone"}) == [("b", "c"), ("d",)]


def test_the_sample_workspace_has_no_errors() -> None:
    assert checked(REPOSITORY) == []


def test_the_sample_workspace_has_the_findings_that_tell_its_story() -> None:
    say = WORDINGS["en"].say
    found = survey_root(REPOSITORY, None, date(2026, 5, 6)).findings
    lines = [f"{finding.file}:{finding.line} {finding.rule}: {say(finding.message)}\n" for finding in found]
    assert_as_reviewed("sample_findings.txt", "".join(lines), Path(__file__).parent)


@pytest.mark.parametrize(
    ("addition", "expected"),
    [
        ("owner: 林悦\n", "write lin"),
        ("owner: Lin Yue\n", "write lin"),
        ("sentiment: {value: 3, by: 林月}\n", "write lin"),
        ("opportunities: [{id: o, name: n, product: 乳制品}]\n", "write dairy"),
        ("opportunities: [{id: o, name: n, product: diary}]\n", "did you mean dairy?"),
        ("opportunities: [{id: o, name: n, process: 招标}]\n", "write tender"),
        ("opportunities: [{id: o, name: n, people: [王敏]}]\npower_map: {people: [{id: wang, name: 王敏}]}\n", "write wang"),
        ("goals: {goals: [{id: g, text: 采购额}], strategies: [{id: s, text: t, serves: [采购额]}]}\n", "write g"),
        ("risks: [{id: 王敏, text: t}]\n", "use small letters, digits and hyphens, such as cold-chain"),
        ("owner: Zacharias Nobody\n", "use small letters, digits and hyphens, such as cold-chain"),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_an_id_gives_the_id(workspace: Write, addition: str, expected: str) -> None:
    settings = (
        "team: [{id: lin, name: {en: Lin Yue, zh: 林悦}}]\n"
        "products: [{id: dairy, name: {en: Dairy, zh: 乳制品}}]\n"
        "processes: {tender: {name: {en: Tender, zh: 招标采购}, stages: [{id: bid, probability: 0.3}]}}\n"
    )
    base = SMALLEST_PLAN.replace("owner: lin\n", "") if addition.startswith("owner") else SMALLEST_PLAN
    hints = [finding.hint for finding in checked(workspace({"accounts/acme.yaml": base + addition}, settings))]
    assert expected in [WORDINGS["en"].say(hint) for hint in hints if hint is not None]
