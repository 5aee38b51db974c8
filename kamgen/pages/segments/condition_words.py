"""What segments and tag rules ask for, in words (A8)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.terms import Mention
from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import address_of
from kamgen.pages.summary import AccountSummary
from kamgen.plan.settings import Conditions
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import MetricUnit
from kamgen.scoring.segments import SCALES, TAG

_NAMES: Mapping[str, str] = {
    TAG: "Tag",
    "id": "Account",
    "owner": "Owner",
    "parent": "Belongs to",
    "status": "Status",
    "type": "Kind of account",
    "class": "Class",
    "health": "Health",
    "key-account": "Key account",
    "posture": "Posture",
    "quadrant": "Place in the matrix",
    "slice": "Slice of the pyramid",
    "stars": "Stars",
}
"""What people call the facts and scores, in English; metrics bring their own names."""

_QUADRANTS: Mapping[str, str] = {
    "high-high": "Attractive, strong",
    "high-low": "Attractive, weak",
    "low-high": "Less attractive, strong",
    "low-low": "Less attractive, weak",
}
_UNITS: Mapping[MetricUnit, str] = {
    "years": "{n} year|{n} years",
    "days": "{n} day|{n} days",
    "hours": "{n} hour|{n} hours",
}
_COMPARISONS: Mapping[str, str] = {
    ">=": "at least {value}",
    "<=": "at most {value}",
    ">": "more than {value}",
    "<": "less than {value}",
}
_TRUTH: Mapping[str, str] = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}
_NUMBER = re.compile(r"(>=|<=|>|<)?\s*(-?[0-9]{1,30}(?:\.[0-9]{1,30})?)")


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked for, leading to what explains it, and the values that meet it; ``known`` where anything can."""

    name: Mention
    values: str
    known: bool


def conditions_in_words(
    where: Conditions, known: Collection[str], summaries: Mapping[str, AccountSummary], context: Context
) -> tuple[Condition, ...]:
    """Return what must be met, all of it; of several values of one name, any.

    Args:
        where: The conditions as the settings have them.
        known: The names that can be asked for.
        summaries: The accounts, for their names.
        context: Settings, day and language.

    """
    return tuple(
        Condition(
            name=_name(name, context),
            values=context.wording.text(" or ").join(_values(name, wanted, summaries, context)),
            known=name in known,
        )
        for name, wanted in where.items()
    )


def tag_name(tag: str, context: Context) -> str:
    """Return what people read for a tag: the name that a rule gives it, else the tag."""
    names = (rule.name for rule in context.settings.scoring.tags if rule.tag == tag and rule.name is not None)
    return context.wording.of(next(names, None)) or tag


def _name(name: str, context: Context) -> Mention:
    t = context.wording
    if name in METRICS:
        return Mention(t.text(METRICS[name].label), address_of("metric", name))
    return Mention(t.text(_NAMES[name]) if name in _NAMES else name)


def _values(
    name: str, wanted: str | tuple[str, ...], summaries: Mapping[str, AccountSummary], context: Context
) -> Iterator[str]:
    for value in (wanted,) if isinstance(wanted, str) else wanted:
        yield _value(name, value, summaries, context)


def _value(name: str, value: str, summaries: Mapping[str, AccountSummary], context: Context) -> str:
    t = context.wording
    match name:
        case "tag":
            return tag_name(value, context)
        case "owner":
            return context.member(value)
        case "id" | "parent":
            return t.of(summaries[value].name) if value in summaries else value
        case "quadrant":
            return t.text(_QUADRANTS[value]) if value in _QUADRANTS else value
        case "posture":
            return t.label("posture", value)
    if (name == "key-account" or SCALES.get(name) == ("yes", "no")) and value.lower() in _TRUTH:
        return t.label("answer", _TRUTH[value.lower()]).lower()
    if name in SCALES:
        return t.label(name, value)
    return _number(name, value, context)


def _number(name: str, value: str, context: Context) -> str:
    """Return a number, or a limit that a number is compared with, in its unit; any other text as it stands."""
    found = _NUMBER.fullmatch(value.strip())
    if found is None or (name not in METRICS and name != "stars"):
        return value
    said = _in_unit(METRICS[name].unit if name in METRICS else "count", Decimal(found[2]), context)
    return context.wording.text(_COMPARISONS[found[1]], value=said) if found[1] else said


def _in_unit(unit: MetricUnit, number: Decimal, context: Context) -> str:
    t = context.wording
    if unit == "money":
        return t.money(number, context.settings.currency)
    if unit == "share":
        return f"{t.number(number * 100)}%"
    return t.text(_UNITS[unit], n=number) if unit in _UNITS else t.number(number)
