"""Scores as CSV: every metric with its unit, days ISO, the unknown empty, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from kamgen.exchange.scores_csv import as_text, scores_csv
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.portfolio import score_portfolio
from tests.northwind import FOLDER
from tests.scoring.plans import TODAY, plan, settings

FORMULAS = FOLDER.parent / "robustness" / "spreadsheet-formulas.txt"
BUYER = {
    "tags": ["food", "export"],
    "value": {"purchases": [{"date": "2026-01-01", "amount": "1000.50"}, {"date": "2026-04-26", "amount": "2000"}]},
}


def summary(account_id: str, own: Settings, **sections: Any) -> AccountSummary:
    account = plan(**sections)
    return summarise(account_id, account, score_account(account_id, account, own, TODAY), (), own, TODAY)


def written(own: Settings, *summaries: AccountSummary) -> str:
    by_id = {each.id: each for each in summaries}
    return scores_csv(by_id, score_portfolio({each.id: each.scores for each in summaries}, own, by_id), own)


def rows(own: Settings, *summaries: AccountSummary) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(own, *summaries).removeprefix("\ufeff"))))


def test_every_metric_is_a_column_with_its_unit() -> None:
    own = settings(currency="EUR")
    (row,) = rows(own, summary("acme", own))
    assert [name for name in METRICS if not any(heading.split(" (")[0] == name for heading in row)] == []
    for heading in ("years-as-customer (years)", "purchases-last-12-months (EUR)", "growth (share)", "activity"):
        assert heading in row
    assert len(set(row)) == len(row)


def test_numbers_and_days_are_what_a_spreadsheet_reads_anywhere() -> None:
    own = settings()
    (row,) = rows(own, summary("acme", own, **BUYER))
    assert row["revenue-to-date (USD)"] == "3000.5"
    assert row["recency-days (days)"] == "10"
    assert (row["as_of"], row["first_purchase"], row["last_purchase"]) == ("2026-05-06", "2026-01-01", "2026-04-26")
    assert (row["tags"], row["rank"], row["slice"]) == ("food, export", "1", "summit")


def test_an_unknown_value_is_an_empty_cell_and_a_zero_is_a_zero() -> None:
    own = settings()
    (row,) = rows(own, summary("acme", own))
    empty = (
        "score (points)",
        "is_key_account",
        "class",
        "rank",
        "health (points)",
        "revenue-to-date (USD)",
        "reviewed",
    )
    assert [heading for heading in empty if row[heading]] == []
    assert (row["known (share)"], row["referrals (count)"]) == ("0", "0")


def test_a_large_number_has_no_exponent() -> None:
    own = settings()
    (row,) = rows(own, summary("acme", own, value={"purchases": [{"date": "2026-01-01", "amount": "1E+15"}]}))
    assert row["revenue-to-date (USD)"] == "1000000000000000"


def test_it_is_utf_8_with_a_mark_and_lines_as_spreadsheets_end_them() -> None:
    own = settings()
    text = written(own, summary("acme", own, name="丽川精密"))
    assert text.encode().startswith(b"\xef\xbb\xbfid,name,")
    assert "丽川精密" in text
    assert text.count("\r\n") == text.count("\n") == 2


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Acme", "Acme"),
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" \t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("Acme; =1+1", "Acme;' =1+1"),
        ("Acme;=1+1;@A1", "Acme;'=1+1;'@A1"),
        ("Acme\nNorth", "Acme North"),
        ("Smith-Jones & Co = one", "Smith-Jones & Co = one"),
    ],
)
def test_a_text_never_becomes_a_formula(text: str, cell: str) -> None:
    assert as_text(text) == cell


@pytest.mark.skipif(not FORMULAS.is_file(), reason="the collection of hostile cells is not here")
def test_known_hostile_cells_are_defused_wherever_a_line_is_cut() -> None:
    own = settings()
    hostile = [line for line in FORMULAS.read_text(encoding="utf-8").splitlines() if line.strip()]
    accounts = [summary(f"a-{number}", own, name=line, tags=[line]) for number, line in enumerate(hostile)]
    assert len(hostile) >= 5
    text = written(own, *accounts).removeprefix("\ufeff")
    for delimiter in ",;\t":
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
        assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@", "-"))] == []
