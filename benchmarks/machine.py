"""What the figures depend on: the machine in one line, and measurements to compare machines by."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from benchmarks.processes import Sample, measure

LOOP = "import time\ntotal = 0\nfor number in range(5_000_000):\n    total += number % 7\n"
"""Fixed work in pure Python: the other rows divided by this one can be compared between machines."""

START = "`python -c pass`"
TURNS = "a loop of 5 million turns in pure Python"
IMPORTS = "`import click, yaml, pydantic, jinja2`"
VERSION = "`kamgen --version`"

FLOORS = {
    START: ["-c", "pass"],
    TURNS: ["-c", LOOP],
    IMPORTS: ["-c", "import click, yaml, pydantic, jinja2"],
    VERSION: ["-m", "kamgen", "--version"],
}


def floor(name: str) -> Sample:
    """Return what one of ``FLOORS`` took."""
    return measure([sys.executable, *FLOORS[name]])


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def busy() -> float:
    """Return the machine's load: how many processes wanted to run, on average over the last minute."""
    return os.getloadavg()[0]


def machine_line() -> str:
    """Return what matters of the machine; no names, no paths."""
    try:
        weasyprint = version("weasyprint")
    except PackageNotFoundError:
        weasyprint = "missing"
    return (
        f"{processors()} cores ({platform.machine()}), {platform.system()}, "
        f"Python {platform.python_version()}, WeasyPrint {weasyprint}"
    )
