"""A folder of account plans: what files it has, its settings, its plans."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kamgen.plan.settings import Settings
from kamgen.wording.phrase import phrase
from kamgen.workspace.plan_file import PlanFile, name_finding, read_plan, read_settings_text
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.text_file import decode, read_bytes


@dataclass(frozen=True)
class WorkspaceFiles:
    """The names of a workspace's files, relative to its root and sorted, and what is wrong with the names."""

    root: Path
    settings: str | None
    plans: tuple[str, ...]
    purchases: tuple[str, ...]
    findings: tuple[Finding, ...]


def list_files(root: Path) -> WorkspaceFiles:
    """Return a workspace's files without reading them."""
    folder = root / ACCOUNTS_FOLDER
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    plans: list[str] = []
    purchases: list[str] = []
    findings: list[Finding] = []
    for name in names:
        file = f"{ACCOUNTS_FOLDER}/{name}"
        if name.startswith(".#") or name.endswith("~"):
            continue  # an editor's lock or backup
        if name.endswith(".yaml"):
            found = name_finding(file)
            if found is None:
                plans.append(file)
            else:
                findings.append(found)
        elif name.endswith(".yml"):
            findings.append(_misnamed(file, name.removesuffix(".yml") + ".yaml"))
        elif name.endswith(".purchases.csv"):
            purchases.append(file)
            if name.removesuffix(".purchases.csv") + ".yaml" not in names:
                findings.append(_orphan(file))
        elif (folder / name).is_dir() and any((folder / name).glob("*.yaml")):
            findings.append(_folder(file))
    findings += _same_but_for_case(folder, names)
    settings = SETTINGS_FILE if (root / SETTINGS_FILE).exists() or (root / SETTINGS_FILE).is_symlink() else None
    return WorkspaceFiles(root, settings, tuple(plans), tuple(purchases), tuple(findings))


def read_settings(root: Path, files: WorkspaceFiles) -> tuple[Settings, str, list[Finding]]:
    """Return the settings without their wrong parts, their text, and what is wrong with them."""
    if files.settings is None:
        return Settings(), "", []
    data = read_bytes(root / files.settings, root, files.settings)
    text = decode(data, files.settings) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return Settings(), "", [text]
    settings, findings = read_settings_text(text, files.settings)
    return settings, text, findings


def read_plans(root: Path, names: Iterable[str]) -> list[PlanFile]:
    """Return the plans of files in their order."""
    with collector_paused():
        return [read_plan(root, name) for name in names]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Switch the garbage collector off for a while: it costs threefold while many values are made and kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _misnamed(file: str, better: str) -> Finding:
    return Finding(
        rule="bad-file-name",
        level="error",
        message=phrase("a plan's file ends in .yaml"),
        file=file,
        hint=phrase("rename it to {name}", name=better),
    )


def _orphan(file: str) -> Finding:
    plan = file.removesuffix(".purchases.csv") + ".yaml"
    return Finding(
        rule="purchases-without-plan",
        level="error",
        message=phrase("these purchases belong to no plan: there is no {file}", file=plan),
        file=file,
        hint=phrase("give it the name of its plan, or add the plan"),
    )


def _folder(file: str) -> Finding:
    return Finding(
        rule="bad-file-name",
        level="error",
        message=phrase("plans lie directly in accounts/; those in this folder are not read"),
        file=file,
        hint=phrase("move them up; use profile.parent to group accounts"),
    )


def _same_but_for_case(folder: Path, names: list[str]) -> list[Finding]:
    seen: dict[str, str] = {}
    findings = []
    for name in names:
        if not name.endswith(".yaml"):
            continue
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            findings.append(
                Finding(
                    rule="bad-file-name",
                    level="error",
                    message=phrase("this name differs from {name} only in case", name=first),
                    file=f"{folder.name}/{name}",
                    hint=phrase("one of the two would be lost on Windows and macOS; rename it"),
                )
            )
    return findings
