"""The same made-up accounts as a site for Hugo: one page each, with the same sections and about the same size.

Hugo draws what stands in the plan; it checks nothing and computes nothing but sums.

Example:
    python -m benchmarks.hugo hugo-1000 --number 1000

"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.plans import SEED, MadeUpPlan, made_up_plan
from benchmarks.yaml_writer import yaml_text

SITE = Path(__file__).resolve().parent / "hugo_site"
STYLE_SHEETS = Path(__file__).resolve().parent.parent / "templates" / "site" / "assets"


def hugo_page(plan: MadeUpPlan) -> str:
    """Return a plan as a content file: its values and purchases in front, its summary as the text."""
    values = {key: value for key, value in plan.values.items() if key != "summary"}
    name = values["name"]
    title = name if isinstance(name, str) else name["en"]
    return f"---\n{yaml_text({'title': title, 'plan': values})}---\n{plan.values['summary']}"


def write_hugo_site(folder: Path, number: int, *, seed: int = SEED) -> None:
    """Write a site for Hugo with so many accounts; the folder must not exist."""
    shutil.copytree(SITE, folder)
    assets = folder / "static" / "assets"
    assets.mkdir(parents=True)
    sheets = [sheet.read_text(encoding="utf-8") for sheet in sorted(STYLE_SHEETS.glob("*.css"))]
    (assets / "site.css").write_text("\n".join(sheets), encoding="utf-8")
    accounts = folder / "content" / "accounts"
    accounts.mkdir(parents=True)
    for index in range(number):
        plan = made_up_plan(index, seed)
        (accounts / f"{plan.id}.md").write_text(hugo_page(plan), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a site for Hugo and say what was written."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hugo", description="Write made-up accounts for Hugo.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--number", type=int, default=1000, metavar="N", help="accounts [default: 1000]")
    given = parser.parse_args(arguments)
    write_hugo_site(given.folder, given.number)
    print(f"{given.number} accounts in {given.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
