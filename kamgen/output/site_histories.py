"""The score histories that a site shows: up to the day before it, and how the plans are on its day."""

from __future__ import annotations

from pathlib import Path

from kamgen.history.freshness import last_commit_before
from kamgen.history.git import Repository
from kamgen.history.git_failures import HistoryCutOff
from kamgen.history.score_events import present_files
from kamgen.output.kept_mainline import kept_mainline
from kamgen.output.score_histories import KnownHistory, Sources, score_histories
from kamgen.output.survey import Survey, code_digest
from kamgen.output.workers import Workers


def site_histories(
    survey: Survey, root: Path, repository: Repository | None, workers: Workers, cache: Path
) -> dict[str, KnownHistory]:
    """Return the histories of the accounts that have pages, by id; of one that is not committed yet there is none.

    What is committed on the site's own day does not count: how the plans are then is known without it, and so a
    commit of that day changes no page.

    Raises:
        HistoryCutOff: if this clone does not hold all of it; nothing is better than a wrong beginning.

    """
    tip = last_commit_before(repository, survey.as_of)
    if repository is None or tip is None:
        return {}
    line = kept_mainline(repository, tip, cache, code_digest(), of="site")
    if line is None:
        return {}
    if line.cut_off:
        raise HistoryCutOff
    there = [account_id for account_id in survey.summaries if line.of(account_id)]
    present = present_files(root, there, survey.as_of, tip)
    return score_histories(Sources(line, repository, present, survey.settings), there, workers, cache)
