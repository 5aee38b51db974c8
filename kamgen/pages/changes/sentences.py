"""What changed in a plan, in the words of the plan: labels for keys and values, names for ids.

Every change stands in one sentence and no other, so that the sentences of a plan tell all that happened and nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kamgen.changes.comparison import Change
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.field_words import opened
from kamgen.pages.changes.telling import Telling
from kamgen.pages.changes.units import units


@dataclass(frozen=True, slots=True)
class Told:
    """What happened to one subject, in words; every text is one line and holds no markup.

    Attributes:
        changes: All that the sentence tells.
        subject: What it is about, such as ``Goal “Net purchases”``; empty where the text says it.
        text: What happened, as it stands behind the subject.
        sentence: Both.

    """

    changes: tuple[Change, ...]
    subject: str
    text: str
    sentence: str


def told(changes: Iterable[Change], before: AccountTerms, after: AccountTerms) -> tuple[Told, ...]:
    """Return changes in words, what readers ask for first at the top; what is told of one subject stands together.

    Names are those that were known before for what was, and those that are known now for what is.
    """
    found = tuple(changes)
    telling = Telling(before, after, found)
    return tuple(_told(unit.changes, telling.subject(unit), telling.text(unit), after) for unit in units(found))


def _told(changes: tuple[Change, ...], subject: str, text: str, terms: AccountTerms) -> Told:
    if not subject:
        return Told(changes, "", opened(text), opened(text))
    colon = "：" if terms.t.language == "zh" else ": "
    return Told(changes, subject, text, f"{subject}{colon}{text}")
