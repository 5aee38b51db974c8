"""Accounts by name, as lists in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context, account_address
from kamgen.pages.summary import AccountSummary

LISTED = 24
"""How many accounts a list of names holds before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class AccountName:
    """A link to an account, with a remark such as what is not known about it."""

    name: str
    address: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Accounts by name; ``more`` says how many others there are, and is empty if there are none."""

    names: tuple[AccountName, ...]
    more: str


def account_names(
    summaries: Sequence[AccountSummary],
    context: Context,
    remarks: dict[str, str] | None = None,
    most: int = LISTED,
) -> Names:
    """Return accounts as links, in the order given, so many at most.

    ``remarks`` by account id stand beside their names.
    """
    names = tuple(
        AccountName(context.wording.of(summary.name), account_address(summary.id), (remarks or {}).get(summary.id, ""))
        for summary in summaries[:most]
    )
    beyond = len(summaries) - len(names)
    return Names(names, context.wording.text("and {n} more accounts", n=beyond) if beyond else "")
