"""Things of a plan by name, and new ones with all that a reader wants to know of them at once."""

from __future__ import annotations

from typing import Any

from kamgen.pages.changes.field_words import NOUNS, field_words, speaks_for_itself
from kamgen.pages.changes.texts import excerpt
from kamgen.pages.changes.values import Around, Values, is_text, scale
from kamgen.plan.account import TeamMember
from kamgen.plan.goals import HorizonStep
from kamgen.plan.joint_plan import Supply
from kamgen.plan.power_map import Influence, Person
from kamgen.plan.profile import Rival
from kamgen.plan.reviews import Handover, Review, Waiver
from kamgen.plan.service import Survey
from kamgen.plan.value import Purchase, Wallet, WhiteSpace
from kamgen.plan.values import Amount, LocalisedText, Section

_LONGEST_DETAIL = 60
_MOST_NAMED = 4
"""Things of a list that a new thing brings along and that are named; more are counted."""

CALLED = ("text", "name", "what", "step", "to", "dimension")
"""Fields that a thing is called by, the first that it has."""

_NAMED_BY = {
    HorizonStep: ("year",),
    TeamMember: ("member",),
    Supply: ("product", "period"),
    Influence: ("person",),
    Person: ("id", "name", "title"),
    Handover: ("date", "from_", "to"),
    Review: ("date", "kind"),
    Waiver: ("rule",),
    Survey: ("date",),
    Purchase: ("date", "product"),
    Wallet: ("year",),
    WhiteSpace: ("product", "unit"),
}
"""What the name of a thing says already."""

_UNQUOTED = (Rival,)

_WITHOUT_LABEL = frozenset({"role", "level", "support", "status", "kind", "area", "phase", "stage", "answer"})
"""Fields whose values say themselves what they are."""


class Things:
    """The words for things of one plan in one language."""

    def __init__(self, values: Values) -> None:
        self.values, self._s, self._t = values, values.s, values.t

    def called(self, item: Section) -> str:
        """Return what a thing is called inside a sentence: a person by name, others by kind and text, or by day."""
        noun = NOUNS.get(type(item))
        if noun is None or isinstance(item, Person):
            return self.named(item)
        return self._s.beside(noun[1 if self._t.language == "zh" else 0], self.named(item))

    def named(self, item: Section) -> str:
        """Return a thing's name without its kind, as it stands in a list of such things."""
        if isinstance(item, Person):
            return self._person(item)
        name = next((said for field in CALLED if (said := getattr(item, field, None)) is not None), None)
        if name is None or type(item) not in NOUNS:
            return self._described(item)
        return self.values.quoted(excerpt(self.values.terms.of(name)), name=isinstance(item, _UNQUOTED))

    def details(self, item: Section) -> list[str]:
        """Return what a thing says beside its name, each as one part of a sentence; what is usual is left out."""
        named = _NAMED_BY.get(type(item)) or ("id", next(name for name in CALLED if name in type(item).model_fields))
        return [
            said
            for name, info in type(item).model_fields.items()
            if name not in named and (value := getattr(item, name)) not in (None, (), info.default)
            for said in self._detail(type(item), name, value, vars(item))
        ]

    def _person(self, item: Person) -> str:
        of = self.values.terms.of
        name, title = excerpt(of(item.name), _LONGEST_DETAIL), excerpt(of(item.title), _LONGEST_DETAIL)
        return self._s.text("{name} ({title})", name=name, title=title) if name and title else name or title or item.id

    def _described(self, item: Section) -> str:
        """Return a thing that has no name by what it is about."""

        def value(name: str) -> str:
            return self.values.said(type(item), name, getattr(item, name), vars(item))

        s = self._s
        match item:
            case Review():
                return s.text("{kind} of {day}", kind=value("kind"), day=value("date"))
            case Survey():
                return s.text("satisfaction survey of {day}", day=value("date"))
            case Purchase(product=None):
                return s.text("purchase of {day}", day=value("date"))
            case Purchase():
                return s.text("{product} purchase of {day}", day=value("date"), product=value("product"))
            case Wallet():
                return s.text("wallet of {year}", year=value("year"))
            case HorizonStep():
                return s.text("picture of {year}", year=value("year"))
            case WhiteSpace(unit=None):
                return s.text("white space for {product}", product=value("product"))
            case WhiteSpace():
                return s.text("white space for {product} in {unit}", product=value("product"), unit=value("unit"))
            case Supply(period=None):
                return s.text("supply of {product}", product=value("product"))
            case Supply():
                return s.text("supply of {product} in {period}", product=value("product"), period=value("period"))
            case Handover():
                return s.text(
                    "handover from {giver} to {taker} on {day}",
                    giver=value("from_"),
                    taker=value("to"),
                    day=value("date"),
                )
            case Waiver():
                return s.text("waiver of {rule}", rule=value("rule"))
            case Influence():
                return value("person")
            case TeamMember():
                return s.text("team member {name}", name=value("member"))
        raise TypeError(type(item).__name__)

    def _detail(self, kind: type[Section], name: str, value: Any, around: Around) -> list[str]:
        label = field_words(kind, name, self._t.language)
        if isinstance(value, tuple):
            return [self._labelled(label, self.several(kind, name, value, around))]
        if isinstance(value, Section) and not isinstance(value, LocalisedText | Amount):
            return self._inner(label, value)
        if name == "wanted":
            return [label]
        said = self._one(kind, name, value, around)
        return [said if name in _WITHOUT_LABEL and scale(kind, name) else self._labelled(label, said)]

    def section(self, kind: type[Section], fields: Around) -> str:
        """Return what a section says in one go: the field that it is named after, the others in brackets."""
        said = [
            self._one(kind, name, value, fields)
            for name in kind.model_fields
            if name != "currency" and (value := fields.get(name)) not in (None, ())
        ]
        first, *more = said or [""]
        return self._s.text("{thing} ({details})", thing=first, details=self._s.listing(more)) if more else first

    def _inner(self, label: str, section: Section) -> list[str]:
        """Return the details of a section inside a thing."""
        kind, fields = type(section), vars(section)
        if not speaks_for_itself(kind):
            return [self._labelled(label, self.section(kind, fields))]
        return [
            self._labelled(field_words(kind, name, self._t.language), self._one(kind, name, value, fields))
            for name in kind.model_fields
            if (value := fields[name]) not in (None, ())
        ]

    def several(self, kind: type[Section], name: str, values: tuple[Any, ...], around: Around) -> str:
        """Return the first few of several values, and how many more there are."""
        said = [self._one(kind, name, value, around) for value in values[:_MOST_NAMED]]
        listed = self._t.listing(said)
        more = len(values) - len(said)
        return self._s.text("{things} and {n} more|{things} and {n} more", n=more, things=listed) if more else listed

    def _one(self, kind: type[Section], name: str, value: Any, around: Around) -> str:
        if isinstance(value, tuple):
            return self.several(kind, name, value, around)
        if isinstance(value, Section) and not isinstance(value, LocalisedText | Amount):
            return self.named(value)
        if isinstance(value, LocalisedText) or (isinstance(value, str) and is_text(kind, name)):
            return self.values.words(kind, name, value, _LONGEST_DETAIL)
        return self.values.said(kind, name, value, around)

    def _labelled(self, label: str, said: str) -> str:
        if not label:
            return said
        return f"{label}：{said}" if self._t.language == "zh" else f"{label} {said}"
