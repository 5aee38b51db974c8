"""Values of a plan as people read them: labels for words of scales, names for ids, figures with their unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.changes.field_words import lowered
from kamgen.pages.changes.spacing import SpacedWording
from kamgen.pages.changes.texts import LONGEST, columns, excerpt
from kamgen.pages.measures import figure
from kamgen.pages.power_map.people import one_line
from kamgen.plan.goals import Goal, HorizonStep, Measure
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.profile import Revenue
from kamgen.plan.service import Loss, Referral
from kamgen.plan.success_plan import Outcome
from kamgen.plan.value import LifetimeAssumptions, Purchase, Wallet, WhiteSpace
from kamgen.plan.values import Amount, LocalisedText, Section
from kamgen.wording.labels import LABELS, scale_of
from kamgen.workspace.model_types import type_at, values_of_scale

MEASURED = (Goal, Measure, Outcome)
"""Sections with figures on the way from a baseline to a target."""

FIGURES = frozenset({"baseline", "target", "actual"})

_MONEY = {
    (HorizonStep, "amount"),
    (Loss, "amount"),
    (Opportunity, "amount"),
    (Purchase, "amount"),
    (Purchase, "margin"),
    (Revenue, "amount"),
    (Wallet, "amount"),
    (WhiteSpace, "current"),
    (WhiteSpace, "potential"),
}
_SHARES = frozenset({"probability", "share", "retention", "discount"})
_SOMEBODY = frozenset(
    {
        *("owner", "member", "by", "covered_by", "customer_owner", "reports_to"),
        *("person", "from_", "to", "attendees", "people"),
    }
)
"""Fields that name members of our team or people at the customer by id."""

_NAMES = frozenset(
    {
        *("id", "name", "title", "unit", "industry", "headquarters", "website", "rival", "currency", "period"),
        *("order", "rule", "closes", "dimension", "parent", "source", "to", "response_time"),
    }
)
"""Fields that hold names rather than sentences: short ones are said without quotation marks."""

_LONGEST_NAME = 40
_HAS_PUNCTUATION = re.compile(r"[,;:→“”\"()，；：、（）。]")

Around = Mapping[str, Any]
"""The fields of the section that a value stands in: an amount needs its currency, a stage its process."""


@cache
def scale(kind: type[Section], name: str) -> Mapping[str, tuple[str, str]]:
    """Return the labels of a field's values; nothing where people read the values themselves."""
    if name == "support":
        return LABELS["support"]
    typed = type_at(kind, (kind.model_fields[name].alias or name,))
    return scale_of(values_of_scale(type_at(typed, (0,)) if get_origin(typed) is tuple else typed))


def is_reference(kind: type[Section], name: str) -> bool:
    """Tell whether a field holds ids that stand for something with a name."""
    return name in _REFERENCES and kind is not Referral


@cache
def is_text(kind: type[Section], name: str) -> bool:
    """Tell whether a field holds words of a person's own, which are quoted, rather than a name or a word of a scale."""
    if name in _NAMES or is_reference(kind, name) or scale(kind, name):
        return False
    return not {str, LocalisedText}.isdisjoint(_inside(kind.model_fields[name].annotation))


def _inside(kind: Any) -> set[Any]:
    return {kind, *(inner for argument in get_args(kind) for inner in _inside(argument))}


class Values:
    """The words for values of one plan in one language."""

    def __init__(self, terms: AccountTerms) -> None:
        self.terms, self.t, self.s = terms, terms.t, SpacedWording(terms.t)
        self._settings = terms.context.settings

    def said(self, kind: type[Section], name: str, value: Any, around: Around, *, exact: bool = False) -> str:
        """Return a value in one line, money in whole units unless it is to be exact; empty for none."""
        t = self.t
        if value is None:
            return ""
        labels = scale(kind, name)
        if str(value) in labels:
            english, chinese = labels[str(value)]
            return chinese if t.language == "zh" else english if labels is LABELS["language"] else lowered(english)
        if isinstance(value, bool):
            return lowered(t.label("answer", "yes" if value else "no"))
        if isinstance(value, date):
            return t.day(value)
        if isinstance(value, Decimal | int):
            return self._figure(kind, name, value, around, exact)
        if isinstance(value, Amount):
            return self._money(value.amount, value.currency or self.terms.currency, exact)
        if isinstance(value, str) and is_reference(kind, name):
            return excerpt(_REFERENCES[name](self, value, around), LONGEST)
        return self.words(kind, name, value)

    def words(self, kind: type[Section], name: str, text: str | LocalisedText, width: int = LONGEST) -> str:
        """Return a text of a person's own: quoted, unless it is a plain name."""
        said = self.terms.of(text)
        return self.quoted(excerpt(said, width), name=not is_text(kind, name))

    def quoted(self, line: str, *, name: bool = False) -> str:
        """Return a line between quotation marks, but a name only where it would not be told from the sentence."""
        plain = name and line and columns(line) <= _LONGEST_NAME and not _HAS_PUNCTUATION.search(line)
        return line if plain else f"“{line}”"

    def _figure(self, kind: type[Section], name: str, value: Decimal | int, around: Around, exact: bool) -> str:
        t = self.t
        if name == "year":
            return str(value)
        number = Decimal(value)
        if kind in MEASURED and name in FIGURES:
            unit = around.get("unit")
            if exact and unit is not None:
                return f"{t.number(number)} {one_line(unit)}"
            return figure(number, None if unit is None else excerpt(unit, _LONGEST_NAME), t)
        if (kind, name) in _MONEY:
            default = self._settings.currency if kind is Revenue else self.terms.currency
            return self._money(number, around.get("currency") or default, exact)
        if name in _SHARES or (kind, name) == (LifetimeAssumptions, "margin"):
            return f"{t.number(number * 100)}%"
        return t.number(number)

    def _money(self, amount: Decimal, currency: str, exact: bool) -> str:
        return f"{currency} {self.t.number(amount)}" if exact else self.terms.money(amount, currency)

    def _somebody(self, value: str, _around: Around) -> str:
        return one_line(self.terms.somebody(value))

    def _product(self, value: str, _around: Around) -> str:
        return one_line(self.terms.context.product(value))

    def _goal(self, value: str, _around: Around) -> str:
        return self._text_of(self.terms.account.goals.goals, value)

    def _need(self, value: str, _around: Around) -> str:
        return self._text_of(self.terms.account.profile.needs, value)

    def _text_of(self, things: tuple[Any, ...], value: str) -> str:
        found = next((thing.text for thing in things if thing.id == value), None)
        return value if found is None else f"“{excerpt(self.terms.of(found), _LONGEST_NAME)}”"

    def _process(self, value: str, _around: Around) -> str:
        process = self._settings.processes.get(value)
        return value if process is None else one_line(self.terms.of(process.name)) or value

    def _stage(self, value: str, around: Around) -> str:
        process = self._settings.processes.get(around.get("process") or "")
        stages = process.stages if process else ()
        return next(
            (one_line(self.terms.of(stage.name)) for stage in stages if stage.id == value and stage.name), value
        )

    def _task(self, value: str, around: Around) -> str:
        process = self._settings.processes.get(around.get("process") or "")
        name = process.task_names.get(value) if process else None
        return one_line(self.terms.of(name)) or value.replace("-", " ")


_REFERENCES: Mapping[str, Callable[[Values, str, Around], str]] = {
    **dict.fromkeys(_SOMEBODY, Values._somebody),
    "product": Values._product,
    "serves": Values._goal,
    "goals": Values._goal,
    "needs": Values._need,
    "closes": Values._need,
    "process": Values._process,
    "stage": Values._stage,
    "done_tasks": Values._task,
}
"""Fields that hold ids, and what stands for them."""
