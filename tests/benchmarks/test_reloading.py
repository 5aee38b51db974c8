"""The report on reloading: what it says of given figures, and that an edit of every kind is heard of."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kamgen_runs import LEAST
from benchmarks.plans import write_workspace
from benchmarks.reloading import ACTION, BREAK, MEND, PURCHASE, Reloading, main, markdown_table, measure


def test_a_row_gives_the_median_and_the_range() -> None:
    assert markdown_table([Reloading("one action edited", 1000, (0.2, 0.1, 0.4))]).splitlines()[2:] == [
        "| one action edited | 1,000 | 0.20 (0.10–0.40) |"
    ]


def test_edits_of_every_kind_are_measured_as_often_as_asked(tmp_path: Path) -> None:
    write_workspace(tmp_path / "workspace", LEAST)
    found = measure(tmp_path / "workspace", tmp_path / "cache", LEAST, rounds=1)
    assert [(one.what, one.number, len(one.seconds)) for one in found] == [
        (what, LEAST, 1) for what in (ACTION, PURCHASE, BREAK, MEND)
    ]


def test_too_few_accounts_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--numbers", "2"])
    assert f"at least {LEAST} accounts are needed" in capsys.readouterr().err
