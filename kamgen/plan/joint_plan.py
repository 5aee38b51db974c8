"""What both sides sign: the joint business plan (C1, C2)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.goals import WorkStatus
from kamgen.plan.values import Day, Id, Line, Positive, Section, Share, Text, Year

Area = Literal["assortment", "replenishment", "promotion", "new-product", "cost", "service", "other"]
Side = Literal["us", "customer"]
SharedPart = Literal["satisfaction", "requests", "purchases"]
"""A part of the plan that the customer sees only if we decide so."""


class Scope(Section):
    """What the joint plan covers and what it leaves out."""

    in_: Annotated[tuple[Text, ...], Field(alias="in", description="What it covers")] = ()
    out: Annotated[tuple[Text, ...], Field(description="What it leaves out")] = ()


class Benefit(Section):
    """What each side gets out of an initiative."""

    ours: Annotated[Text | None, Field(description="Our benefit")] = None
    theirs: Annotated[Text | None, Field(description="The customer's benefit")] = None


class Initiative(Section):
    """Something both sides do together."""

    id: Annotated[Id, Field(description="Stable id")]
    area: Annotated[Area | None, Field(description="ECR area")] = None
    text: Annotated[Text, Field(description="The initiative")]
    benefit: Annotated[Benefit | None, Field(description="What each side gets out of it")] = None
    due: Annotated[Day | None, Field(description="By this day")] = None
    status: Annotated[WorkStatus, Field(description="How far it is")] = "todo"


class Commitment(Section):
    """What one side promises the other."""

    id: Annotated[Id, Field(description="Stable id")]
    by: Annotated[Side, Field(description="Who promises")]
    text: Annotated[Text, Field(description="The promise")]
    owner: Annotated[
        Id | None, Field(description="A member of our team (us) or a person at the customer (customer)")
    ] = None
    due: Annotated[Day | None, Field(description="By this day")] = None
    status: Annotated[WorkStatus, Field(description="How far it is")] = "todo"


class Supply(Section):
    """Planned supply of a product in a period."""

    product: Annotated[Line, Field(description="Product line, an id of the settings")]
    period: Annotated[Line | None, Field(description="Period, such as 2026-Q3")] = None
    volume: Annotated[Positive | None, Field(description="Volume in the unit")] = None
    unit: Annotated[Text | None, Field(description="Unit, such as case")] = None
    share: Annotated[Share | None, Field(description="Our share of the customer's demand, 0 to 1")] = None


class JointPlan(Section):
    """The joint business plan of a year."""

    year: Annotated[Year | None, Field(description="The year it is for")] = None
    value_proposition: Annotated[
        Text | None, Field(description="What we offer the customer, in one or two sentences")
    ] = None
    scope: Annotated[Scope | None, Field(description="What it covers and leaves out")] = None
    goals: Annotated[tuple[Id, ...], Field(description="Ids of the goals shared with the customer")] = ()
    initiatives: Annotated[tuple[Initiative, ...], Field(description="What both sides do together")] = ()
    commitments: Annotated[tuple[Commitment, ...], Field(description="What each side promises")] = ()
    supply: Annotated[tuple[Supply, ...], Field(description="Supply plan and our share")] = ()
    share: Annotated[tuple[SharedPart, ...], Field(description="What else the customer sees in the joint review")] = ()
    next_review: Annotated[Day | None, Field(description="Day of the next joint review")] = None
