"""The whole account plan: one file, one account."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from kamgen.plan.goals import Goals, Phase
from kamgen.plan.joint_plan import JointPlan
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.power_map import PowerMap
from kamgen.plan.profile import Profile
from kamgen.plan.reviews import Handover, Review, Risk, Waiver
from kamgen.plan.service import Service, ServiceLevel
from kamgen.plan.success_plan import SuccessPlan
from kamgen.plan.value import Value
from kamgen.plan.values import Day, Id, Language, Line, Markdown, OneToFive, Section, Text

FORMAT_VERSION = 1
"""The plan format that this kamgen reads."""

AccountStatus = Literal["prospect", "active", "dormant", "lost"]
AccountType = Literal["economic", "important", "group", "strategic"]
Stage = Literal["exploratory", "basic", "cooperative", "interdependent", "integrated"]


def _known_version(value: Any) -> int:
    if str(value).strip() != str(FORMAT_VERSION):
        raise PydanticCustomError("format_version", "unknown plan format")
    return FORMAT_VERSION


FormatVersion = Annotated[int, BeforeValidator(_known_version), WithJsonSchema({"const": FORMAT_VERSION})]


class TeamMember(Section):
    """Who of our team covers which phase (F1)."""

    member: Annotated[Id, Field(description="Member of the team")]
    phase: Annotated[Phase | None, Field(description="Phase of the relationship that the member covers")] = None


class Reviewed(Section):
    """When the plan was last gone through as a whole, and by whom."""

    date: Annotated[Day, Field(description="Day of the review")]
    by: Annotated[Id | None, Field(description="Member of the team")] = None


class Sentiment(Section):
    """A person's own judgement; shown beside the computed health, never mixed into it."""

    value: Annotated[OneToFive, Field(description="1 bad to 5 excellent")]
    reason: Annotated[Text | None, Field(description="Why")] = None
    by: Annotated[Id | None, Field(description="Member of the team")] = None
    date: Annotated[Day | None, Field(description="When")] = None


class Account(Section):
    """An account plan. Only ``kamgen``, ``name`` and ``owner`` must be there; the id is the file's name."""

    kamgen: Annotated[FormatVersion, Field(description="Version of the plan format")]
    name: Annotated[Text, Field(description="Name of the account")]
    owner: Annotated[Id, Field(description="Member of the team who answers for the account")]
    language: Annotated[
        Language | None, Field(description="Language of this plan's briefs; the settings' when left out")
    ] = None
    status: Annotated[AccountStatus, Field(description="How the account stands with us")] = "active"
    type: Annotated[AccountType | None, Field(description="Kind of account (A5)")] = None
    stage: Annotated[Stage | None, Field(description="Stage of the relationship")] = None
    service_level: Annotated[ServiceLevel | None, Field(description="Level of relationship served (E4)")] = None
    team: Annotated[tuple[TeamMember, ...], Field(description="Who covers which phase (F1)")] = ()
    tags: Annotated[tuple[Line, ...], Field(description="Static tags (A8)")] = ()
    reviewed: Annotated[Reviewed | None, Field(description="Last review of the whole plan")] = None
    sentiment: Annotated[Sentiment | None, Field(description="The owner's own judgement, 1 to 5")] = None
    summary: Annotated[Markdown | None, Field(description="The account in a few sentences (Markdown)")] = None
    profile: Annotated[Profile, Field(description="The 360° view (B1 to B3)")] = Field(default_factory=Profile)
    value: Annotated[Value, Field(description="History of cooperation (A1, E2, F4)")] = Field(default_factory=Value)
    goals: Annotated[Goals, Field(description="OGSM and backcast (B5, B6)")] = Field(default_factory=Goals)
    power_map: Annotated[PowerMap, Field(description="People who decide (D1)")] = Field(default_factory=PowerMap)
    success_plan: Annotated[SuccessPlan, Field(description="Customer success plan (C3)")] = Field(
        default_factory=SuccessPlan
    )
    opportunities: Annotated[tuple[Opportunity, ...], Field(description="Opportunities (D2, D3)")] = ()
    joint_plan: Annotated[JointPlan, Field(description="What both sides sign (C1, C2)")] = Field(
        default_factory=JointPlan
    )
    reviews: Annotated[tuple[Review, ...], Field(description="Meetings about the account")] = ()
    service: Annotated[Service, Field(description="Service and retention (D4, E1 to E7)")] = Field(
        default_factory=Service
    )
    risks: Annotated[tuple[Risk, ...], Field(description="Risks (E9)")] = ()
    handovers: Annotated[tuple[Handover, ...], Field(description="Changes of owner (E8)")] = ()
    waivers: Annotated[tuple[Waiver, ...], Field(description="Checks this plan does not want")] = ()
