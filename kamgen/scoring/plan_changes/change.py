"""A change to a plan, as a value: what it is, where it is written, and the plan after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from kamgen.plan.account import Account
from kamgen.plan.values import LocalisedText
from kamgen.scoring.explanation import Path
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import Phrase

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Change:
    """One change and the plan after it.

    ``is_open`` where nobody can say what will come out, as with a survey that is still to be run: ``account`` then
    holds a stand-in, which makes something known and says nothing of how good it is. ``settles_findings`` where the
    plan stays the same and what the checks found is settled.
    """

    said: Phrase
    path: Path
    account: Account
    is_open: bool = False
    settles_findings: bool = False


def replaced(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    """Return a list with another item in one place."""
    return (*items[:index], item, *items[index + 1 :])


def inside(scale: str, value: object) -> LocalisedText:
    """Return the word of a scale as it stands inside a sentence: ``sceptic``."""
    english, chinese = LABELS[scale][str(value)]
    return LocalisedText.model_construct(en=english.lower(), zh=chinese)
