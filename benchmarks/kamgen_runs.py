"""What is measured of kamgen: one workspace, brought into the state that each row speaks of before the clock starts."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.plans import MadeUpPlan, made_up_plan, write_workspace
from benchmarks.processes import CommandFailed, Sample, measure

LEAST = 6
"""The fewest plans of a workspace: two of them are edited, and these belong to no group of companies."""

COLD = "HTML build, cold, `--jobs {jobs}`"
CLONE = "HTML build, fresh clone"
CLONE_EDITED = "HTML build, fresh clone with one action edited"
ACTION = "HTML build, one action edited"
PURCHASE = "HTML build, one purchase added"
NOTHING = "HTML build, nothing changed"
VALIDATE = "`validate`, after a build"
VALIDATE_EDITED = "`validate`, one action edited"
VALIDATE_ALONE = "`validate`, nothing remembered"
SCORE = "`score --format json`, after a build"
SCORE_ALONE = "`score --format json`, nothing remembered"
BRIEFS = "build with briefs, cold, `--jobs {jobs}`"
PAGES_ONLY = "build without briefs, cold, `--jobs {jobs}`"

_REST = 0.1
"""Seconds between an edit and the build: a file that changed within the clock's grain is not believed to be at rest."""

Measured = Iterator[tuple[str, Sample]]


class KamgenRuns:
    """A workspace of made-up plans and its measured runs; everything lies in one folder."""

    def __init__(self, folder: Path, number: int) -> None:
        if number < LEAST:
            raise ValueError(f"at least {LEAST} plans are needed, not {number}")
        self.number = number
        self.workspace = folder / f"workspace-{number}"
        self.cache = folder / f"cache-{number}"
        self.site = self.workspace / "site"
        self._edited = made_up_plan(5)
        self._bought = made_up_plan(4)
        write_workspace(self.workspace, number)

    def html_round(self, turn: int) -> Measured:
        """Yield every row of the HTML build once; ``turn`` makes each round's edits new."""
        for jobs in (1, 2):
            yield COLD.format(jobs=jobs), self.cold("--no-pdf", jobs=jobs)
        shutil.rmtree(self.cache)
        yield CLONE, self.unchanged()
        shutil.rmtree(self.cache)
        yield CLONE_EDITED, self.edited(f"Agree on the price model, round {turn}")
        yield ACTION, self.edited(f"Agree on the price model again, round {turn}")
        before = self.page(self._bought)
        self.add_purchase(turn)
        yield PURCHASE, self.build("--no-pdf")
        self.must(self.page(self._bought) != before, "the purchase changed no page")
        yield NOTHING, self.unchanged()
        yield VALIDATE, self.run("validate")
        self.edit(f"Agree on the price model at last, round {turn}")
        yield VALIDATE_EDITED, self.run("validate")
        yield SCORE, self.run("score", "--format", "json")
        shutil.rmtree(self.cache)
        yield SCORE_ALONE, self.run("score", "--format", "json")
        shutil.rmtree(self.cache)
        yield VALIDATE_ALONE, self.run("validate")

    def brief_round(self) -> Measured:
        """Yield cold builds with briefs, and the same without, by one and two processes."""
        for jobs in (1, 2):
            yield PAGES_ONLY.format(jobs=jobs), self.cold("--no-pdf", jobs=jobs)
            yield BRIEFS.format(jobs=jobs), self.cold(jobs=jobs)
            self.must(self.briefs() >= self.number, "there are fewer briefs than plans")

    def run(self, *arguments: str) -> Sample:
        """Return what a kamgen command took, in a fresh interpreter."""
        command = [sys.executable, "-m", "kamgen", "--workspace", str(self.workspace), *arguments]
        return measure(command, {"KAMGEN_CACHE": str(self.cache)})

    def build(self, *options: str) -> Sample:
        """Return what a build took, from whatever is there."""
        return self.run("build", "--quiet", *options)

    def cold(self, *options: str, jobs: int) -> Sample:
        """Return what a build without site and cache took."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)
        sample = self.build(*options, "--jobs", str(jobs))
        self.must(len(self.pages()) == self.number, "there are not as many pages as plans")
        return sample

    def unchanged(self) -> Sample:
        """Return what a build took that had nothing to write."""
        page = self.site / "index.html"
        before = page.stat().st_mtime_ns
        sample = self.build("--no-pdf")
        self.must(page.stat().st_mtime_ns == before, "pages were written although nothing had changed")
        return sample

    def edited(self, text: str) -> Sample:
        """Give an action of one plan another text and return what the build took after that."""
        self.edit(text)
        sample = self.build("--no-pdf")
        self.must(text in self.page(self._edited), "the edited action is not on its page")
        return sample

    def edit(self, text: str) -> None:
        """Give an action of one plan another text."""
        self._edited.values["goals"]["strategies"][0]["actions"][0]["text"] = text
        self._file(self._edited, "yaml").write_text(self._edited.text, encoding="utf-8")
        time.sleep(_REST)

    def add_purchase(self, turn: int) -> None:
        """Add a purchase to the CSV file of one plan; it moves totals and ranks."""
        purchase = self._bought.values["value"]["purchases"][-1]
        more = {"date": "2026-05-05", "amount": f"{4321.5 + turn:.2f}", "margin": "1000.00", "order": f"new-{turn}"}
        self._bought.values["value"]["purchases"].append(purchase | more)
        self._file(self._bought, "purchases.csv").write_text(self._bought.purchases_text, encoding="utf-8")
        time.sleep(_REST)

    def pages(self) -> list[Path]:
        """Return the accounts' pages."""
        return sorted((self.site / "accounts").glob("*.html"))

    def page(self, plan: MadeUpPlan) -> str:
        """Return the HTML of an account's page."""
        return (self.site / "accounts" / f"{plan.id}.html").read_text(encoding="utf-8")

    def page_size(self) -> float:
        """Return the mean size of an account's page in bytes."""
        return sum(page.stat().st_size for page in self.pages()) / self.number

    def plan_size(self) -> float:
        """Return the mean size of a plan with its purchases in bytes."""
        return sum(file.stat().st_size for file in (self.workspace / "accounts").iterdir()) / self.number

    def briefs(self) -> int:
        """Return how many briefs the site has."""
        return len(list(self.site.rglob("*.pdf")))

    def must(self, holds: bool, otherwise: str) -> None:
        """Make sure that a run did what its row says.

        Raises:
            CommandFailed: It did not.

        """
        if not holds:
            raise CommandFailed(f"{otherwise} ({self.number} plans)")

    def _file(self, plan: MadeUpPlan, ending: str) -> Path:
        return self.workspace / "accounts" / f"{plan.id}.{ending}"
