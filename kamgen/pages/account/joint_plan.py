"""What both sides sign: value proposition, initiatives, promises of both sides, supply (C1, C2)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, Deadline, Mention, WorkMark, work_mark
from kamgen.plan.joint_plan import Commitment, Initiative, Supply
from kamgen.plan.values import LocalisedText


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Something both sides do together, with what each gets out of it."""

    anchor: str
    area: str
    text: str
    ours: str
    theirs: str
    due: Deadline | None
    status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise; ``mark`` is ``open``, ``done`` or ``dropped``."""

    anchor: str
    text: str
    owner: Mention
    due: Deadline | None
    status: str
    mark: WorkMark


@dataclass(frozen=True, slots=True)
class SupplyRow:
    """Planned supply of a product in a period."""

    product: str
    period: str
    volume: str
    share: str


@dataclass(frozen=True, slots=True)
class JointPlanSection:
    """The joint business plan."""

    headline: str
    value_proposition: str
    covers: str
    leaves_out: str
    goals: tuple[tuple[str, str], ...]
    initiatives: tuple[InitiativeRow, ...]
    ours: tuple[CommitmentRow, ...]
    theirs: tuple[CommitmentRow, ...]
    supply: tuple[SupplyRow, ...]


def joint_plan_section(terms: AccountTerms) -> JointPlanSection | None:
    """Return the joint plan, ``None`` where nothing of it is written."""
    plan, t = terms.account.joint_plan, terms.t
    if not plan.model_fields_set:
        return None
    goals = {goal.id: terms.of(goal.text) for goal in terms.account.goals.goals}
    scope = plan.scope
    return JointPlanSection(
        headline=_headline(terms),
        value_proposition=terms.of(plan.value_proposition),
        covers=t.listing([_line(text, terms) for text in scope.in_]) if scope else "",
        leaves_out=t.listing([_line(text, terms) for text in scope.out]) if scope else "",
        goals=tuple((f"goal-{goal}", goals.get(goal, goal)) for goal in plan.goals),
        initiatives=tuple(_initiative(initiative, terms) for initiative in plan.initiatives),
        ours=tuple(_commitment(promise, terms) for promise in plan.commitments if promise.by == "us"),
        theirs=tuple(_commitment(promise, terms) for promise in plan.commitments if promise.by == "customer"),
        supply=tuple(_supply(supply, terms) for supply in plan.supply),
    )


def _headline(terms: AccountTerms) -> str:
    plan, t = terms.account.joint_plan, terms.t
    parts = []
    if plan.year is not None:
        parts.append(t.text("Year {year}", year=str(plan.year)))
    if plan.commitments:
        kept = sum(promise.status == "done" for promise in plan.commitments)
        parts.append(
            t.text("{kept} of {n} promise kept|{kept} of {n} promises kept", kept=kept, n=len(plan.commitments))
        )
    if plan.next_review is not None:
        parts.append(t.text("next joint review {day}", day=t.day(plan.next_review, weekday=True)))
    return t.listing(parts)


def _line(text: str | LocalisedText, terms: AccountTerms) -> str:
    """Return a line of the scope; product lines are often named by their id."""
    return terms.context.product(text) if isinstance(text, str) else terms.of(text)


def _initiative(initiative: Initiative, terms: AccountTerms) -> InitiativeRow:
    is_open = initiative.status in ("todo", "doing")
    benefit = initiative.benefit
    return InitiativeRow(
        anchor=f"initiative-{initiative.id}",
        area=terms.t.label("area", initiative.area) if initiative.area else "",
        text=terms.of(initiative.text),
        ours=terms.of(benefit.ours) if benefit else "",
        theirs=terms.of(benefit.theirs) if benefit else "",
        due=terms.deadline(initiative.due, open_=is_open),
        status=terms.t.label("work_status", initiative.status),
        is_open=is_open,
    )


def _commitment(promise: Commitment, terms: AccountTerms) -> CommitmentRow:
    mark = work_mark(promise.status)
    return CommitmentRow(
        anchor=f"commitment-{promise.id}",
        text=terms.of(promise.text),
        owner=terms.who(promise.owner),
        due=terms.deadline(promise.due, open_=mark == "open"),
        status=terms.t.label("work_status", promise.status),
        mark=mark,
    )


def _supply(supply: Supply, terms: AccountTerms) -> SupplyRow:
    volume = terms.t.number(supply.volume)
    return SupplyRow(
        product=terms.context.product(supply.product),
        period=supply.period or "",
        volume=f"{volume} {terms.of(supply.unit)}".strip(),
        share=terms.t.percent(supply.share),
    )
