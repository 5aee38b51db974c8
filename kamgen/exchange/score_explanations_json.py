"""Scores explained for other programs: the same tree as people read, as plain data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kamgen.pages.explain.score_places import ScorePlaces, Written
from kamgen.pages.explain.scores import ExplainedScores, scores_of
from kamgen.scoring.explanation import Reason
from kamgen.scoring.levers import Lever
from kamgen.wording.language import Wording, rounded

_PLACES = {"money": 2, "share": 4}


def explanation_data(explained: ExplainedScores, t: Wording, currency: str) -> dict[str, Any]:
    """Return every score's tree by the score's name; money in the node's own ``currency``, unknown values null."""
    return {name: _node(reason, explained.places, t, currency) for name, reason in scores_of(explained)}


def levers_data(explained: ExplainedScores, t: Wording, *, places: bool = True) -> list[dict[str, Any]]:
    """Return what would raise the scores most, best first: the change, and what it does to each score in points.

    Finding places takes as long as reading the plan again; without ``places`` it is left out.
    """
    return [_lever(lever, explained.places if places else None, t) for lever in explained.levers]


def _lever(lever: Lever, places: ScorePlaces | None, t: Wording) -> dict[str, Any]:
    place = {} if places is None else {"place": _place(places.of_plan(lever.path))}
    return {
        "change": t.say(lever.change),
        "effect": {name: _number(gain, 1) for name, gain in sorted(lever.effects.items())},
        "known": {name: _number(share, 4) for name, share in sorted(lever.known.items())},
    } | place


def _node(reason: Reason, places: ScorePlaces, t: Wording, currency: str) -> dict[str, Any]:
    """Return a node; keys that say nothing of this kind of figure are left out, but never ``value``."""
    data: dict[str, Any] = {"label": t.say(reason.label), "value": _value(reason), "unit": reason.unit}
    if reason.unit == "money":
        data["currency"] = reason.currency or currency
    for name, said in (("rule", reason.rule), ("worth", reason.worth), ("missing", reason.missing)):
        if said is not None:
            data[name] = t.say(said)
    if reason.weight is not None:
        data |= {"points": _number(reason.points, 2), "weight": _number(reason.weight, 4)}
    if reason.weight is not None or reason.contribution is not None:
        data["contribution"] = _number(reason.contribution, 4)
    if reason.known is not None:
        data["known"] = _number(reason.known, 4)
    data |= {name: value for name, value in (("criterion", reason.criterion), ("metric", reason.metric)) if value}
    written = [_place(place) for source in reason.sources if (place := places.of(source)) is not None]
    if written:
        data["places"] = written
    if reason.rule_source is not None and (place := places.of(reason.rule_source)) is not None:
        data["rule_place"] = _place(place)
    if reason.children:
        data["children"] = [_node(child, places, t, currency) for child in reason.children]
    return data


def _place(place: Written | None) -> dict[str, Any] | None:
    return None if place is None else {"file": place.file, "line": place.line}


def _value(reason: Reason) -> str | bool | float | int | None:
    value = reason.value
    if isinstance(value, Decimal):
        return _number(value, _PLACES.get(reason.unit, 2))
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Decimal | None, places: int) -> float | int | None:
    if value is None:
        return None
    number = rounded(value, places)
    return int(number) if number == number.to_integral_value() else float(number)
