"""What scoring returns: frozen values that carry their inputs, so that every score can be explained.

Scores and shares are exact decimals, unrounded unless a field says otherwise; ``None`` means unknown,
never zero. Money is in the workspace's reporting currency. Builds keep these values pickled; without ``slots`` that
is twice as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from kamgen.plan.power_map import Role
from kamgen.plan.service import ServiceLevel
from kamgen.plan.values import LocalisedText
from kamgen.scoring.forecast_distribution import WinChance

if TYPE_CHECKING:
    from kamgen.scoring.forecast_sum import SummedForecast

ActivityState = Literal["active", "cooling", "dormant", "unknown"]
HealthBand = Literal["red", "amber", "green"]
HealthPartName = Literal["relationship", "goals", "satisfaction", "response", "activity"]
PlanSectionName = Literal[
    "profile", "value", "goals", "power-map", "success-plan", "opportunities", "joint-plan", "service"
]
Quadrant = Literal["high-high", "high-low", "low-high", "low-low"]
RoleState = Literal["supported", "opposed", "missing", "unrated"]
SliceName = Literal["summit", "super", "high-value", "base"]

RollUpFigure = Literal[
    "purchases_last_12_months",
    "revenue_to_date",
    "lifetime_value",
    "open_amount",
    "weighted",
    "target",
    "actual",
    "planned_hours",
    "spent_hours",
]
"""What is added up for groups, owners and tags: money in the reporting currency, and hours."""

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
class Judgement:
    """A person's own judgement, 1 bad to 5 excellent, and whether the health says the opposite (None: not known)."""

    value: int
    reason: str | LocalisedText | None
    disagrees: bool | None


@dataclass(frozen=True)
class PlanSection:
    """How much of one section of a plan is there, 0 to 1, and what it weighs."""

    name: PlanSectionName
    share: Decimal
    weight: Decimal


@dataclass(frozen=True)
class PlanQuality:
    """How good the plan itself is: 0 to 100, as its parts are; ``known`` is the share of the weight that is known."""

    score: Decimal | None
    known: Decimal
    completeness: Decimal
    freshness: Decimal | None
    findings: Decimal


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
    """Open opportunities: count, amount, weighted amount, and what is missing to the revenue goal (D3).

    ``p10``, ``p50`` and ``p90`` are what the wins come to at most in 10, 50 and 90 cases of 100, ``reach`` is the
    probability (0 to 1) that actual and wins together come to the target. ``chances`` are the opportunities that all of
    this rests on; ``unweighted`` counts the open ones that lack an amount, a probability or an exchange rate.
    """

    open_count: int
    open_amount: Decimal | None
    weighted: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    gap: Decimal | None
    p10: Decimal | None
    p50: Decimal | None
    p90: Decimal | None
    reach: Decimal | None
    unweighted: int
    chances: tuple[WinChance, ...]


@dataclass(frozen=True)
class AccountScores:
    """Everything computed for one account from its own plan, the settings and a day.

    ``made_tags`` are the tags that the settings' rules make for it (A8), without those of its plan.
    """

    id: str
    as_of: date
    metrics: dict[str, MetricValue]
    key_account: KeyAccountScore
    activity: Activity
    relationship: Relationship
    health: Health
    lifetime_value: LifetimeValue
    forecast: Forecast
    made_tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placement:
    """Where an account stands among all: rank by the pyramid's measure (1 is best), slice, RFM scores 1 to 5.

    ``suggested_level`` is the level of service that its margin and the number of customers suggest (E4).
    """

    rank: int | None
    slice_name: SliceName | None
    r: int | None
    f: int | None
    m: int | None
    suggested_level: ServiceLevel | None = None


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
class KnownSum:
    """A sum over the accounts that know the figure, and how many these are; None where none of them does."""

    amount: Decimal | None
    known: int


@dataclass(frozen=True)
class SliceHours:
    """The hours that a slice of the pyramid gets, and its share of all hours, 0 to 1; None where there are none."""

    name: SliceName
    hours: Decimal
    share: Decimal | None


@dataclass(frozen=True)
class HoursBySlice:
    """All hours, how many accounts have any, and what each slice gets of them; slices hold those above them.

    ``top_share`` is the share of the widest slice, the one that the resource rule is about.
    """

    total: Decimal
    known: int
    slices: tuple[SliceHours, ...]

    @property
    def top_share(self) -> Decimal | None:
        """Share of the hours that goes to the top slice, 0 to 1; None without hours or without a pyramid."""
        return self.slices[-1].share if self.slices else None


@dataclass(frozen=True)
class ResourceRule:
    """Planned and spent hours by slice, against the share that the top slice should get (A7), 0 to 1."""

    asked: Decimal
    planned: HoursBySlice | None
    spent: HoursBySlice | None


@dataclass(frozen=True)
class Portion:
    """A part of the accounts: how many they are, what they are worth, and their share of the value, 0 to 1.

    ``key`` is the quadrant, class, number of stars or slice; None for the accounts where it is not known. ``value``
    adds up the pyramid's measure.
    """

    key: str | int | None
    accounts: int
    value: KnownSum
    value_share: Decimal | None


@dataclass(frozen=True)
class Distributions:
    """How the accounts spread over the matrix (A2), the 5A classes (A6), the stars (F3) and the slices (A3).

    Each account is in one portion of each; a slice here does not hold the slices above it.
    """

    matrix: tuple[Portion, ...]
    classes: tuple[Portion, ...]
    stars: tuple[Portion, ...]
    slices: tuple[Portion, ...]


@dataclass(frozen=True)
class RollUp:
    """The figures of several accounts, added up: those of a group of companies, of an owner, or with a tag.

    ``id`` is the group's head, the owner or the tag. ``members`` are the accounts themselves; of a group, those
    directly below its head, which may head groups of their own. ``accounts`` counts all that the figures are of.
    """

    id: str
    members: tuple[str, ...]
    accounts: int
    figures: dict[RollUpFigure, KnownSum]


@dataclass(frozen=True)
class PortfolioScores:
    """What can only be said of all accounts together; sums are over the accounts that know the figure.

    ``segments`` has the accounts of each segment by its id, most valuable first.
    """

    placements: dict[str, Placement]
    pyramid: tuple[PyramidSlice, ...]
    unranked: tuple[str, ...]
    resource_rule: ResourceRule
    distributions: Distributions
    groups: tuple[RollUp, ...]
    owners: tuple[RollUp, ...]
    tags: tuple[RollUp, ...]
    segments: dict[str, tuple[str, ...]]
    revenue_to_date: Decimal | None
    purchases_last_12_months: Decimal | None
    forecast: SummedForecast
    owner_forecasts: dict[str, SummedForecast]
    open_amount: Decimal | None
    weighted: Decimal | None
    target: Decimal | None
    actual: Decimal | None
