"""Measure kamgen in whole processes and print the figures as a Markdown table.

Example:
    python -m benchmarks.run --numbers 100,1000 --rounds 3

"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.hugo_runs import HUGO, HugoRuns, hugo_program, hugo_version
from benchmarks.kamgen_runs import BRIEFS, COLD, LEAST, PAGES_ONLY, VALIDATE_ALONE, KamgenRuns
from benchmarks.linter_runs import PROGRAMS, LinterRuns, linter_versions, program
from benchmarks.machine import FLOORS, TURNS, busy, floor, machine_line
from benchmarks.processes import CommandFailed, Row, Sample


class Tally:
    """Collects samples by row, in the order in which rows first came."""

    def __init__(self) -> None:
        self._samples: dict[tuple[str, int | None], list[Sample]] = {}

    def add(self, measured: Iterable[tuple[str, Sample]], number: int | None) -> None:
        """Take samples as they are measured, and say so on standard error."""
        for name, sample in measured:
            self._samples.setdefault((name, number), []).append(sample)
            plans = "" if number is None else f"{number} plans, "
            print(f"  {plans}{name}: {sample.wall:.2f} s", file=sys.stderr, flush=True)

    def row(self, name: str, number: int | None) -> Row:
        """Return the row of a name and a number of plans."""
        return Row(name, number, tuple(self._samples[name, number]))

    def rows(self) -> list[Row]:
        """Return all rows."""
        return [Row(name, number, tuple(samples)) for (name, number), samples in self._samples.items()]


def markdown_table(rows: Sequence[Row], loop: float) -> str:
    """Return rows as a Markdown table.

    Args:
        rows: What was measured.
        loop: CPU seconds of the calibration loop.

    """
    lines = [
        "| what | plans | seconds: median (min–max) | CPU seconds | in loops | peak MB |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        plans = "" if row.number is None else f"{row.number:,}"
        seconds = f"{_seconds(row.wall)} ({_seconds(row.fastest)}–{_seconds(row.slowest)})"
        lines.append(
            f"| {row.name} | {plans} | {seconds} | {_seconds(row.cpu)} | {row.cpu / loop:.2f} | {row.peak:.0f} |"
        )
    return "\n".join(lines)


def measure_pages(tally: Tally, folder: Path, number: int, rounds: int, hugo: str | None) -> list[str]:
    """Measure HTML builds, validation and scores of so many plans, and Hugo in the same rounds; return what follows."""
    kamgen = KamgenRuns(folder, number)
    peer = HugoRuns(folder, number, hugo) if hugo else None
    linters = LinterRuns(kamgen.workspace, folder)
    installed = [name for name in PROGRAMS if program(name)]
    for turn in range(rounds):
        tally.add(((name, floor(name)) for name in FLOORS), None)
        if peer:
            tally.add([(HUGO, peer.cold())], number)
        tally.add(kamgen.html_round(turn), number)
        tally.add(((name, linters.run(name)) for name in installed), number)
    notes = [
        f"{number:,} plans: {_kilobytes(kamgen.plan_size())} a plan with its purchases, "
        f"{_kilobytes(kamgen.page_size())} a page."
    ]
    ours = tally.row(VALIDATE_ALONE, number)
    for name in installed:
        times = _times(tally.row(name, number), ours)
        notes.append(f"{number:,} plans, {name}, against {VALIDATE_ALONE} in the same round (median): {times}.")
    if peer:
        theirs = tally.row(HUGO, number)
        for jobs in (1, 2):
            cold = tally.row(COLD.format(jobs=jobs), number)
            notes.append(
                f"{number:,} plans, cold build with `--jobs {jobs}` against Hugo in the same round (median): "
                f"{_times(cold, theirs)}."
            )
        share = peer.page_size() / kamgen.page_size()
        notes.append(f"{number:,} plans: Hugo's pages are {_kilobytes(peer.page_size())}, {share:.0%} of kamgen's.")
    return notes


def _times(row: Row, other: Row) -> str:
    """Return what a row took in multiples of another one, round by round."""
    pairs = list(zip(row.samples, other.samples, strict=True))
    wall = median(one.wall / two.wall for one, two in pairs)
    cpu = median(one.cpu / two.cpu for one, two in pairs)
    return f"{wall:.1f} times the wall seconds, {cpu:.1f} times the CPU seconds"


def measure_briefs(tally: Tally, folder: Path, number: int, rounds: int) -> list[str]:
    """Measure builds with the briefs of so many plans; return what follows."""
    kamgen = KamgenRuns(folder / "briefs", number)
    for _ in range(rounds):
        tally.add(kamgen.brief_round(), number)
    notes = []
    for jobs in (1, 2):
        with_briefs = tally.row(BRIEFS.format(jobs=jobs), number)
        without = tally.row(PAGES_ONLY.format(jobs=jobs), number)
        seconds = (with_briefs.wall - without.wall) / kamgen.briefs()
        notes.append(
            f"{kamgen.briefs()} briefs of {number} plans, `--jobs {jobs}`: {seconds:.2f} s a brief beyond the pages; "
            f"at most {with_briefs.peak:.0f} MB in one process."
        )
    return notes


def warm_up(folder: Path) -> None:
    """Run everything once on a few plans, so that no row pays for compiling modules."""
    kamgen = KamgenRuns(folder / "warm", LEAST)
    for _ in kamgen.html_round(0):
        pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a report."""
    given = _parser().parse_args(arguments)
    hugo = hugo_program()
    tally = Tally()
    notes: list[str] = []
    load_before = busy()
    with tempfile.TemporaryDirectory(prefix="kamgen-benchmarks-") as name:
        folder = Path(name)
        try:
            warm_up(folder)
            for number in given.numbers:
                notes += measure_pages(tally, folder, number, given.rounds, hugo)
            if given.pdf_number:
                notes += measure_briefs(tally, folder, given.pdf_number, given.pdf_rounds)
        except CommandFailed as failed:
            print(f"stopped: {failed}", file=sys.stderr)
            return 1
    peer = f"Hugo {hugo_version(hugo)}" if hugo else "Hugo is not installed, its rows are left out (Debian: hugo)"
    load = f"load {load_before:.1f} before, {busy():.1f} after"
    briefs = f" (briefs: {given.pdf_rounds})" if given.pdf_number else ""
    print(f"{machine_line()}, {peer}, {linter_versions()}.\nRounds: {given.rounds}{briefs}; {load}.\n")
    print(markdown_table(tally.rows(), tally.row(TURNS, None).cpu))
    print("\n" + "\n".join(f"- {note}" for note in notes))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measure kamgen in whole processes.")
    parser.add_argument(
        "--numbers", type=_numbers, default=[100, 1000], metavar="N,N", help="plans [default: 100,1000]"
    )
    parser.add_argument(
        "--pdf-number", type=int, default=20, metavar="N", help="plans to make briefs of; 0 for none [default: 20]"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="repetitions [default: 3]")
    parser.add_argument("--pdf-rounds", type=int, default=2, metavar="N", help="those with briefs [default: 2]")
    return parser


def _numbers(text: str) -> list[int]:
    numbers = [int(part) for part in text.split(",")]
    if min(numbers) < LEAST:
        raise argparse.ArgumentTypeError(f"at least {LEAST} plans are needed")
    return numbers


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} KB"


if __name__ == "__main__":
    raise SystemExit(main())
