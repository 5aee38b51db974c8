"""The files of each account, its pages and briefs: written in this process or in a worker.

Functions from picklable values to picklable values. An account usually comes back to the worker that has surveyed it
(see :mod:`kamgen.output.workers`), which still has its plan.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from kamgen.output.account_survey import REVIEW_BRIEF, Surveyed, take_plan
from kamgen.output.manifest import Output
from kamgen.output.pdf import MissingGlyphs, PdfError, pdf_key, render_pdf
from kamgen.output.staging import Staging
from kamgen.output.templates import Templates
from kamgen.pages.account.page import AccountPage, account_page
from kamgen.pages.briefs.plan import plan_brief
from kamgen.pages.briefs.review import customer_review
from kamgen.pages.context import AccountPageName, Context, account_page_address, brief_address, home
from kamgen.pages.explain.score_places import ScorePlaces
from kamgen.pages.explain.scores import ExplainedScores, explained_scores
from kamgen.pages.navigation import frame
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
    briefs: tuple[str, ...]
    linked: tuple[str, ...]


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
    engine: str
    allow_missing_glyphs: bool
    check: bool
    tasks: tuple[PageTask, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one file: its entry for the manifest, and whether it was staged, laid out or failed."""

    address: str
    output: Output | None
    staged: bool = False
    laid_out: bool = False
    problem: str = ""


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
    for language in task.pages:
        context = Context(batch.settings, batch.as_of, language)
        page = _page(batch, task, account, summary, explained, context, linked)
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
    linked: tuple[str, ...],
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
    )


def brief_html(
    kind: str,
    account: Account,
    summary: AccountSummary,
    placement: Placement,
    settings: Settings,
    language: Language,
    templates: Templates,
) -> str | None:
    """Return the HTML that a brief is laid out from; None where the plan has nothing to say in such a brief."""
    context = Context(settings, summary.scores.as_of, language)
    if kind == REVIEW_BRIEF:
        review = customer_review(account, context)
        return None if review is None else templates.render("briefs/review.html", review=review, t=context.wording)
    brief = plan_brief(summary.id, account, summary, placement, context)
    return templates.render("briefs/plan.html", brief=brief, t=context.wording)


def _write_brief(
    batch: PageBatch,
    task: PageTask,
    account: Account,
    summary: AccountSummary,
    kind: str,
    templates: Templates,
    staging: Staging,
) -> Written:
    address = brief_address(summary.id, kind)
    language = account.language or batch.settings.language
    html = brief_html(kind, account, summary, task.placement, batch.settings, language, templates)
    if html is None:
        return Written(address, None)
    stylesheet = templates.brief_style()
    source = pdf_key(html, stylesheet, batch.engine)
    known = batch.known.get(address)
    if known is not None and known.source == source:
        return Written(address, replace(known, inputs=task.inputs))
    if batch.check:
        return Written(address, Output(task.inputs, "", source), staged=True)
    try:
        data = render_pdf(html, stylesheet, allow_missing_glyphs=batch.allow_missing_glyphs)
    except MissingGlyphs as error:
        return Written(address, None, problem=f"{task.file}: {error}")
    except PdfError as error:
        return Written(address, None, problem=str(error))
    written = stage(address, data, task.inputs, batch.known, staging)
    output = None if written.output is None else replace(written.output, source=source)
    return replace(written, output=output, laid_out=True)


def stage(address: str, data: bytes, inputs: str, known: Mapping[str, Output], staging: Staging) -> Written:
    """Stage a file unless the site holds just these bytes already; return what came of it."""
    digest = hashlib.sha256(data).hexdigest()
    output = Output(inputs, digest)
    before = known.get(address)
    if before is not None and before.digest == digest:
        return Written(address, output)
    staging.write(address, data)
    return Written(address, output, staged=True)


@lru_cache(maxsize=4)
def templates_of(own: Path, compiled: Path) -> Templates:
    """Return the templates of a workspace; made once in each process."""
    return Templates(own, compiled)


@lru_cache(maxsize=4)
def settings_places(text: str) -> Places:
    """Return the places of the settings, which all accounts share; looked up once in each process."""
    return Places(text)
