"""Plans and settings in which every field holds a value that is found nowhere else, made from the model itself.

Because the model is walked, a field that is added tomorrow is watched from tomorrow on, without anybody thinking of it.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pydantic.fields import FieldInfo

from kamgen.plan.settings import Briefs, Process, Settings
from kamgen.plan.values import LocalisedText, Section, Text

_FIRST_DAY = date(2031, 1, 1)
_FIRST_NUMBER = 7_000_000


@dataclass
class Canaries:
    """Values by the path they stand at, such as ``power_map.people[0].wins``.

    Texts begin with ``mark``, so that two models can be watched at once. With ``in_languages``, every text that may be
    there in two languages is, and each has a path of its own: ``joint_plan.value_proposition.zh``.
    """

    mark: str = "qx"
    in_languages: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, Decimal] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)

    def plan(self, section: type[Section], path: str = "", place: int = 0) -> dict[str, Any]:
        """Return the data of a section with every field filled; ``place`` is its place in its list."""
        data = {}
        for name, info in section.model_fields.items():
            key = info.alias or name
            data[key] = self._value(info.annotation, info, f"{path}.{key}" if path else key, place)
        return data

    def _value(self, kind: Any, info: FieldInfo | None, path: str, place: int) -> Any:
        metadata = [] if info is None else list(info.metadata)
        while typing.get_origin(kind) is typing.Annotated:
            kind, *more = typing.get_args(kind)
            metadata += more
        origin = typing.get_origin(kind)
        if origin in (typing.Union, types.UnionType):
            return (
                self._value(self._choice(kind), None, path, place)
                if not metadata
                else self._value(typing.Annotated[(self._choice(kind), *metadata)], None, path, place)
            )
        if origin is typing.Literal:
            choices = typing.get_args(kind)
            return choices[place % len(choices)]
        if origin is tuple:
            return self._items(typing.get_args(kind)[0], path)
        if origin is dict:
            return {}
        if isinstance(kind, type) and issubclass(kind, Section):
            return self.plan(kind, path, place)
        return self._scalar(kind, metadata, path, place)

    def _items(self, kind: Any, path: str) -> list[Any]:
        """One item for each choice that its widest scale has, two at least, so that every choice is there."""
        count = 2
        if isinstance(kind, type) and issubclass(kind, Section):
            count = max(2, *(_choices(info.annotation) for info in kind.model_fields.values()))
        return [self._value(kind, None, f"{path}[{place}]", place) for place in range(count)]

    def _scalar(self, kind: Any, metadata: list[Any], path: str, place: int) -> Any:
        if kind is bool:
            return place % 2 == 1
        if kind is date:
            self.days[path] = _FIRST_DAY + timedelta(days=len(self.days))
            return self.days[path]
        if kind in (int, Decimal):
            limit = _bound(metadata, "le")
            if limit is not None and limit < _FIRST_NUMBER:
                lowest = _bound(metadata, "ge")
                return kind(lowest if lowest is not None else limit)
            self.numbers[path] = Decimal(_FIRST_NUMBER + len(self.numbers))
            return kind(self.numbers[path])
        assert kind is str, f"{path}: a kind of field that the canaries do not know: {kind}"
        if _pattern(metadata) == "^[A-Z]{3}$":
            return "USD"
        self.texts[path] = f"{self.mark}{len(self.texts):04}z"
        return self.texts[path]

    def _choice(self, kind: Any) -> Any:
        """What a choice of types is filled as: something rather than nothing, a text as is wanted of texts."""
        choices = [choice for choice in typing.get_args(kind) if choice is not type(None)]
        localised = [choice for choice in choices if _bare(choice) is LocalisedText]
        if self.in_languages and localised:
            return localised[0]
        return next(choice for choice in choices if choice not in localised)


def settings_with_canaries(canaries: Canaries) -> Settings:
    """Settings whose every text is a canary, but for what must be a file, an address or a name that kamgen knows."""
    data: dict[str, Any] = {"title": canaries.plan(_Titled, "")["title"]}
    for name, section in _sections_of(Settings):
        data[name] = [canaries.plan(section, f"{name}[{place}]", place) for place in range(2)]
    data["briefs"] = canaries.plan(Briefs, "briefs") | {"logo": None, "font": None, "font_files": []}
    data["processes"] = {"tender": canaries.plan(Process, "processes")}
    data["scoring"] = {"entitlements": {"5": [canaries.plan(_Titled, "entitlements")["title"]]}}
    return Settings.model_validate(data)


class _Titled(Section):
    title: Text


def _sections_of(model: type[Section]) -> list[tuple[str, type[Section]]]:
    """The sections of a model that hold texts, and the sections that its lists consist of."""
    found = []
    for name, info in model.model_fields.items():
        kind = _bare(info.annotation)
        if typing.get_origin(kind) is tuple:
            kind = _bare(typing.get_args(kind)[0])
        if isinstance(kind, type) and issubclass(kind, Section) and name not in _BY_HAND:
            found.append((name, kind))
    return found


_BY_HAND = {"scoring", "briefs"}
"""Not a list, or numbers that must fit together: what people read of them is filled above."""


def _bare(kind: Any) -> Any:
    while typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    return kind


def _choices(kind: Any) -> int:
    kind = _bare(kind)
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return max(map(_choices, typing.get_args(kind)))
    return len(typing.get_args(kind)) if typing.get_origin(kind) is typing.Literal else 0


def _bound(metadata: list[Any], name: str) -> Decimal | None:
    bounds = [bound for item in _flat(metadata) if (bound := getattr(item, name, None)) is not None]
    return Decimal(bounds[0]) if bounds else None


def _pattern(metadata: list[Any]) -> str | None:
    return next((found for item in _flat(metadata) if (found := getattr(item, "pattern", None))), None)


def _flat(metadata: list[Any]) -> list[Any]:
    return [inner for item in metadata for inner in (item.metadata if isinstance(item, FieldInfo) else [item])]
