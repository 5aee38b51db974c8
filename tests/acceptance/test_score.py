"""``kamgen score`` from outside."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import REPOSITORY, SMALL_SETTINGS, SMALLEST_PLAN, Said

Write = Callable[..., Path]
Run = Callable[..., Said]
PLAN = SMALLEST_PLAN + (
    "type: strategic\n"
    "value:\n"
    "  purchases:\n"
    "    - {date: 2026-01-01, amount: 10000}\n"
    "    - {date: 2026-02-01, amount: 10000}\n"
    "    - {date: 2026-03-01, amount: 10000}\n"
)


def test_a_table_is_for_people(workspace: Write, kamgen: Run) -> None:
    said = kamgen("score", root=workspace({"accounts/acme.yaml": PLAN}))
    assert said.code == 0
    assert "Acme" in said.out
    assert "As of 6 May 2026, rules version 1" in said.out


def test_json_has_what_the_contract_says(workspace: Write, kamgen: Run) -> None:
    data = json.loads(kamgen("score", "--format", "json", root=workspace({"accounts/acme.yaml": PLAN})).out)
    assert (data["format"], data["as_of"], data["rules_version"], data["currency"]) == (1, "2026-05-06", 1, "USD")
    (account,) = data["accounts"]
    assert (account["id"], account["name"]) == ("acme", "Acme")
    # Bought 30,000 in 12 months: 40 points, weight 30. Strategic: 100, weight 10. A customer for 125 days: 3.42 of 100,
    # weight 10. The wallet, weight 20, is not known: (1200 + 1000 + 34.2) / 50, and 50 of 70 known.
    assert account["key_account"]["score"] == 44.7
    assert account["key_account"]["known"] == 0.71
    assert account["activity"]["state"] == "cooling"
    assert account["activity"]["recency_days"] == 66
    assert account["relationship"]["score"] is None
    assert account["key_account"]["slice"] == "summit"


def test_what_is_not_known_is_null_and_never_zero(workspace: Write, kamgen: Run) -> None:
    data = json.loads(kamgen("score", "--format", "json", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN})).out)
    (account,) = data["accounts"]
    assert account["key_account"]["score"] is None
    assert account["key_account"]["is_key_account"] is None
    assert account["key_account"]["known"] == 0
    assert account["health"]["score"] is None
    assert account["lifetime_value"]["to_date"] is None
    assert account["forecast"]["weighted"] is None


def test_a_judgement_stands_beside_the_health_and_says_where_they_disagree(workspace: Write, kamgen: Run) -> None:
    people = "power_map:\n  people: [{id: jana, influence: 5, support: -2}]\n"
    plan = f"{SMALLEST_PLAN}sentiment: {{value: 5, reason: {{en: Good talks, zh: 谈得好}}}}\n{people}"
    settings = SMALL_SETTINGS + "scoring: {health: {weights: {relationship: 100}}}\n"
    said = kamgen("score", "--format", "json", root=workspace({"accounts/acme.yaml": plan}, settings=settings))
    (account,) = json.loads(said.out)["accounts"]
    assert account["health"]["band"] == "red"
    assert account["sentiment"] == {"value": 5, "reason": "Good talks", "disagrees": True}


def test_the_plan_itself_has_a_quality(workspace: Write, kamgen: Run) -> None:
    plan = SMALLEST_PLAN + "reviewed: {date: 2026-01-21}\nprofile: {strategy: Fewer suppliers}\n"
    said = kamgen("score", "--format", "json", root=workspace({"accounts/acme.yaml": plan}))
    (account,) = json.loads(said.out)["accounts"]
    # Half of the profile, weight 15; reviewed 105 days ago, half way to 180; one warning, that the review is old.
    # (50 · 7.5 + 20 · 50 + 30 · 75) / 100
    assert account["plan_quality"] == {
        "score": 36.3,
        "known": 1,
        "completeness": 7.5,
        "freshness": 50,
        "findings": 75,
    }
    assert account["sentiment"] is None


def test_scores_are_the_same_at_the_same_day(kamgen: Run) -> None:
    first = kamgen("score", "--format", "json", "--as-of", "2026-03-01", root=REPOSITORY)
    second = kamgen("score", "--format", "json", "--as-of", "2026-03-01", root=REPOSITORY)
    later = kamgen("score", "--format", "json", "--as-of", "2026-05-01", root=REPOSITORY)
    assert first.out == second.out
    assert first.out != later.out


def test_explain_shows_every_figure_with_its_line(workspace: Write, kamgen: Run) -> None:
    said = kamgen("score", "acme", "--explain", root=workspace({"accounts/acme.yaml": PLAN}))
    assert said.code == 0
    line = 1 + PLAN.splitlines().index("type: strategic")
    for words in ("Share of wallet", "To know it: Add what they spend", "30,000", f"accounts/acme.yaml:{line}"):
        assert words in said.out


def test_explain_speaks_the_language_that_is_asked_for(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": PLAN})
    assert "客户份额" in kamgen("score", "acme", "--explain", "--language", "zh", root=root).out
    assert "客户份额" not in kamgen("score", "acme", "--explain", root=root).out


def test_explained_json_has_the_trees_and_the_levers(workspace: Write, kamgen: Run) -> None:
    people = "power_map: {people: [{id: jana, role: economic, influence: 5, support: 0}]}\n"
    root = workspace({"accounts/acme.yaml": PLAN + people})
    plain = json.loads(kamgen("score", "--format", "json", root=root).out)["accounts"][0]
    account = json.loads(kamgen("score", "--format", "json", "--explain", root=root).out)["accounts"][0]
    assert "explanations" not in plain
    placed = [lever.pop("place") for lever in account["levers"]]
    assert all(place["file"] == "accounts/acme.yaml" for place in placed)
    assert plain["levers"] == account["levers"]
    tree = account["explanations"]["key_account"]
    assert tree["value"] == 44.68
    known = [child for child in tree["children"] if child.get("contribution") is not None]
    assert round(sum(child["contribution"] for child in known), 1) == 44.7
    (kind,) = [child for child in tree["children"] if child.get("criterion") == "type"]
    assert kind["places"] == [{"file": "accounts/acme.yaml", "line": 1 + PLAN.splitlines().index("type: strategic")}]
    (wallet,) = [child for child in tree["children"] if child.get("criterion") == "wallet"]
    assert (wallet["value"], wallet["points"], wallet["weight"], wallet["contribution"]) == (None, None, 20, None)
    assert wallet["missing"].startswith("Add what they spend")
    assert any(lever["effect"].get("relationship", 0) > 0 for lever in account["levers"])


def test_csv_opens_in_a_spreadsheet_and_holds_no_formula(workspace: Write, kamgen: Run) -> None:
    plan = PLAN.replace("name: Acme", "name: '=HYPERLINK(\"http://example.com\")'")
    said = kamgen("score", "--format", "csv", root=workspace({"accounts/acme.yaml": plan}))
    assert said.out.startswith("\ufeff")
    (row,) = list(csv.DictReader(io.StringIO(said.out.removeprefix("\ufeff"))))
    assert row["name"] == '\'=HYPERLINK("http://example.com")'
    assert row["score (points)"] == "44.7"
    assert row["relationship (points)"] == ""


def test_a_broken_plan_is_named_and_the_others_are_scored(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": PLAN, "accounts/bad.yaml": "kamgen: 1\n"})
    said = kamgen("score", "--format", "json", root=root)
    assert said.code == 1
    assert [account["id"] for account in json.loads(said.out)["accounts"]] == ["acme"]
    assert "accounts/bad.yaml" in said.err


def test_an_empty_workspace_has_no_scores(workspace: Write, kamgen: Run) -> None:
    said = kamgen("score", "--format", "json", root=workspace(settings=SMALL_SETTINGS))
    assert (said.code, json.loads(said.out)["accounts"]) == (0, [])


def test_a_day_that_is_none_is_wrong_usage(workspace: Write, kamgen: Run) -> None:
    said = kamgen("score", "--as-of", "6 May", root=workspace())
    assert said.code == 2
    assert "write year-month-day" in said.err
