"""The peers of ``kamgen validate``: two well-known checkers, on the same plans and in the same round."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.processes import Sample, measure
from kamgen.checks.editor_schema import plan_schema
from kamgen.workspace.schema import schema_text

YAMLLINT = "yamllint, the same plans"
CHECK_JSONSCHEMA = "check-jsonschema with kamgen's schema, the same plans"

PROGRAMS = {YAMLLINT: "yamllint", CHECK_JSONSCHEMA: "check-jsonschema"}
"""The peers' rows, and the program of each."""


class LinterRuns:
    """The plans of a workspace, checked by a peer; whatever it would complain about fails the run."""

    def __init__(self, workspace: Path, folder: Path) -> None:
        self.workspace = workspace
        self.schema = folder / "plan.schema.json"
        self.schema.write_text(schema_text(plan_schema()), encoding="utf-8")

    def run(self, name: str) -> Sample:
        """Return what a peer's check of all plans took."""
        plans = [str(path) for path in sorted((self.workspace / "accounts").glob("*.yaml"))]
        options = {
            YAMLLINT: ["--config-data", "{extends: relaxed, rules: {line-length: disable}}"],
            CHECK_JSONSCHEMA: ["--schemafile", str(self.schema)],
        }
        return measure([program(name) or "", *options[name], *plans])


def program(name: str) -> str | None:
    """Return the path of a row's program, or None where it is not installed."""
    return shutil.which(PROGRAMS[name], path=str(Path(sys.executable).parent)) or shutil.which(PROGRAMS[name])


def linter_versions() -> str:
    """Return the peers with their versions, such as ``yamllint 1.38.0``; what is missing is said."""
    said = []
    for name in PROGRAMS.values():
        try:
            said.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            said.append(f"{name} is not installed")
    return ", ".join(said)
