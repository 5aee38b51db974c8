"""The peer: Hugo, on the same accounts and in the same round as kamgen, so that both meet the same machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from benchmarks.hugo import write_hugo_site
from benchmarks.processes import CommandFailed, Sample, measure

HUGO = "Hugo, the same accounts, cold"


class HugoRuns:
    """A site for Hugo and its measured builds."""

    def __init__(self, folder: Path, number: int, program: str) -> None:
        self.number = number
        self.program = program
        self.folder = folder / f"hugo-{number}"
        self.cache = folder / f"hugo-cache-{number}"
        write_hugo_site(self.folder, number)

    def cold(self) -> Sample:
        """Return what a build without site and cache took."""
        for there in (self.folder / "public", self.folder / "resources", self.cache):
            shutil.rmtree(there, ignore_errors=True)
        sample = measure([self.program, "--quiet", "--source", str(self.folder), "--cacheDir", str(self.cache)])
        if len(self.pages()) != self.number:
            raise CommandFailed(f"Hugo made {len(self.pages())} pages of {self.number}")
        return sample

    def pages(self) -> list[Path]:
        """Return the accounts' pages."""
        return sorted((self.folder / "public" / "accounts").glob("*/index.html"))

    def page_size(self) -> float:
        """Return the mean size of an account's page in bytes."""
        return sum(page.stat().st_size for page in self.pages()) / self.number


def hugo_program() -> str | None:
    """Return the path of Hugo, or None where it is not installed."""
    return shutil.which("hugo")


def hugo_version(program: str) -> str:
    """Return Hugo's version, such as ``0.111.3``."""
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found[0] if found else "unknown"
