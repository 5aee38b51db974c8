"""How ranking grows with the number of accounts: time and memory of ``score_portfolio``, and what an account costs.

All in one process and without files, so that nothing else is in the figures: accounts are made up, scored once, and the
first so many of them are ranked again and again.

Example:
    python -m benchmarks.ranking --numbers 1000,3000,10000 --rounds 5

"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import Any

from benchmarks.machine import busy, machine_line
from benchmarks.plans import made_up_plan
from benchmarks.workspace_settings import AS_OF, workspace_settings
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.portfolio import score_portfolio

NUMBERS = (1_000, 3_000, 10_000)
MB = 1024**2


@dataclass(frozen=True)
class Ranking:
    """What ranking so many accounts took.

    Attributes:
        number: Accounts.
        seconds: One time for each round.
        peak: Memory that ranking takes beside the accounts, at its most, in MB.
        kept: Memory of the result, in MB.

    """

    number: int
    seconds: tuple[float, ...]
    peak: float
    kept: float

    @property
    def each(self) -> float:
        """The median time for one account, in microseconds."""
        return median(self.seconds) / self.number * 1_000_000


def made_up_settings() -> Settings:
    """Return the settings of the made-up workspace."""
    settings: Settings = Settings.model_validate(typed(workspace_settings(["en"])))
    return settings


def made_up_accounts(settings: Settings) -> Iterator[AccountSummary]:
    """Yield made-up accounts with their scores, without end."""
    number = 0
    while True:
        plan = made_up_plan(number)
        account = Account.model_validate(typed(plan.values))
        scores = score_account(plan.id, account, settings, AS_OF)
        yield summarise(plan.id, account, scores, (), settings, AS_OF)
        number += 1


def typed(value: Any) -> Any:
    """Return values with their keys and fractions as texts, as the reader of a YAML file gives them to the model."""
    if isinstance(value, dict):
        return {str(key): typed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [typed(item) for item in value]
    return str(value) if isinstance(value, float) else value


def rank(accounts: Sequence[AccountSummary], settings: Settings, rounds: int) -> Ranking:
    """Return what it takes to rank accounts and to add up their groups, owners and tags."""
    by_id = {account.id: account for account in accounts}
    scores = {account.id: account.scores for account in accounts}
    seconds = []
    for _ in range(rounds):
        gc.collect()
        begin = time.perf_counter()
        score_portfolio(scores, settings, by_id)
        seconds.append(time.perf_counter() - begin)
    tracemalloc.start()
    result = score_portfolio(scores, settings, by_id)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    if len(result.placements) != len(accounts):
        raise RuntimeError(f"{len(accounts)} accounts, but {len(result.placements)} placements")
    return Ranking(len(accounts), tuple(seconds), peak / MB, kept / MB)


def markdown_table(rankings: Sequence[Ranking]) -> str:
    """Return rankings as a Markdown table, each against the first: linear growth is 1.00."""
    first = rankings[0]
    lines = [
        "| accounts | seconds: median (min–max) | µs an account | to the first | peak MB | kept MB | peak KB each |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for found in rankings:
        times = f"{median(found.seconds):.3f} ({min(found.seconds):.3f}–{max(found.seconds):.3f})"
        size = found.peak * 1024 / found.number
        lines.append(
            f"| {found.number:,} | {times} | {found.each:.1f} | {found.each / first.each:.2f} "
            f"| {found.peak:.1f} | {found.kept:.1f} | {size:.2f} |"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a report."""
    given = _parser().parse_args(arguments)
    settings = made_up_settings()
    load = busy()
    begin = time.perf_counter()
    accounts = list(islice(made_up_accounts(settings), max(given.numbers)))
    made = time.perf_counter() - begin
    print(f"  {len(accounts)} accounts made up and scored: {made:.1f} s", file=sys.stderr, flush=True)
    rankings = [rank(accounts[:number], settings, given.rounds) for number in given.numbers]
    print(f"{machine_line()}.\nRounds: {given.rounds}; load {load:.1f} before, {busy():.1f} after.\n")
    print(markdown_table(rankings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ranking", description="Measure ranking.")
    parser.add_argument("--numbers", type=_numbers, default=NUMBERS, metavar="N,N", help="accounts, fewest first")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="repetitions [default: 5]")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    numbers = tuple(sorted(int(part) for part in text.split(",")))
    if numbers[0] < 1:
        raise argparse.ArgumentTypeError("at least one account is needed")
    return numbers


if __name__ == "__main__":
    raise SystemExit(main())
