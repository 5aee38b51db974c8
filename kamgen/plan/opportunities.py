"""What may be sold: opportunities in their buying process (D2, D3)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.values import Currency, Day, Id, Line, Positive, Section, Share, Text

OpportunityStatus = Literal["open", "won", "lost"]


class NextStep(Section):
    """The next thing to do about an opportunity."""

    text: Annotated[Text, Field(description="What is done next")]
    owner: Annotated[Id | None, Field(description="Member of the team")] = None
    due: Annotated[Day | None, Field(description="By this day")] = None


class Opportunity(Section):
    """A sale in the making, won or lost."""

    id: Annotated[Id, Field(description="Stable id")]
    name: Annotated[Text, Field(description="Name of the opportunity")]
    product: Annotated[Line | None, Field(description="Product line, an id of the settings")] = None
    process: Annotated[Id | None, Field(description="A buying process of the settings")] = None
    stage: Annotated[Id | None, Field(description="A stage of that process")] = None
    amount: Annotated[Positive | None, Field(description="Amount in the plan's currency")] = None
    currency: Annotated[Currency | None, Field(description="ISO 4217 code; the plan's currency when left out")] = None
    probability: Annotated[Share | None, Field(description="0 to 1; overrides the stage's")] = None
    created: Annotated[Day | None, Field(description="Day on which it was found")] = None
    close: Annotated[Day | None, Field(description="Expected, or real, day of the decision")] = None
    status: Annotated[OpportunityStatus, Field(description="How it stands")] = "open"
    needs: Annotated[tuple[Id, ...], Field(description="Ids of the needs it answers")] = ()
    people: Annotated[tuple[Id, ...], Field(description="Ids of the people who decide")] = ()
    rival: Annotated[Text | None, Field(description="Who else bids")] = None
    next_step: Annotated[NextStep | None, Field(description="The next thing to do")] = None
    done_tasks: Annotated[tuple[Id, ...], Field(description="Tasks of the process that are done")] = ()
    lost_reason: Annotated[Text | None, Field(description="Why it was lost")] = None
