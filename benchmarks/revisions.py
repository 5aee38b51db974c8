"""A made-up workspace with its past in git: every plan in many versions, each in a commit of its own.

The versions go over two years up to the day before the one that the workspace speaks of. They depend on their numbers
and the seed alone. ``git fast-import`` writes 10,000 of them in seconds.

Example:
    python -m benchmarks.revisions repository --number 200 --revisions 50

"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.plans import SEED, made_up_plan
from benchmarks.workspace_settings import AS_OF, MEMBERS, workspace_settings
from benchmarks.yaml_writer import yaml_text

_DAYS = 730
_RULES_CHANGED = 4
"""How many times the settings change, with other bands of health."""
_VALUE = re.compile(r"(?<=\b)(support|actual|influence): (-?\d+)|status: (todo|doing|done)")
_LEVELS = {"support": (-2, 2), "influence": (1, 5), "actual": (1, 90)}
_STATES = ("todo", "doing", "done")


@dataclass(frozen=True)
class _Commit:
    """One commit: what it says, who wrote it when, and the file that it leaves otherwise."""

    message: str
    author: str
    time: datetime
    file: str
    text: str


def write_repository(folder: Path, number: int, revisions: int, *, seed: int = SEED) -> None:
    """Write a repository of so many plans in so many versions each, and check out the last."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    stream = b"".join(_imported(commit) for commit in _commits(number, revisions, seed))
    _git(folder, "fast-import", "--quiet", given=stream)
    _git(folder, "reset", "--quiet", "--hard", "main")


def _commits(number: int, revisions: int, seed: int) -> Iterator[_Commit]:
    plans = [made_up_plan(index, seed) for index in range(number)]
    random = Random(f"{seed}-revisions")
    texts = {plan.id: plan.text for plan in plans}
    settings = yaml_text(workspace_settings(["en"]))
    total = number * revisions
    end = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 8, tzinfo=UTC) - timedelta(days=1)
    step = timedelta(days=_DAYS) / max(total, 1)
    count = 0
    for revision in range(revisions):
        if revision % max(revisions // _RULES_CHANGED, 1) == 0:
            rules = settings + f"# rules of revision {revision}\n"
            rules = rules.replace("scoring:\n", f"scoring:\n  health: {{risk_penalty: {10 + revision % 7}}}\n", 1)
            yield _Commit("Rules", MEMBERS[0], end - step * (total - count), "kamgen.yaml", rules)
        for plan in plans:
            if revision:
                texts[plan.id] = _edited(texts[plan.id], random)
            elif plan.purchases_apart:
                file = f"accounts/{plan.id}.purchases.csv"
                yield _Commit("Purchases", MEMBERS[0], end - step * (total - count), file, plan.purchases_text)
            count += 1
            time = end - step * (total - count)
            author = random.choice(MEMBERS)
            yield _Commit(f"{plan.id}: revision {revision}", author, time, f"accounts/{plan.id}.yaml", texts[plan.id])


def _edited(text: str, random: Random) -> str:
    """Return a plan with one to three values changed."""
    for found in sorted(random.sample(list(_VALUE.finditer(text)), random.randint(1, 3)), key=_start, reverse=True):
        name = found[1]
        value = f"{name}: {_other(found[2], name, random)}" if name else f"status: {_other(found[3], '', random)}"
        text = text[: found.start()] + value + text[found.end() :]
    return text


def _other(value: str, name: str, random: Random) -> str:
    """Return another value than there is: of a named figure, else of a state of work."""
    least, most = _LEVELS.get(name, (0, 0))
    values = [str(number) for number in range(least, most + 1)] if name else list(_STATES)
    return random.choice([other for other in values if other != value])


def _start(found: re.Match[str]) -> int:
    return found.start()


def _imported(commit: _Commit) -> bytes:
    who = f"{commit.author} <{commit.author}@example.com> {int(commit.time.timestamp())} +0000"
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
    return head + _data(commit.message) + f"M 100644 inline {commit.file}\n".encode() + _data(commit.text)


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n" % len(data) + data + b"\n"


def _git(folder: Path, *arguments: str, given: bytes = b"") -> None:
    subprocess.run(["git", *arguments], cwd=folder, input=given, check=True, capture_output=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a repository."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.revisions", description="Write plans with their past.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=200, help="plans [default: 200]")
    parser.add_argument("--revisions", type=int, default=50, help="versions of each [default: 50]")
    given = parser.parse_args(arguments)
    write_repository(given.folder, given.number, given.revisions)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
