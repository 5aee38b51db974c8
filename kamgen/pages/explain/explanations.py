"""Everything that kamgen can explain in a workspace: methods, metrics, criteria and rules, found by name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kamgen.pages.context import Context
from kamgen.pages.explain.criteria import criterion_explanations
from kamgen.pages.explain.explanation import Explanation
from kamgen.pages.explain.methods import method_explanations
from kamgen.pages.explain.metrics import metric_explanations
from kamgen.pages.explain.rules import rule_explanations

_MOST_HINTS = 3
_NEAR = 0.6


def all_explanations(context: Context) -> tuple[Explanation, ...]:
    """Return every explanation, kind by kind as in :data:`~kamgen.pages.explain.explanation.KINDS`."""
    return (
        *method_explanations(context),
        *metric_explanations(context),
        *criterion_explanations(context),
        *rule_explanations(context),
    )


def named(name: str, explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """Return what has this name: a rule and a metric may share one. Nothing where nobody knows it.

    Capitals do not matter, ``b7`` is B7; what people read, such as *Share of wallet*, is a name too.
    """
    explanations = tuple(explanations)
    wanted = _plain(name)
    return tuple(found for found in explanations if _plain(found.name) == wanted) or tuple(
        found for found in explanations if _plain(found.title) == wanted
    )


def nearest(name: str, explanations: Iterable[Explanation]) -> tuple[str, ...]:
    """Return the names that come nearest to one that nobody knows, the nearest first; a few at most."""
    names: dict[str, str] = {}
    for found in explanations:
        names.setdefault(_plain(found.title), found.name)
    for found in explanations:
        names[_plain(found.name)] = found.name
    wanted = _plain(name)
    close = get_close_matches(wanted, names, n=_MOST_HINTS, cutoff=_NEAR)
    inside = [said for said in names if wanted and wanted in said]
    return tuple(dict.fromkeys(names[said] for said in [*close, *inside]))[:_MOST_HINTS]


def _plain(text: str) -> str:
    return " ".join(text.replace("_", "-").rstrip(".。").casefold().split())
