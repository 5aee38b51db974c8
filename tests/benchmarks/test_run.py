"""The report of the benchmarks: what it says of given figures. Nothing is timed here."""

from __future__ import annotations

import sys

import pytest

from benchmarks.processes import CommandFailed, Row, Sample, measure
from benchmarks.run import main, markdown_table

ROW = Row("HTML build", 1000, (Sample(3.0, 4.0, 70.4), Sample(1.5, 5.0, 71.6), Sample(2.0, 6.0, 70.0)))


def test_a_row_gives_medians_the_range_and_the_largest_peak() -> None:
    assert markdown_table([ROW], loop=0.5).splitlines()[2] == (
        "| HTML build | 1,000 | 2.00 (1.50–3.00) | 5.00 | 10.00 | 72 |"
    )


def test_a_row_without_plans_leaves_their_number_out() -> None:
    row = Row("`python -c pass`", None, (Sample(0.0084, 0.008, 9.2),))
    assert markdown_table([row], loop=0.5).splitlines()[2] == (
        "| `python -c pass` |  | 0.008 (0.008–0.008) | 0.008 | 0.02 | 9 |"
    )


def test_a_measured_process_counts_its_childrens_memory() -> None:
    child = "full = b'x' * 80_000_000"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert measure([sys.executable, "-c", parent]).peak > 80_000_000 / 1024**2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of processes that nobody waited for")
def test_a_measured_process_counts_those_that_outlive_it() -> None:
    child = "full = b'x' * 80_000_000; import time; time.sleep(0.2)"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}])"
    assert measure([sys.executable, "-c", parent]).peak > 80_000_000 / 1024**2


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(CommandFailed, match="exit code 7"):
        measure([sys.executable, "-c", "raise SystemExit(7)"])


def test_too_few_plans_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--numbers", "2"])
    assert "at least 6 plans are needed" in capsys.readouterr().err
