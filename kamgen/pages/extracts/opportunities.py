"""An account's opportunities, as lists over all accounts show them (D2, D3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.opportunities import OpportunityStatus
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast import existing_opportunities, win_probability
from kamgen.scoring.money import in_reporting_currency


@dataclass(frozen=True)
class ListedOpportunity:
    """An opportunity; ``amount`` is in the reporting currency, ``probability`` 0 to 1, both None where unknown.

    ``step`` is the next step, with the member who takes it and its day.
    """

    id: str
    name: str | LocalisedText
    product: str | None
    process: str | None
    stage: str | None
    status: OpportunityStatus
    amount: Decimal | None
    probability: Decimal | None
    created: date | None
    close: date | None
    rival: str | LocalisedText | None
    step: str | LocalisedText | None
    step_owner: str | None
    step_due: date | None
    lost_reason: str | LocalisedText | None

    @property
    def weighted(self) -> Decimal | None:
        """Amount times probability; None where one is unknown."""
        if self.amount is None or self.probability is None:
            return None
        return self.amount * self.probability


def listed_opportunities(account: Account, settings: Settings, as_of: date) -> tuple[ListedOpportunity, ...]:
    """Return the opportunities that were there on the day, in the order of the plan."""
    return tuple(
        ListedOpportunity(
            id=found.id,
            name=found.name,
            product=found.product,
            process=found.process,
            stage=found.stage,
            status=found.status,
            amount=in_reporting_currency(found.amount, found.currency, account, settings),
            probability=win_probability(found, settings),
            created=found.created,
            close=found.close,
            rival=found.rival,
            step=found.next_step.text if found.next_step else None,
            step_owner=found.next_step.owner if found.next_step else None,
            step_due=found.next_step.due if found.next_step else None,
            lost_reason=found.lost_reason,
        )
        for found in existing_opportunities(account.opportunities, as_of)
    )
