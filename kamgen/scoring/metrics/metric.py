"""What a metric is: a named figure whose docstring is the definition that people read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.evaluation import Evaluation, evaluate
from kamgen.scoring.score import MetricValue

MetricUnit = Literal["years", "days", "hours", "count", "money", "share", "points", "index", "word"]
"""``share`` is 0 to 1 (growth and margin may lie outside), ``points`` 0 to 100, ``index`` −100 to 100."""

Computation = Callable[[Evaluation], MetricValue]


@dataclass(frozen=True, slots=True)
class Metric:
    """A named figure.

    Attributes:
        name: What criteria and segments call it.
        unit: What it is counted in.
        label: What people call it, in English.
        description: One line that says what it is, in English.
        definition: How it is computed and when it is not known, in English, as Markdown; Chinese stands in
            :data:`kamgen.wording.chinese.metrics.DEFINITIONS`.
        methods: Letters of the methods that it serves, as in :data:`kamgen.wording.methods.METHODS`.
        compute: The computation.

    """

    name: str
    unit: MetricUnit
    label: str
    description: str
    definition: str
    methods: tuple[str, ...]
    compute: Computation

    def value(self, account: Account, settings: Settings, as_of: date) -> MetricValue:
        """Return this one metric of an account; the catalogue computes all of them at once."""
        return self.compute(evaluate(account, settings, as_of))


def metric(
    name: str, unit: MetricUnit, label: str, description: str, *, methods: tuple[str, ...]
) -> Callable[[Computation], Metric]:
    """Make a function a metric; its docstring becomes the definition, with Markdown's single backticks."""

    def made(compute: Computation) -> Metric:
        definition = cleandoc(compute.__doc__ or "").replace("``", "`")
        return Metric(name, unit, label, description, definition, methods, compute)

    return made


def yes_or_no(answer: bool | None) -> str | None:
    """Return an answer as the word that a metric gives; None where nobody has answered."""
    return None if answer is None else "yes" if answer else "no"
