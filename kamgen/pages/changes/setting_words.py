"""What changed in the settings, in one language: rules with their values, of the rest only which parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kamgen.changes.settings_changes import SettingChange
from kamgen.wording.language import Wording

MOST_SETTINGS = 12
"""How many changes of the settings are told one by one."""

_LONGEST_SETTING = 80


def setting_words(settings: Iterable[SettingChange], t: Wording) -> Iterator[str]:
    """Yield what changed in the settings: rules one by one, of the rest only which parts did."""
    changes = list(settings)
    rules = list(_joined(change for change in changes if change.is_rule))
    for change in rules[:MOST_SETTINGS]:
        yield _setting(change, t)
    if len(rules) > MOST_SETTINGS:
        n = len(rules) - MOST_SETTINGS
        yield t.text("and {n} more rule in kamgen.yaml|and {n} more rules in kamgen.yaml", n=n)
    others = list(dict.fromkeys(change.part for change in changes if not change.is_rule))
    if others:
        yield t.text("other parts that changed: {parts}", parts=t.listing(others))


def _joined(changes: Iterable[SettingChange]) -> Iterator[SettingChange]:
    """Yield changes, those of an item that came or went as a whole in one."""
    for item, found in groupby(changes, key=lambda change: change.path.partition("]")[0]):
        together = list(found)
        came = all(change.before is None for change in together)
        went = all(change.after is None for change in together)
        if len(together) > 1 and (came or went):
            path = f"{item}]" if "[" in item else item
            yield SettingChange(path, None if came else "", None if went else "")
        else:
            yield from together


def _setting(change: SettingChange, t: Wording) -> str:
    before, after = _short(change.before), _short(change.after)
    if change.before is None:
        return (
            t.text("{setting} is new: {value}", setting=change.path, value=after)
            if after
            else t.text("{setting} is new", setting=change.path)
        )
    if change.after is None:
        return (
            t.text("{setting} is gone, was {value}", setting=change.path, value=before)
            if before
            else t.text("{setting} is gone", setting=change.path)
        )
    return t.text("{setting}: {before} → {after}", setting=change.path, before=before, after=after)


def _short(value: str | None) -> str:
    text = value or ""
    return text if len(text) <= _LONGEST_SETTING else f"{text[: _LONGEST_SETTING - 1]}…"
