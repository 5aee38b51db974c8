"""How mature our key-account programme is: ten modules by our own judgement, and what is not judged yet (F5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kamgen.pages.account.terms import Mention
from kamgen.pages.context import Context, member_address
from kamgen.pages.register import Register
from kamgen.plan.settings import ProgrammeModule, ProgrammeStep
from kamgen.scoring.maturity import MODULES, Maturity, programme_maturity

_ASKS: Mapping[ProgrammeModule, str] = {
    "value-strategy": "Which accounts get our time and money, and which do not",
    "value-targets": "What each key account is to bring, from a known baseline and proved by named opportunities",
    "organisation": "Who decides about key accounts, and whether the people behind them are enough",
    "customer-profile": "What we know of a customer, with source and date",
    "product-design": "Offers made for the customer’s own outcomes rather than from the price list",
    "team": "Market, sales and service of an account working as one, each with a name",
    "battle-map": "A calendar of actions with hours, and how many of them are in front of customers",
    "incentives": "What we are paid for: the customer’s outcomes, or this month’s orders",
    "binding": "What holds a customer to us: levels, a common standard, joint projects",
    "service-blueprint": "What the customer sees at each step, what happens behind it, and how fast we answer",
}
"""What each module is about, in English."""


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module that was assessed; texts are empty for what is not written."""

    anchor: str
    name: str
    asks: str
    level: int
    level_text: str
    evidence: str
    next_step: str
    owner: Mention


@dataclass(frozen=True, slots=True)
class MissingModule:
    """A module that was not assessed; ``next_step`` and ``owner`` where they are written all the same."""

    anchor: str
    name: str
    asks: str
    next_step: str
    owner: Mention


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """The programme.

    Attributes:
        title: Its heading.
        lead: The mean level, and what is weakest.
        mean: The mean level; empty where no module was assessed.
        rests_on: How many modules it is the mean of, and what is assumed.
        rows: Assessed modules in the order of the method.
        missing: The others.

    """

    title: str
    lead: str
    mean: str
    rests_on: tuple[str, ...]
    rows: tuple[ModuleRow, ...]
    missing: tuple[MissingModule, ...]


def programme_page(register: Register, context: Context) -> ProgrammePage:  # noqa: ARG001
    """Return the page of the programme; it is made from the settings alone."""
    t, maturity = context.wording, programme_maturity(context.settings.programme)
    assessed = {step.module: step for step in maturity.weakest_first}
    written = {step.module: step for step in context.settings.programme}
    return ProgrammePage(
        title=t.text("Programme"),
        lead=_lead(maturity, context),
        mean=t.number(maturity.mean, 1),
        rests_on=_rests_on(maturity, context),
        rows=tuple(_row(assessed[module], context) for module in MODULES if module in assessed),
        missing=tuple(_missing(module, written.get(module), context) for module in maturity.missing),
    )


def _lead(maturity: Maturity, context: Context) -> str:
    t = context.wording
    if maturity.mean is None:
        return t.text("How well we run key accounts has not been judged yet.")
    lowest = maturity.weakest_first[0].level
    weakest = [step for step in maturity.weakest_first if step.level == lowest]
    mean = t.text("{mean} of 5 on average.", mean=t.number(maturity.mean, 1))
    if len(weakest) == len(maturity.weakest_first):
        return mean
    names = tuple(t.label("programme", step.module) for step in weakest)
    said = t.text("Weakest: {names}.", names=names)
    return f"{mean}{'' if context.language == 'zh' else ' '}{said}"


def _rests_on(maturity: Maturity, context: Context) -> tuple[str, ...]:
    """Return what the mean rests on; nothing where there is none."""
    if maturity.mean is None:
        return ()
    t, assessed = context.wording, len(MODULES) - len(maturity.missing)
    counted = t.text("{n} of {all} modules assessed", n=assessed, all=len(MODULES))
    return (counted, *(t.say(assumption) for assumption in maturity.assumptions))


def _row(step: ProgrammeStep, context: Context) -> ModuleRow:
    t, level = context.wording, step.level or 0
    return ModuleRow(
        anchor=f"module-{step.module}",
        name=t.label("programme", step.module),
        asks=t.text(_ASKS[step.module]),
        level=level,
        level_text=t.text("{level} of 5", level=level),
        evidence=t.of(step.evidence),
        next_step=t.of(step.next),
        owner=_owner(step.owner, context),
    )


def _missing(module: ProgrammeModule, step: ProgrammeStep | None, context: Context) -> MissingModule:
    t = context.wording
    return MissingModule(
        anchor=f"module-{module}",
        name=t.label("programme", module),
        asks=t.text(_ASKS[module]),
        next_step=t.of(step.next) if step else "",
        owner=_owner(step.owner if step else None, context),
    )


def _owner(owner: str | None, context: Context) -> Mention:
    """Return who drives a module; only members whom the settings name have a page for certain."""
    if owner is None:
        return Mention("")
    known = any(member.id == owner for member in context.settings.team)
    return Mention(context.member(owner), member_address(owner) if known else "")
