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


def test_scores_are_the_same_at_the_same_day(kamgen: Run) -> None:
    first = kamgen("score", "--format", "json", "--as-of", "2026-03-01", root=REPOSITORY)
    second = kamgen("score", "--format", "json", "--as-of", "2026-03-01", root=REPOSITORY)
    later = kamgen("score", "--format", "json", "--as-of", "2026-05-01", root=REPOSITORY)
    assert first.out == second.out
    assert first.out != later.out


def test_explain_shows_every_criterion(workspace: Write, kamgen: Run) -> None:
    said = kamgen("score", "acme", "--explain", root=workspace({"accounts/acme.yaml": PLAN}))
    for word in ("metric:share-of-wallet", "metric:purchases-last-12-months", "30,000", "strategic"):
        assert word in said.out


def test_csv_opens_in_a_spreadsheet_and_holds_no_formula(workspace: Write, kamgen: Run) -> None:
    plan = PLAN.replace("name: Acme", "name: '=HYPERLINK(\"http://example.com\")'")
    said = kamgen("score", "--format", "csv", root=workspace({"accounts/acme.yaml": plan}))
    assert said.out.startswith("\ufeff")
    (row,) = list(csv.DictReader(io.StringIO(said.out.removeprefix("\ufeff"))))
    assert row["name"] == '\'=HYPERLINK("http://example.com")'
    assert row["score"] == "44.7"
    assert row["relationship"] == ""


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
