"""What the customer gets out of it: the relationship by dimension, and the customer's own outcomes (C3)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms, Deadline, Mention, Reach, State, WorkMark, work_mark
from kamgen.plan.success_plan import Dimension, Milestone, Outcome
from kamgen.scoring.progress import reached

_SCALE = 5


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension of the relationship on a scale of 0 to 5; ``now`` and ``wanted`` are places on a line of 100."""

    name: str
    now: int | None
    wanted: int | None
    words: str
    evidence: str


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A step towards an outcome; ``mark`` is ``open``, ``done`` or ``dropped``, ``owners`` are ours, then theirs."""

    text: str
    due: Deadline | None
    owners: tuple[Mention, ...]
    status: str
    mark: WorkMark

    @property
    def note(self) -> str:
        """What is said of the step in one line: that it was dropped, and its owners."""
        dropped = self.status if self.mark == "dropped" else ""
        return " · ".join(text for text in (dropped, " ‖ ".join(map(str, self.owners))) if text)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome of the customer's own, with what it is worth to them and who answers for it on both sides."""

    anchor: str
    text: str
    closes: Mention
    reach: Reach
    due: str
    worth: str
    owner: Mention
    customer_owner: Mention
    verified: str
    verified_state: State
    milestones: tuple[MilestoneRow, ...]


@dataclass(frozen=True, slots=True)
class SuccessSection:
    """The customer success plan."""

    headline: str
    dimensions: tuple[DimensionRow, ...]
    outcomes: tuple[OutcomeRow, ...]


def success_section(terms: AccountTerms) -> SuccessSection | None:
    """Return the success plan, ``None`` where there is none."""
    plan = terms.account.success_plan
    if not (plan.assessment or plan.outcomes):
        return None
    verified = sum(outcome.verified is not None for outcome in plan.outcomes)
    headline = ""
    if plan.outcomes:
        headline = terms.t.text(
            "{verified} of {n} outcome verified by the customer|{verified} of {n} outcomes verified by the customer",
            verified=verified,
            n=len(plan.outcomes),
        )
    return SuccessSection(
        headline=headline,
        dimensions=tuple(_dimension(dimension, terms) for dimension in plan.assessment),
        outcomes=tuple(_outcome(outcome, terms) for outcome in plan.outcomes),
    )


def _dimension(dimension: Dimension, terms: AccountTerms) -> DimensionRow:
    t, now, wanted = terms.t, dimension.now, dimension.wanted
    if now is not None and wanted is not None:
        words = t.text("{now}, wanted {wanted}", now=now, wanted=wanted) if wanted > now else t.number(now)
    else:
        words = t.number(now) if now is not None else ""
    return DimensionRow(
        name=dimension.dimension,
        now=None if now is None else 100 * now // _SCALE,
        wanted=None if wanted is None else 100 * wanted // _SCALE,
        words=words,
        evidence=terms.of(dimension.evidence),
    )


def _outcome(outcome: Outcome, terms: AccountTerms) -> OutcomeRow:
    t = terms.t
    anchor = f"outcome-{outcome.id}"
    state: State
    reach = terms.reach(f"{anchor}-bar", outcome, outcome.unit)
    if outcome.verified is not None:
        verified, state = t.text("Verified by the customer {day}", day=outcome.verified), "green"
    elif (done := reached(outcome)) is not None and done >= 1:
        verified, state = t.text("Reached, not verified yet"), "amber"
    else:
        verified, state = "", "none"
    worth = ""
    if outcome.worth is not None:
        amount = terms.money(outcome.worth.amount, outcome.worth.currency)
        worth = t.text("worth {amount} a year to the customer", amount=amount)
    return OutcomeRow(
        anchor=anchor,
        text=terms.of(outcome.text),
        closes=_closes(outcome, terms),
        reach=reach,
        due=t.text("by {day}", day=outcome.due) if outcome.due else "",
        worth=worth,
        owner=terms.who(outcome.owner),
        customer_owner=terms.who(outcome.customer_owner),
        verified=verified,
        verified_state=state,
        milestones=tuple(_milestone(step, terms) for step in outcome.milestones),
    )


def _closes(outcome: Outcome, terms: AccountTerms) -> Mention:
    """Return what the outcome serves: a need where it is the id of one, else a dimension of the relationship."""
    for need in terms.account.profile.needs:
        if need.id == outcome.closes:
            return Mention(terms.of(need.text), f"#need-{need.id}")
    return Mention(outcome.closes or "")


def _milestone(step: Milestone, terms: AccountTerms) -> MilestoneRow:
    mark = work_mark(step.status)
    return MilestoneRow(
        text=terms.of(step.text),
        due=terms.deadline(step.due, open_=mark == "open"),
        owners=tuple(terms.who(owner) for owner in (step.owner, step.customer_owner) if owner),
        status=terms.t.label("work_status", step.status),
        mark=mark,
    )
