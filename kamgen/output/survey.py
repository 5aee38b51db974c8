"""Survey all accounts of a workspace: read, check and score those that changed, remember the others."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

from kamgen.changes.freshness import PlanPast
from kamgen.checks.confidential import KeptFromCustomers, kept_from_customers
from kamgen.checks.run import Checks
from kamgen.history.freshness import PlanPasts
from kamgen.history.git import Repository, repository_of
from kamgen.history.git_failures import HistoryUnreadable
from kamgen.output.account_survey import SurveyBatch, Surveyed, survey
from kamgen.output.cache import cache_folder, recall_value, remember_value
from kamgen.output.folders import code_folder
from kamgen.output.freshness import pasts_before
from kamgen.output.inputs import digest_of, files_below, settled, signature
from kamgen.output.workers import Workers, processors
from kamgen.pages.register import Register
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Settings
from kamgen.scoring.portfolio import score_portfolio
from kamgen.scoring.score import PortfolioScores
from kamgen.workspace.problems import Finding, order
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.text_file import decode, read_bytes
from kamgen.workspace.workspace import WorkspaceFiles, collector_paused, list_files, read_settings

_SURVEYS = "surveys.pickle"
_WORTH_A_WORKER = 150
"""Plans to read from which on more processes pay: starting them takes as long as reading and writing about 120."""
_BATCHES_A_WORKER = 4

Moments = tuple[tuple[int, int], ...]
Made = tuple[Moments, str]
"""What one account's survey is made from: its files as they were then, and its past."""
Kept = dict[str, tuple[Made, bytes]]
"""By plan file: what it was made from, and the survey, pickled on its own so that one change pickles one account."""


@dataclass(frozen=True)
class Survey:
    """Every account's survey by id, in the order of ids; the portfolio's scores; all findings; how many files.

    ``of_portfolio`` are those of the findings that only show beside other accounts, by the account that they are about.
    ``findings_key`` is a digest that moves when a finding does. ``settings`` and ``as_of`` are those it was made for;
    ``base_key`` is the digest of code, settings and day: what all accounts have in common.
    """

    accounts: Mapping[str, Surveyed]
    portfolio: PortfolioScores
    findings: tuple[Finding, ...]
    findings_key: str
    of_portfolio: Mapping[str, tuple[Finding, ...]]
    files: int
    settings: Settings
    as_of: date
    base_key: str

    @cached_property
    def summaries(self) -> dict[str, AccountSummary]:
        """The accounts that can be read, each in a few facts, by id."""
        return {id_: found.summary for id_, found in self.accounts.items() if found.summary is not None}

    @cached_property
    def kept_from_customers(self) -> KeptFromCustomers:
        """What no brief for a customer may say."""
        return kept_from_customers({id_: found.facts for id_, found in self.accounts.items()}, self.settings)

    @cached_property
    def register(self) -> Register:
        """What pages and briefs about all accounts are made from."""
        return Register(
            summaries=self.summaries,
            portfolio=self.portfolio,
            findings=self.findings,
            extracts={account_id: self.accounts[account_id].extracts for account_id in self.summaries},
        )


@dataclass(frozen=True)
class WorkspaceSettings:
    """A workspace's settings as they were read: without their wrong parts, their text, and what is wrong."""

    settings: Settings
    text: str
    findings: tuple[Finding, ...]


def survey_root(root: Path, as_of: date | None, today: date) -> Survey:
    """Return the survey of a workspace for a day: ``as_of``, else the settings', else ``today``.

    Where its history cannot be read, it is as if there were none.
    """
    files = list_files(root)
    settings, text, findings = read_settings(root, files)
    given, day = WorkspaceSettings(settings, text, tuple(findings)), as_of or settings.as_of or today
    cache = cache_folder(root)
    with Workers(processors()) as workers:
        try:
            return survey_workspace(files, given, day, workers, cache, repository_of(root))
        except HistoryUnreadable:
            return survey_workspace(files, given, day, workers, cache)


def survey_workspace(
    files: WorkspaceFiles,
    given: WorkspaceSettings,
    as_of: date,
    workers: Workers,
    cache: Path,
    repository: Repository | None = None,
    progress: Callable[[int], None] | None = None,
) -> Survey:
    """Return the survey of a workspace; only plans that changed since the last one are read.

    Without a repository nobody knows when a part of a plan was last changed.

    Raises:
        HistoryUnreadable: if the repository cannot be read; then nothing was surveyed yet.

    """
    settings = given.settings
    asked = f"{given.text}\0{settings.build_languages}"  # a build may ask for another language than the text
    settings_digest = hashlib.sha256(asked.encode()).hexdigest()
    base_key = hashlib.sha256(f"{code_digest()}\0{settings_digest}\0{as_of}".encode()).hexdigest()
    pasts = _pasts(files, pasts_before(repository, as_of, workers, cache, code_digest()), repository)
    made = {file: (_moments(files.root, file), _past_key(pasts[file])) for file in files.plans}
    kept: Kept = recall_value(cache, _SURVEYS, base_key, dict) or {}
    unchanged = {file: kept[file] for file in files.plans if file in kept and kept[file][0] == made[file]}
    fresh = _restored(unchanged)
    changed = [file for file in files.plans if file not in fresh]
    batch = SurveyBatch(files.root, (), settings, as_of, base_key)
    for surveyed in _survey_changed(batch, changed, pasts, workers, progress):
        fresh[f"{ACCOUNTS_FOLDER}/{surveyed.id}.yaml"] = surveyed
    accounts = {fresh[file].id: fresh[file] for file in files.plans}
    if changed or len(kept) != len(accounts):
        pickled = {file: (made[file], pickle.dumps(fresh[file], pickle.HIGHEST_PROTOCOL)) for file in changed}
        _keep(cache, base_key, unchanged | pickled)
    summaries = {id_: surveyed.summary for id_, surveyed in accounts.items() if surveyed.summary is not None}
    portfolio = score_portfolio({id_: summary.scores for id_, summary in summaries.items()}, settings, summaries)
    checks = Checks(settings, as_of)
    findings = [*given.findings, *files.findings, *checks.of_settings(given.text)]
    for surveyed in accounts.values():
        findings += surveyed.findings
    facts = {account_id: surveyed.facts for account_id, surveyed in accounts.items()}
    together = checks.of_portfolio(
        facts, portfolio, lambda account_id: given.text if account_id is None else plan_text(files.root, account_id)
    )
    findings += together
    number = len(files.plans) + len(files.purchases) + (files.settings is not None)
    return Survey(
        accounts=accounts,
        portfolio=portfolio,
        findings=tuple(sorted(findings, key=order)),
        findings_key=_findings_key(accounts.values(), (*files.findings, *together)),
        of_portfolio={
            account_id: tuple(about)
            for account_id, about in groupby(together, key=lambda finding: finding.account)
            if account_id is not None
        },
        files=number,
        settings=settings,
        as_of=as_of,
        base_key=base_key,
    )


def _findings_key(accounts: Iterable[Surveyed], others: Iterable[Finding]) -> str:
    """Return a digest of all findings: those of a plan follow from its text and the settings, which is less to hash."""
    parts = [surveyed.key for surveyed in accounts] + [repr(finding) for finding in others]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_digest() -> str:
    """Return the digest of kamgen's own modules: other code may mean other scores and pages.

    A process that goes on while kamgen is renewed keeps the code that it has loaded, and so its digest.
    """
    folder = code_folder()
    return digest_of(files_below(folder, (".py",)), folder)


def _pasts(files: WorkspaceFiles, known: PlanPasts | None, repository: Repository | None) -> dict[str, PlanPast | None]:
    """Return the past of each plan by its file; None where nobody knows it."""
    if known is None or repository is None:
        return dict.fromkeys(files.plans)
    ids = {file: file.removeprefix(f"{ACCOUNTS_FOLDER}/").removesuffix(".yaml") for file in files.plans}
    known = known.following(repository, files.root, ids.values())
    return {file: known.of(account_id) for file, account_id in ids.items()}


def _past_key(past: PlanPast | None) -> str:
    return "" if past is None else past.key


def _survey_changed(
    batch: SurveyBatch,
    changed: list[str],
    pasts: Mapping[str, PlanPast | None],
    workers: Workers,
    progress: Callable[[int], None] | None,
) -> list[Surveyed]:
    found: list[Surveyed] = []
    for result in workers.run(
        survey,
        [
            replace(batch, files=tuple(part), pasts={file: pasts[file] for file in part})
            for part in batches(changed, workers.number, _WORTH_A_WORKER)
        ],
    ):
        found += result
        if progress is not None:
            progress(len(result))
    return found


def batches(items: list[str], workers: int, least: int) -> list[list[str]]:
    """Return items dealt out to workers in turn, a few batches each; one batch where there are few items.

    The same items in the same order land on the same worker, which :class:`~kamgen.output.workers.Workers` relies on.
    """
    if len(items) < least or workers == 1:
        return [items] if items else []
    number = workers * _BATCHES_A_WORKER
    return [items[start::number] for start in range(number) if items[start::number]]


def _moments(root: Path, file: str) -> Moments:
    """Return size and time of change of a plan and of its purchases: equal moments, equal contents.

    A file that changed just now may change again within the clock's grain, so its moment is like no other.
    """
    paths = (root / file, root / (file.removesuffix(".yaml") + ".purchases.csv"))
    found = signature(paths)
    if not settled(found):
        return ((-1, time.time_ns()),)
    return tuple((values[0], values[1]) if (values := found.get(str(path))) else (-1, -1) for path in paths)


def _restored(kept: Kept) -> dict[str, Surveyed]:
    """Return the surveys that were kept; one that cannot be read any more is left out and made again."""
    found: dict[str, Surveyed] = {}
    with collector_paused():
        for file, (_, data) in kept.items():
            with contextlib.suppress(Exception):
                found[file] = pickle.loads(data)  # noqa: S301 - from the user's own cache folder
    return found


def _keep(cache: Path, base_key: str, kept: Kept) -> None:
    remember_value(cache, _SURVEYS, base_key, kept)


def plan_text(root: Path, account_id: str) -> str:
    """Return the text of an account's plan; empty where it cannot be read."""
    file = f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
    data = read_bytes(root / file, root, file)
    text = decode(data, file) if isinstance(data, bytes) else data
    return text if isinstance(text, str) else ""
