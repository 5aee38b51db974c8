"""Which accounts belong together: those under one head of a group."""

from __future__ import annotations

from collections.abc import Mapping


def head_of_group(account_id: str, parents: Mapping[str, str | None]) -> str:
    """Return the account at the top of a group; of a circle, which is found elsewhere, the one where it closes.

    ``parents`` has the parent of every account. One that is named but not there still holds its daughters together.
    """
    trail = {account_id}
    while (parent := parents.get(account_id)) and parent not in trail:
        account_id = parent
        trail.add(account_id)
    return account_id
