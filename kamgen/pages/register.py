"""What pages about all accounts are made from: summaries, scores, findings, and the lists taken from each plan.

A list is kept pickled beside its digest: most builds need none of them, and a page is written again only where the
digests of what it reads have moved.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from kamgen.pages.extracts.losses import listed_losses
from kamgen.pages.extracts.needs import ListedNeed, listed_needs
from kamgen.pages.extracts.opportunities import ListedOpportunity, listed_opportunities
from kamgen.pages.extracts.people import ListedPerson, listed_people
from kamgen.pages.extracts.seats import Seat, listed_seats
from kamgen.pages.extracts.white_space import listed_white_space
from kamgen.pages.extracts.work import Work, listed_work
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.losses import PricedLoss
from kamgen.scoring.score import PortfolioScores
from kamgen.scoring.white_space import SpaceRow
from kamgen.workspace.problems import Finding

ExtractName = Literal["people", "opportunities", "work", "seats", "needs", "white-space", "losses"]

_EXTRACTS: Mapping[ExtractName, Callable[[Account, Settings, date], tuple[Any, ...]]] = {
    "people": listed_people,
    "opportunities": listed_opportunities,
    "work": listed_work,
    "seats": listed_seats,
    "needs": listed_needs,
    "white-space": listed_white_space,
    "losses": listed_losses,
}


@dataclass(frozen=True)
class Extract:
    """A list taken from one plan, pickled, and its digest; equal lists have equal digests."""

    digest: str
    data: bytes

    @classmethod
    def of(cls, values: tuple[Any, ...]) -> Extract:
        """Return a list as it is kept."""
        return cls(_digest(values), pickle.dumps(values, pickle.HIGHEST_PROTOCOL))


Lists = Mapping[ExtractName, tuple[Any, ...]]
Extracts = Mapping[ExtractName, Extract]


def lists_of(account: Account, settings: Settings, as_of: date) -> Lists:
    """Return every list that pages about all accounts take from a plan."""
    return {name: listed(account, settings, as_of) for name, listed in _EXTRACTS.items()}


def extracts_of(lists: Lists) -> Extracts:
    """Return lists as they are kept."""
    return {name: Extract.of(values) for name, values in lists.items()}


def members_told(summary: AccountSummary, lists: Lists) -> dict[str, str]:
    """Return what an account has for each member of our team whom it names: a digest by the member's id, sorted.

    The owner answers for all of it; another member's digest moves with the member's own part alone, so that an edit
    does not rewrite the pages of everybody who has a hand in the account.
    """
    told: dict[str, list[Any]] = {summary.owner: [summary, lists["opportunities"]]}

    def tell(member: str | None, value: object) -> None:
        if member is not None:
            told.setdefault(member, [summary.name, summary.owner]).append(value)

    for item in summary.attention:
        tell(item.owner, item)
    for seat in lists["seats"]:
        tell(seat.member, seat)
    for person in lists["people"]:
        tell(person.covered_by, person)
    for work in lists["work"]:
        tell(work.owner, work)
    for opportunity in lists["opportunities"]:
        tell(opportunity.step_owner, opportunity)
    return {member: _digest(told[member]) for member in sorted(told)}


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Register:
    """All accounts of a workspace on a day.

    Attributes:
        summaries: Each account in a few facts, by id, in the order of ids; without those that cannot be read.
        portfolio: What can only be said of all accounts together.
        findings: Everything to mend, in every file, sorted.
        extracts: The lists of each account, by account id.
        unpacked: Lists that were asked for, by account id and name; shared with the registers of some accounts alone.

    """

    summaries: Mapping[str, AccountSummary]
    portfolio: PortfolioScores
    findings: tuple[Finding, ...]
    extracts: Mapping[str, Extracts]
    unpacked: dict[tuple[str, ExtractName], Any] = field(default_factory=dict, repr=False, compare=False)

    def only(self, account_ids: Iterable[str]) -> Register:
        """Return the same for some accounts alone; scores of all accounts together stay."""
        wanted = set(account_ids)
        return Register(
            summaries={id_: summary for id_, summary in self.summaries.items() if id_ in wanted},
            portfolio=self.portfolio,
            findings=tuple(finding for finding in self.findings if finding.account in wanted),
            extracts={id_: extracts for id_, extracts in self.extracts.items() if id_ in wanted},
            unpacked=self.unpacked,
        )

    @cached_property
    def people(self) -> Mapping[str, tuple[ListedPerson, ...]]:
        """Everyone on the power maps, by account id."""
        return self._listed("people")

    @cached_property
    def opportunities(self) -> Mapping[str, tuple[ListedOpportunity, ...]]:
        """All opportunities, by account id."""
        return self._listed("opportunities")

    @cached_property
    def work(self) -> Mapping[str, tuple[Work, ...]]:
        """All work of our side, by account id."""
        return self._listed("work")

    @cached_property
    def seats(self) -> Mapping[str, tuple[Seat, ...]]:
        """Who covers which phase, by account id."""
        return self._listed("seats")

    @cached_property
    def needs(self) -> Mapping[str, tuple[ListedNeed, ...]]:
        """What the customers need, by account id."""
        return self._listed("needs")

    @cached_property
    def white_space(self) -> Mapping[str, tuple[SpaceRow, ...]]:
        """White space, product by unit, by account id."""
        return self._listed("white-space")

    @cached_property
    def losses(self) -> Mapping[str, tuple[PricedLoss, ...]]:
        """All losses up to the day, the latest first, by account id."""
        return self._listed("losses")

    def _listed(self, name: ExtractName) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for account_id, extracts in self.extracts.items():
            key = (account_id, name)
            if key not in self.unpacked:
                # Made by this process, or kept in the user's own cache folder.
                self.unpacked[key] = pickle.loads(extracts[name].data)  # noqa: S301
            found[account_id] = self.unpacked[key]
        return found
