"""What customers need and whether anything answers it, as lists over all accounts show them (B3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamgen.plan.account import Account
from kamgen.plan.profile import NeedKind, NeedLevel, NeedMet
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast import existing_opportunities


@dataclass(frozen=True)
class ListedNeed:
    """A need; ``answered`` by an opportunity that is open or won, or by an outcome of the success plan."""

    id: str
    text: str | LocalisedText
    kind: NeedKind | None
    level: NeedLevel | None
    met: NeedMet | None
    source: str | LocalisedText | None
    answered: bool

    @property
    def waits(self) -> bool:
        """Whether it asks for an answer: not fully met, answered by nothing, and no secret.

        A secret need is answered by how we treat a person, not by an offer.
        """
        return not self.answered and self.met != "fully" and self.kind != "secret"


def listed_needs(account: Account, settings: Settings, as_of: date) -> tuple[ListedNeed, ...]:  # noqa: ARG001
    """Return the needs in the order of the plan."""
    if not account.profile.needs:
        return ()
    offers = existing_opportunities(account.opportunities, as_of)
    answered = {need for offer in offers if offer.status != "lost" for need in offer.needs}
    answered |= {outcome.closes for outcome in account.success_plan.outcomes if outcome.closes is not None}
    return tuple(
        ListedNeed(need.id, need.text, need.kind, need.level, need.met, need.source, need.id in answered)
        for need in account.profile.needs
    )
