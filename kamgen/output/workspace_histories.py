"""The score histories of a workspace, from its first commit to how its files are now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamgen.history.git import required_repository
from kamgen.history.mainline import Mainline
from kamgen.history.score_events import present_files
from kamgen.output.cache import cache_folder
from kamgen.output.kept_mainline import kept_mainline
from kamgen.output.score_histories import Sources, score_histories
from kamgen.output.survey import code_digest
from kamgen.output.workers import Workers, processors
from kamgen.pages.score_history import ScoreHistory
from kamgen.plan.settings import Settings
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.workspace import list_files, read_settings


@dataclass(frozen=True)
class WorkspaceHistories:
    """The histories of some accounts, by id, with the settings and the day that they are scored with.

    ``cut_off`` tells whether the repository holds only the last part of its history.
    """

    accounts: dict[str, ScoreHistory]
    settings: Settings
    as_of: date
    cut_off: bool


def workspace_histories(root: Path, account_id: str | None, as_of: date | None, today: date) -> WorkspaceHistories:
    """Return the histories of the accounts that there are, or of one account, also of one that is gone.

    The day is ``as_of``, else the settings', else ``today``; no point is scored on a later one.

    Raises:
        NoRepository: if there is no repository that can be read.
        HistoryCutOff: if this clone lacks files of its own history.

    """
    files = list_files(root)
    settings, _, _ = read_settings(root, files)
    day = as_of or settings.as_of or today
    repository = required_repository(root)
    cache, tip = cache_folder(root), repository.commit(repository.tip)
    line = None if tip is None else kept_mainline(repository, tip, cache, code_digest(), of="tip")
    plans = [file.removeprefix(f"{ACCOUNTS_FOLDER}/").removesuffix(".yaml") for file in files.plans]
    asked = plans if account_id is None else [account_id]
    present = present_files(root, [id_ for id_ in asked if id_ in plans], day, _like(line))
    with Workers(processors()) as workers:
        found = score_histories(Sources(line, repository, present, settings), asked, workers, cache)
    return WorkspaceHistories(
        {id_: known.history() for id_, known in found.items()},
        settings,
        day,
        cut_off=line is not None and line.cut_off,
    )


def _like(line: Mainline | None) -> str:
    """Return a name that git has made, to make others alike; empty without commits."""
    return "" if line is None else line.tip
