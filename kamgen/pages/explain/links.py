"""What rules, metrics, criteria and methods are called, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.checks.rule import Family
from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import Reference, address_of
from kamgen.pages.navigation import SEGMENTS_ADDRESS
from kamgen.plan.settings import Criterion, Segment
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import Metric
from kamgen.wording.language import Wording
from kamgen.wording.methods import METHODS

FAMILY_NAMES: Mapping[Family, str] = {
    "form": "Form of the files",
    "references": "References and consistency",
    "goals": "Goals",
    "power-map": "Power map",
    "success-plan": "Success plan",
    "opportunities": "Opportunities",
    "joint-plan": "Joint plan",
    "service": "Service",
    "portfolio": "Portfolio",
    "upkeep": "Upkeep of the plan",
}
"""What people call the families of rules, in English; the order is that of the catalogue."""


def in_language(pair: tuple[str, str], t: Wording) -> str:
    """Return the one of an English and a Chinese text that is in this language."""
    return pair[1 if t.language == "zh" else 0]


def with_label(word: str, label: str, t: Wording) -> str:
    """Return a word as plans write it, and what people read for it where that is another one."""
    return word if word == label.casefold() else t.text("{word} ({label})", word=word, label=label)


def criterion_title(criterion: Criterion, t: Wording) -> str:
    """Return what people call a criterion: the name that it was given, else what it reads."""
    if criterion.name is not None:
        return t.of(criterion.name)
    if criterion.metric is not None:
        return t.text(METRICS[criterion.metric].label) if criterion.metric in METRICS else criterion.metric
    if criterion.tag is not None:
        return t.text("Tag “{tag}”", tag=criterion.tag)
    return t.text((criterion.field or "").replace("_", " ").replace(".", " ").capitalize())


def methods_linked(codes: Iterable[str], t: Wording) -> tuple[Reference, ...]:
    """Return links to methods, in the order of the methods."""
    wanted = set(codes)
    return tuple(
        Reference("method", code, in_language(method.name, t), address_of("method", code))
        for code, method in METHODS.items()
        if code in wanted
    )


def metrics_linked(metrics: Iterable[Metric], t: Wording) -> tuple[Reference, ...]:
    """Return links to metrics."""
    return tuple(
        Reference("metric", metric.name, t.text(metric.label), address_of("metric", metric.name)) for metric in metrics
    )


def criteria_linked(criteria: Iterable[Criterion], t: Wording) -> tuple[Reference, ...]:
    """Return links to criteria."""
    return tuple(
        Reference("criterion", criterion.id, criterion_title(criterion, t), address_of("criterion", criterion.id))
        for criterion in criteria
    )


def rules_serving(code: str, context: Context) -> tuple[Reference, ...]:
    """Return links to the rules that serve a method."""
    return tuple(
        Reference("rule", rule.name, rule_documentation(rule, context.language)[0], address_of("rule", rule.name))
        for rule in RULES.values()
        if code in rule.methods
    )


def segments_linked(segments: Iterable[Segment], t: Wording) -> tuple[Reference, ...]:
    """Return links to segments, where their conditions and accounts stand."""
    return tuple(
        Reference("segment", segment.id, t.of(segment.name) or segment.id, f"{SEGMENTS_ADDRESS}#segment-{segment.id}")
        for segment in segments
    )
