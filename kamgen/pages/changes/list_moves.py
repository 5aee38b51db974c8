"""What happened to a list of texts, names or references: what came, what went, and what was put differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kamgen.changes.rewording import is_edited
from kamgen.pages.changes.text_moves import TextMoves
from kamgen.pages.changes.texts import excerpt
from kamgen.pages.changes.values import Around, Values, is_text
from kamgen.plan.values import LocalisedText, Section

_MOST_LISTED = 6
"""Entries that are named; more are counted."""

Entry = tuple[Any, str]
"""An entry of a list, and how it is said."""


class ListMoves:
    """The words for changed lists, in one language: names as they were known before and as they are known now."""

    def __init__(self, before: Values, after: Values) -> None:
        self._before, self._after, self._s, self._t = before, after, after.s, after.t
        self._texts = TextMoves(after)

    def entries(
        self,
        label: str,
        kind: type[Section],
        name: str,
        gone: Sequence[Any],
        come: Sequence[Any],
        around: tuple[Around, Around],
    ) -> str:
        """Return which entries of a list came and which went, under a label."""
        was = [(entry, self._before.said(kind, name, entry, around[0])) for entry in gone]
        now = [(entry, self._after.said(kind, name, entry, around[1])) for entry in come]
        is_words = is_text(kind, name)
        pairs, was, now = _pairs(was, now, is_words)
        parts = [
            self._texts.text("", kind, name, old, new) if is_words else self.renamed(said, old, new)
            for (old, said), (new, _) in pairs
        ]
        if is_words and parts and not was and not now:
            return self._s.listing([self._texts.text(label, kind, name, old, new) for (old, _), (new, _) in pairs])
        added, removed = self._few(now), self._few(was)
        if name == "done_tasks":
            parts += [self._s.text("done: {things}", things=added)] if added else []
            parts += [self._s.text("no longer done: {things}", things=removed)] if removed else []
            return self._s.listing(parts)
        parts += [self._s.text("{things} added", things=added)] if added else []
        parts += [self._s.text("{things} removed", things=removed)] if removed else []
        joined = self._s.listing(parts)
        return self._s.text("{label}: {changes}", label=label, changes=joined) if label else joined

    def renamed(self, said: str, old: Any, new: Any) -> str:
        """Return that something is the same by name, but has another id."""
        return self._s.text(
            "{thing} (id {before} → {after})", thing=said, before=excerpt(str(old)), after=excerpt(str(new))
        )

    def _few(self, entries: Sequence[Entry]) -> str:
        listed = self._t.listing([said for _, said in entries[:_MOST_LISTED]])
        more = len(entries) - _MOST_LISTED
        return (
            listed if more <= 0 else self._s.text("{things} and {n} more|{things} and {n} more", things=listed, n=more)
        )


def _pairs(
    was: list[Entry], now: list[Entry], is_words: bool
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """Return which entries became others, by name or by editing, then the rest that went and that came."""
    waiting: dict[str, list[Entry]] = {}
    for entry in reversed(now):
        waiting.setdefault(entry[1], []).append(entry)
    is_short = is_words and len(was) <= _MOST_LISTED and len(now) <= _MOST_LISTED
    pairs, left, fresh = [], [], {id(entry): entry for entry in now}
    for entry in was:
        named = waiting.get(entry[1])
        edited = fresh.values() if is_short else ()
        found = named.pop() if named else next((other for other in edited if is_edited(_raw(entry), _raw(other))), None)
        if found is None or id(found) not in fresh:
            left.append(entry)
        else:
            pairs.append((entry, fresh.pop(id(found))))
    return pairs, left, list(fresh.values())


def _raw(entry: Entry) -> str:
    """Return an entry as it is typed, in all its languages."""
    item = entry[0]
    return " / ".join(filter(None, (item.en, item.zh))) if isinstance(item, LocalisedText) else str(item)
