"""Where the account is to go: the ten-year backcast and OGSM (B5, B6)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.values import Day, Id, Line, Number, Positive, Section, Text, Year

StrategyKind = Literal["opportunity", "share", "relationship"]
Phase = Literal["market", "sales", "service"]
WorkStatus = Literal["todo", "doing", "done", "dropped"]


class HorizonStep(Section):
    """The picture of one year to come, told backwards from the furthest (B6)."""

    year: Annotated[Year, Field(description="The year")]
    picture: Annotated[Text | None, Field(description="What it looks like then")] = None
    amount: Annotated[Positive | None, Field(description="Business in that year, in the plan's currency")] = None


class Goal(Section):
    """A figure to reach by a day."""

    id: Annotated[Id, Field(description="Stable id, used by strategies and the joint plan")]
    text: Annotated[Text, Field(description="What is measured")]
    unit: Annotated[Line | None, Field(description="Unit: a currency code, %, or any word")] = None
    baseline: Annotated[Number | None, Field(description="Where it started")] = None
    target: Annotated[Number | None, Field(description="Where it is to be")] = None
    actual: Annotated[Number | None, Field(description="Where it is now")] = None
    start: Annotated[Day | None, Field(description="First day")] = None
    due: Annotated[Day | None, Field(description="Last day")] = None


class Measure(Section):
    """How a strategy's success is measured."""

    id: Annotated[Id, Field(description="Stable id")]
    text: Annotated[Text, Field(description="What is measured")]
    unit: Annotated[Line | None, Field(description="Unit")] = None
    baseline: Annotated[Number | None, Field(description="Where it started")] = None
    target: Annotated[Number | None, Field(description="Where it is to be")] = None
    actual: Annotated[Number | None, Field(description="Where it is now")] = None
    start: Annotated[Day | None, Field(description="First day")] = None
    due: Annotated[Day | None, Field(description="Last day")] = None
    owner: Annotated[Id | None, Field(description="Member of the team who answers for it")] = None


class ThreeChecks(Section):
    """The three checks of an action (D5): the day each was made."""

    owner: Annotated[Day | None, Field(description="Checked by its owner on")] = None
    lead: Annotated[Day | None, Field(description="Checked by the lead on")] = None
    audit: Annotated[Day | None, Field(description="Checked by an auditor on")] = None


class Action(Section):
    """Something a member of the team does by a day; that day's month is its month of the plan."""

    id: Annotated[Id, Field(description="Stable id")]
    text: Annotated[Text, Field(description="What is done")]
    owner: Annotated[Id | None, Field(description="Member of the team who does it")] = None
    due: Annotated[Day | None, Field(description="Done by this day")] = None
    status: Annotated[WorkStatus, Field(description="How far it is")] = "todo"
    hours: Annotated[Positive | None, Field(description="Planned hours")] = None
    spent: Annotated[Positive | None, Field(description="Hours spent so far")] = None
    with_customer: Annotated[Positive | None, Field(description="Of the planned hours, in front of the customer")] = (
        None
    )
    checks: Annotated[ThreeChecks | None, Field(description="Three checks: owner, lead, audit")] = None


class Strategy(Section):
    """A way to reach one or more goals."""

    id: Annotated[Id, Field(description="Stable id")]
    serves: Annotated[tuple[Id, ...], Field(description="Ids of the goals it serves")] = ()
    kind: Annotated[StrategyKind | None, Field(description="New opportunity, share growth or relationship growth")] = (
        None
    )
    text: Annotated[Text, Field(description="The strategy in one line")]
    phase: Annotated[Phase | None, Field(description="The sub-team that carries it")] = None
    measures: Annotated[tuple[Measure, ...], Field(description="How its success is measured")] = ()
    actions: Annotated[tuple[Action, ...], Field(description="What is done, by whom, until when")] = ()


class Goals(Section):
    """OGSM and the backcast it serves."""

    horizon: Annotated[tuple[HorizonStep, ...], Field(description="Backcast: 10, 5, 3 and 1 years")] = ()
    objective: Annotated[Text | None, Field(description="The objective in words")] = None
    goals: Annotated[tuple[Goal, ...], Field(description="Goals: figures by a day")] = ()
    strategies: Annotated[tuple[Strategy, ...], Field(description="Strategies, each serving goals")] = ()
