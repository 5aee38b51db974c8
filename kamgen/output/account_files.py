"""The files of each account, its pages and briefs: written in this process or in a worker.

Functions from picklable values to picklable values. An account usually comes back to the worker that has surveyed it
(see :mod:`kamgen.output.workers`), which still has its plan.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kamgen.checks.confidential import KeptFromCustomers
from kamgen.output.account_survey import Surveyed, take_plan
from kamgen.output.brief_design import BriefDesignError, brief_design
from kamgen.output.brief_files import BriefHeldBack, Layout, brief_html, stage_brief
from kamgen.output.manifest import Output
from kamgen.output.score_histories import KnownHistory
from kamgen.output.staging import Staging
from kamgen.output.templates import Templates
from kamgen.output.written import Written, stage
from kamgen.pages.account.page import AccountPage, account_page
from kamgen.pages.briefs.kinds import BriefKind
from kamgen.pages.context import AccountPageName, Context, account_page_address, brief_address, home
from kamgen.pages.explain.score_places import ScorePlaces
from kamgen.pages.explain.scores import ExplainedScores, explained_scores
from kamgen.pages.navigation import frame
from kamgen.pages.score_history import ScoreHistory
from kamgen.pages.summary import AccountSummary, Neighbour
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.score import Placement
from kamgen.workspace.locate import Places
from kamgen.workspace.problems import Finding
from kamgen.workspace.workspace import collector_paused


@dataclass(frozen=True, slots=True)
class PageTask:
    """One account's page in every language and its briefs, with what only the whole portfolio knows."""

    file: str
    surveyed: Surveyed
    findings: tuple[Finding, ...]
    placement: Placement
    parent: Neighbour | None
    children: tuple[Neighbour, ...]
    inputs: str
    pages: tuple[Language, ...]
    briefs: tuple[BriefKind, ...]
    linked: tuple[BriefKind, ...]
    history: KnownHistory | None = None


@dataclass(frozen=True)
class PageBatch:
    """Pages and briefs to write, and everything they share.

    ``known`` is what the site holds already; a file is staged only if it is not that. A check lays out no brief.
    """

    root: Path
    settings: Settings
    settings_text: str
    as_of: date
    portfolio_size: int
    own_templates: Path
    compiled_templates: Path
    target: Path
    staging: Path
    known: dict[str, Output]
    kept: KeptFromCustomers
    allow_missing_glyphs: bool
    check: bool
    tasks: tuple[PageTask, ...]


def write_accounts(batch: PageBatch) -> list[Written]:
    """Stage the pages and briefs of a batch that are not in the site yet, and return what came of each.

    Raises:
        CannotWrite: if the disk is full.
        OwnTemplateError: if a workspace's own template is wrong.

    """
    templates = templates_of(batch.own_templates, batch.compiled_templates)
    staging = Staging(batch.target, batch.staging)
    written: list[Written] = []
    # The PDF engine leaves circles of boxes behind: only without it can the collector rest.
    with nullcontext() if any(task.briefs for task in batch.tasks) else collector_paused():
        for task in batch.tasks:
            written += _write_account(batch, task, templates, staging)
    return written


def _write_account(batch: PageBatch, task: PageTask, templates: Templates, staging: Staging) -> list[Written]:
    plan, summary = take_plan(batch.root, task.file), task.surveyed.summary
    account = plan.account
    if account is None or summary is None:
        return []
    briefs = [_write_brief(batch, task, account, summary, kind, templates, staging) for kind in task.briefs]
    failed = {kind for kind, brief in zip(task.briefs, briefs, strict=True) if brief.output is None}
    linked = tuple(kind for kind in task.linked if kind not in failed)
    pages = []
    if task.pages:
        places = ScorePlaces(summary.id, plan.text, settings_places(batch.settings_text))
        explained = explained_scores(account, summary, batch.settings, places, task.placement, batch.portfolio_size)
        history = None if task.history is None else task.history.history()
    for language in task.pages:
        context = Context(batch.settings, batch.as_of, language)
        page = _page(batch, task, account, summary, explained, context, linked, history)
        for name in task.surveyed.pages:
            address = account_page_address(summary.id, name)
            site = frame(context, address, _title(name, page, context), page.description if name == "account" else "")
            html = templates.render(_TEMPLATES[name], page=page, t=context.wording, site=site)
            address = home(language, batch.settings.language) + address
            # A page without a link to a brief that failed is not what the inputs ask for: build it again next time.
            pages.append(stage(address, html.encode(), "" if failed else task.inputs, batch.known, staging))
    return briefs + pages


_TEMPLATES: dict[AccountPageName, str] = {
    "account": "site/account.html",
    "power-map": "site/power_map.html",
    "scores": "site/scores.html",
}


def _title(name: AccountPageName, page: AccountPage, context: Context) -> str:
    t = context.wording
    if name == "power-map":
        return t.text("{name}: Power map", name=page.name)
    return t.text("{name}: Scores explained", name=page.name) if name == "scores" else page.name


def _page(
    batch: PageBatch,
    task: PageTask,
    account: Account,
    summary: AccountSummary,
    explained: ExplainedScores,
    context: Context,
    linked: tuple[BriefKind, ...],
    history: ScoreHistory | None,
) -> AccountPage:
    """Return what an account's pages say in a language, linking to these briefs; its templates show a part each."""
    return account_page(
        summary.id,
        account,
        summary,
        task.placement,
        batch.portfolio_size,
        task.parent,
        task.children,
        task.findings,
        explained,
        context,
        linked,
        history,
    )


def _write_brief(
    batch: PageBatch,
    task: PageTask,
    account: Account,
    summary: AccountSummary,
    kind: BriefKind,
    templates: Templates,
    staging: Staging,
) -> Written:
    address = brief_address(summary.id, kind)
    context = Context(batch.settings, batch.as_of, account.language or batch.settings.language)
    try:
        design = brief_design(templates, batch.settings.briefs, lays_out=not batch.check)
    except BriefDesignError as error:
        return Written(address, None, problem=str(error))
    try:
        html = brief_html(kind, account, summary, task.placement, context, templates, design, batch.kept)
    except BriefHeldBack as error:
        return Written(address, None, withdrawn=True, problem=str(error))
    if html is None:
        return Written(address, None)
    layout = Layout(design, batch.allow_missing_glyphs, batch.check)
    return stage_brief(address, kind, html, task.inputs, task.file, layout, batch.known, staging)


@lru_cache(maxsize=4)
def templates_of(own: Path, compiled: Path) -> Templates:
    """Return the templates of a workspace; made once in each process."""
    return Templates(own, compiled)


@lru_cache(maxsize=4)
def settings_places(text: str) -> Places:
    """Return the places of the settings, which all accounts share; looked up once in each process."""
    return Places(text)
