"""From the save of a plan to the browser's reload: how long ``kamgen serve`` takes to show an edit.

A whole server in a process of its own, and a client that listens as a page does. The clock starts when the file has
been written and stops when the server says that the site is another one.

Example:
    python -m benchmarks.reloading --numbers 20,200,1000 --rounds 10

"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from benchmarks.kamgen_runs import LEAST
from benchmarks.machine import busy, machine_line
from benchmarks.plans import MadeUpPlan, made_up_plan, write_workspace

NUMBERS = (20, 200, 1_000)
ACTION = "one action edited"
PURCHASE = "one purchase added"
BREAK = "one plan broken"
MEND = "the plan mended"

_REST = 0.3
"""Seconds between an event and the next edit: people need longer."""


@dataclass(frozen=True)
class Reloading:
    """How long it took to show edits of one kind.

    Attributes:
        what: The kind of edit.
        number: Accounts.
        seconds: One time for each edit.

    """

    what: str
    number: int
    seconds: tuple[float, ...]


class ListeningPage:
    """A client that hears of changes as a page does."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._connection.request("GET", "/.kamgen/events")
        self._events = self._connection.getresponse()
        self.next_version()

    def next_version(self) -> str:
        """Return the next version that the server tells of."""
        while True:
            line = self._events.readline().decode()
            if not line:
                raise RuntimeError("the server has gone")
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()

    def close(self) -> None:
        """Leave."""
        self._connection.close()


@contextmanager
def serving(workspace: Path, cache: Path) -> Iterator[ListeningPage]:
    """Give a page of a server that has built the site of a workspace."""
    command = [sys.executable, "-m", "kamgen", "--workspace", str(workspace), "serve", "--port", "0"]
    environment = {**os.environ, "KAMGEN_CACHE": str(cache)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
            process.stdout.readline()
            page = ListeningPage(port)
            yield page
            page.close()
        finally:
            process.terminate()


def measure(workspace: Path, cache: Path, number: int, rounds: int) -> list[Reloading]:
    """Return what edits of every kind took among so many accounts."""
    edited, bought = made_up_plan(5), made_up_plan(4)
    plan = workspace / "accounts" / f"{edited.id}.yaml"
    purchases = workspace / "accounts" / f"{bought.id}.purchases.csv"
    found: dict[str, list[float]] = {ACTION: [], PURCHASE: [], BREAK: [], MEND: []}
    with serving(workspace, cache) as page:

        def shown(what: str, save: Callable[[], object]) -> None:
            sleep(_REST)
            save()
            begin = perf_counter()
            page.next_version()
            found[what].append(perf_counter() - begin)

        for turn in range(rounds):
            text = _with_action(edited, f"Agree on the price model, round {turn}")
            shown(ACTION, lambda: plan.write_text(text, encoding="utf-8"))  # noqa: B023
            rows = _with_purchase(bought, turn)
            shown(PURCHASE, lambda: purchases.write_text(rows, encoding="utf-8"))  # noqa: B023
            shown(BREAK, lambda: plan.write_text(text + "ownr: nobody\n", encoding="utf-8"))  # noqa: B023
            shown(MEND, lambda: plan.write_text(text, encoding="utf-8"))  # noqa: B023
    return [Reloading(what, number, tuple(seconds)) for what, seconds in found.items()]


def _with_action(plan: MadeUpPlan, text: str) -> str:
    plan.values["goals"]["strategies"][0]["actions"][0]["text"] = text
    return plan.text


def _with_purchase(plan: MadeUpPlan, turn: int) -> str:
    last = plan.values["value"]["purchases"][-1]
    more = {"date": "2026-05-05", "amount": f"{4321.5 + turn:.2f}", "margin": "1000.00", "order": f"new-{turn}"}
    plan.values["value"]["purchases"].append(last | more)
    return plan.purchases_text


def markdown_table(found: Sequence[Reloading]) -> str:
    """Return what was measured as a Markdown table."""
    lines = ["| what | accounts | seconds from save to reload: median (min–max) |", "|---|--:|--:|"]
    for one in found:
        times = f"{median(one.seconds):.2f} ({min(one.seconds):.2f}–{max(one.seconds):.2f})"
        lines.append(f"| {one.what} | {one.number:,} | {times} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a report."""
    given = _parser().parse_args(arguments)
    found: list[Reloading] = []
    load = busy()
    with tempfile.TemporaryDirectory(prefix="kamgen-benchmarks-") as name:
        for number in given.numbers:
            workspace = Path(name) / f"workspace-{number}"
            write_workspace(workspace, number)
            found += measure(workspace, Path(name) / "cache", number, given.rounds)
            print(f"  {number} accounts done", file=sys.stderr, flush=True)
    print(f"{machine_line()}.\nEdits of each kind: {given.rounds}; load {load:.1f} before, {busy():.1f} after.\n")
    print(markdown_table(found))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reloading", description="Measure kamgen serve.")
    parser.add_argument("--numbers", type=_numbers, default=NUMBERS, metavar="N,N", help="accounts")
    parser.add_argument("--rounds", type=int, default=10, metavar="N", help="edits of each kind [default: 10]")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.split(","))
    if min(numbers) < LEAST:
        raise argparse.ArgumentTypeError(f"at least {LEAST} accounts are needed")
    return numbers


if __name__ == "__main__":
    raise SystemExit(main())
