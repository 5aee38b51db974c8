"""What holds the account, beside habit (methods: E5, sources S3, S1 and S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from kamgen.plan.service import Binding, BindingKind, Service
from kamgen.plan.values import LocalisedText

BINDING_KINDS: tuple[BindingKind, ...] = get_args(BindingKind)
"""Level, industry and project binding."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """What holds the account: bindings by kind, each kind the oldest first, and what leaving us would cost.

    ``by_kind`` has every kind, with an empty tuple where none holds; ``missing`` names those. ``kinds`` counts the
    kinds that hold, 0 to 3; None where neither a binding nor a switching cost is written down.
    """

    by_kind: dict[BindingKind, tuple[Binding, ...]]
    switching_costs: tuple[str | LocalisedText, ...]
    missing: tuple[BindingKind, ...]
    kinds: int | None


def score_bindings(service: Service, as_of: date) -> Bindings:
    """Return which bindings and switching costs hold the account on a day (E5); a binding yet to come holds nothing."""
    holding = _holding(service.bindings, as_of)
    by_kind = {
        kind: tuple(
            sorted(
                (binding for binding in holding if binding.kind == kind),
                key=lambda binding: binding.since or date.min,
            )
        )
        for kind in BINDING_KINDS
    }
    return Bindings(
        by_kind=by_kind,
        switching_costs=service.switching_costs,
        missing=tuple(kind for kind, bindings in by_kind.items() if not bindings),
        kinds=kinds_of_binding(service, as_of),
    )


def kinds_of_binding(service: Service, as_of: date) -> int | None:
    """Return how many kinds of binding hold the account on a day, 0 to 3.

    None where neither a binding nor a switching cost is written down: that nobody wrote one does not mean that nothing
    holds the account.
    """
    if not service.bindings and not service.switching_costs:
        return None
    return len({binding.kind for binding in _holding(service.bindings, as_of)})


def _holding(bindings: Sequence[Binding], as_of: date) -> list[Binding]:
    return [binding for binding in bindings if binding.since is None or binding.since <= as_of]
