"""The survey of each account: read, checked, scored and put in a few facts; in this process or in a worker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kamgen.changes.freshness import PlanPast, freshness, part_digests
from kamgen.checks.facts import AccountFacts
from kamgen.checks.run import Checks
from kamgen.pages.briefs.kinds import BriefKind, kinds_of
from kamgen.pages.context import AccountPageName
from kamgen.pages.register import Extracts, extracts_of, lists_of, members_told
from kamgen.pages.search_index import account_part
from kamgen.pages.summary import AccountSummary, summarise
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.workspace.plan_file import PlanFile, read_plan
from kamgen.workspace.problems import Finding
from kamgen.workspace.workspace import collector_paused

ACCOUNT_PAGES: tuple[AccountPageName, ...] = ("account", "power-map", "scores")


@dataclass(frozen=True)
class Surveyed:
    """What a build knows of one account after reading it.

    ``key`` is the digest of what it was made from, ``summary_digest`` of what other pages say about it: most edits of
    a plan leave the latter as it was. ``facts`` are what rules about the portfolio look at, None where nothing of the
    plan can be read; ``summary`` is None where it has errors. ``pages`` and ``briefs`` are those that the plan gives
    enough for. ``extracts`` are the lists that pages about all accounts take from it, ``members`` a digest of what it
    has for each member of our team whom it names, by the member's id, ``search`` its part of the search's index.
    """

    id: str
    key: str
    facts: AccountFacts | None
    language: Language | None
    summary: AccountSummary | None
    summary_digest: str
    findings: tuple[Finding, ...]
    pages: tuple[AccountPageName, ...] = ()
    briefs: tuple[BriefKind, ...] = ()
    extracts: Extracts = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    search: str = ""


@dataclass(frozen=True)
class SurveyBatch:
    """Plans to read, check, score and summarise: the same settings and day for all.

    ``pasts`` are those that history knows, by file.
    """

    root: Path
    files: tuple[str, ...]
    settings: Settings
    as_of: date
    base_key: str
    pasts: Mapping[str, PlanPast | None] = field(default_factory=dict)


_plans: dict[tuple[Path, str], PlanFile] = {}
"""Plans that this process has surveyed and not yet written."""


def survey(batch: SurveyBatch) -> list[Surveyed]:
    """Return what there is to know of each plan of a batch, in its order. Nothing that people write makes it fail."""
    with collector_paused():
        checks = Checks(batch.settings, batch.as_of)
        return [_survey(batch, checks, file) for file in batch.files]


def account_key(base_key: str, plan_digest: str, past: PlanPast | None = None) -> str:
    """Return the digest of everything that one account's survey is made from."""
    known = "" if past is None else past.key
    return hashlib.sha256(f"{base_key}\0{plan_digest}\0{known}".encode()).hexdigest()


def _survey(batch: SurveyBatch, checks: Checks, file: str) -> Surveyed:
    plan = read_plan(batch.root, file)
    _plans[batch.root, file] = plan
    past = batch.pasts.get(file)
    known = None if past is None or plan.account is None else freshness(past, part_digests(plan.account), batch.as_of)
    checked = checks.of_plan(plan, known)
    findings = checked.findings
    key = account_key(batch.base_key, plan.digest, past)
    account, scores = plan.account, checked.scores
    if account is None or scores is None or any(finding.level == "error" for finding in findings):
        return Surveyed(plan.id, key, checked.facts, None, None, "", findings)
    summary = summarise(plan.id, account, scores, findings, batch.settings, batch.as_of, known)
    digest = hashlib.sha256(repr(summary).encode("utf-8", "surrogatepass")).hexdigest()
    lists = lists_of(account, batch.settings, batch.as_of)
    return Surveyed(
        id=plan.id,
        key=key,
        facts=checked.facts,
        language=account.language,
        summary=summary,
        summary_digest=digest,
        findings=findings,
        pages=_pages(account),
        briefs=kinds_of(account, batch.as_of),
        extracts=extracts_of(lists),
        members=members_told(summary, lists),
        search=account_part(plan.id, account, batch.settings, batch.as_of),
    )


def _pages(account: Account) -> tuple[AccountPageName, ...]:
    return ACCOUNT_PAGES if account.power_map.people else ("account", "scores")


def take_plan(root: Path, file: str) -> PlanFile:
    """Return the plan of a file: the one that this process has surveyed, once, else read again."""
    return _plans.pop((root, file), None) or read_plan(root, file)
