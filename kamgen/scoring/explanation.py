"""Why a score is what it is: a tree of figures, each with its rule and where in the plan it stands.

Made when somebody asks, never kept: a plan of 10 KB gives some hundred of these values, and the scores travel between
processes for every account.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from kamgen.plan.values import LocalisedText
from kamgen.scoring.metrics.metric import MetricUnit
from kamgen.scoring.score import MetricValue
from kamgen.scoring.weighting import HUNDRED, ZERO
from kamgen.wording.labels import LABELS
from kamgen.wording.language import WORDINGS
from kamgen.wording.phrase import Phrase, phrase

Path = tuple[str | int, ...]
ReasonUnit = MetricUnit | Literal["day"]
"""What a value is counted in; ``word`` is a word of a scale, or yes and no."""


class Source(NamedTuple):
    """Where a figure is written: the path to it in the plan, or in the settings.

    A path into ``value.purchases`` may also mean the file of purchases beside the plan; scores do not know which.
    """

    path: Path
    of: Literal["plan", "settings"] = "plan"


class Reason(NamedTuple):
    """One figure of an explanation.

    A named tuple because every page makes some 70 of them, and a frozen dataclass takes four times as long to make.

    Attributes:
        label: What the figure is.
        value: The figure; None where it is not known.
        unit: What the value is counted in.
        scale: The scale whose label says a value that is a word, such as ``support``.
        currency: The currency of money that is not in the reporting currency.
        rule: How the value came about, with its figures, in one line.
        worth: How the value becomes points, where a scale says so.
        sources: Where the value is written.
        rule_source: Where the scale, the weight or another part of the rule is set.
        points: What the value is worth, −100 to 100; None where it is not known, or where nothing is weighted.
        weight: The weight that it has among the children of its parent.
        contribution: What it adds to its parent's value, in the parent's unit:
            for what is weighted ``points · weight / Σ known weight``. The known contributions add up to the parent.
        known: Of a score, the share of the weight that is known, 0 to 1.
        missing: What would make it known, or known better; None where nothing is missing.
        criterion: The criterion of the key-account score that it is.
        metric: The metric that it is.
        children: What it is made of.

    """

    label: Phrase
    value: MetricValue | date = None
    unit: ReasonUnit = "points"
    scale: str = ""
    currency: str = ""
    rule: Phrase | None = None
    worth: Phrase | None = None
    sources: tuple[Source, ...] = ()
    rule_source: Source | None = None
    points: Decimal | None = None
    weight: Decimal | None = None
    contribution: Decimal | None = None
    known: Decimal | None = None
    missing: Phrase | None = None
    criterion: str = ""
    metric: str = ""
    children: tuple[Reason, ...] = ()

    @property
    def contributing(self) -> tuple[Reason, ...]:
        """The children that add to the value, or would if they were known; the others only explain it."""
        return tuple(child for child in self.children if child.weight is not None or child.contribution is not None)


def weighed(reasons: Iterable[Reason], *, whole: Decimal = HUNDRED) -> tuple[Reason, ...]:
    """Return reasons with what each adds to their weighted mean; nothing for those whose points are not known.

    Args:
        reasons: Reasons with points, 0 to 100, and weight.
        whole: What the mean of full points is in the parent's unit: 100 for points, 1 for a share.

    """
    found = tuple(reasons)
    known = sum((one.weight for one in found if one.points is not None and one.weight is not None), ZERO)
    return tuple(
        one
        if one.points is None or one.weight is None or not known
        else one._replace(contribution=one.points * one.weight * whole / (HUNDRED * known))
        for one in found
    )


def plan_source(*path: str | int) -> Source:
    """Return a source in the plan."""
    return Source(path)


def settings_source(*path: str | int) -> Source:
    """Return a source in the settings."""
    return Source(path, "settings")


def named(name: str | LocalisedText | None, otherwise: str = "") -> Phrase:
    """Return a name of the plan or the settings as a phrase, so that it is said in the reader's language."""
    return phrase("{name}", name=name or otherwise)


@lru_cache(maxsize=1_000)
def word(scale: str, value: Hashable) -> str | LocalisedText:
    """Return the label of a scale's value for a phrase; the value itself where the scale does not have it."""
    pair = LABELS.get(scale, {}).get(str(value))
    return str(value) if pair is None else LocalisedText(en=pair[0], zh=pair[1])


def figure(value: Decimal, unit: ReasonUnit, currency: str = "") -> str:
    """Return a figure for a phrase, written the same in every language: ``34%``, ``57,714 USD``, ``1.6``."""
    said = WORDINGS["en"]
    match unit:
        case "share":
            return said.percent(value, _decimals(value * HUNDRED))
        case "money":
            return f"{said.number(value, 0)} {currency}".rstrip()
        case "index":
            return said.signed(value)
        case _:
            return said.number(value, _decimals(value))


def _decimals(value: Decimal) -> int:
    """Return how many decimals are worth reading: none of a whole number, one of any other."""
    return 0 if value == value.to_integral_value() else 1
