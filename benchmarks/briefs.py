"""How long a brief takes: kamgen's engine beside Chromium's print of the same HTML and Typst on the same content.

Each engine is warm and goes from text in memory to a PDF in memory; all of them take turns in every round. Then what
many briefs in one process cost in time and memory, and how many a second one and two processes make.

Example:
    python -m benchmarks.briefs --rounds 15 --many 1000

"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.brief_documents import LEAST, BriefDocument, MadeUpBriefs
from benchmarks.brief_engines import CHROMIUM, engines
from benchmarks.machine import busy, machine_line
from benchmarks.processes import ROOT
from kamgen.output.pdf import render_pdf
from kamgen.output.workers import Workers

MILESTONES = (100, 500, 1_000)
"""After how many briefs a process is asked for its memory, besides at the end."""

_AT_ONCE = 20
"""Briefs in a batch of a worker."""


@dataclass(frozen=True)
class LaidOut:
    """What one engine made of one document.

    Attributes:
        document: The document's name.
        engine: The engine's name.
        seconds: One time for each round; none where the engine is not there.
        pages: Pages of the PDF.
        size: Its bytes.
        missing: Why there is nothing to report; empty where there is.

    """

    document: str
    engine: str
    seconds: tuple[float, ...] = ()
    pages: int = 0
    size: int = 0
    missing: str = ""


@dataclass(frozen=True)
class Footprint:
    """How a process stands after so many briefs.

    Attributes:
        briefs: How many it has laid out.
        seconds: Seconds since the first.
        memory: What it holds, in MB.
        peak: The most it has held, in MB.

    """

    briefs: int
    seconds: float
    memory: float
    peak: float


# ── Beside other engines ──


def compare(documents: Sequence[BriefDocument], rounds: int) -> list[LaidOut]:
    """Return what every engine takes for every document; the first round only warms them up."""
    found = []
    with engines() as there:
        for document in documents:
            seconds: dict[str, list[float]] = {name: [] for name in there}
            made: dict[str, bytes] = {}
            for turn in range(rounds + 1):
                for name in _in_turn(list(there), turn):
                    lay_out = there[name]
                    if isinstance(lay_out, str):
                        continue
                    begin = perf_counter()
                    made[name] = lay_out(document, turn)
                    seconds[name].append(perf_counter() - begin)
            print(f"  {document.name} done", file=sys.stderr, flush=True)
            for name, lay_out in there.items():
                if isinstance(lay_out, str):
                    found.append(LaidOut(document.name, name, missing=lay_out))
                else:
                    pages, size = _pages(made[name]), len(made[name])
                    found.append(LaidOut(document.name, name, tuple(seconds[name][1:]), pages, size))
    return found


def _in_turn(names: list[str], turn: int) -> list[str]:
    """Return names in an order that each round begins with another of them."""
    first = turn % len(names)
    return names[first:] + names[:first]


def _pages(pdf: bytes) -> int:
    import io

    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


# ── Many in one process ──


def footprints(workspace: Path, many: int) -> list[Footprint]:
    """Return how a fresh process stands while it lays out so many briefs."""
    command = [sys.executable, "-m", "benchmarks.briefs", "--work-through", str(workspace), "--many", str(many)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Footprint(*json.loads(line)) for line in done.stdout.splitlines()]


def work_through(folder: Path, many: int) -> Iterator[Footprint]:
    """Lay out so many briefs in this process, one after the other, and yield how it stands now and then."""
    documents = list(MadeUpBriefs(folder).all())
    begin = perf_counter()
    for number, document in enumerate(islice(cycle(documents), many), 1):
        render_pdf(document.html, document.stylesheet)
        if number in MILESTONES or number == many:
            yield Footprint(number, perf_counter() - begin, *_memory())


def _memory() -> tuple[float, float]:
    """Return what this process holds and the most it has held, in MB; only Linux tells both."""
    import resource

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = largest / 1024**2 if sys.platform == "darwin" else largest / 1024
    held = Path("/proc/self/statm")
    if not held.is_file():
        return peak, peak
    now = int(held.read_text().split()[1]) * resource.getpagesize() / 1024**2
    return now, max(now, peak)


# ── Several processes ──


def throughput(documents: Sequence[BriefDocument], processes: int) -> float:
    """Return how many briefs a second so many processes lay out; they are started and warm when the clock starts."""
    batches = [tuple(documents[start : start + _AT_ONCE]) for start in range(0, len(documents), _AT_ONCE)]
    with Workers(processes) as workers:
        for _ in workers.run(_lay_out, [documents[:1]] * processes):
            pass
        begin = perf_counter()
        made = sum(workers.run(_lay_out, batches))
        return made / (perf_counter() - begin)


def _lay_out(documents: Sequence[BriefDocument]) -> int:
    for document in documents:
        render_pdf(document.html, document.stylesheet)
    return len(documents)


# ── Report ──


def comparison_table(found: Sequence[LaidOut]) -> str:
    """Return what engines took as a Markdown table, each beside Chromium in the same rounds."""
    chromium = {one.document: one.seconds for one in found if one.engine == CHROMIUM}
    lines = ["| document | engine | ms: median (min–max) | to Chromium | pages | KB |", "|---|---|--:|--:|--:|--:|"]
    for one in found:
        if one.missing:
            lines.append(f"| {one.document} | {one.engine} | {one.missing} |  |  |  |")
            continue
        times = f"{_ms(median(one.seconds))} ({_ms(min(one.seconds))}–{_ms(max(one.seconds))})"
        peer = chromium.get(one.document)
        share = f"{median(one.seconds) / median(peer):.2f}" if peer else ""
        lines.append(f"| {one.document} | {one.engine} | {times} | {share} | {one.pages} | {one.size / 1000:.0f} |")
    return "\n".join(lines)


def footprint_table(found: Sequence[Footprint]) -> str:
    """Return how a process stood as a Markdown table; the time of a brief is that since the row before."""
    lines = ["| briefs in one process | ms a brief | MB held | MB at most |", "|--:|--:|--:|--:|"]
    briefs, seconds = 0, 0.0
    for one in found:
        each = (one.seconds - seconds) / (one.briefs - briefs)
        lines.append(f"| {one.briefs:,} | {_ms(each)} | {one.memory:.0f} | {one.peak:.0f} |")
        briefs, seconds = one.briefs, one.seconds
    return "\n".join(lines)


def throughput_table(found: Sequence[tuple[int, Sequence[float]]]) -> str:
    """Return briefs a second by number of processes as a Markdown table."""
    lines = ["| processes | briefs a second: median (min–max) | to one |", "|--:|--:|--:|"]
    one = median(found[0][1])
    for processes, rates in found:
        range_ = f"{median(rates):.1f} ({min(rates):.1f}–{max(rates):.1f})"
        lines.append(f"| {processes} | {range_} | {median(rates) / one:.2f} |")
    return "\n".join(lines)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _versions() -> str:
    parts = []
    for name in ("typst", "playwright"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            parts.append(f"no {name}")
    return ", ".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a report."""
    given = _parser().parse_args(arguments)
    if given.work_through is not None:
        for one in work_through(given.work_through, given.many):
            print(json.dumps([one.briefs, one.seconds, one.memory, one.peak]), flush=True)
        return 0
    load = busy()
    parts = []
    with tempfile.TemporaryDirectory(prefix="kamgen-benchmarks-") as name:
        briefs = MadeUpBriefs(Path(name), given.number)
        parts.append(comparison_table(compare(list(briefs.compared()), given.rounds)))
        if given.many:
            parts.append(footprint_table(footprints(Path(name) / "many", given.many)))
            print(f"  {given.many} briefs in one process done", file=sys.stderr, flush=True)
        if given.rates:
            documents = list(briefs.all())
            rates: dict[int, list[float]] = {1: [], 2: []}
            for _ in range(given.rates):
                for processes, measured in rates.items():
                    measured.append(throughput(documents, processes))
            parts.append(throughput_table(list(rates.items())))
    print(f"{machine_line()}, {_versions()}.\nRounds: {given.rounds}; load {load:.1f} before, {busy():.1f} after.\n")
    print("\n\n".join(parts))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.briefs", description="Measure briefs.")
    parser.add_argument("--number", type=_number, default=LEAST, metavar="N", help=f"accounts [default: {LEAST}]")
    parser.add_argument("--rounds", type=int, default=10, metavar="N", help="of the comparison [default: 10]")
    parser.add_argument("--many", type=int, default=1_000, metavar="N", help="briefs in one process [default: 1000]")
    parser.add_argument("--rates", type=int, default=3, metavar="N", help="times with 1 and 2 processes [default: 3]")
    parser.add_argument("--work-through", type=Path, help=argparse.SUPPRESS)
    return parser


def _number(text: str) -> int:
    if int(text) < LEAST:
        raise argparse.ArgumentTypeError(f"at least {LEAST} accounts are needed")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main())
