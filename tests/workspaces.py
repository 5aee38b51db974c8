"""A whole workspace read at once, as tests like it; kamgen itself reads plans one by one, in several processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamgen.plan.settings import Settings
from kamgen.workspace.plan_file import PlanFile
from kamgen.workspace.problems import Finding, order
from kamgen.workspace.workspace import list_files, read_plans, read_settings


@dataclass(frozen=True)
class Workspace:
    """Settings, plans, and what is wrong with the form of either."""

    settings: Settings
    plans: tuple[PlanFile, ...]
    findings: tuple[Finding, ...]


def read_workspace(root: Path) -> Workspace:
    files = list_files(root)
    settings, _, findings = read_settings(root, files)
    plans = read_plans(root, files.plans)
    for plan in plans:
        findings += plan.findings
    return Workspace(settings, tuple(plans), tuple(sorted([*findings, *files.findings], key=order)))
