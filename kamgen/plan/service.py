"""How the account is kept: requests, surveys, losses, bindings, referrals, blueprint (D4, E1 to E7)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.values import Count, Currency, Day, Id, Positive, Section, Text

ServiceLevel = Literal["basic", "reactive", "accountable", "proactive", "partnership"]
Function = Literal["marketing", "production", "support", "finance", "management"]
LossReason = Literal["price", "quality", "service", "relationship", "rival", "need-gone", "other"]
BindingKind = Literal["level", "industry", "project"]


class Request(Section):
    """Something the customer asked for, with the day it is due (D4)."""

    id: Annotated[Id, Field(description="Stable id")]
    text: Annotated[Text, Field(description="What the customer asked for")]
    raised: Annotated[Day | None, Field(description="Day it was raised")] = None
    due: Annotated[Day | None, Field(description="Day it is due")] = None
    function: Annotated[Function | None, Field(description="The function that answers")] = None
    owner: Annotated[Id | None, Field(description="Member of the team who answers")] = None
    closed: Annotated[Day | None, Field(description="Day it was closed")] = None


class Survey(Section):
    """Answers to a satisfaction survey, counted on five levels (E1)."""

    date: Annotated[Day, Field(description="Day of the survey")]
    very_satisfied: Annotated[Count, Field(description="Number of very satisfied answers")] = 0
    satisfied: Annotated[Count, Field(description="Number of satisfied answers")] = 0
    neutral: Annotated[Count, Field(description="Number of neutral answers")] = 0
    dissatisfied: Annotated[Count, Field(description="Number of dissatisfied answers")] = 0
    very_dissatisfied: Annotated[Count, Field(description="Number of very dissatisfied answers")] = 0


class Loss(Section):
    """A lost order, product or account, with its cause and its fix (E3)."""

    date: Annotated[Day, Field(description="Day of the loss")]
    what: Annotated[Text, Field(description="What was lost")]
    amount: Annotated[Positive | None, Field(description="Amount lost, in the plan's currency")] = None
    currency: Annotated[Currency | None, Field(description="ISO 4217 code; the plan's currency when left out")] = None
    reason: Annotated[LossReason | None, Field(description="Kind of reason")] = None
    cause: Annotated[Text | None, Field(description="The root cause")] = None
    fix: Annotated[Text | None, Field(description="What was changed so that it does not happen again")] = None


class Binding(Section):
    """Something that holds the account (E5)."""

    kind: Annotated[BindingKind, Field(description="Kind of binding")]
    text: Annotated[Text, Field(description="What binds")]
    since: Annotated[Day | None, Field(description="Since when")] = None


class Referral(Section):
    """A recommendation by this customer and what came of it (E6)."""

    to: Annotated[Text, Field(description="Whom the customer recommended us to")]
    date: Annotated[Day | None, Field(description="When")] = None
    result: Annotated[Text | None, Field(description="What came of the recommendation")] = None


class BlueprintStep(Section):
    """A step of the service blueprint: what the customer does, what they see, what happens behind (E7)."""

    id: Annotated[Id, Field(description="Stable id; the same id in a plan replaces the settings' step")]
    step: Annotated[Text, Field(description="Name of the step in the customer's life cycle")]
    customer_action: Annotated[Text | None, Field(description="What the customer does")] = None
    front_stage: Annotated[Text | None, Field(description="What the customer sees us do")] = None
    back_stage: Annotated[Text | None, Field(description="What happens behind")] = None
    response: Annotated[Text | None, Field(description="Response time promised")] = None


class Service(Section):
    """Service and retention."""

    requests: Annotated[tuple[Request, ...], Field(description="Customer requests")] = ()
    surveys: Annotated[tuple[Survey, ...], Field(description="Satisfaction surveys")] = ()
    losses: Annotated[tuple[Loss, ...], Field(description="Losses and their causes (black box)")] = ()
    bindings: Annotated[tuple[Binding, ...], Field(description="What holds the account")] = ()
    switching_costs: Annotated[tuple[Text, ...], Field(description="What leaving us would cost the customer")] = ()
    referrals: Annotated[tuple[Referral, ...], Field(description="Recommendations by this customer")] = ()
    blueprint: Annotated[
        tuple[BlueprintStep, ...], Field(description="Steps that differ from the settings' blueprint")
    ] = ()
