"""How the plans stood at the end of an earlier day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from kamgen.history.git import Repository
from kamgen.history.git_failures import HistoryCutOff as HistoryCutOff
from kamgen.plan.account import Account
from kamgen.workspace.plan_file import plan_from_text
from kamgen.workspace.root import ACCOUNTS_FOLDER
from kamgen.workspace.text_file import LARGEST_FILE, decode

_PLAN = ".yaml"
_PURCHASES = ".purchases.csv"


@dataclass(frozen=True)
class EarlierPlan:
    """What the files of one account held: the plan, and the purchases beside it."""

    plan: bytes
    purchases: bytes | None = None

    def account(self, account_id: str) -> Account | None:
        """Return the plan; None where something was wrong with its form."""
        file = f"{ACCOUNTS_FOLDER}/{account_id}{_PLAN}"
        text = decode(self.plan, file)
        if not isinstance(text, str):
            return None
        return plan_from_text(account_id, file, text, file.removesuffix(_PLAN) + _PURCHASES, self.purchases).account


@dataclass(frozen=True)
class EarlierPlans:
    """All plans of a workspace as they were committed last up to the end of a day.

    Attributes:
        tree: Git's name of their folder: the same name, the same plans.

    """

    tree: str
    _repository: Repository = field(repr=False)

    def of(self, account_ids: Iterable[str]) -> dict[str, EarlierPlan]:
        """Return what was there of some accounts, by id; a renamed one was not there.

        Raises:
            HistoryCutOff: if this clone lacks the files.

        """
        files = self._repository.files(self.tree)
        if files is None:
            raise HistoryCutOff
        names = {
            id_: [name for name in (id_ + _PLAN, id_ + _PURCHASES) if name in files]
            for id_ in account_ids
            if id_ + _PLAN in files
        }
        asked = {id_: found for id_, found in names.items() if all(files[name].size <= LARGEST_FILE for name in found)}
        held = iter(self._repository.blobs([files[name].blob for found in asked.values() for name in found]))
        return {id_: EarlierPlan(*_all_there(islice(held, len(found)))) for id_, found in asked.items()}


def _all_there(contents: Iterable[bytes | None]) -> Iterator[bytes]:
    for data in contents:
        if data is None:
            raise HistoryCutOff
        yield data


def plans_at_the_end_of(repository: Repository | None, day: date) -> EarlierPlans | None:
    """Return how the plans stood when a day was over, in UTC, so that it is the same day on every machine.

    That is the last commit up to then on the line of first parents, the one that the branch itself went: what stood
    in a branch that was merged only later was not yet how the plans stood. None without a repository, where it is
    younger, and where it held no plans then.

    Raises:
        HistoryCutOff: if this clone is shallow and does not reach back to that day.

    """
    if repository is None:
        return None
    commit = repository.commit_up_to(day)
    if commit is None:
        if repository.is_shallow():
            raise HistoryCutOff
        return None
    tree = repository.object(commit, ACCOUNTS_FOLDER)
    return None if tree is None else EarlierPlans(tree, repository)
