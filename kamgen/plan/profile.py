"""Who the account is: company facts, needs, rivals and business network (methods B1 to B3, A4)."""

from typing import Annotated, Literal

from pydantic import Field

from kamgen.plan.values import Count, Currency, Day, Id, Line, Markdown, Positive, Section, Share, Text, Year

Answer = Literal["yes", "no", "unknown"]
NetworkKind = Literal["supplier", "customer", "competitor", "competitor-customer", "partner"]
NeedKind = Literal["stated", "real", "unstated", "delight", "secret"]
NeedLevel = Literal["product", "solution", "business", "lifetime"]
NeedMet = Literal["none", "partly", "fully"]


class Revenue(Section):
    """The customer's own revenue in a year."""

    amount: Annotated[Positive, Field(description="The customer's revenue")]
    currency: Annotated[Currency | None, Field(description="ISO 4217 code; the reporting currency when left out")] = (
        None
    )
    year: Annotated[Year | None, Field(description="The year it is for")] = None


class KeyAccountTest(Section):
    """One of the three tests of "big" (A4): an answer and what it rests on."""

    answer: Annotated[Answer, Field(description="The answer")] = "unknown"
    evidence: Annotated[Text | None, Field(description="What the answer rests on")] = None


class KeyAccountTests(Section):
    """The three tests of "big" (A4): big need, willingness to pay a premium, big repurchase."""

    need: Annotated[KeyAccountTest | None, Field(description="Is the need big?")] = None
    premium: Annotated[KeyAccountTest | None, Field(description="Does the customer pay a premium?")] = None
    repurchase: Annotated[KeyAccountTest | None, Field(description="Does the customer buy again and again?")] = None


class Fact(Section):
    """A fact about the customer, with its source and date (B1)."""

    text: Annotated[Text, Field(description="The fact")]
    source: Annotated[Text | None, Field(description="Where it comes from")] = None
    date: Annotated[Day | None, Field(description="When it was learnt or published")] = None


class NetworkMember(Section):
    """A company around the customer: along its chain, or beside it (B2)."""

    kind: Annotated[NetworkKind, Field(description="What it is to the customer")]
    name: Annotated[Text, Field(description="Its name")]


class Rival(Section):
    """Another supplier that sells to this account."""

    name: Annotated[Text, Field(description="The rival's name")]
    share: Annotated[Share | None, Field(description="Its share of the customer's spend, 0 to 1")] = None
    strengths: Annotated[Text | None, Field(description="What it does better than we do")] = None
    weaknesses: Annotated[Text | None, Field(description="Where it is weak")] = None


class Need(Section):
    """Something the customer needs, whether they say so or not (B3)."""

    id: Annotated[Id, Field(description="Stable id, used by opportunities and outcomes")]
    text: Annotated[Text, Field(description="The need in one line")]
    kind: Annotated[NeedKind | None, Field(description="How the need shows itself")] = None
    level: Annotated[
        NeedLevel | None, Field(description="How deep it goes, from one-off product to lifetime partnership")
    ] = None
    met: Annotated[NeedMet | None, Field(description="How far it is met today")] = None
    source: Annotated[Text | None, Field(description="Where we know it from")] = None


class Profile(Section):
    """The 360° view of the customer (B1, B2)."""

    industry: Annotated[Text | None, Field(description="The customer's industry")] = None
    headquarters: Annotated[Text | None, Field(description="Town and country")] = None
    website: Annotated[Line | None, Field(description="Web address (http or https)")] = None
    since: Annotated[
        Day | None, Field(description="Customer since this day; years as a customer are computed from it")
    ] = None
    employees: Annotated[Count | None, Field(description="Number of employees")] = None
    revenue: Annotated[Revenue | None, Field(description="The customer's own revenue")] = None
    parent: Annotated[Id | None, Field(description="Id of the account this one belongs to (group roll-up)")] = None
    key_account_tests: Annotated[KeyAccountTests | None, Field(description="Three tests of a big customer (A4)")] = None
    facts: Annotated[tuple[Fact, ...], Field(description="Facts, each with source and date")] = ()
    strategy: Annotated[Markdown | None, Field(description="Strategy and operations (Markdown)")] = None
    competition: Annotated[Markdown | None, Field(description="Industry and competition (Markdown)")] = None
    network: Annotated[tuple[NetworkMember, ...], Field(description="Business network around the customer")] = ()
    rivals: Annotated[tuple[Rival, ...], Field(description="Who else sells to this account")] = ()
    needs: Annotated[tuple[Need, ...], Field(description="What the customer needs (B3)")] = ()
