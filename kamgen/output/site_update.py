"""The part of a build that reads plans: which files are out of date, and their writing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from kamgen import __version__
from kamgen.history.git import Repository, required_repository
from kamgen.history.git_failures import HistoryCutOff, HistoryUnreadable, NoRepository
from kamgen.output.account_files import (
    PageBatch,
    PageTask,
    templates_of,
    write_accounts,
)
from kamgen.output.account_survey import ACCOUNT_PAGES, Surveyed
from kamgen.output.earlier import with_earlier_scores
from kamgen.output.folders import own_templates
from kamgen.output.inputs import digest_of, files_below
from kamgen.output.manifest import MANIFEST, Manifest, Output
from kamgen.output.pdf import pdf_engine
from kamgen.output.score_histories import KnownHistory
from kamgen.output.site import BuildOptions, BuildReport, Progress
from kamgen.output.site_build import SiteBuild, hashed
from kamgen.output.site_files import ASSETS, write_site_files
from kamgen.output.site_histories import site_histories
from kamgen.output.staging import Staging, staged
from kamgen.output.survey import WorkspaceSettings, survey_workspace
from kamgen.output.workers import Workers
from kamgen.output.written import Written
from kamgen.pages.briefs.kinds import FOR_CUSTOMERS, KINDS
from kamgen.pages.context import account_page_address, brief_address, home
from kamgen.pages.summary import Neighbour
from kamgen.plan.values import Language
from kamgen.workspace.problems import order
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.workspace import list_files, read_settings

_WORTH_A_WORKER = 150
"""Accounts to write from which on more processes pay; with briefs, two are enough."""


class UnknownAccount(Exception):
    """An account that was asked for is not in the workspace."""


def update_site(
    root: Path, target: Path, options: BuildOptions, known: Manifest, cache: Path, progress: Progress | None
) -> tuple[BuildReport, Manifest | None]:
    """Write what is out of date, and return what was done with the site's new manifest; None if nothing was written."""
    files = list_files(root)
    settings, settings_text, settings_findings = read_settings(root, files)
    if options.language is not None:
        language = cast("Language", options.language)
        settings = settings.model_copy(update={"language": language, "languages": (language,)})
    as_of = options.as_of or settings.as_of or _recorded(known, options) or options.today
    with Workers(options.jobs) as workers:
        surveyed = _Counter(progress, "Reading plans", len(files.plans))
        given = WorkspaceSettings(settings, settings_text, tuple(settings_findings))
        problem: HistoryUnreadable | NoRepository | None
        repository, problem = _history(root, options)
        try:
            survey = survey_workspace(files, given, as_of, workers, cache, repository, surveyed)
        except HistoryUnreadable as error:
            repository, problem = None, error
            survey = survey_workspace(files, given, as_of, workers, cache, None, surveyed)
        errors = [finding for finding in survey.findings if finding.level == "error"]
        broken = tuple(sorted(id_ for id_, account in survey.accounts.items() if account.summary is None))
        report = BuildReport(
            target,
            str(as_of),
            len(survey.accounts) - len(broken),
            findings=survey.findings,
            left_out=broken,
            language=settings.language,
            history_problem=problem,
        )
        for account_id in options.only:
            if account_id not in survey.accounts:
                raise UnknownAccount(account_id)
        if errors and not options.keep_going:
            return replace(report, stopped=True), None
        histories: dict[str, KnownHistory] = {}
        try:
            survey = with_earlier_scores(survey, repository, workers, cache)
            histories = site_histories(survey, root, repository, workers, cache)
        except HistoryUnreadable as error:
            report = replace(report, history_problem=error)
        except HistoryCutOff:
            report = replace(report, history_cut_off=True)
        compiled = _compiled(root, options, cache)
        templates = templates_of(own_templates(root), compiled)
        base = "\0".join((survey.base_key, *(_templates_digest(folder) for folder in templates.folders)))
        if options.allow_missing_glyphs:
            base += "\0missing glyphs allowed"  # so that a strict build afterwards looks at every brief again
        trusted = Manifest(known.as_of, {} if options.force else known.outputs, known.made_with)
        build = SiteBuild(
            root, target, options, settings, settings_text, as_of, survey, templates, base, trusted, histories
        )
        with _aside(target) if options.check else staged(target) as staging:
            written = _write(build, workers, staging, compiled, progress)
            return _finish(build, report, written, staging, known)


def _history(root: Path, options: BuildOptions) -> tuple[Repository | None, NoRepository | None]:
    """Return the repository that knows the past of what is built; else why it knows nothing, if there is one."""
    if options.replay is not None:
        return options.replay.repository, None
    try:
        return required_repository(root), None
    except NoRepository as error:
        return None, None if error.why == "none" else error


def _compiled(root: Path, options: BuildOptions, cache: Path) -> Path:
    """Return where compiled templates are kept; a replay's own go with it, for they are kept by where they lie."""
    passing = options.replay is not None and own_templates(root).is_dir()
    return (root.parent if passing else cache) / "templates"


def _templates_digest(folder: Path) -> str:
    """Return the digest of what pages are rendered from; assets lie beside the pages and change none of them."""
    assets = folder / "site" / ASSETS
    return digest_of((path for path in files_below(folder) if not path.is_relative_to(assets)), folder)


@contextmanager
def _aside(target: Path) -> Iterator[Staging]:
    """Give a place for files that are only compared, away from the site."""
    with tempfile.TemporaryDirectory(prefix="kamgen-check-") as folder:
        yield Staging(target, Path(folder))


def _recorded(known: Manifest, options: BuildOptions) -> date | None:
    """Return the day that the site speaks of, for a check: it asks whether the plans have moved, not the calendar."""
    if not options.check or options.replay is not None or not known.as_of:
        return None
    try:
        return date.fromisoformat(known.as_of)
    except ValueError:
        return None


def _write(
    build: SiteBuild, workers: Workers, staging: Staging, compiled: Path, progress: Progress | None
) -> list[Written]:
    written = list(write_site_files(build, staging))
    tasks = list(_tasks(build))
    working = [task for task in tasks if task.pages or task.briefs]
    batch = PageBatch(
        root=build.root,
        settings=build.settings,
        settings_text=build.settings_text,
        as_of=build.as_of,
        portfolio_size=len(build.summaries),
        own_templates=own_templates(build.root),
        compiled_templates=compiled,
        target=build.target,
        staging=staging.folder,
        known={},
        kept=build.survey.kept_from_customers,
        allow_missing_glyphs=build.options.allow_missing_glyphs,
        check=build.options.check,
        tasks=(),
    )
    briefs = _any_briefs(working) and not build.options.check
    parts = _dealt(working, workers.number, 2 if briefs else _WORTH_A_WORKER, 4 if briefs else 64)
    counting = _Counter(progress, "Writing accounts", len(working))
    for result in workers.run(write_accounts, [_filled(build, batch, part) for part in parts]):
        written += result
        counting(len({item.address.rsplit("/", 1)[-1] for item in result if item.address.endswith(".html")}))
    return written


def _any_briefs(tasks: list[PageTask]) -> bool:
    return any(task.briefs for task in tasks)


def _filled(build: SiteBuild, batch: PageBatch, tasks: list[PageTask]) -> PageBatch:
    """Return a batch with its tasks and what is known of their files alone, so that little travels to a worker."""
    addresses = [address for task in tasks for address in _addresses(build, task.surveyed)]
    outputs = build.known.outputs
    return replace(batch, tasks=tuple(tasks), known={name: outputs[name] for name in addresses if name in outputs})


def _dealt(tasks: list[PageTask], workers: int, least: int, most: int) -> list[list[PageTask]]:
    """Return tasks dealt out so that each account lands on the worker that surveyed it, ``most`` in a batch.

    Few tasks stay one batch, which this process does itself.
    """
    if len(tasks) < least:
        return [tasks] if tasks else []
    number = workers * max(1, -(-len(tasks) // (workers * most)))
    return [tasks[start::number] for start in range(number) if tasks[start::number]]


def _tasks(build: SiteBuild) -> Iterable[PageTask]:
    """Yield the work on every account, in the order of ids; one that is up to date has no pages and no briefs."""
    survey, options = build.survey, build.options
    children: dict[str, list[Neighbour]] = {}
    kept = hashed(repr(survey.kept_from_customers))
    for account_id, summary in build.summaries.items():
        if summary.parent is not None:
            children.setdefault(summary.parent, []).append(Neighbour(account_id, summary.name))
    for account_id, surveyed in survey.accounts.items():
        if surveyed.summary is None or (options.only and account_id not in options.only):
            continue
        parent = build.summaries.get(surveyed.summary.parent or "")
        history = build.histories.get(account_id)
        placement = survey.portfolio.placements[account_id]
        neighbours = tuple(children.get(account_id, ()))
        above = None if parent is None else Neighbour(parent.id, parent.name)
        held = build.known.outputs.keys() | options.other_briefs
        there = tuple(kind for kind in surveyed.briefs if brief_address(account_id, kind) in held)
        linked = surveyed.briefs if options.pdf else there
        together = survey.of_portfolio.get(account_id, ())
        released_by = kept if not FOR_CUSTOMERS.isdisjoint(surveyed.briefs) else ""
        inputs = hashed(
            build.base,
            surveyed.key,
            repr(
                (placement, len(build.summaries), above, neighbours, linked, together, build.settings.build_languages)
            ),
            released_by,
            "" if history is None else history.key,
        )
        current = {
            address
            for address in _addresses(build, surveyed)
            if not options.check and (entry := build.known.outputs.get(address)) is not None and entry.inputs == inputs
        }
        yield PageTask(
            file=f"{ACCOUNTS_FOLDER}/{account_id}.yaml",
            surveyed=surveyed,
            findings=tuple(sorted((*surveyed.findings, *together), key=order)),
            placement=placement,
            parent=above,
            children=neighbours,
            inputs=inputs,
            pages=tuple(
                language
                for language in build.settings.build_languages
                if not current.issuperset(_page_addresses(build, surveyed, language))
            ),
            briefs=tuple(
                kind for kind in surveyed.briefs if options.pdf and brief_address(account_id, kind) not in current
            ),
            linked=linked,
            history=history,
        )


def _addresses(build: SiteBuild, surveyed: Surveyed) -> list[str]:
    """Return the addresses of everything that one account has in the site."""
    pages = [
        address for language in build.settings.build_languages for address in _page_addresses(build, surveyed, language)
    ]
    return pages + [brief_address(surveyed.id, kind) for kind in surveyed.briefs]


def _page_addresses(build: SiteBuild, surveyed: Surveyed, language: Language) -> list[str]:
    folder = home(language, build.settings.language)
    return [folder + account_page_address(surveyed.id, name) for name in surveyed.pages]


def _finish(
    build: SiteBuild, report: BuildReport, written: list[Written], staging: Staging, known: Manifest
) -> tuple[BuildReport, Manifest | None]:
    """Move what was staged into place, with the new manifest; for a check, only say what would have moved."""
    outputs = dict(_kept(build, known))
    outputs |= {item.address: item.output for item in written if item.output is not None}
    for item in written:
        if item.withdrawn:
            outputs.pop(item.address, None)
    removed = sorted(address for address in known.outputs if address not in outputs)
    staged_addresses = sorted(item.address for item in written if item.staged)
    report = replace(
        report,
        written=tuple(staged_addresses),
        removed=tuple(removed),
        laid_out=sum(item.laid_out for item in written),
        problems=tuple(dict.fromkeys(item.problem for item in written if item.problem)),
    )
    if build.options.check:
        return report, None
    made_with = dict(known.made_with)
    if report.laid_out:
        from kamgen.output.drawing_libraries import drawing_libraries
        from kamgen.output.fonts import installed_fonts

        fonts = installed_fonts(build.settings.briefs.font or "").fingerprint
        made_with = {"pdf": pdf_engine(), "libraries": drawing_libraries(), "fonts": fonts}
    manifest = Manifest(str(build.as_of), outputs, made_with)
    data = manifest.text(__version__).encode()
    path = build.target / MANIFEST
    if not path.is_file() or path.read_bytes() != data:
        staging.write(MANIFEST, data)
    staging.commit(staged_addresses, removed, MANIFEST)
    return report, manifest


def _kept(build: SiteBuild, known: Manifest) -> Iterable[tuple[str, Output]]:
    """Yield the outputs that stay as they are: up to date, or of accounts that this build does not touch."""
    for surveyed in build.survey.accounts.values():
        # What a broken plan had in the site stays until the plan is mended.
        had = surveyed if surveyed.summary is not None else replace(surveyed, pages=ACCOUNT_PAGES, briefs=KINDS)
        for address in _addresses(build, had):
            if address in known.outputs:
                yield address, known.outputs[address]


class _Counter:
    """Adds up what is done and passes it on."""

    def __init__(self, progress: Progress | None, what: str, total: int) -> None:
        self._progress, self._what, self._total, self._done = progress, what, total, 0

    def __call__(self, more: int) -> None:
        self._done += more
        if self._progress is not None:
            self._progress(self._what, self._done, self._total)
