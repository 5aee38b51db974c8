"""The last look at a brief before a customer gets it: what in it names others, our people's ids or words kept back.

The rule ``confidential-mention`` looks at the texts of a plan and says where to mend them. This looks at what the
finished brief says, whatever it was made from, so that nothing slips past a rule that somebody has switched off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from kamgen.checks.confidential import Confidential, Mention
from kamgen.checks.rules.confidential_mention import NAME
from kamgen.pages import charts
from kamgen.plan.account import Account

_MARKS = frozenset({"id", "role", "anchor"})
"""What tells the parts of a chart apart for style sheets and templates; nobody reads it."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Something that a brief says and its customer must not read: the mention, and the text that it stands in."""

    mention: Mention
    text: str


def held_back(
    account_id: str, account: Account, brief: object, confidential: Confidential, as_of: date
) -> tuple[HeldBack, ...]:
    """Return why a brief cannot be given to a customer; nothing where it can.

    Args:
        account_id: Whose brief it is.
        account: Its plan; one with a waiver of the rule that holds on the day says with its reason that all may pass.
            Level and switch of the rule in the settings do not count: they are about reports, this is about customers.
        brief: What the brief says, a view.
        confidential: What customers must not read.
        as_of: The day of the brief.

    """
    if any(waiver.rule == NAME and (waiver.until is None or waiver.until >= as_of) for waiver in account.waivers):
        return ()
    found: dict[Mention, HeldBack] = {}
    for text in dict.fromkeys(texts_of(brief)):
        for mention in confidential.mentions(account_id, text):
            found.setdefault(mention, HeldBack(mention, text))
    return tuple(found.values())


def texts_of(view: object) -> Iterator[str]:
    """Yield every text of a view, in the order of its fields."""
    if isinstance(view, str):
        yield view
    elif isinstance(view, tuple):
        for item in view:
            yield from texts_of(item)
    elif is_dataclass(view):
        drawn = type(view).__module__.startswith(charts.__name__)
        for field in fields(view):
            if not (drawn and field.name in _MARKS):
                yield from texts_of(getattr(view, field.name))
