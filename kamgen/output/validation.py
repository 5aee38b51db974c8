"""Check all files of a workspace, on all processors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamgen.checks.run import check_plan, check_portfolio, check_settings
from kamgen.output.survey import batches, plan_text
from kamgen.output.workers import Workers, processors
from kamgen.plan.settings import Settings
from kamgen.workspace.problems import Finding, order
from kamgen.workspace.workspace import list_files, read_plans, read_settings

_WORTH_A_WORKER = 400
"""Plans to check from which on more processes pay; checking is a quarter of what a build does."""


@dataclass(frozen=True)
class Validation:
    """Every finding of a workspace, in the order of files and lines; which accounts, how many files, for which day."""

    findings: tuple[Finding, ...]
    accounts: tuple[str, ...]
    files: int
    as_of: date


@dataclass(frozen=True)
class _Batch:
    root: Path
    files: tuple[str, ...]
    settings: Settings
    as_of: date


def validate_workspace(root: Path, as_of: date | None, today: date) -> Validation:
    """Return everything that is wrong in a workspace.

    Args:
        root: The workspace.
        as_of: The day to check for; the settings' when None.
        today: The day where neither says one.

    """
    files = list_files(root)
    settings, settings_text, findings = read_settings(root, files)
    day = as_of or settings.as_of or today
    findings += [*files.findings, *check_settings(settings, settings_text)]
    parents: dict[str, str | None] = {}
    number = processors()
    with Workers(number) as workers:
        parts = batches(list(files.plans), number, _WORTH_A_WORKER)
        for result in workers.run(_checked, [_Batch(root, tuple(part), settings, day) for part in parts]):
            for account_id, parent, found in result:
                parents[account_id] = parent
                findings += found
    findings += check_portfolio(dict(sorted(parents.items())), settings, lambda name: plan_text(root, name))
    count = len(files.plans) + len(files.purchases) + (files.settings is not None)
    return Validation(tuple(sorted(findings, key=order)), tuple(sorted(parents)), count, day)


def _checked(batch: _Batch) -> list[tuple[str, str | None, tuple[Finding, ...]]]:
    return [
        (
            plan.id,
            None if plan.usable is None else plan.usable.profile.parent,
            (*plan.findings, *check_plan(plan, batch.settings, batch.as_of)),
        )
        for plan in read_plans(batch.root, batch.files)
    ]
