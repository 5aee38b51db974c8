"""Circles among things that each name at most one other."""

from __future__ import annotations

from collections.abc import Mapping


def cycles(next_of: Mapping[str, str | None]) -> list[tuple[str, ...]]:
    """Return every circle once, each in its own order; takes time in proportion to the number of things."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in next_of:
        trail: dict[str, int] = {}
        here: str | None = start
        while here is not None and here in next_of and here not in done and here not in trail:
            trail[here] = len(trail)
            here = next_of[here]
        if here is not None and here in trail:
            found.append(tuple(trail)[trail[here] :])
        done.update(trail)
    return found
