"""What the customer gets out of it: dimensions of the relationship and the customer's own outcomes (C3)."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from kamgen.plan.goals import WorkStatus
from kamgen.plan.values import Amount, Day, Id, Line, Number, Section, Text, read_whole

ZeroToFive = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=0, le=5),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 5}),
]
"""A rating, 0 to 5."""


class Dimension(Section):
    """One dimension of the relationship: now and wanted."""

    dimension: Annotated[Line, Field(description="Name of the dimension, such as trust")]
    now: Annotated[ZeroToFive | None, Field(description="Now, 0 to 5")] = None
    wanted: Annotated[ZeroToFive | None, Field(description="Wanted, 0 to 5")] = None
    evidence: Annotated[Text | None, Field(description="What the rating rests on")] = None


class Milestone(Section):
    """A step towards an outcome."""

    text: Annotated[Text, Field(description="What is reached")]
    due: Annotated[Day | None, Field(description="By this day")] = None
    owner: Annotated[Id | None, Field(description="Member of our team")] = None
    customer_owner: Annotated[Id | None, Field(description="Person at the customer")] = None
    status: Annotated[WorkStatus, Field(description="How far it is")] = "todo"


class Outcome(Section):
    """A business outcome of the customer's own, with the customer's own measure."""

    id: Annotated[Id, Field(description="Stable id")]
    text: Annotated[Text, Field(description="The outcome in the customer's words")]
    closes: Annotated[Line | None, Field(description="The dimension or the need it serves")] = None
    unit: Annotated[Line | None, Field(description="Unit of the measure")] = None
    baseline: Annotated[Number | None, Field(description="Where it started")] = None
    target: Annotated[Number | None, Field(description="Where it is to be")] = None
    actual: Annotated[Number | None, Field(description="Where it is now")] = None
    start: Annotated[Day | None, Field(description="First day")] = None
    due: Annotated[Day | None, Field(description="Last day")] = None
    worth: Annotated[Amount | None, Field(description="What it is worth to the customer in a year")] = None
    owner: Annotated[Id | None, Field(description="Member of our team")] = None
    customer_owner: Annotated[Id | None, Field(description="Person at the customer")] = None
    verified: Annotated[Day | None, Field(description="Day on which the customer confirmed it")] = None
    milestones: Annotated[tuple[Milestone, ...], Field(description="Steps towards it, with owners on both sides")] = ()


class SuccessPlan(Section):
    """The customer success plan."""

    assessment: Annotated[tuple[Dimension, ...], Field(description="Relationship by dimension: now and wanted")] = ()
    outcomes: Annotated[tuple[Outcome, ...], Field(description="The customer's business outcomes")] = ()
