"""Everyone on an account's power map, as lists over all accounts show them (D1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kamgen.plan.account import Account
from kamgen.plan.power_map import Level, Role
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText


@dataclass(frozen=True)
class ListedPerson:
    """Somebody at a customer, found or wanted.

    ``last`` is the last contact, ``every_days`` the agreed cadence; ``next_contact`` is the last day that keeps it.
    """

    id: str
    name: str | LocalisedText | None
    title: str | LocalisedText | None
    unit: str | LocalisedText | None
    wanted: bool
    level: Level | None
    role: Role | None
    influence: int | None
    support: int | None
    covered_by: str | None
    last: date | None
    every_days: int | None

    @property
    def next_contact(self) -> date | None:
        """The day by which the next contact is due; None without a cadence or a first contact."""
        if self.last is None or self.every_days is None:
            return None
        return self.last + timedelta(days=min(self.every_days, (date.max - self.last).days))

    def overdue_days(self, as_of: date) -> int:
        """Return by how many days the agreed contact is overdue; 0 while it is not, or where nothing is agreed."""
        if self.wanted or self.last is None or self.every_days is None or self.last > as_of:
            return 0
        return max((as_of - self.last).days - self.every_days, 0)


def listed_people(account: Account, settings: Settings, as_of: date) -> tuple[ListedPerson, ...]:  # noqa: ARG001
    """Return everyone on the power map, in the order of the plan."""
    return tuple(
        ListedPerson(
            id=person.id,
            name=person.name,
            title=person.title,
            unit=person.unit,
            wanted=person.wanted,
            level=person.level,
            role=person.role,
            influence=person.influence,
            support=person.support,
            covered_by=person.covered_by,
            last=person.contact.last if person.contact else None,
            every_days=person.contact.every_days if person.contact else None,
        )
        for person in account.power_map.people
    )
