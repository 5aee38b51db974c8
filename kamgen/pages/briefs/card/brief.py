"""The card: one page, always, that says who they are, where we stand, and what happens next.

It is read in the lift before a meeting, or hangs on a wall. That it stays one page is held here: so many rows of each
kind and no more, and every text of the plan cut to the lines that its place has. What is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kamgen.pages.account.goals import GoalRow, goals_section
from kamgen.pages.account.scores import Figure, headline_figures
from kamgen.pages.account.terms import AccountTerms, Deadline, stars
from kamgen.pages.briefs.card.people import CardPeople, card_people
from kamgen.pages.briefs.open_work import WorkRow, open_work
from kamgen.pages.briefs.short_text import first_sentences, short
from kamgen.pages.context import Context
from kamgen.pages.lettering import text_width
from kamgen.pages.summary import AccountSummary
from kamgen.plan.account import Account
from kamgen.plan.joint_plan import JointPlan
from kamgen.scoring.risks import RatedRisk, score_risks
from kamgen.scoring.score import Placement

MOST_ACTIONS = 5
MOST_GOALS = 3
MOST_RISKS = 2

_WIDE_NAME = 20
_NAME, _STANDING, _FIGURE, _NOTE = 54, 28, 11, 36
_SUMMARY, _FACT, _OBJECTIVE = 100, 17.5, 45
_ACTION, _OWNER, _GOAL, _COURSE, _PROGRESS, _RISK, _RESPONSE = 33, 10, 18.5, 19.5, 16.7, 36, 19
"""Room for texts in ems of their size; those that stand in two lines have less than two, for lines end at words."""


@dataclass(frozen=True, slots=True)
class CardAction:
    """A piece of our open work."""

    text: str
    kind: str
    owner: str
    due: Deadline | None


@dataclass(frozen=True, slots=True)
class CardRisk:
    """An open risk; ``rating`` is likelihood × impact of 25, empty where it is not rated."""

    text: str
    rating: str
    response: str


@dataclass(frozen=True, slots=True)
class AccountCard:
    """One account on one page, ready to be set.

    Attributes:
        name: Of the account; ``is_wide`` where it needs smaller letters.
        standing: What kind of account it is and how it stands, in a word or two each.
        figures: The five that open the account's page.
        who: The first sentences of the summary.
        facts: Pairs of a term and its text, as far as they are known.
        objective: In the plan's words.
        actions: Our next work of all kinds by its day; ``more_actions`` says how much follows.
        people: Those who decide.
        goals: Our first goals; ``more_goals`` says how many follow.
        risks: The biggest ones; ``more_risks`` says how many follow.

    """

    name: str
    is_wide: bool
    as_of: str
    standing: tuple[str, ...]
    figures: tuple[Figure, ...]
    who: str
    facts: tuple[tuple[str, str], ...]
    objective: str
    actions: tuple[CardAction, ...]
    more_actions: str
    people: CardPeople
    goals: tuple[GoalRow, ...]
    more_goals: str
    risks: tuple[CardRisk, ...]
    more_risks: str


def account_card(
    account_id: str, account: Account, summary: AccountSummary, placement: Placement, context: Context
) -> AccountCard:
    """Return what the card says, in the context's language.

    Raises:
        ValueError: The summary is another account's.

    """
    if summary.id != account_id:
        raise ValueError(f"the summary is of {summary.id}, not of {account_id}")
    terms = AccountTerms(account, context)
    name = short(terms.of(account.name), _NAME)
    work, section, risks = open_work(terms), goals_section(terms), score_risks(account.risks).open
    goals = section.goals if section else ()
    return AccountCard(
        name=name,
        is_wide=text_width(name) > _WIDE_NAME,
        as_of=context.wording.day(context.as_of),
        standing=tuple(short(text, _STANDING) for text in _standing(terms, summary, placement)),
        figures=tuple(_figure(figure) for figure in headline_figures(terms, summary)),
        who=first_sentences(terms.of(account.summary), _SUMMARY),
        facts=tuple(_facts(terms, summary)),
        objective=short(terms.of(account.goals.objective), _OBJECTIVE),
        actions=tuple(map(_action, work[:MOST_ACTIONS])),
        more_actions=more(len(work) - MOST_ACTIONS, terms),
        people=card_people(terms, summary.scores.relationship),
        goals=tuple(map(_goal, goals[:MOST_GOALS])),
        more_goals=more(len(goals) - MOST_GOALS, terms),
        risks=tuple(_risk(found, terms) for found in risks[:MOST_RISKS]),
        more_risks=more(len(risks) - MOST_RISKS, terms),
    )


def more(count: int, terms: AccountTerms) -> str:
    """Return how much is left out, empty for nothing."""
    return terms.t.text("and {n} more", n=count) if count > 0 else ""


def _standing(terms: AccountTerms, summary: AccountSummary, placement: Placement) -> Iterator[str]:
    t, key = terms.t, summary.scores.key_account
    yield " ".join(part for part in (key.class_label, stars(key.stars)) if part)
    yield t.label("posture", key.posture) if key.posture else ""
    yield t.label("type", summary.type) if summary.type else ""
    yield t.label("status", summary.status) if summary.status != "active" else ""
    yield t.label("stage", terms.account.stage) if terms.account.stage else ""
    if placement.rank is not None and placement.slice_name is not None:
        name = t.label("slice", placement.slice_name)
        yield t.text("{slice}, rank {rank}", slice=name, rank=placement.rank)


def _figure(figure: Figure) -> Figure:
    return replace(figure, value=short(figure.value, _FIGURE), note=short(figure.note, _NOTE))


def _facts(terms: AccountTerms, summary: AccountSummary) -> Iterator[tuple[str, str]]:
    profile, t = terms.account.profile, terms.t
    team = [terms.context.member(member) for member in dict.fromkeys(found.member for found in terms.account.team)]
    facts = (
        (t.text("Industry"), short(terms.of(profile.industry), _FACT)),
        (t.text("Headquarters"), short(terms.of(profile.headquarters), _FACT)),
        (t.text("Customer since"), t.day(profile.since)),
        (t.text("Owner"), short(terms.context.member(summary.owner), _FACT)),
        (t.text("Team"), short(t.listing(team), _FACT)),
        (t.text("Next joint review"), _next_review(terms)),
    )
    return ((term, text) for term, text in facts if text)


def _next_review(terms: AccountTerms) -> str:
    """Return its day; where both sides plan together without one, that it has to be agreed."""
    joint, t = terms.account.joint_plan, terms.t
    if joint.next_review is None:
        return "" if joint == JointPlan() else t.text("to be agreed")
    return t.day(joint.next_review, weekday=True)


def _action(work: WorkRow) -> CardAction:
    return CardAction(short(work.text, _ACTION), work.kind_words, short(work.owner, _OWNER), work.due)


def _goal(goal: GoalRow) -> GoalRow:
    reach = replace(goal.reach, course=short(goal.reach.course, _COURSE), note=short(goal.reach.note, _PROGRESS))
    return replace(goal, text=short(goal.text, _GOAL), reach=reach)


def _risk(found: RatedRisk, terms: AccountTerms) -> CardRisk:
    rating = "" if found.rating is None else terms.t.text("{n} of 25", n=found.rating)
    return CardRisk(
        text=short(terms.of(found.risk.text), _RISK),
        rating=rating,
        response=short(terms.of(found.risk.response), _RESPONSE),
    )
