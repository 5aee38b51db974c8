"""Which level of service an account's margin and the number of customers suggest (methods: E4, source S4).

The grid is Kotler's, as S4 has it: the higher the margin and the fewer the customers, the closer the relationship.

| | high margin | medium margin | low margin |
|---|---|---|---|
| many customers | accountable | reactive | basic |
| some customers | proactive | accountable | reactive |
| few customers | partnership | proactive | accountable |

The source gives no figures. Our reading: a margin is high, medium or low by the third of the portfolio in which it
falls; few customers are up to 20, many are more than 100. Customers are the accounts whose annual margin is known, so
that prospects and accounts without purchases on record do not crowd out the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from kamgen.plan.service import ServiceLevel
from kamgen.scoring.rfm import portions
from kamgen.wording.phrase import Phrase, phrase

MarginPlace = Literal["low", "medium", "high"]
CustomerNumber = Literal["many", "some", "few"]

LEVELS: tuple[ServiceLevel, ...] = get_args(ServiceLevel)
"""The levels of service, the lightest first."""
MARGIN_PLACES: tuple[MarginPlace, ...] = get_args(MarginPlace)
CUSTOMER_NUMBERS: tuple[CustomerNumber, ...] = get_args(CustomerNumber)

FEW_CUSTOMERS = 20
"""Up to so many customers are few: one team knows all of them (our reading)."""
MANY_CUSTOMERS = 100
"""More customers than this are many (our reading)."""


@dataclass(frozen=True, slots=True)
class SuggestedLevel:
    """The level that an account's annual margin (reporting currency) and the number of customers suggest."""

    level: ServiceLevel
    margin: Decimal
    margin_place: MarginPlace
    customers: int
    customer_number: CustomerNumber
    assumptions: tuple[Phrase, ...]

    def steps_from(self, served: ServiceLevel | None) -> int | None:
        """Return by how many levels the service is above (positive) or below the suggested one; None if not known."""
        return None if served is None else LEVELS.index(served) - LEVELS.index(self.level)


def suggest_service_levels(
    margins: Mapping[str, Decimal | None], *, few: int = FEW_CUSTOMERS, many: int = MANY_CUSTOMERS
) -> dict[str, SuggestedLevel | None]:
    """Return the suggested level of every account by its id; None where the margin is not known (E4).

    ``margins`` are the annual margins by account, as the lifetime value has them (F4). Each step up in margin and each
    step down in the number of customers is one level: few customers of a high margin are partners, many of a low one
    get the basic service.
    """
    customers = sum(margin is not None for margin in margins.values())
    number = customer_number(customers, few=few, many=many)
    assumptions = (
        phrase("High, medium and low are the thirds of the portfolio's annual margins, as in the lifetime value"),
        phrase("Up to {few} customers are few, more than {many} are many", few=few, many=many),
    )
    suggested: dict[str, SuggestedLevel | None] = {}
    for account_id, third in portions(margins, len(MARGIN_PLACES)).items():
        margin = margins[account_id]
        if third is None or margin is None:
            suggested[account_id] = None
            continue
        suggested[account_id] = SuggestedLevel(
            level=LEVELS[third - 1 + CUSTOMER_NUMBERS.index(number)],
            margin=margin,
            margin_place=MARGIN_PLACES[third - 1],
            customers=customers,
            customer_number=number,
            assumptions=assumptions,
        )
    return suggested


def customer_number(customers: int, *, few: int = FEW_CUSTOMERS, many: int = MANY_CUSTOMERS) -> CustomerNumber:
    """Return whether so many customers are few, some or many."""
    if customers <= few:
        return "few"
    return "many" if customers > many else "some"
