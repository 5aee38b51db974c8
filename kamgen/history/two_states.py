"""Which two states of a workspace are compared, and which accounts have another id in the later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from kamgen.history.git import LAST_COMMIT, Repository
from kamgen.history.git_failures import NothingInCommon
from kamgen.history.renamed_accounts import renamed_accounts
from kamgen.history.workspace_state import State, committed_state, working_tree_state


@dataclass(frozen=True)
class TwoStates:
    """What is compared with what; ``renamed`` has the earlier id of accounts that have another one now."""

    before: State
    after: State
    renamed: Mapping[str, str]

    def former_id(self, account_id: str) -> str:
        """Return the id that an account of the later state had before."""
        return self.renamed.get(account_id, account_id)

    @property
    def asked(self) -> str:
        """The revisions as they are asked for on a command line."""
        return f"{self.before.revision}..{self.after.revision}" if self.after.commit else self.before.revision


def two_states(repository: Repository, asked: str | None) -> TwoStates:
    """Return the two states that are meant.

    Nothing means the last commit and the working tree, ``A`` that revision and the working tree, ``A..B`` two
    revisions, ``A...B`` the commit where B left A, and B. An empty side is the last commit, as it is for git.

    Raises:
        UnknownRevision: if there is no such revision, or no commit at all; it knows why.
        NothingInCommon: if B did not leave A anywhere in this clone.
        HistoryUnreadable: if this clone does not hold what stood there.

    """
    first, dots, second = _parted(asked)
    before = repository.required_commit(first)
    if not dots:
        earlier = committed_state(repository, first, before)
        states = earlier, working_tree_state(repository, earlier)
    else:
        after = repository.required_commit(second)
        if dots == "...":
            before = repository.merge_base(before, after) or _nothing_in_common(repository, first, second)
            first = before[:10]
        states = committed_state(repository, first, before), committed_state(repository, second, after)
    return TwoStates(*states, renamed=_renamed(*states))


def _parted(asked: str | None) -> tuple[str, str, str]:
    for dots in ("...", ".."):
        first, found, second = (asked or "").partition(dots)
        if found:
            return first or LAST_COMMIT, dots, second or LAST_COMMIT
    return asked or LAST_COMMIT, "", ""


def _nothing_in_common(repository: Repository, first: str, second: str) -> NoReturn:
    raise NothingInCommon(first, second, cut_off=repository.is_shallow())


def _renamed(before: State, after: State) -> dict[str, str]:
    """Return the former id of accounts that are only in the later state under their id."""
    gone = [id_ for id_ in before.plans if id_ not in after.plans]
    come = [id_ for id_ in after.plans if id_ not in before.plans]
    if not gone or not come:
        return {}
    texts = (
        {id_: plan.text for id_, plan in state.read(ids).items()} for state, ids in ((before, gone), (after, come))
    )
    return renamed_accounts(*texts)
