"""One program for all that a CI script reaches outside; copied under a program's name, it stands in for that program.

It writes its calls to the file ``CALLS``. Web interfaces have stand-ins of their own, in ``web_interfaces.py``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def kamgen() -> None:
    """Find nothing, and tell of a change what stands in the folder ``TOLD``; end with ``CODE``."""
    if sys.argv[1] == "diff":
        told = Path(os.environ["TOLD"]) / value_of("--format")
        Path(value_of("-o")).write_bytes(told.read_bytes())
        sys.exit(int(os.environ["CODE"]) if "--exit-code" in sys.argv else 0)
    if sys.argv[1] == "build":
        build()


def build() -> None:
    """Make a page of each plan, and remove those whose plan is gone."""
    site = Path("site")
    site.mkdir(exist_ok=True)
    pages = {f"{plan.stem}.html": plan.read_bytes() for plan in Path("accounts").glob("*.yaml")}
    for page in site.iterdir():
        if page.name not in pages:
            page.unlink()
    for name, page in pages.items():
        (site / name).write_bytes(page)


def python() -> None:
    """Be Python, except for pip, which would install something."""
    if sys.argv[1:3] != ["-m", "pip"]:
        os.execv(sys.executable, [sys.executable, *sys.argv[1:]])


def value_of(option: str) -> str:
    return sys.argv[sys.argv.index(option) + 1] if option in sys.argv else ""


if __name__ == "__main__":
    program = Path(sys.argv[0]).name
    with Path(os.environ["CALLS"]).open("a", encoding="utf-8") as calls:
        print(json.dumps([program, *sys.argv[1:]]), file=calls)
    {"kamgen": kamgen, "python": python}.get(program, lambda: None)()
