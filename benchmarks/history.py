"""What a workspace's past costs: ``kamgen history``, ``kamgen diff`` and the site, on plans with many versions in git.

Whole processes, each in a fresh interpreter, beside git's own telling of the same commits in the same rounds.

Example:
    python -m benchmarks.history --number 200 --revisions 50 --rounds 3

"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.machine import TURNS, busy, floor, machine_line
from benchmarks.plans import made_up_plan
from benchmarks.processes import CommandFailed, Row, Sample, measure
from benchmarks.revisions import write_repository

LOG = "`git log -p --stat`, the same commits"
COLD = "`history`, nothing remembered"
WARM = "`history`, nothing changed"
COMMITTED = "`history`, one commit more"
ONE_COLD = "`history ID`, nothing remembered"
ONE_WARM = "`history ID`, nothing changed"
DIFF_LAST = "`diff HEAD~1..HEAD`"
DIFF_ALL = "`diff HEAD~{number}..HEAD`: every plan changed"
BUILD_COLD = "HTML build, nothing remembered"
BUILD_EDITED = "HTML build, one plan edited"

Measured = Iterator[tuple[str, Sample]]


class HistoryRuns:
    """A repository of made-up plans and its measured runs; everything lies in one folder."""

    def __init__(self, folder: Path, number: int, revisions: int) -> None:
        self.number = number
        self.workspace, self._cache = folder / "workspace", folder / "cache"
        self._edited = made_up_plan(0)
        write_repository(self.workspace, number, revisions)

    def round(self, turn: int) -> Measured:
        """Yield every row once; ``turn`` makes each round's edits new."""
        yield TURNS, floor(TURNS)
        git = shutil.which("git") or "git"
        yield LOG, measure([git, "-C", str(self.workspace), "log", "-p", "--stat", "--", "accounts", "kamgen.yaml"])
        self._forget()
        yield COLD, self._kamgen("history")
        yield WARM, self._kamgen("history")
        self._edit(f"turn {turn}, committed")
        self._commit()
        yield COMMITTED, self._kamgen("history")
        self._forget()
        yield ONE_COLD, self._kamgen("history", self._edited.id)
        yield ONE_WARM, self._kamgen("history", self._edited.id)
        yield DIFF_LAST, self._kamgen("diff", "HEAD~1..HEAD")
        yield DIFF_ALL.format(number=self.number), self._kamgen("diff", f"HEAD~{self.number}..HEAD")
        self._forget()
        shutil.rmtree(self.workspace / "site", ignore_errors=True)
        yield BUILD_COLD, self._kamgen("build", "--no-pdf")
        self._edit(f"turn {turn}, built")
        yield BUILD_EDITED, self._kamgen("build", "--no-pdf")

    def _kamgen(self, *arguments: str) -> Sample:
        command = [sys.executable, "-m", "kamgen", "--workspace", str(self.workspace), *arguments]
        return measure(command, {"KAMGEN_CACHE": str(self._cache)})

    def _forget(self) -> None:
        shutil.rmtree(self._cache, ignore_errors=True)

    def _edit(self, words: str) -> None:
        plan = self.workspace / "accounts" / f"{self._edited.id}.yaml"
        lines = plan.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("tags:")]
        plan.write_text("\n".join([*kept, f"tags: [{words.replace(', ', '-')}]", ""]), encoding="utf-8")

    def _commit(self) -> None:
        who = ["-c", "user.name=Ada Thornbury", "-c", "user.email=ada@example.com"]
        command = ["git", *who, "commit", "--quiet", "--all", "--message", "One more"]
        subprocess.run(command, cwd=self.workspace, check=True, capture_output=True)


def measured_rows(runs: HistoryRuns, rounds: int) -> list[Row]:
    """Return every row with a sample of each round."""
    samples: dict[str, list[Sample]] = {}
    for turn in range(rounds):
        for name, sample in runs.round(turn):
            samples.setdefault(name, []).append(sample)
            print(f"  {name}: {sample.wall:.2f} s", file=sys.stderr, flush=True)
    return [Row(name, runs.number, tuple(found)) for name, found in samples.items()]


def markdown_table(rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table; ``to git`` divides the medians of wall seconds."""
    git = next(row for row in rows if row.name == LOG)
    lines = [
        "| what | seconds: median (min–max) | CPU seconds | to git | peak MB |",
        "|---|--:|--:|--:|--:|",
    ]
    for row in rows:
        times = f"{row.wall:.2f} ({row.fastest:.2f}–{row.slowest:.2f})"
        lines.append(f"| {row.name} | {times} | {row.cpu:.2f} | {row.wall / git.wall:.2f} | {row.peak:.0f} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a report."""
    given = _parser().parse_args(arguments)
    load = busy()
    with tempfile.TemporaryDirectory(prefix="kamgen-benchmarks-") as name:
        try:
            rows = measured_rows(HistoryRuns(Path(name), given.number, given.revisions), given.rounds)
        except CommandFailed as failed:
            print(f"stopped: {failed}", file=sys.stderr)
            return 1
    print(f"{machine_line()}.\n{given.number:,} plans in {given.revisions} versions each.")
    print(f"Rounds: {given.rounds}; load {load:.1f} before, {busy():.1f} after.\n")
    print(markdown_table(rows))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.history", description="Measure what the past costs.")
    parser.add_argument("--number", type=_at_least_one, default=200, metavar="N", help="plans [default: 200]")
    parser.add_argument(
        "--revisions", type=_at_least_one, default=50, metavar="N", help="versions of each [default: 50]"
    )
    parser.add_argument("--rounds", type=_at_least_one, default=3, metavar="N", help="repetitions [default: 3]")
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1 is needed")
    return number


if __name__ == "__main__":
    raise SystemExit(main())
