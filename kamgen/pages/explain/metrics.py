"""What each metric is, how it is computed, and how criteria and segments use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import Explanation, Fact, Passage, Sample, Snippet, related
from kamgen.pages.explain.links import criteria_linked, methods_linked, segments_linked, with_label
from kamgen.pages.markdown import html_of
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import Metric, MetricUnit
from kamgen.scoring.segments import SCALES
from kamgen.wording.chinese.metrics import DEFINITIONS
from kamgen.wording.language import Wording
from kamgen.workspace.root import SETTINGS_FILE

METRIC_LEVEL = 4
"""Level of the heading that a metric's definition stands under."""

UNIT_NAMES: Mapping[MetricUnit, str] = {
    "years": "years",
    "days": "days",
    "hours": "hours",
    "count": "a number",
    "money": "money",
    "share": "a share, 0 to 1",
    "points": "points, 0 to 100",
    "index": "an index, −100 to 100",
    "word": "a word",
}
"""What a metric is counted in, in English."""

_LINES: Mapping[MetricUnit, str] = {
    "years": "[[0, 0], [5, 100]]",
    "days": "[[30, 100], [180, 0]]",
    "hours": "[[0, 0], [40, 100]]",
    "count": "[[0, 0], [12, 100]]",
    "money": "[[0, 0], [100000, 100]]",
    "share": "[[0, 0], [0.5, 100]]",
    "points": "[[0, 0], [100, 100]]",
    "index": "[[-100, 0], [100, 100]]",
}
_LIMITS: Mapping[MetricUnit, str] = {
    "years": ">= 3",
    "days": "> 90",
    "hours": ">= 20",
    "count": ">= 4",
    "money": ">= 50000",
    "share": ">= 0.3",
    "points": "< 50",
    "index": "< 0",
}
"""Scales and limits that make sense for a unit; a reader changes the numbers."""

_FALLING = {
    "losses-last-12-months": "[[0, 100], [100000, 0]]",
    "open-requests": "[[0, 100], [12, 0]]",
    "open-risks": "[[0, 100], [12, 0]]",
    "response-days": "[[1, 100], [14, 0]]",
    "risk-exposure": "[[0, 100], [1, 0]]",
}
"""Scales of metrics of which less is better, though others with their unit are the other way round."""


def metric_explanations(context: Context) -> tuple[Explanation, ...]:
    """Return the explanation of every metric, in the order of the catalogue."""
    return tuple(_explained(metric, context) for metric in METRICS.values())


def metric_definition(metric: Metric, t: Wording) -> str:
    """Return how a metric is computed, and when it is not known; English where there is no Chinese yet."""
    return (DEFINITIONS.get(metric.name) if t.language == "zh" else None) or metric.definition


def _explained(metric: Metric, context: Context) -> Explanation:
    t, settings = context.wording, context.settings
    definition = metric_definition(metric, t)
    criteria = tuple(criterion for criterion in settings.scoring.criteria if criterion.metric == metric.name)
    segments = tuple(segment for segment in settings.segments if metric.name in segment.where)
    return Explanation(
        kind="metric",
        name=metric.name,
        title=t.text(metric.label),
        summary=t.text(metric.description),
        group=t.text("Metrics"),
        state=unit_name(metric, context),
        passages=(Passage(t.text("How it is computed"), definition, html_of(definition, METRIC_LEVEL)),),
        facts=tuple(_facts(metric, context)),
        uses=tuple(_uses(metric, t)),
        related=(
            *related(t.text("Methods"), methods_linked(metric.methods, t)),
            *related(t.text("Criteria that read it"), criteria_linked(criteria, t)),
            *related(t.text("Segments that ask for it"), segments_linked(segments, t)),
        ),
    )


def unit_name(metric: Metric, context: Context) -> str:
    """Return what a metric is counted in; of money, the currency."""
    if metric.unit == "money":
        return context.settings.currency
    return context.wording.text(UNIT_NAMES[metric.unit])


def _facts(metric: Metric, context: Context) -> Iterator[Fact]:
    t = context.wording
    said = unit_name(metric, context)
    if metric.unit == "money":
        said = t.text("money, in {currency}", currency=said)
    yield Fact(t.text("Unit"), said)
    if metric.name in SCALES:
        words = tuple(with_label(word, t.label(metric.name, word), t) for word in SCALES[metric.name])
        yield Fact(t.text("Values"), t.listing(words))


def _uses(metric: Metric, t: Wording) -> Iterator[Sample]:
    """Yield a criterion that reads the metric and a segment that asks for it; a word has no place on a scale."""
    if metric.unit != "word":
        line = _FALLING.get(metric.name, _LINES[metric.unit])
        criterion = f"- id: my-{metric.name}\n  metric: {metric.name}\n  line: {line}\n  weight: 10\n"
        yield Sample(t.text("As a criterion"), (_nested("scoring: criteria:", criterion),))
        limit = f'"{_LIMITS[metric.unit]}"'
    else:
        limit = SCALES[metric.name][-1]
    segment = f"- id: my-segment\n  where: {{{metric.name}: {limit}}}\n"
    yield Sample(t.text("In a segment"), (_nested("segments:", segment),))


def _nested(keys: str, item: str) -> Snippet:
    """Return the lines of a list's item below its keys, each key indented below the one before."""
    lines: list[str] = []
    for key in keys.split():
        lines.append("  " * len(lines) + key)
    indent = "  " * len(lines)
    return Snippet(SETTINGS_FILE, "\n".join([*lines, *(indent + line for line in item.splitlines())]) + "\n")
