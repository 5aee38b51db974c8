"""Whole processes, measured: wall seconds, CPU seconds and peak memory, each repetition in a fresh one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: ``python -m kamgen`` runs the code that lies beside the benchmarks."""

STOPWATCH = Path(__file__).resolve().parent / "stopwatch.py"


class CommandFailed(RuntimeError):
    """A measured command ended with an error, or did not do what its row says."""


@dataclass(frozen=True)
class Sample:
    """What one run took.

    Attributes:
        wall: Seconds from start to end.
        cpu: Seconds of processor time, of the process and its children.
        peak: Memory of the largest single process, in MB.

    """

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Row:
    """All repetitions of one measurement.

    Attributes:
        name: What was run.
        number: On how many plans; None where plans play no part.
        samples: One for each repetition.

    """

    name: str
    number: int | None
    samples: tuple[Sample, ...]

    @property
    def wall(self) -> float:
        """The median of the wall seconds."""
        return median(sample.wall for sample in self.samples)

    @property
    def cpu(self) -> float:
        """The median of the CPU seconds."""
        return median(sample.cpu for sample in self.samples)

    @property
    def peak(self) -> float:
        """The largest peak, in MB."""
        return max(sample.peak for sample in self.samples)

    @property
    def fastest(self) -> float:
        """The fewest wall seconds."""
        return min(sample.wall for sample in self.samples)

    @property
    def slowest(self) -> float:
        """The most wall seconds."""
        return max(sample.wall for sample in self.samples)


def measure(command: Sequence[str], settings: Mapping[str, str] | None = None) -> Sample:
    """Run a command in the checkout and return what it took.

    Args:
        command: The program's full path and its arguments.
        settings: More environment variables; ``PYTHON…`` of the caller's own are left out.

    Raises:
        CommandFailed: It ended with an error.

    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= dict(settings or {})
    starter = [sys.executable, "-I", "-S", str(STOPWATCH), *command]
    result = subprocess.run(starter, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise CommandFailed(result.stderr.strip())
    wall, cpu, peak, code = json.loads(result.stdout)
    if code:
        raise CommandFailed(f"exit code {code}: {' '.join(command[1:])}\n{result.stderr.strip()}")
    return Sample(wall, cpu, peak)
