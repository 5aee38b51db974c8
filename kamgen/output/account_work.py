"""What is done for each account, in this process or in a worker: survey it first, write its page and briefs later.

All of it are functions from picklable values to picklable values. A process keeps the plans that it has surveyed,
because an account usually comes back to the same worker (see :mod:`kamgen.output.workers`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from kamgen.checks.run import check_plan
from kamgen.output.manifest import Output
from kamgen.output.pdf import MissingGlyphs, PdfError, pdf_key, render_pdf
from kamgen.output.staging import Staging
from kamgen.output.templates import Templates
from kamgen.pages.account import account_page
from kamgen.pages.context import Context, account_address, brief_address, home
from kamgen.pages.customer_review import customer_review
from kamgen.pages.navigation import frame
from kamgen.pages.plan_brief import plan_brief
from kamgen.pages.summary import AccountSummary, Neighbour, summarise
from kamgen.plan.account import Account
from kamgen.plan.joint_plan import JointPlan
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.scoring.account import score_account
from kamgen.scoring.score import Placement
from kamgen.workspace.plan_file import PlanFile, read_plan
from kamgen.workspace.problems import Finding
from kamgen.workspace.workspace import collector_paused

PLAN_BRIEF = "plan"
REVIEW_BRIEF = "review"


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a build knows of one account after reading it.

    ``key`` is the digest of what it was made from; ``summary`` is None where the plan has errors. ``briefs`` are
    the kinds of briefs that the plan gives enough for.
    """

    id: str
    key: str
    parent: str | None
    language: Language | None
    summary: AccountSummary | None
    findings: tuple[Finding, ...]
    briefs: tuple[str, ...]


@dataclass(frozen=True)
class SurveyBatch:
    """Plans to read, check, score and summarise: the same settings and day for all."""

    root: Path
    files: tuple[str, ...]
    settings: Settings
    as_of: date
    base_key: str


@dataclass(frozen=True, slots=True)
class PageTask:
    """One account's page in every language and its briefs, with what only the whole portfolio knows."""

    file: str
    surveyed: Surveyed
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


_plans: dict[tuple[Path, str], PlanFile] = {}


def survey(batch: SurveyBatch) -> list[Surveyed]:
    """Return what there is to know of each plan of a batch, in its order. Nothing that people write makes it fail."""
    with collector_paused():
        return [_survey(batch, file) for file in batch.files]


def account_key(base_key: str, plan_digest: str) -> str:
    """Return the digest of everything that one account's survey is made from."""
    return hashlib.sha256(f"{base_key}\0{plan_digest}".encode()).hexdigest()


def _survey(batch: SurveyBatch, file: str) -> Surveyed:
    plan = read_plan(batch.root, file)
    _plans[batch.root, file] = plan
    findings = (*plan.findings, *check_plan(plan, batch.settings, batch.as_of))
    key = account_key(batch.base_key, plan.digest)
    parent = None if plan.usable is None else plan.usable.profile.parent
    account = plan.account
    if account is None or any(finding.level == "error" for finding in findings):
        return Surveyed(plan.id, key, parent, None, None, findings, ())
    scores = score_account(plan.id, account, batch.settings, batch.as_of)
    summary = summarise(plan.id, account, scores, findings, batch.settings, batch.as_of)
    return Surveyed(plan.id, key, parent, account.language, summary, findings, _briefs(account))


def _briefs(account: Account) -> tuple[str, ...]:
    return (PLAN_BRIEF,) if account.joint_plan == JointPlan() else (PLAN_BRIEF, REVIEW_BRIEF)


def write_accounts(batch: PageBatch) -> list[Written]:
    """Stage the pages and briefs of a batch that are not in the site yet, and return what came of each.

    Raises:
        CannotWrite: if the disk is full.
        jinja2.TemplateError: if a workspace's own template is wrong.

    """
    templates = templates_of(batch.own_templates, batch.compiled_templates)
    staging = Staging(batch.target, batch.staging)
    written: list[Written] = []
    with collector_paused():
        for task in batch.tasks:
            written += _write_account(batch, task, templates, staging)
            _plans.pop((batch.root, task.file), None)
    return written


def _write_account(batch: PageBatch, task: PageTask, templates: Templates, staging: Staging) -> list[Written]:
    plan = _plans.get((batch.root, task.file)) or read_plan(batch.root, task.file)
    account, summary = plan.account, task.surveyed.summary
    if account is None or summary is None:
        return []
    briefs = [_write_brief(batch, task, account, summary, kind, templates, staging) for kind in task.briefs]
    failed = {kind for kind, brief in zip(task.briefs, briefs, strict=True) if brief.output is None}
    linked = tuple(kind for kind in task.linked if kind not in failed)
    pages = []
    for language in task.pages:
        html = account_html(batch, task, account, summary, language, linked, templates)
        address = home(language, batch.settings.language) + account_address(plan.id)
        # A page without a link to a brief that failed is not what the inputs ask for: build it again next time.
        pages.append(stage(address, html.encode(), "" if failed else task.inputs, batch.known, staging))
    return briefs + pages


def account_html(
    batch: PageBatch,
    task: PageTask,
    account: Account,
    summary: AccountSummary,
    language: Language,
    linked: tuple[str, ...],
    templates: Templates,
) -> str:
    """Return an account's page in a language, linking to these briefs."""
    context = Context(batch.settings, batch.as_of, language)
    page = account_page(
        summary.id,
        account,
        summary,
        task.placement,
        batch.portfolio_size,
        task.parent,
        task.children,
        task.surveyed.findings,
        context,
        linked,
    )
    site = frame(context, account_address(summary.id), page.name, page.description)
    return templates.render("site/account.html", page=page, t=context.wording, site=site)


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
    stylesheet = templates.text("briefs/brief.css")
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
