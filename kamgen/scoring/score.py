"""What scoring returns: frozen values that carry their inputs, so that every score can be explained.

Scores and shares are exact decimals, unrounded unless a field says otherwise; ``None`` means unknown,
never zero. Money is in the workspace's reporting currency. Builds keep these values pickled; without ``slots`` that
is twice as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kamgen.plan.power_map import Role
from kamgen.plan.values import LocalisedText

ActivityState = Literal["active", "cooling", "dormant", "unknown"]
HealthBand = Literal["red", "amber", "green"]
HealthPartName = Literal["relationship", "goals", "satisfaction", "response", "activity"]
Quadrant = Literal["high-high", "high-low", "low-high", "low-low"]
RoleState = Literal["supported", "opposed", "missing", "unrated"]
SliceName = Literal["summit", "super", "high-value", "base"]

MetricValue = Decimal | str | bool | None
"""A metric's value: a number in the metric's unit, a word of a scale, yes or no; None for unknown."""


@dataclass(frozen=True)
class CriterionScore:
    """One criterion of the key-account score (A1): its value, points from 0 to 100 (None: unknown) and weight."""

    id: str
    name: str | LocalisedText | None
    axis: Literal["attractiveness", "strength"] | None
    source: str
    value: MetricValue
    points: Decimal | None
    weight: Decimal


@dataclass(frozen=True)
class KeyAccountScore:
    """Who is a key account: composite score (A1), matrix (A2), class (A6) and stars (F3).

    ``score``, ``attractiveness`` and ``strength`` are 0 to 100, ``known`` is the share of the weight that is
    known, 0 to 1. ``posture`` is the settings' name for the quadrant.
    """

    score: Decimal | None
    known: Decimal
    is_key_account: bool | None
    class_label: str | None
    stars: int | None
    attractiveness: Decimal | None
    strength: Decimal | None
    quadrant: Quadrant | None
    posture: str | None
    criteria: tuple[CriterionScore, ...]


@dataclass(frozen=True)
class Activity:
    """Buying rhythm (E2): state by the account's own median days between purchase days.

    ``frequency`` counts the days with a purchase in the 12 months up to ``as_of``, ``monetary`` is the amount
    bought in them; ``purchase_days`` counts all days with a purchase.
    """

    state: ActivityState
    first: date | None
    last: date | None
    recency_days: int | None
    median_days: Decimal | None
    purchase_days: int
    frequency: int
    monetary: Decimal | None


@dataclass(frozen=True)
class Relationship:
    """Standing with the people who decide (power map).

    ``score`` and its parts are 0 to 100, ``support_index`` is -100 to 100, ``coverage`` 0 to 1.
    ``carried_by`` is the person who carries over half of the positive influence, if anyone does.
    """

    score: Decimal | None
    known: Decimal
    support_index: Decimal | None
    coverage: Decimal | None
    roles: dict[Role, RoleState]
    role_completeness: Decimal | None
    single_threaded: bool | None
    carried_by: str | None


@dataclass(frozen=True)
class HealthPart:
    """One part of the health: 0 to 100 or unknown, with its weight."""

    name: HealthPartName
    value: Decimal | None
    weight: Decimal


@dataclass(frozen=True)
class Health:
    """Health 0 to 100 of what is known, less the risk penalty; ``risk_exposure`` is 0 to 1."""

    score: Decimal | None
    band: HealthBand | None
    known: Decimal
    parts: tuple[HealthPart, ...]
    risk_exposure: Decimal | None
    penalty: Decimal


@dataclass(frozen=True)
class LifetimeValue:
    """Revenue to date, undiscounted, and the projected margin (F4) with its assumptions."""

    to_date: Decimal | None
    projected: Decimal | None
    annual_margin: Decimal | None
    years: Decimal
    retention: Decimal
    discount: Decimal
    margin_rate: Decimal | None


@dataclass(frozen=True)
class Forecast:
    """Open opportunities: count, amount, weighted amount, and what is missing to the revenue goal (D3)."""

    open_count: int
    open_amount: Decimal | None
    weighted: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    gap: Decimal | None


@dataclass(frozen=True)
class AccountScores:
    """Everything computed for one account from its own plan, the settings and a day."""

    id: str
    as_of: date
    metrics: dict[str, MetricValue]
    key_account: KeyAccountScore
    activity: Activity
    relationship: Relationship
    health: Health
    lifetime_value: LifetimeValue
    forecast: Forecast


@dataclass(frozen=True)
class Placement:
    """Where an account stands among all: rank by the pyramid's measure (1 is best), slice, RFM scores 1 to 5."""

    rank: int | None
    slice_name: SliceName | None
    r: int | None
    f: int | None
    m: int | None


@dataclass(frozen=True)
class PyramidSlice:
    """A slice of the pyramid (A3), cumulative from the top: its accounts, and what they really bring.

    ``share`` is the share of accounts asked for, ``value_share`` and ``revenue_share`` what the slice has of the
    measure and of all revenue to date (0 to 1, None where there is none).
    """

    name: SliceName
    share: Decimal
    accounts: tuple[str, ...]
    value: Decimal
    value_share: Decimal | None
    revenue: Decimal
    revenue_share: Decimal | None


@dataclass(frozen=True)
class PortfolioScores:
    """What can only be said of all accounts together."""

    placements: dict[str, Placement]
    pyramid: tuple[PyramidSlice, ...]
    unranked: tuple[str, ...]
    revenue_to_date: Decimal
    purchases_last_12_months: Decimal
    open_amount: Decimal
    weighted: Decimal
    target: Decimal | None
    actual: Decimal | None
