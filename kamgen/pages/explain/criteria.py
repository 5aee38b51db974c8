"""What each criterion of the key-account score reads, and how many points it gives (A1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import Explanation, Fact, FactTable, related
from kamgen.pages.explain.links import criterion_title, methods_linked, metrics_linked, with_label
from kamgen.plan.settings import Criterion
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.wording.language import Wording


def criterion_explanations(context: Context) -> tuple[Explanation, ...]:
    """Return the explanation of every criterion of the workspace, in the order of its settings."""
    return tuple(_explained(criterion, context) for criterion in context.settings.scoring.criteria)


def _explained(criterion: Criterion, context: Context) -> Explanation:
    t = context.wording
    metric = METRICS.get(criterion.metric or "")
    reads = _reads(criterion, t)
    return Explanation(
        kind="criterion",
        name=criterion.id,
        title=criterion_title(criterion, t),
        summary=reads,
        group=t.text("Criteria of the key-account score"),
        state=_weight(criterion, context),
        passages=(),
        facts=tuple(_facts(criterion, context)),
        tables=(_scale(criterion, context),),
        related=(
            *related(t.text("Metrics"), metrics_linked(() if metric is None else (metric,), t)),
            *related(t.text("Methods"), methods_linked(("A1",) if criterion.axis is None else ("A1", "A2"), t)),
        ),
    )


def _reads(criterion: Criterion, t: Wording) -> str:
    if criterion.metric is not None:
        return t.text("Reads the metric {name}.", name=criterion.metric)
    if criterion.tag is not None:
        return t.text("Asks whether the plan has the tag {name}.", name=criterion.tag)
    return t.text("Reads the field {name} of the plan.", name=criterion.field or "")


def _weight(criterion: Criterion, context: Context) -> str:
    """Return how much of the score rests on a criterion, as a share of all weight."""
    total = _all_weight(context)
    return context.wording.percent(criterion.weight / total if total else Decimal(0))


def _all_weight(context: Context) -> Decimal:
    return sum((criterion.weight for criterion in context.settings.scoring.criteria), Decimal(0))


def _facts(criterion: Criterion, context: Context) -> Iterator[Fact]:
    t = context.wording
    weight, total, share = t.number(criterion.weight), _all_weight(context), _weight(criterion, context)
    yield Fact(
        t.text("Weight"), t.text("{weight} of {total}, {share}", weight=weight, total=t.number(total), share=share)
    )
    axis = t.label("axis", criterion.axis) if criterion.axis else t.text("none; it counts for the score alone")
    yield Fact(t.text("Axis of the matrix"), axis)
    if criterion.tag is None:
        said = t.text("Its weight is left out of the score: what is not known never counts as bad.")
    else:
        said = t.text("A tag is always known: it is there or it is not.")
    yield Fact(t.text("If it is not known"), said)


def _scale(criterion: Criterion, context: Context) -> FactTable:
    t = context.wording
    if criterion.metric is not None:
        return _number_scale(criterion, context)
    if criterion.tag is not None:
        points = criterion.points if isinstance(criterion.points, Decimal) else None
        rows = [(t.text("With the tag"), points), (t.text("Without it"), criterion.otherwise or Decimal(0))]
        return _table(t.text("Tag"), rows, "", t)
    field = criterion.field or ""
    by_value = criterion.points if isinstance(criterion.points, dict) else {}
    rows = [(_word(field, value, t), points) for value, points in by_value.items()]
    if criterion.otherwise is not None:
        rows.append((t.text("Any other value"), criterion.otherwise))
        return _table(t.text("Value read"), rows, "", t)
    return _table(t.text("Value read"), rows, t.text("Any other value is not known."), t)


def _number_scale(criterion: Criterion, context: Context) -> FactTable:
    t = context.wording
    pairs = criterion.line or criterion.bands
    said = [_amount(value, criterion, context) for value, _ in pairs]
    if criterion.bands:
        note = t.text("The last step that is reached counts; below the first there are no points.")
        said = [t.text("from {value}", value=value) for value in said]
    else:
        note = t.text("Between two values on a straight line; beyond the ends, as at the ends.")
    return _table(t.text("Value read"), zip(said, (points for _, points in pairs), strict=True), note, t)


def _table(head: str, rows: Iterable[tuple[str, Decimal | None]], note: str, t: Wording) -> FactTable:
    return FactTable(
        title=t.text("Scale"),
        heads=(head, t.text("Points")),
        rows=tuple((value, t.number(points)) for value, points in rows),
        numeric=(1,),
        note=note,
    )


def _word(field: str, value: str, t: Wording) -> str:
    return with_label(value, t.label(field, value), t)


def _amount(value: Decimal, criterion: Criterion, context: Context) -> str:
    """Return a value of the scale as people read it, by its metric's unit."""
    t = context.wording
    metric = METRICS.get(criterion.metric or "")
    match None if metric is None else metric.unit:
        case "money":
            return t.money(value, context.settings.currency)
        case "share":
            return t.percent(value)
        case "years":
            return t.text("{n} year|{n} years", n=value)
        case "days":
            return t.text("{n} day|{n} days", n=value)
        case "index":
            return t.signed(value)
        case _:
            return t.number(value)
