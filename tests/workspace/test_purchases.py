"""The purchase history beside a plan: read exactly, reported by line and column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kamgen.plan.value import Purchase
from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding
from kamgen.workspace.purchases import read_purchases
from tests.conftest import SMALLEST_PLAN
from tests.workspaces import read_workspace

FILE = "accounts/acme.purchases.csv"


def wrong(text: str) -> list[tuple[int | None, int | None, str]]:
    _, findings = read_purchases(text, FILE)
    return [(finding.line, finding.column, words(finding)) for finding in findings]


def words(finding: Finding) -> str:
    return WORDINGS["en"].say(finding.message)


def test_amounts_stay_exact_and_empty_cells_are_unknown() -> None:
    rows, findings = read_purchases("date,amount,margin,product,order\n2026-04-17,4819.4025,,dairy,000011064\n", FILE)
    assert findings == []
    assert rows == (Purchase(date=date(2026, 4, 17), amount=Decimal("4819.4025"), product="dairy", order="000011064"),)
    assert rows[0].margin is None


def test_columns_may_stand_in_any_order_and_some_may_be_missing() -> None:
    rows, findings = read_purchases("order,amount,date\nA,-5,2026-01-02\n", FILE)
    assert findings == []
    assert (rows[0].order, rows[0].amount, rows[0].product) == ("A", Decimal(-5), None)


def test_quotes_empty_lines_and_windows_line_ends_are_read() -> None:
    rows, findings = read_purchases(
        'date,amount,product\r\n2026-01-02,1,"dairy, cold"\r\n\r\n2026-01-03,2,"a ""b"""\r\n', FILE
    )
    assert findings == []
    assert [row.product for row in rows] == ["dairy, cold", 'a "b"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "date is missing here"), (1, 1, "amount is missing here")]),
        ("date\n2026-01-01\n", [(1, 1, "amount is missing here")]),
        ("date,amount,prodct\n", [(1, 13, "prodct is not a column of a purchase history")]),
        ("date;amount\n2026-01-01;5\n", [(1, 1, "semicolons stand between the columns")]),
        ("date,amount\n2026-02-30,5\n", [(2, 1, "there is no day 2026-02-30")]),
        ("date,amount\n2026-02-03,5 USD\n", [(2, 12, "5 USD is not a number")]),
        ("date,amount\n2026-02-03\n", [(2, 1, "1 cells here, 2 columns in the first line")]),
        ('date,"amount\n', [(1, 1, "this is not CSV: unexpected end of data")]),
        ('date,amount\n2026-02-03,"5\n', [(2, 1, "this is not CSV: unexpected end of data")]),
        ("date,amount,order\n2026-01-01,5,a\u2028b\n2026-02-28,5 USD,c\n", [(3, 12, "5 USD is not a number")]),
        ("date,amount\n,5\n", [(2, 1, "date is missing here")]),
    ],
)
def test_every_mistake_has_its_line_and_column(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert wrong(text) == expected


def test_all_wrong_rows_are_reported_and_the_right_ones_kept() -> None:
    rows, findings = read_purchases("date,amount\n2026-01-01,1\nyesterday,2\n2026-01-03,3\n2026-01-04,four\n", FILE)
    assert [finding.line for finding in findings] == [3, 5]
    assert [row.amount for row in rows] == [1, 3]


def test_purchases_stand_in_one_place_only(workspace: Callable[..., Path]) -> None:
    plan = SMALLEST_PLAN + "value:\n  purchases: [{date: 2026-01-01, amount: 5}]\n"
    root = workspace({"accounts/acme.yaml": plan, FILE: "date,amount\n2026-01-02,6\n"})
    (finding,) = read_workspace(root).findings
    assert (finding.rule, finding.file, finding.line) == ("purchases-twice", "accounts/acme.yaml", 5)


def test_purchases_without_a_plan_are_named(workspace: Callable[..., Path]) -> None:
    root = workspace({FILE: "date,amount\n"})
    (finding,) = read_workspace(root).findings
    assert "there is no accounts/acme.yaml" in words(finding)


def test_the_file_beside_a_plan_becomes_its_purchases(workspace: Callable[..., Path]) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, FILE: "date,amount\n2026-01-02,6\n"})
    (plan,) = read_workspace(root).plans
    assert plan.account is not None
    assert [purchase.amount for purchase in plan.account.value.purchases] == [6]
