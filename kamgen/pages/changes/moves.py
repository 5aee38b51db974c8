"""What happened to a value: from what to what, in one part of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.pages.changes.list_moves import ListMoves
from kamgen.pages.changes.text_moves import TextMoves, holds_words
from kamgen.pages.changes.values import Around, Values, scale
from kamgen.plan.goals import ThreeChecks
from kamgen.plan.reviews import Handover
from kamgen.plan.service import Request
from kamgen.plan.success_plan import Outcome
from kamgen.plan.values import Amount, Section
from kamgen.wording.phrase import phrase

_DEADLINES = frozenset({"due", "close", "next_review", "until"})

_DONE_ON: Mapping[tuple[type[Section], str], str] = {
    (Handover, "reconfirmed"): phrase("ratings reconfirmed on {day}").pattern,
    (Outcome, "verified"): phrase("confirmed by the customer on {day}").pattern,
    (Request, "closed"): phrase("closed on {day}").pattern,
    (ThreeChecks, "audit"): phrase("checked by an auditor on {day}").pattern,
    (ThreeChecks, "lead"): phrase("checked by the lead on {day}").pattern,
    (ThreeChecks, "owner"): phrase("checked by its owner on {day}").pattern,
}
"""Days on which something was done: to fill one in tells that it was."""


class Moves:
    """The words for changed values, in one language: names as they were known before and as they are known now.

    Attributes:
        texts: The words for changed texts.
        lists: The words for changed lists.

    """

    def __init__(self, before: Values, after: Values) -> None:
        self._before, self._after, self._s = before, after, after.s
        self.texts, self.lists = TextMoves(after), ListMoves(before, after)

    def value(
        self, label: str, kind: type[Section], name: str, old: Any, new: Any, around: tuple[Around, Around]
    ) -> str:
        """Return what happened to a field, under a label; ``around`` are the fields beside it, before and after."""
        if holds_words(kind, name, old) or holds_words(kind, name, new):
            return self.texts.text(label, kind, name, old, new)
        said, now = self._both(kind, name, old, new, around)
        if said == now:
            return self._s.beside(label, self.lists.renamed(said, old, new))
        if new is None:
            return self.texts.removed(label, said)
        if old is None:
            done = _DONE_ON.get((kind, name))
            return self.texts.set_to(label, now) if done is None else self._s.text(done, day=now)
        if scale(kind, name):
            return self._s.text("{label} {before} → {after}", label=label, before=said, after=now).lstrip()
        return self._moved(label, name, (old, said), (new, now)).lstrip()

    def _both(
        self, kind: type[Section], name: str, old: Any, new: Any, around: tuple[Around, Around]
    ) -> tuple[str, str]:
        """Return how two values are said: exactly where rounding would hide what changed."""
        said, now = self._before.said(kind, name, old, around[0]), self._after.said(kind, name, new, around[1])
        if said != now:
            return said, now
        return (
            self._before.said(kind, name, old, around[0], exact=True),
            self._after.said(kind, name, new, around[1], exact=True),
        )

    def _moved(self, label: str, name: str, was: tuple[Any, str], now: tuple[Any, str]) -> str:
        """Return from what to what; Chinese has its own verb for a later day, a higher figure or another name."""
        (old, before), (new, after), s = was, now, self._s
        if name in _DEADLINES and isinstance(old, date) and isinstance(new, date):
            if new > old:
                return s.text("{label} {day} → {later_day}", label=label, day=before, later_day=after)
            return s.text("{label} {day} → {earlier_day}", label=label, day=before, earlier_day=after)
        figures = None if name == "year" else _figures(old, new)
        if figures is None:
            return s.text("{label} {name} → {new_name}", label=label, name=before, new_name=after)
        if figures[1] > figures[0]:
            return s.text("{label} {before} → {higher}", label=label, before=before, higher=after)
        return s.text("{label} {before} → {lower}", label=label, before=before, lower=after)


def _figures(old: Any, new: Any) -> tuple[Decimal | int, Decimal | int] | None:
    """Return two values as figures that can be compared; None where they cannot."""
    if isinstance(old, Amount) and isinstance(new, Amount):
        return (old.amount, new.amount) if old.currency == new.currency else None
    return (old, new) if isinstance(old, Decimal | int) and isinstance(new, Decimal | int) else None
