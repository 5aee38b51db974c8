"""Bring the preview up to date, whatever state the plans, the settings and the templates are in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kamgen.output.account_files import templates_of
from kamgen.output.account_survey import SurveyBatch, Surveyed, survey
from kamgen.output.cache import cache_folder
from kamgen.output.folders import own_templates
from kamgen.output.manifest import read_manifest
from kamgen.output.site import BuildOptions, build_site
from kamgen.output.survey import survey_root
from kamgen.plan.settings import Settings
from kamgen.preview.failures import Report, failure, missing_brief
from kamgen.preview.shown import Shown
from kamgen.workspace.problems import Finding, order
from kamgen.workspace.workspace import WorkspaceFiles, list_files, read_settings

_FEW = 8
"""Edited plans up to which it pays to look at them before a build does."""


@dataclass(frozen=True)
class Rebuilt:
    """What came of one rebuild.

    Attributes:
        changed: The files that were edited; empty where nobody knows.
        written: How many files were written or removed.
        shown: What there is to show now.
        warnings: How many warnings there are.
        seconds: How long it took.

    """

    changed: frozenset[str]
    written: int
    shown: Shown
    warnings: int
    seconds: float


def preview_folder(root: Path, port: int) -> Path:
    """Return where a server keeps its pages, outside the workspace: a half-written thought must not get into git.

    The folder above it is the user's alone, for plans are confidential. Each port has its own, so that no two servers
    write to one.
    """
    cache = cache_folder(root)
    cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    return cache / f"preview-{port}"


class Rebuilding:
    """Builds one preview again and again; nothing that people write makes it fail.

    Args:
        root: The workspace.
        site: The preview's folder.
        options: What to build; asked anew every time, for the day moves on.
        report: Keeps what is known of a bug.
        kept_site: The workspace's own site, whose briefs are linked where the preview has none.

    """

    def __init__(
        self, root: Path, site: Path, options: Callable[[], BuildOptions], report: Report, kept_site: Path | None = None
    ) -> None:
        self._root, self._site, self._options, self._report = root, site, options, report
        self._kept_site = kept_site
        self._built_for = ""
        self._last = Shown()
        self._findings: tuple[Finding, ...] = ()

    @property
    def is_of_another_day(self) -> bool:
        """Whether the last rebuild spoke of a day that is over."""
        return self._options().text != self._built_for

    def rebuild(self, changed: frozenset[str] = frozenset()) -> Rebuilt:
        """Write what is out of date, and return what came of it.

        Where nothing of the settings can be read, or a template is wrong, every page stays as it is. Where a plan has
        errors, its own pages do.
        """
        begin = time.perf_counter()
        options = self._options()
        self._built_for = options.text
        options = replace(options, other_briefs=self._kept_briefs())
        if not changed or any((self._root / name).is_relative_to(own_templates(self._root)) for name in changed):
            templates_of.cache_clear()  # a process keeps the templates that it has loaded
        try:
            written, shown = self._built(options, changed)
        except Exception as error:
            written, shown = (
                0,
                replace(self._last, errors=(failure(error, self._root, self._report),), kept="everything"),
            )
        self._last = replace(shown, addresses=self._addresses())
        warnings = sum(finding.level == "warning" for finding in self._findings)
        return Rebuilt(changed, written, self._last, warnings, time.perf_counter() - begin)

    def _built(self, options: BuildOptions, changed: frozenset[str]) -> tuple[int, Shown]:
        """Build, and return how many files were written, and what to show."""
        files = list_files(self._root)
        settings, _, problems = read_settings(self._root, files)
        if problems and settings == Settings() and self._addresses():
            return 0, replace(self._last, errors=tuple(problems), kept="everything")
        broken = self._broken_alone(changed, files, settings, options)
        if broken and self._last.kept != "everything":
            return 0, self._with_broken(broken)
        report = build_site(self._root, self._site, options)
        # A build that found nothing to do has looked at no plan.
        looked = report.accounts is not None
        self._findings = report.findings if looked else self._surveyed_findings(options)
        return len(report.written) + len(report.removed), Shown(
            language=settings.language,
            errors=(*map(missing_brief, report.problems), *self._errors()),
            kept="accounts" if report.left_out else "nothing",
        )

    def _kept_briefs(self) -> frozenset[str]:
        """Return the addresses of the briefs of the workspace's own site."""
        if self._kept_site is None:
            return frozenset()
        return frozenset(f"briefs/{path.name}" for path in (self._kept_site / "briefs").glob("*.pdf"))

    def _broken_alone(
        self, changed: frozenset[str], files: WorkspaceFiles, settings: Settings, options: BuildOptions
    ) -> list[Surveyed]:
        """Return the plans that were edited where nothing else was and all of them have errors; else none.

        Then there is nothing to build. Without the account, the ranks and sums of all others would be written on every
        page, and once more when the plan is mended a moment later: three seconds instead of a fifth at 200 accounts.
        """
        plans = {plan: {plan, f"{plan.removesuffix('.yaml')}.purchases.csv"} for plan in files.plans}
        edited = [plan for plan, names in plans.items() if names & changed]
        if not changed or len(edited) > _FEW or changed - {name for plan in edited for name in plans[plan]}:
            return []
        as_of = options.as_of or settings.as_of or options.today
        surveyed = survey(SurveyBatch(self._root, tuple(edited), settings, as_of, base_key=""))
        return surveyed if all(one.summary is None for one in surveyed) else []

    def _with_broken(self, broken: list[Surveyed]) -> Shown:
        """Return what is shown now with what is wrong with these plans in place of what was."""
        ids = {one.id for one in broken}
        others = [finding for finding in self._findings if finding.account not in ids]
        self._findings = tuple(sorted([*others, *(found for one in broken for found in one.findings)], key=order))
        return replace(self._last, errors=self._errors(), kept="accounts")

    def _surveyed_findings(self, options: BuildOptions) -> tuple[Finding, ...]:
        return survey_root(self._root, options.as_of, options.today).findings

    def _errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self._findings if finding.level == "error")

    def _addresses(self) -> frozenset[str]:
        return frozenset(read_manifest(self._site).outputs)
