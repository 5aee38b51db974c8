"""The summary that GitHub shows on the page of a job."""

from __future__ import annotations

from pathlib import Path

from kamgen.exchange.finding_report import FindingReport
from kamgen.exchange.findings import markdown


def add_job_summary(report: FindingReport, path: Path) -> None:
    """Add a report to the file that ``GITHUB_STEP_SUMMARY`` names, after what other steps wrote into it.

    Raises:
        OSError: if it cannot be written.

    """
    with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(markdown.FORMAT.write(report))
