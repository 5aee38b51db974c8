"""Figures added up along ``profile.parent``, by owner and by tag: what a group, a person or a tag stands for."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, get_args

from kamgen.scoring.score import AccountScores, KnownSum, MetricValue, RollUp, RollUpFigure
from kamgen.scoring.segments import Candidate
from kamgen.scoring.weighting import ZERO

FIGURES: tuple[RollUpFigure, ...] = get_args(RollUpFigure)

Own = tuple[Decimal | None, ...]
"""One account's own figures, in the order of :data:`FIGURES`."""


class RollUps(NamedTuple):
    """The same figures added up in three ways: along ``profile.parent``, by owner and by tag, each by id."""

    groups: tuple[RollUp, ...]
    owners: tuple[RollUp, ...]
    tags: tuple[RollUp, ...]


def roll_up(scores: Mapping[str, AccountScores], accounts: Mapping[str, Candidate]) -> RollUps:
    """Return the sums of groups of companies, of owners and of tags (A8), over the accounts that are in both.

    A group is its head and all accounts below it, at any depth. An account heads one as soon as another one names it
    as its ``profile.parent``, so a group can hold groups. Accounts that belong to each other in a circle head none,
    for the circle has no top; a parent without scores heads none either. Both are for the checks to say. An account
    counts for every tag that it has.

    Every account's figures are read once: of ten thousand accounts, the computer's caches hold but a few.
    """
    parent_of: dict[str, str] = {}
    own: dict[str, Own] = {}
    owners: defaultdict[str, _Sums] = defaultdict(_Sums)
    tags: defaultdict[str, _Sums] = defaultdict(_Sums)
    for account_id in sorted(scores.keys() & accounts.keys()):
        account, figures = accounts[account_id], _own(scores[account_id])
        own[account_id] = figures
        for sums in (owners[account.owner], *(tags[tag] for tag in set(account.tags))):
            sums.members.append(account_id)
            sums.include(figures)
        if account.parent is not None and account.parent in scores and account.parent in accounts:
            parent_of[account_id] = account.parent
    return RollUps(_groups(parent_of, own), _by_id(owners), _by_id(tags))


class _Sums:
    """Sums while they are added up: of each figure, the sum so far and how many accounts know it."""

    __slots__ = ("accounts", "amounts", "known", "members")

    def __init__(self) -> None:
        self.members: list[str] = []
        self.accounts = 0
        self.amounts = [ZERO] * len(FIGURES)
        self.known = [0] * len(FIGURES)

    def include(self, figures: Own) -> None:
        """Add one account's own figures."""
        amounts, known = self.amounts, self.known
        self.accounts += 1
        for place, amount in enumerate(figures):
            if amount is not None:
                amounts[place] += amount
                known[place] += 1

    def join(self, other: _Sums) -> None:
        """Add the sums of other accounts."""
        self.accounts += other.accounts
        for place, known in enumerate(other.known):
            self.amounts[place] += other.amounts[place]
            self.known[place] += known

    def result(self, of: str) -> RollUp:
        """Return the sums as they are now; unknown is what no account knows."""
        figures = {
            name: KnownSum(amount if known else None, known)
            for name, amount, known in zip(FIGURES, self.amounts, self.known, strict=True)
        }
        return RollUp(of, tuple(self.members), self.accounts, figures)


def _by_id(sums: Mapping[str, _Sums]) -> tuple[RollUp, ...]:
    return tuple(found.result(name) for name, found in sorted(sums.items()))


def _groups(parent_of: Mapping[str, str], own: Mapping[str, Own]) -> tuple[RollUp, ...]:
    """Return the groups; every account is added to its parent once, after everything below it."""
    sums: dict[str, _Sums] = {}
    for account_id in sorted({*parent_of, *parent_of.values()}):
        sums[account_id] = _Sums()
        sums[account_id].include(own[account_id])
    for account_id, parent in parent_of.items():
        sums[parent].members.append(account_id)
    complete = _upwards(parent_of, {account_id: found.members for account_id, found in sums.items() if found.members})
    for account_id in complete:
        if account_id in parent_of:
            sums[parent_of[account_id]].join(sums[account_id])
    return tuple(sums[account_id].result(account_id) for account_id in sorted(complete) if sums[account_id].members)


def _upwards(parent_of: Mapping[str, str], below: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the accounts of all groups, each after everything below it; those on a circle are left out."""
    waiting = {id_: len(members) for id_, members in below.items()}
    ready = deque(id_ for id_ in parent_of if id_ not in waiting)
    complete: list[str] = []
    while ready:
        account_id = ready.popleft()
        complete.append(account_id)
        parent = parent_of.get(account_id)
        if parent is not None:
            waiting[parent] -= 1
            if not waiting[parent]:
                ready.append(parent)
    return complete


def _own(score: AccountScores) -> Own:
    """Return an account's own figures, in the order of :data:`FIGURES`."""
    forecast, metrics = score.forecast, score.metrics
    return (
        score.activity.monetary,
        score.lifetime_value.to_date,
        _number(metrics.get("lifetime-value")),
        forecast.open_amount,
        forecast.weighted,
        forecast.target,
        forecast.actual,
        _number(metrics.get("planned-hours")),
        _number(metrics.get("spent-hours")),
    )


def _number(value: MetricValue) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
