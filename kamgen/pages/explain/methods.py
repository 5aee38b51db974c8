"""What each method asks for, where it comes from, and which metrics and rules carry it out."""

from __future__ import annotations

from collections.abc import Iterable

from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import PAGES, Explanation, Passage, Reference, related
from kamgen.pages.explain.links import in_language, metrics_linked, rules_serving
from kamgen.pages.markdown import html_of
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.wording.language import Wording
from kamgen.wording.methods import GROUPS, METHODS, SOURCES, Method, Source

METHOD_LEVEL = 3
"""Level of the heading that a method's text stands under."""


def method_explanations(context: Context) -> tuple[Explanation, ...]:
    """Return the explanation of every method, in the order in which an account is worked."""
    return tuple(_explained(code, method, context) for code, method in METHODS.items())


def _explained(code: str, method: Method, context: Context) -> Explanation:
    t = context.wording
    text = in_language(method.text, t).strip()
    metrics = (metric for metric in METRICS.values() if code in metric.methods)
    return Explanation(
        kind="method",
        name=code,
        title=in_language(method.name, t),
        summary=in_language(method.name, t),
        group=in_language(GROUPS[code[0]], t),
        state=t.text("our reading") if method.our_reading else "",
        passages=(Passage("", text, html_of(text, METHOD_LEVEL)),),
        related=(
            *related(t.text("Source|Sources", n=len(method.sources)), sources_linked(method.sources, t)),
            *related(t.text("Metrics"), metrics_linked(metrics, t)),
            *related(t.text("Rules"), rules_serving(code, context)),
        ),
    )


def sources_linked(sources: Iterable[Source], t: Wording) -> tuple[Reference, ...]:
    """Return links to what methods were taken from, each with what it is."""
    return tuple(
        Reference("source", source, in_language(SOURCES[source], t), f"{PAGES['method']}#{source_anchor(source)}")
        for source in sources
    )


def source_anchor(source: str) -> str:
    """Return the anchor of a source on the page of methods."""
    return f"source-{source}"
