"""Made-up plans with their past: the same every time, and as many versions as asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.history import LOG, WARM, main, markdown_table
from benchmarks.processes import Row, Sample
from benchmarks.revisions import write_repository
from benchmarks.workspace_settings import AS_OF
from kamgen.history.git import repository_of
from kamgen.history.mainline import Mainline, mainline
from tests.workspaces import read_workspace


def line_of(root: Path) -> Mainline:
    found = mainline(repository_of(root))
    assert found is not None
    return found


def test_every_plan_has_so_many_versions_that_can_be_read(tmp_path: Path) -> None:
    write_repository(tmp_path / "one", 3, 6)
    line = line_of(tmp_path / "one")
    versions = [line.of(account_id) for account_id in line.accounts]
    assert [len({version.plan for version in found}) for found in versions] == [6, 6, 6]
    assert all(date(2024, 5, 1) <= version.day < AS_OF for found in versions for version in found)
    assert len(line.settings) > 1
    assert read_workspace(tmp_path / "one").findings == ()


def test_the_past_is_the_same_every_time(tmp_path: Path) -> None:
    write_repository(tmp_path / "one", 2, 3)
    write_repository(tmp_path / "two", 2, 3)
    assert line_of(tmp_path / "one").tip == line_of(tmp_path / "two").tip


def test_rows_are_held_against_git() -> None:
    rows = [Row(LOG, 1, (Sample(2.0, 2.0, 10.0),)), Row(WARM, 1, (Sample(1.0, 0.9, 50.4), Sample(3.0, 1.1, 40.0)))]
    assert markdown_table(rows).splitlines()[2:] == [
        f"| {LOG} | 2.00 (2.00–2.00) | 2.00 | 1.00 | 10 |",
        f"| {WARM} | 2.00 (1.00–3.00) | 1.00 | 1.00 | 50 |",
    ]


def test_no_plan_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--number", "0"])
    assert "at least 1 is needed" in capsys.readouterr().err
