"""How the plan is kept alive: reviews, risks, handovers, waivers (E8, E9)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.values import Day, Id, Line, OneToFive, Section, Text

ReviewKind = Literal["internal", "quarterly", "executive", "joint"]
RiskStatus = Literal["open", "closed"]


class Review(Section):
    """A meeting about the account."""

    date: Annotated[Day, Field(description="Day of the meeting")]
    kind: Annotated[ReviewKind, Field(description="Kind of meeting")] = "internal"
    attendees: Annotated[tuple[Id, ...], Field(description="Ids of members and people who were there")] = ()
    outcomes: Annotated[tuple[Text, ...], Field(description="What came of it")] = ()
    asks: Annotated[tuple[Text, ...], Field(description="What was asked for")] = ()
    decisions: Annotated[tuple[Text, ...], Field(description="What was decided")] = ()


class Risk(Section):
    """Something that may go wrong (E9)."""

    id: Annotated[Id, Field(description="Stable id")]
    text: Annotated[Text, Field(description="The risk")]
    likelihood: Annotated[OneToFive | None, Field(description="1 rare to 5 almost certain")] = None
    impact: Annotated[OneToFive | None, Field(description="1 small to 5 we lose the account")] = None
    owner: Annotated[Id | None, Field(description="Member of the team who watches it")] = None
    response: Annotated[Text | None, Field(description="What we do about it")] = None
    due: Annotated[Day | None, Field(description="By this day")] = None
    status: Annotated[RiskStatus, Field(description="Whether it is still open")] = "open"


class Handover(Section):
    """The account passes from one owner to another (E8)."""

    date: Annotated[Day, Field(description="Day of the handover")]
    from_: Annotated[Id, Field(alias="from", description="Member who hands over")]
    to: Annotated[Id, Field(description="Member who takes over")]
    reconfirmed: Annotated[Day | None, Field(description="Day on which the new owner confirmed the ratings")] = None


class Waiver(Section):
    """A check that this plan does not want, why, and until when."""

    rule: Annotated[Line, Field(description="Name of the rule")]
    reason: Annotated[Line, Field(description="Why this plan does not want it")]
    until: Annotated[Day | None, Field(description="Last day on which it holds")] = None
