"""Any plan and any settings, as people might type them, made from the models: a new key is tried from its first day.

Everything is a text, as a plan's scalars are, or a list or a dict of such. Ids are few, so that references meet.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from kamgen.checks.catalogue import RULES
from kamgen.plan.account import Account
from kamgen.plan.service import BlueprintStep
from kamgen.plan.settings import ProgrammeStep, Segment
from kamgen.scoring.metrics.catalogue import METRICS

Typed = dict[str, Any]

DAYS = [
    *("0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31", "1900-02-28", "2024-02-29"),
    *("2025-04-30", "2025-12-31", "2026-01-31", "2026-03-01", "2026-05-15", "2026-06-14"),
    *("2026-06-15", "2026-06-16", "2026-07-10", "2026-09-30", "2026-12-31", "2027-02-28"),
]
AS_OF = [date.min, date(1, 12, 31), date(2024, 2, 29), *[date(2026, 6, 15)] * 4, date(2026, 12, 31), date.max]
NUMBERS = ["0", "0.5", "1", "2", "3", "12.50", "99999", "1e15", "-1e15", "0.000000000001", "-7"]
WHOLE = [-2, -1, 0, 1, 2, 3, 4, 5, 12, 60, 1900, 2025, 2026, 2027, 2031, 2036, 2200, 10**14]
LINES = [
    *("Purchases", "trust", "dairy", "food", "EUR", "采购额", "{name}", "{0} {", "one|many", "50%", 'a "b": c # d'),
    *("- x", "null", "<b>&amp;", "é😀‮", "two\nlines", "a\u2028b", "long " * 30),
]
LINE = st.sampled_from(LINES)
TEXT = st.one_of(
    LINE,
    st.fixed_dictionaries({"en": LINE, "zh": LINE}),
    st.fixed_dictionaries({"zh": LINE}),
    st.fixed_dictionaries({"en": LINE}),
)
MEMBERS, THINGS = ["lin", "lin", "bo", "a"], ["a", "a", "b", "c"]
IDS = {
    **dict.fromkeys(("owner", "covered_by", "member", "by", "from", "to"), MEMBERS),
    "attendees": [*MEMBERS, *THINGS],
    "process": ["tender", "tender", "empty", "a"],
    "stage": ["need", "offer", "offer", "a"],
    "done_tasks": ["budget", "price", "a"],
    "parent": ["account-0", "account-1", "nowhere"],
}
OWN_NUMBERS = {"years": ["0", "0.5", "50"], "every_days": ["1", "30", "100000000000000"]}
OWN_LINES = {
    "rule": [*RULES, "no-rule"],
    "product": ["dairy", "grains", "a"],
    "closes": ["trust", *THINGS],
    "website": ["https://example.org", "javascript:alert(1)"],
}


def typed(model: Any) -> st.SearchStrategy[Typed]:
    """Return whatever a model takes, each key there or not."""
    schema = model.model_json_schema()
    return _Maker(schema.get("$defs", {})).of(schema, "")


class _Maker:
    """Turns a JSON schema of pydantic into what may be typed."""

    def __init__(self, definitions: Typed) -> None:
        self._definitions = definitions
        self._made: dict[str, st.SearchStrategy[Any]] = {}

    def of(self, node: Typed, key: str) -> st.SearchStrategy[Any]:
        """Return what may be typed for a node of the schema that stands under a key."""
        if "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[-1]
            if name not in self._made:
                self._made[name] = self.of(self._definitions[name], "")
            return self._made[name]
        if "oneOf" in node:
            return TEXT
        if "anyOf" in node:
            # ``null`` is the same as a key that is not there.
            return st.one_of(*(self.of(option, key) for option in node["anyOf"] if option.get("type") != "null"))
        if "const" in node:
            return st.just(str(node["const"]))
        if "enum" in node:
            return st.sampled_from(node["enum"])
        return self._of_kind(node, key)

    def _of_kind(self, node: Typed, key: str) -> st.SearchStrategy[Any]:
        kind = node["type"]
        if kind == "object":
            return self._mapping(node)
        if kind == "array":
            return st.lists(self.of(node["items"], key), min_size=1, max_size=3)
        if kind == "boolean":
            return st.sampled_from(["true", "no"])
        if key in OWN_NUMBERS:
            return st.sampled_from(OWN_NUMBERS[key])
        if kind in ("integer", "number"):
            values = WHOLE if kind == "integer" else NUMBERS
            least, most = node.get("minimum", float("-inf")), node.get("maximum", float("inf"))
            return st.sampled_from([str(value) for value in values if least <= float(value) <= most])
        if node.get("format") == "date":
            return st.sampled_from(DAYS)
        if "A-Z" in node.get("pattern", ""):
            return st.sampled_from(["USD", "EUR", "CHF"])
        if "pattern" in node:
            return st.sampled_from(IDS.get(key, THINGS))
        return st.sampled_from(OWN_LINES.get(key, LINES))

    def _mapping(self, node: Typed) -> st.SearchStrategy[Any]:
        if "properties" not in node:
            return st.dictionaries(st.sampled_from(["type", "tag", "activity"]), LINE, max_size=2)
        values = {key: self.of(value, key) for key, value in node["properties"].items()}
        required = {key: values.pop(key) for key in node.get("required", ())}
        return st.fixed_dictionaries(required, optional=values)


ANY_PLAN = typed(Account)


def _rows(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Typed]]:
    rows = st.lists(st.fixed_dictionaries(values), min_size=1, max_size=2)
    return rows.map(lambda found: [{"id": f"row-{index}", **row} for index, row in enumerate(found)])


_FEW = st.sampled_from(["0", "40", "100", "5000"])
_NEAR = st.sampled_from(["2025-03-02", "2026-06-02", "2026-06-15", "2026-07-10", "2026-12-31"])
_OWNER = st.sampled_from(["lin", "bo"])

BUSY_PLAN: st.SearchStrategy[Typed] = st.fixed_dictionaries(
    {
        "kamgen": st.just("1"),
        "name": st.sampled_from(["Acme", "North Foods"]),
        "owner": _OWNER,
        "type": st.sampled_from(["strategic", "group"]),
        "reviewed": st.fixed_dictionaries({"date": _NEAR}),
        "profile": st.sampled_from([{}, {"parent": "account-0"}]),
        "goals": st.fixed_dictionaries(
            {
                "goals": _rows(
                    text=st.just("Sales"), unit=st.just("USD"), baseline=_FEW, target=_FEW, actual=_FEW, due=_NEAR
                ),
                "strategies": _rows(
                    text=st.just("Dairy first"),
                    serves=st.sampled_from([["row-0"], ["row-1"]]),
                    actions=_rows(text=st.just("Visit"), owner=_OWNER, due=_NEAR, hours=_FEW),
                ),
            }
        ),
        "power_map": st.fixed_dictionaries(
            {
                "people": _rows(
                    influence=st.sampled_from(["3", "5"]),
                    support=st.sampled_from(["-2", "1", "2"]),
                    covered_by=_OWNER,
                    contact=st.fixed_dictionaries({"last": _NEAR, "every_days": st.just("30")}),
                    evidence=st.lists(
                        st.fixed_dictionaries(
                            {
                                "about": st.just("support"),
                                "text": st.just("Said so"),
                                "date": _NEAR,
                                "status": st.just("confirmed"),
                            }
                        ),
                        max_size=1,
                    ),
                ).map(lambda found: [{**row, "name": name} for row, name in zip(found, ("Jana", "Karl"), strict=False)])
            }
        ),
        "opportunities": _rows(
            name=st.just("Offer"),
            process=st.just("tender"),
            stage=st.sampled_from(["need", "offer"]),
            amount=_FEW,
            created=_NEAR,
            close=_NEAR,
        ),
    }
)
"""A plan at work, narrower than any, so that the rules that compare figures, or accounts, have something to find."""


CHECKS = st.sampled_from(
    [
        {},
        {rule.name: {parameter.name: parameter.least for parameter in rule.parameters} for rule in RULES.values()},
        {rule.name: {parameter.name: parameter.most for parameter in rule.parameters} for rule in RULES.values()},
    ]
)
"""Every rule's parameters as they are, at their least, and at their most."""

_CRITERIA = [
    {"id": "none", "tag": "food", "points": "0", "weight": "0"},
    {"id": "tag", "tag": "food", "points": "100", "axis": "strength"},
    {"id": "field", "field": "type", "points": {"strategic": "100"}, "axis": "attractiveness"},
    {"id": "unknown", "metric": "no-metric", "line": [["0", "0"], ["1e15", "100"]]},
    *(
        {"id": f"metric-{index}", "metric": name, "bands": [["-1e15", "0"], ["1", "100"]]}
        for index, name in enumerate(METRICS)
    ),
]
_KEY_ACCOUNT = {"id": "all", "field": "type", "points": {"strategic": "100", "group": "100"}}
_STAGES = [
    {"id": "need", "probability": "0", "tasks": ["budget"]},
    {"id": "offer", "probability": "1", "tasks": ["price", "budget"]},
    {"id": "need", "probability": "0.3"},
]


def _named(*ids: str) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(ids).map(lambda id_: {"id": id_, "name": id_}), max_size=3)


ANY_SETTINGS: st.SearchStrategy[Typed] = st.fixed_dictionaries(
    {"checks": CHECKS},
    optional={
        "team": _named("lin", "bo"),
        "products": _named("dairy", "grains"),
        "rates": st.dictionaries(st.sampled_from(["EUR", "USD"]), st.sampled_from(["0", "1.08", "1e15"])),
        "currency": st.sampled_from(["USD", "JPY"]),
        "fiscal_year_start": st.sampled_from(["1", "2", "12"]),
        "processes": st.fixed_dictionaries(
            {}, optional={"tender": st.just({"stages": _STAGES}), "empty": st.just({"name": "Empty"})}
        ),
        "scoring": st.fixed_dictionaries(
            {},
            optional={
                "criteria": st.one_of(st.lists(st.sampled_from(_CRITERIA), max_size=4), st.just([_KEY_ACCOUNT])),
                "key_account": st.sampled_from([{"threshold": "0"}, {"threshold": "100"}]),
                "pyramid": st.sampled_from([{"by": "revenue-to-date"}, {"slices": ["0", "0.5", "1"], "time_rule": 1}]),
                "stars": st.sampled_from([[], [["0", "5"]]]),
                "classes": st.sampled_from([[], [["50", "A"]]]),
            },
        ),
        "segments": st.lists(typed(Segment), max_size=2),
        "programme": st.lists(typed(ProgrammeStep), max_size=3),
        "blueprint": st.lists(typed(BlueprintStep), max_size=2),
    },
)

STYLES = st.sampled_from([True, False, None])
"""Everything in braces, everything in lines, and braces for what is short."""


def written(value: Typed, style: bool | None = None) -> str:
    """Return the YAML of what was typed: texts in quotes where YAML needs them, everything else plain."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=style, width=110)


class _Dumper(yaml.SafeDumper):
    """Writes the same list twice rather than an alias to it."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def with_own_ids(value: Any) -> Any:
    """Return the same without a second thing of the same id in any list."""
    if isinstance(value, dict):
        return {key: with_own_ids(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    own: Typed = {item["id"]: item for item in reversed(value) if isinstance(item, dict) and "id" in item}
    return [with_own_ids(item) for item in value if not isinstance(item, dict) or own.get(item.get("id"), item) is item]


HOSTILE = [
    *("\t", "\r", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufeff", "😀", "\n\n\n", "   "),
    *("&a [*a, *a]", "*a", "&a", "!x y", "!!python/object:os.system", "<<: *a\n", "- - -"),
    *("? [a]: b\n", "? {a: b}\n: c\n", "---\n", "...\n", "%YAML 3.0\n", "{{{{", "]]", "[[[]]]", "["),
    *(": ", "- ", "#", "|\n", ">\n", "@", "`", "%", "'", '"'),
    *("null", "~", "''", "{a: 1, a: 2}", "{en: a}", "[1, 2]", "text", "5", "1e999", "9" * 400, "0x10", "2026-13-45"),
    *("{0}", "{name}", "one|many", "kamgen: 2\n", "owner: {en: x}\n", "key: " * 30),
]
"""What breaks YAML, or the kind of a value, or what might be said about it."""


def mutated(text: str, chance: Random) -> str:
    """Return a text with one thing changed that may break it: lines, their indentation, a value, or any character."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return chance.choice(HOSTILE)
    at, other, place = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.randrange(len(text))
    match chance.choice(["delete", "swap", "repeat", "indent", "value", "cut", "insert", "insert", "leave out"]):
        case "delete":
            del lines[at]
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "repeat":
            lines.insert(at, lines[other])
        case "indent":
            lines[at] = " " * chance.randrange(8) + lines[at].lstrip(" ")
        case "value":
            lines[at] = f"{lines[at].split(':')[0]}: {chance.choice(HOSTILE)}\n"
        case "cut":
            return text[:place]
        case "insert":
            return text[:place] + chance.choice(HOSTILE) + text[place:]
        case _:
            return text[:place] + text[place + chance.randrange(40) :]
    return "".join(lines)
