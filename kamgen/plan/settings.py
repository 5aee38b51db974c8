"""The settings of a workspace (``kamgen.yaml``): team, products, scoring, processes, checks, segments."""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from kamgen.plan.goals import Phase
from kamgen.plan.power_map import Level
from kamgen.plan.service import BlueprintStep
from kamgen.plan.values import (
    Count,
    Currency,
    Day,
    Id,
    Language,
    Line,
    LocalisedText,
    Number,
    OneToFive,
    Positive,
    Section,
    Share,
    Text,
    YesNo,
    read_whole,
)
from kamgen.plan.web_address import Repository

Axis = Literal["attractiveness", "strength"]
CheckLevel = Literal["error", "warning", "off"]
Paper = Literal["a4", "letter"]
PyramidMeasure = Literal["lifetime-value", "revenue-to-date", "purchases-last-12-months"]
ProgrammeModule = Literal[
    "value-strategy",
    "value-targets",
    "organisation",
    "customer-profile",
    "product-design",
    "team",
    "battle-map",
    "incentives",
    "binding",
    "service-blueprint",
]
Points = Annotated[Number, Field(ge=0, le=100), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})]
"""Points of a criterion or a threshold, 0 to 100."""
Month = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=1, le=12),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12}),
]


Pair = TypeVar("Pair", bound=tuple[Any, ...])


def _rising(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return pairs as they are if their first values rise; an unsorted scale would give wrong points silently."""
    if any(later[0] <= earlier[0] for earlier, later in pairwise(pairs)):
        raise PydanticCustomError("not_rising", "values do not rise")
    return pairs


def _falling(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return pairs as they are if their first values fall."""
    _rising(tuple(reversed(pairs)))
    return pairs


Pairs = Annotated[tuple[tuple[Number, Points], ...], AfterValidator(_rising)]
"""A scale: [value, points] pairs with rising values."""


class Member(Section):
    """Someone of our own team."""

    id: Annotated[Id, Field(description="Stable id, used as owner everywhere")]
    name: Annotated[Text, Field(description="Name")]
    level: Annotated[Level | None, Field(description="Level in our organisation")] = None
    phase: Annotated[Phase | None, Field(description="Phase of the relationship that the member covers")] = None


class Product(Section):
    """A product line."""

    id: Annotated[Id, Field(description="Stable id, used by purchases, white space and opportunities")]
    name: Annotated[Text, Field(description="Name")]


class KeyAccountRule(Section):
    """Above which score an account is a key account (A1)."""

    threshold: Annotated[Points, Field(description="Score from which an account is a key account")] = Decimal(65)


class Criterion(Section):
    """One criterion of the key-account score (A1): where its value comes from, and how it becomes 0 to 100 points."""

    id: Annotated[Id, Field(description="Stable id")]
    name: Annotated[Text | None, Field(description="What people read")] = None
    axis: Annotated[Axis | None, Field(description="Axis of the matrix it counts for (A2)")] = None
    metric: Annotated[Line | None, Field(description="Dynamic: a computed metric")] = None
    tag: Annotated[Line | None, Field(description="Static: has the plan this tag?")] = None
    field: Annotated[Line | None, Field(description="Static: a field of the plan, such as type or stage")] = None
    line: Annotated[Pairs, Field(description="[value, points] pairs; points between them are on a straight line")] = ()
    bands: Annotated[Pairs, Field(description="[from value, points] pairs; the last one reached counts")] = ()
    points: Annotated[
        Points | dict[str, Points] | None,
        Field(description="Points of the tag, or of each value of the field"),
    ] = None
    otherwise: Annotated[Points | None, Field(description="Points when the tag or value is not there")] = None
    weight: Annotated[Positive, Field(description="Weight; only the proportions matter")] = Decimal(1)

    @model_validator(mode="after")
    def _reads_one_thing(self) -> Self:
        sources = [self.metric, self.tag, self.field]
        if sum(source is not None for source in sources) != 1:
            raise PydanticCustomError("criterion_source", "one of metric, tag, field")
        if self.metric is not None and (bool(self.line) + bool(self.bands)) != 1:
            raise PydanticCustomError("criterion_scale", "line or bands")
        if self.metric is None and self.points is None:
            raise PydanticCustomError("criterion_points", "points missing")
        if self.field is not None and not isinstance(self.points, dict):
            raise PydanticCustomError("criterion_points", "points by value")
        if self.tag is not None and isinstance(self.points, dict):
            raise PydanticCustomError("criterion_points", "points as a number")
        return self


class Postures(Section):
    """What to do in each quadrant of the matrix; attractiveness first, strength second (A2)."""

    high_high: Annotated[Line, Field(alias="high-high", description="Attractive, strong")] = "invest"
    high_low: Annotated[Line, Field(alias="high-low", description="Attractive, weak")] = "selective"
    low_high: Annotated[Line, Field(alias="low-high", description="Less attractive, strong")] = "maintain"
    low_low: Annotated[Line, Field(alias="low-low", description="Less attractive, weak")] = "manage-for-cash"


class Matrix(Section):
    """Where the matrix is cut, and the posture of each quadrant (A2)."""

    cut: Annotated[tuple[Points, Points], Field(description="Cuts of attractiveness and strength")] = (
        Decimal(50),
        Decimal(50),
    )
    postures: Annotated[Postures, Field(description="Posture of each quadrant")] = Field(default_factory=Postures)


class Pyramid(Section):
    """The pyramid of value (A3) and the resource rule (A7)."""

    by: Annotated[PyramidMeasure, Field(description="What accounts are ranked by")] = "lifetime-value"
    slices: Annotated[
        tuple[Share, Share, Share], Field(description="Summit, super and high-value share of accounts")
    ] = (
        Decimal("0.01"),
        Decimal("0.04"),
        Decimal("0.20"),
    )
    time_rule: Annotated[Share, Field(description="Share of time that the top slice should get (A7)")] = Decimal("0.80")

    @model_validator(mode="after")
    def _rising_slices(self) -> Self:
        _rising(tuple((share,) for share in self.slices))
        return self


class HealthBands(Section):
    """Health up to red is red, up to amber is amber, above is green."""

    red: Annotated[Points, Field(description="Highest red score")] = Decimal(50)
    amber: Annotated[Points, Field(description="Highest amber score")] = Decimal(75)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.amber < self.red:
            raise PydanticCustomError("not_rising", "amber below red")
        return self


class HealthWeights(Section):
    """Weight of each part of the health; only the proportions matter."""

    relationship: Annotated[Positive, Field(description="Relationship score")] = Decimal(30)
    goals: Annotated[Positive, Field(description="Goal progress against elapsed time")] = Decimal(25)
    satisfaction: Annotated[Positive, Field(description="Latest survey")] = Decimal(20)
    response: Annotated[Positive, Field(description="Requests answered on time")] = Decimal(10)
    activity: Annotated[Positive, Field(description="Buying rhythm")] = Decimal(15)


class Health(Section):
    """How the health is put together."""

    bands: Annotated[HealthBands, Field(description="Bands of red, amber and green")] = Field(
        default_factory=HealthBands
    )
    weights: Annotated[HealthWeights, Field(description="Weights of the parts")] = Field(default_factory=HealthWeights)
    risk_penalty: Annotated[Points, Field(description="Points taken off at full risk exposure")] = Decimal(15)


class PlanQualityWeights(Section):
    """Weight of each part of the plan quality; only the proportions matter."""

    completeness: Annotated[Positive, Field(description="How much of a plan is there")] = Decimal(50)
    freshness: Annotated[Positive, Field(description="Days since the last review of the whole plan")] = Decimal(20)
    findings: Annotated[Positive, Field(description="What the checks found, for the size of the plan")] = Decimal(30)


class PlanQuality(Section):
    """How the plan quality is put together."""

    weights: Annotated[PlanQualityWeights, Field(description="Weights of the parts")] = Field(
        default_factory=PlanQualityWeights
    )


class Lifetime(Section):
    """Default assumptions of the lifetime value (F4)."""

    years: Annotated[Number, Field(description="Horizon in years", ge=0, le=50)] = Decimal(10)
    retention: Annotated[Share, Field(description="Probability to keep a customer another year")] = Decimal("0.85")
    discount: Annotated[Share, Field(description="Discount rate a year")] = Decimal("0.08")
    margin: Annotated[Share, Field(description="Margin on revenue where purchases give none")] = Decimal("0.25")


def _default_criteria() -> tuple[Criterion, ...]:
    build = Criterion.model_validate
    return (
        build(
            {
                "id": "years",
                "axis": "strength",
                "metric": "years-as-customer",
                "line": [[0, 0], [10, 100]],
                "weight": 10,
            }
        ),
        build(
            {
                "id": "wallet",
                "axis": "strength",
                "metric": "share-of-wallet",
                "line": [["0", 0], ["0.6", 100]],
                "weight": 20,
            }
        ),
        build(
            {
                "id": "volume",
                "axis": "attractiveness",
                "metric": "purchases-last-12-months",
                "bands": [[0, 10], [20000, 40], [50000, 70], [100000, 100]],
                "weight": 30,
            }
        ),
        build(
            {
                "id": "type",
                "axis": "attractiveness",
                "field": "type",
                "points": {"strategic": 100, "group": 80, "important": 70, "economic": 50},
                "weight": 10,
            }
        ),
    )


Conditions = dict[str, Line | tuple[Line, ...]]
"""What an account must be: the name of a fact, a score or a metric, and the value or values that it may have."""


class TagRule(Section):
    """A tag that an account has for as long as it meets the conditions (A8)."""

    tag: Annotated[Line, Field(description="The tag, as segments ask for it")]
    name: Annotated[Text | None, Field(description="What people read")] = None
    where: Annotated[Conditions, Field(description="What an account must be: name and value")] = Field(
        default_factory=dict
    )


def _default_tags() -> tuple[TagRule, ...]:
    return tuple(
        TagRule(tag=tag, name=LocalisedText(en=english, zh=chinese), where=where)
        for tag, english, chinese, where in (
            ("dormant", "Dormant", "休眠", {"activity": "dormant"}),
            ("single-threaded", "Single-threaded", "单线关系", {"single-threaded": "yes"}),
            ("price-premium", "Pays a premium", "愿付溢价", {"price-premium": "yes"}),
            ("at-risk", "At risk", "有风险", {"health": "red"}),
        )
    )


class Scoring(Section):
    """How scores are computed."""

    version: Annotated[Count, Field(description="Shown with every score: tells moved facts from moved rules")] = 1
    key_account: Annotated[KeyAccountRule, Field(description="Threshold of a key account")] = Field(
        default_factory=KeyAccountRule
    )
    criteria: Annotated[tuple[Criterion, ...], Field(description="Criteria of the key-account score (A1)")] = Field(
        default_factory=_default_criteria
    )
    tags: Annotated[tuple[TagRule, ...], Field(description="Tags made by rules; segments find them (A8)")] = Field(
        default_factory=_default_tags
    )
    matrix: Annotated[Matrix, Field(description="Attractiveness by strength (A2)")] = Field(default_factory=Matrix)
    pyramid: Annotated[Pyramid, Field(description="Summit, super, high-value (A3)")] = Field(default_factory=Pyramid)
    classes: Annotated[
        tuple[tuple[Points, Line], ...],
        AfterValidator(_falling),
        Field(description="[from score, label], highest first (A6)"),
    ] = (
        (Decimal(85), "A1"),
        (Decimal(70), "A2"),
        (Decimal(55), "A3"),
        (Decimal(40), "A4"),
        (Decimal(0), "A5"),
    )
    stars: Annotated[
        tuple[tuple[Points, OneToFive], ...],
        AfterValidator(_falling),
        Field(description="[from score, stars], highest first (F3)"),
    ] = ((Decimal(85), 5), (Decimal(70), 4), (Decimal(55), 3), (Decimal(40), 2), (Decimal(0), 1))
    entitlements: Annotated[
        dict[Literal["5", "4", "3", "2", "1"], tuple[Text, ...]],
        Field(description="Service that each star brings (F3)"),
    ] = Field(default_factory=dict)
    health: Annotated[Health, Field(description="How the health is put together")] = Field(default_factory=Health)
    plan_quality: Annotated[PlanQuality, Field(description="How the plan quality is put together")] = Field(
        default_factory=PlanQuality
    )
    lifetime: Annotated[Lifetime, Field(description="Default assumptions of the lifetime value")] = Field(
        default_factory=Lifetime
    )


class ProcessStage(Section):
    """A stage of a buying process."""

    id: Annotated[Id, Field(description="Stable id")]
    name: Annotated[Text | None, Field(description="What people read")] = None
    probability: Annotated[Share, Field(description="Probability to win from here, 0 to 1")]
    tasks: Annotated[tuple[Id, ...], Field(description="Tasks of the stage")] = ()


class Process(Section):
    """A buying process (D2)."""

    name: Annotated[Text | None, Field(description="What people read")] = None
    stages: Annotated[tuple[ProcessStage, ...], Field(description="Stages in their order")] = ()
    task_names: Annotated[
        dict[Id, Text], Field(description="What people read for the stages' tasks; without it, their ids in words")
    ] = Field(default_factory=dict)


class CheckSetting(Section):
    """Level and parameters of one rule; which parameters a rule has, the rule says."""

    model_config = ConfigDict(extra="allow")

    level: Annotated[CheckLevel | None, Field(description="Level of the rule's findings; off switches it off")] = None


class Segment(Section):
    """A saved filter over tags, fields and metrics (A8)."""

    id: Annotated[Id, Field(description="Stable id")]
    name: Annotated[Text | None, Field(description="What people read")] = None
    where: Annotated[Conditions, Field(description="What an account must be: name and value")] = Field(
        default_factory=dict
    )


class ProgrammeStep(Section):
    """Self-assessment of one module of the key-account programme (F5)."""

    module: Annotated[ProgrammeModule, Field(description="The module")]
    level: Annotated[OneToFive | None, Field(description="Maturity, 1 to 5")] = None
    evidence: Annotated[Text | None, Field(description="What the level rests on")] = None
    owner: Annotated[Id | None, Field(description="Member of the team")] = None
    next: Annotated[Text | None, Field(description="The next step")] = None


class Briefs(Section):
    """How briefs look, and what must never stand in one for a customer."""

    company: Annotated[Text | None, Field(description="Our company, as customers know it")] = None
    paper: Annotated[Paper, Field(description="Size of the paper")] = "a4"
    font: Annotated[Line | None, Field(description="Font family that comes before kamgen's own")] = None
    font_files: Annotated[
        tuple[Line, ...], Field(description="Files of that font in templates/briefs, one for each weight")
    ] = ()
    logo: Annotated[Line | None, Field(description="Our logo, an SVG, PNG or JPEG file in templates/briefs")] = None
    archive: Annotated[YesNo, Field(description="Write PDF/A, for archives")] = False
    keep_from_customers: Annotated[
        tuple[Line, ...], Field(description="Words that must not stand in a brief for a customer")
    ] = ()


class Settings(Section):
    """Everything that holds for the whole workspace. Every key has a default."""

    title: Annotated[Text, Field(description="Title of the site")] = "Key accounts"
    language: Annotated[Language, Field(description="Main language of pages and briefs")] = "en"
    languages: Annotated[tuple[Language, ...], Field(description="Languages to build; the main one when left out")] = ()
    currency: Annotated[Currency, Field(description="Reporting currency")] = "USD"
    rates: Annotated[dict[Currency, Positive], Field(description="Value of one unit in the reporting currency")] = (
        Field(default_factory=dict)
    )
    as_of: Annotated[Day | None, Field(description="The day the site speaks of; today when left out")] = None
    fiscal_year_start: Annotated[Month, Field(description="First month of the fiscal year")] = 1
    repository: Annotated[
        Repository | None,
        Field(description="Web address of this folder; pages link to the lines of its files there"),
    ] = None
    team: Annotated[tuple[Member, ...], Field(description="Our own team")] = ()
    products: Annotated[tuple[Product, ...], Field(description="Product lines")] = ()
    scoring: Annotated[Scoring, Field(description="How scores are computed")] = Field(default_factory=lambda: Scoring())
    processes: Annotated[dict[Id, Process], Field(description="Buying processes (D2)")] = Field(default_factory=dict)
    checks: Annotated[dict[str, CheckSetting], Field(description="Level and parameters per rule")] = Field(
        default_factory=dict
    )
    segments: Annotated[tuple[Segment, ...], Field(description="Saved filters (A8)")] = ()
    programme: Annotated[tuple[ProgrammeStep, ...], Field(description="Programme maturity (F5)")] = ()
    blueprint: Annotated[tuple[BlueprintStep, ...], Field(description="Default service blueprint (E7)")] = ()
    briefs: Annotated[Briefs, Field(description="How briefs look")] = Field(default_factory=Briefs)

    @property
    def build_languages(self) -> tuple[Language, ...]:
        """The languages to build, the main one first, each once."""
        return tuple(dict.fromkeys((self.language, *self.languages)))
