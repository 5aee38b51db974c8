"""Who decides: the people of the customer, their ratings and what those rest on (D1)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from kamgen.plan.values import Count, Day, Id, OneToFive, Section, Text, YesNo, read_whole

Level = Literal["executive", "director", "manager", "specialist"]
Role = Literal["economic", "technical", "user", "coach"]
Response = Literal["growth", "trouble", "even-keel", "overconfident"]
Orientation = Literal["financial", "technical", "relationship", "business"]
Relationship = Literal["none", "vendor", "credible-source", "problem-solver", "trusted-advisor"]
EvidenceAbout = Literal["support", "influence", "role", "response", "orientation", "relationship"]
EvidenceStatus = Literal["assumed", "confirmed"]
Support = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=-2, le=2),
    WithJsonSchema({"type": "integer", "minimum": -2, "maximum": 2}),
]
"""-2 opponent, -1 sceptic, 0 neutral, 1 supporter, 2 advocate."""
Strength = Annotated[
    int,
    BeforeValidator(read_whole),
    Field(ge=1, le=3),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 3}),
]
"""How strongly one person influences another, 1 to 3."""


class Influence(Section):
    """A dotted line: this person influences another beside the reporting line."""

    person: Annotated[Id, Field(description="Id of the person who is influenced")]
    strength: Annotated[Strength, Field(description="1 a little, 2 clearly, 3 decisively")] = 2


class RelationshipLevel(Section):
    """How the person sees us now, and how they should."""

    now: Annotated[Relationship | None, Field(description="How the person sees us now")] = None
    wanted: Annotated[Relationship | None, Field(description="How the person should see us")] = None


class Contact(Section):
    """When we last met, and how often we mean to."""

    last: Annotated[Day | None, Field(description="Last contact")] = None
    every_days: Annotated[Count | None, Field(description="Agreed cadence in days", ge=1)] = None


class Evidence(Section):
    """What a rating rests on."""

    about: Annotated[EvidenceAbout, Field(description="The rating it is about")]
    text: Annotated[Text, Field(description="What was seen or heard")]
    date: Annotated[Day | None, Field(description="When")] = None
    status: Annotated[EvidenceStatus, Field(description="Whether it is assumed or confirmed")] = "assumed"


class Person(Section):
    """Someone at the customer; with ``wanted: true`` a role that is needed and not yet found."""

    id: Annotated[Id, Field(description="Stable id")]
    name: Annotated[Text | None, Field(description="Name; may be missing for a wanted person")] = None
    wanted: Annotated[YesNo, Field(description="true: needed, not yet identified")] = False
    title: Annotated[Text | None, Field(description="Job title")] = None
    unit: Annotated[Text | None, Field(description="Department or unit")] = None
    level: Annotated[Level | None, Field(description="Level in the customer's organisation")] = None
    reports_to: Annotated[Id | None, Field(description="Id of the person's superior")] = None
    influences: Annotated[tuple[Influence, ...], Field(description="Whom the person influences, beside reporting")] = ()
    role: Annotated[Role | None, Field(description="Buying role")] = None
    influence: Annotated[OneToFive | None, Field(description="Influence on decisions about us, 1 to 5")] = None
    support: Annotated[Support | None, Field(description="How far the person is for us, -2 to 2")] = None
    response: Annotated[Response | None, Field(description="Response mode")] = None
    orientation: Annotated[Orientation | None, Field(description="What the person looks at first")] = None
    challenges: Annotated[tuple[Text, ...], Field(description="Business challenges of the person")] = ()
    wins: Annotated[Text | None, Field(description="The personal win")] = None
    covered_by: Annotated[Id | None, Field(description="Member of the team who looks after the person")] = None
    relationship: Annotated[RelationshipLevel | None, Field(description="How the person sees us: now and wanted")] = (
        None
    )
    contact: Annotated[Contact | None, Field(description="Last contact and cadence")] = None
    evidence: Annotated[tuple[Evidence, ...], Field(description="What the ratings rest on")] = ()


class PowerMap(Section):
    """The people who decide about us."""

    people: Annotated[tuple[Person, ...], Field(description="Everyone who matters, found or wanted")] = ()
