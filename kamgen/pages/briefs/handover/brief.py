"""The handover brief (E8): what a new owner of an account has to know, do and confirm again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kamgen.pages.account.goals import GoalRow, goals_section
from kamgen.pages.account.pipeline import OpportunityRow, pipeline_section
from kamgen.pages.account.scores import Figure, headline_figures
from kamgen.pages.account.service import service_section
from kamgen.pages.account.success import OutcomeRow, success_section
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.briefs.handover.parties import Parties, after, parties_of
from kamgen.pages.briefs.handover.past import (
    MOST_OF_A_KIND,
    Decided,
    Trouble,
    bindings,
    decided,
    more_on_the_page,
    owners,
    trouble,
)
from kamgen.pages.briefs.handover.people import Meetings, meetings
from kamgen.pages.briefs.handover.ratings import RatingGroup, rating_groups
from kamgen.pages.briefs.handover.work import Period, Promises, first_days, promises
from kamgen.pages.briefs.open_work import open_work
from kamgen.pages.context import Context
from kamgen.pages.markdown import html_of
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.scoring.handover import RECONFIRM_DAYS
from kamgen.scoring.score import Placement

_SUMMARY_HEADINGS_BELOW = 2
_LEAD_OF_NONE = "{giver} has the account. No handover is planned: this is what a new owner would need."
_LEAD_BEFORE = (
    "{giver} hands the account over to {taker} in {n} day.|{giver} hands the account over to {taker} in {n} days."
)
_LEAD_ON_THE_DAY = "{giver} hands the account over to {taker} today."
_LEAD_AFTER = (
    "{giver} handed the account over to {taker} {n} day ago.|{giver} handed the account over to {taker} {n} days ago."
)


@dataclass(frozen=True, slots=True)
class HandoverBrief:
    """An account on its way to another owner, ready to be set; a section without content is empty and not printed.

    Attributes:
        name: Of the account.
        as_of: The day it speaks of.
        passes: Who hands over to whom, in a few words.
        lead: Where the handover stands, in a sentence or two.
        facts: Pairs of a term and its text.
        figures: The five that open the account's page.
        scores: Where the account stands: each score in a few words, with how much of it is known.
        summary: The account in short, as HTML.
        periods: The first 90 days.
        periods_note: What they are counted from.
        meetings: Whom to meet first.
        ratings: What to confirm again, by kind; ``ratings_note`` says what to do with the list.
        promises: Open work.
        opportunities: Those open; ``more_opportunities`` says how many are not listed.
        value_proposition: What we offer the customer.
        outcomes: The customer's own; ``more_outcomes`` says how many are not listed.
        objective: Ours, in the plan's words.
        goals: Our own; ``more_goals`` says how many are not listed.
        trouble: What hurts; None where nothing is known to.
        bindings: What holds the account: pairs of a kind and its texts.
        owners: Who has had the account, the first one first.
        decided: Past meetings that decided anything, the latest first.
        signatures: Who signs: pairs of a part and a name, which may be empty.

    """

    name: str
    as_of: str
    passes: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    scores: tuple[str, ...]
    summary: str
    periods: tuple[Period, ...]
    periods_note: str
    meetings: Meetings
    ratings: tuple[RatingGroup, ...]
    ratings_note: str
    promises: Promises
    opportunities: tuple[OpportunityRow, ...]
    more_opportunities: str
    value_proposition: str
    outcomes: tuple[OutcomeRow, ...]
    more_outcomes: str
    objective: str
    goals: tuple[GoalRow, ...]
    more_goals: str
    trouble: Trouble | None
    bindings: tuple[tuple[str, tuple[str, ...]], ...]
    owners: tuple[str, ...]
    decided: tuple[Decided, ...]
    signatures: tuple[tuple[str, str], ...]


def handover_brief(
    account_id: str, account: Account, summary: AccountSummary, placement: Placement, context: Context
) -> HandoverBrief:
    """Return what the handover brief says, in the context's language.

    It is about the handover under way; without one about the next, whose new owner is still to be named.

    Raises:
        ValueError: The summary is another account's.

    """
    if summary.id != account_id:
        raise ValueError(f"the summary is of {summary.id}, not of {account_id}")
    terms, parties = AccountTerms(account, context), parties_of(account, context.as_of)
    people = meetings(terms, parties, summary.scores.relationship)
    ratings, work = rating_groups(terms, parties), promises(terms, parties)
    service, success, aims = service_section(terms, summary.scores), success_section(terms), goals_section(terms)
    outcomes, goals = success.outcomes if success else (), aims.goals if aims else ()
    reviews = tuple(row for row in open_work(terms) if row.kind == "review")
    opportunities = _opportunities(terms, summary)
    return HandoverBrief(
        name=terms.of(account.name),
        as_of=context.wording.day(context.as_of),
        passes=_passes(terms, parties),
        lead=_lead(terms, parties, ratings),
        facts=tuple(_facts(terms, parties, summary, placement)),
        figures=headline_figures(terms, summary),
        scores=tuple(_scores(terms, summary)),
        summary=html_of(terms.of(account.summary), _SUMMARY_HEADINGS_BELOW),
        periods=first_days(terms, parties, people.rows, ratings, (*work.all, *reviews)),
        periods_note=_periods_note(terms, parties),
        meetings=people,
        ratings=ratings,
        ratings_note=_ratings_note(terms, parties),
        promises=work,
        opportunities=opportunities[:MOST_OF_A_KIND],
        more_opportunities=more_on_the_page(len(opportunities) - MOST_OF_A_KIND, terms),
        value_proposition=terms.of(account.joint_plan.value_proposition),
        outcomes=outcomes[:MOST_OF_A_KIND],
        more_outcomes=more_on_the_page(len(outcomes) - MOST_OF_A_KIND, terms),
        objective=terms.of(account.goals.objective),
        goals=goals[:MOST_OF_A_KIND],
        more_goals=more_on_the_page(len(goals) - MOST_OF_A_KIND, terms),
        trouble=trouble(terms, service),
        bindings=bindings(terms, service),
        owners=owners(terms),
        decided=decided(terms),
        signatures=_signatures(terms, parties),
    )


def _passes(terms: AccountTerms, parties: Parties) -> str:
    t, name = terms.t, terms.context.member
    if parties.taker is None:
        return t.text("from {giver}, new owner to be named", giver=name(parties.giver))
    return t.text("{giver} to {taker}", giver=name(parties.giver), taker=name(parties.taker))


def _lead(terms: AccountTerms, parties: Parties, ratings: tuple[RatingGroup, ...]) -> str:
    t, name = terms.t, terms.context.member
    giver, taker = name(parties.giver), name(parties.taker)
    count = sum(group.open_count for group in ratings)
    said = [t.text(_LEAD_OF_NONE, giver=giver)]
    if parties.day is not None:
        days = (terms.context.as_of - parties.day).days
        pattern = _LEAD_AFTER if days > 0 else _LEAD_BEFORE if days < 0 else _LEAD_ON_THE_DAY
        said = [t.text(pattern, giver=giver, taker=taker, n=abs(days))]
    if count:
        said.append(t.text("{n} rating is to be confirmed again.|{n} ratings are to be confirmed again.", n=count))
    return ("" if t.language == "zh" else " ").join(said)


def _facts(
    terms: AccountTerms, parties: Parties, summary: AccountSummary, placement: Placement
) -> Iterator[tuple[str, str]]:
    account, t, name = terms.account, terms.t, terms.context.member
    yield t.text("Hands over"), name(parties.giver)
    yield t.text("Takes over"), name(parties.taker) or t.text("to be named")
    yield t.text("Day of the handover"), t.day(parties.day, weekday=True) or t.text("to be agreed")
    if parties.day is not None:
        yield t.text("Ratings confirmed"), _confirmed(terms, parties)
    others = dict.fromkeys(found.member for found in account.team if found.member not in (parties.giver, parties.taker))
    yield t.text("Others of the team"), t.listing([_with_phase(member, terms) for member in others])
    yield t.text("Customer since"), t.day(account.profile.since)
    yield t.text("Kind of account"), t.label("type", summary.type) if summary.type else ""
    yield t.text("Stage of the relationship"), t.label("stage", account.stage) if account.stage else ""
    yield t.text("Service level"), t.label("service_level", account.service_level) if account.service_level else ""
    if placement.rank is not None and placement.slice_name is not None:
        slice_name = t.label("slice", placement.slice_name)
        yield t.text("Pyramid"), t.text("{slice}, rank {rank}", slice=slice_name, rank=placement.rank)


def _confirmed(terms: AccountTerms, parties: Parties) -> str:
    """Return that the ratings wait, and until when they may; the parties are those of an open handover."""
    if parties.day is None:
        return ""
    last = after(parties.day, RECONFIRM_DAYS)
    late = (terms.context.as_of - last).days
    if late > 0:
        return terms.t.text("not yet, {n} day late|not yet, {n} days late", n=late)
    return terms.t.text("by {day}", day=last)


def _with_phase(member: str, terms: AccountTerms) -> str:
    t, name = terms.t, terms.context.member(member)
    phases = [t.label("phase", found.phase) for found in terms.account.team if found.member == member and found.phase]
    return t.text("{name}, {title}", name=name, title=t.listing(phases)) if phases else name


def _scores(terms: AccountTerms, summary: AccountSummary) -> Iterator[str]:
    t, scores = terms.t, summary.scores
    found = (
        (t.text("Key-account score"), scores.key_account.score, scores.key_account.known),
        (t.text("Relationship"), scores.relationship.score, scores.relationship.known),
        (t.text("Health"), scores.health.score, scores.health.known),
        (t.text("Plan quality"), summary.plan_quality.score, summary.plan_quality.known),
    )
    for label, score, known in found:
        said = t.text("{score} of 100, known {share}", score=t.number(score, 0), share=t.percent(known))
        yield t.text("{label}: {said}", label=label, said=said if score is not None else t.text("not known yet"))


def _periods_note(terms: AccountTerms, parties: Parties) -> str:
    t = terms.t
    if parties.starts_late and parties.day is not None:
        return t.text("counted from today: the first {n} days are over", n=RECONFIRM_DAYS)
    if parties.day is None:
        return t.text("counted from today")
    return t.text("counted from {day}", day=parties.day)


def _ratings_note(terms: AccountTerms, parties: Parties) -> str:
    if parties.day is None or parties.day > terms.context.as_of:
        return terms.t.text("Tick what holds, change what does not")
    return terms.t.text("Tick what holds, change what does not; ✓ has been confirmed since the handover")


def _signatures(terms: AccountTerms, parties: Parties) -> tuple[tuple[str, str], ...]:
    t, name = terms.t, terms.context.member
    return (
        (t.text("Hands over"), name(parties.giver)),
        (t.text("Takes over"), name(parties.taker)),
        (t.text("Lead"), ""),
    )


def _opportunities(terms: AccountTerms, summary: AccountSummary) -> tuple[OpportunityRow, ...]:
    section = pipeline_section(terms, summary.scores.forecast)
    return tuple(row for process in section.processes for row in process.opportunities) if section else ()
