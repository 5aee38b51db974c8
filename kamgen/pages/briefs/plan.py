"""The internal account plan as a brief on paper: the same sections as the account's page, set for reading in a train.

What stands on the first page is said here; the sections are those of the page (:mod:`kamgen.pages.account.terms` and
its neighbours), so that page and paper never disagree. The customer's edition is not made from this:
see :mod:`kamgen.pages.briefs.review.brief`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kamgen.pages.account.goals import GoalsSection, goals_section
from kamgen.pages.account.joint_plan import JointPlanSection, joint_plan_section
from kamgen.pages.account.people import PeopleSection, PersonRow, people_section
from kamgen.pages.account.pipeline import PipelineSection, pipeline_section
from kamgen.pages.account.profile import ProfileSection, profile_section
from kamgen.pages.account.scores import Figure, headline_figures
from kamgen.pages.account.service import ServiceSection, service_section
from kamgen.pages.account.success import SuccessSection, success_section
from kamgen.pages.account.terms import AccountTerms, stars
from kamgen.pages.account.upkeep import (
    ReviewRow,
    RisksSection,
    UpkeepSection,
    review_rows,
    risks_section,
    upkeep_section,
)
from kamgen.pages.account.value import ValueSection, value_section
from kamgen.pages.context import Context
from kamgen.pages.markdown import html_of
from kamgen.pages.power_map.drawing import PowerMapDrawing, power_map_drawing
from kamgen.pages.power_map.support_grid import SupportGrid, support_grid
from kamgen.pages.summary import AccountSummary
from kamgen.pages.trend import trend
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement
from kamgen.wording.language import Wording

MOST_POINTS = 8
"""How many things that need attention the first page names."""

CONTENTS_FROM = 4
"""From how many sections on the first page lists them; what is shorter than that is seen at a glance."""

_SUMMARY_HEADINGS_BELOW = 2


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """Something to look after, with who does it and by when."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section that is printed; ``name`` is that of its template, and the anchor that the contents lead to."""

    name: str
    title: str
    headline: str


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """The internal account plan, ready to be set.

    ``sections`` are those that have content, in their order on paper; ``contents`` are the same where there are so
    many that the first page says where to find what.
    ``moves`` says for each row of ``people`` what moves the person: pairs of a term and its text.
    """

    name: str
    as_of: str
    standing: tuple[str, ...]
    figures: tuple[Figure, ...]
    attention: tuple[AttentionPoint, ...]
    more_attention: int
    summary: str
    facts: tuple[tuple[str, str], ...]
    goals: GoalsSection | None
    people: PeopleSection | None
    moves: tuple[tuple[tuple[str, str], ...], ...]
    power_map: PowerMapDrawing | None
    support_grid: SupportGrid | None
    profile: ProfileSection | None
    value: ValueSection | None
    pipeline: PipelineSection | None
    success: SuccessSection | None
    joint_plan: JointPlanSection | None
    service: ServiceSection | None
    risks: RisksSection | None
    reviews: tuple[ReviewRow, ...]
    upkeep: UpkeepSection | None
    sections: tuple[PlanSection, ...] = ()

    @property
    def contents(self) -> tuple[PlanSection, ...]:
        """The sections that the first page lists."""
        return self.sections if len(self.sections) >= CONTENTS_FROM else ()


def plan_brief(
    account_id: str, account: Account, summary: AccountSummary, placement: Placement, context: Context
) -> PlanBrief:
    """Return what the internal plan says, in the context's language.

    Raises:
        ValueError: The summary is another account's.

    """
    if summary.id != account_id:
        raise ValueError(f"the summary is of {summary.id}, not of {account_id}")
    terms = AccountTerms(account, context)
    scores = summary.scores
    people = people_section(terms, scores.relationship)
    brief = PlanBrief(
        name=terms.of(account.name),
        as_of=context.wording.day(context.as_of),
        standing=tuple(_standing(terms, summary)),
        figures=headline_figures(terms, summary),
        attention=tuple(_attention(terms, summary)),
        more_attention=max(0, len(summary.attention) - MOST_POINTS),
        summary=html_of(terms.of(account.summary), _SUMMARY_HEADINGS_BELOW),
        facts=tuple(_facts(terms, summary, placement)),
        goals=goals_section(terms),
        people=people,
        moves=() if people is None else tuple(_moves(row, terms) for row in people.rows),
        power_map=power_map_drawing(account.power_map.people, context, "upright"),
        support_grid=support_grid(account.power_map.people, context),
        profile=profile_section(terms),
        value=value_section(terms, scores),
        pipeline=pipeline_section(terms, scores.forecast),
        success=success_section(terms),
        joint_plan=joint_plan_section(terms),
        service=service_section(terms, scores),
        risks=risks_section(terms),
        reviews=review_rows(terms),
        upkeep=upkeep_section(terms),
    )
    return replace(brief, sections=tuple(_sections(brief, terms.t)))


def _sections(brief: PlanBrief, t: Wording) -> Iterator[PlanSection]:
    """Yield the sections that have something to print, in the order of the account's page but for the power map.

    Its drawing may fill a page. After the first page, which stands for itself, it leaves no gap in the text.
    """
    goals, people, profile, service = brief.goals, brief.people, brief.profile, brief.service
    if people:
        yield PlanSection("people", t.text("Power map"), people.headline)
    if goals and (goals.goals or goals.strategies or goals.months or goals.horizon):
        yield PlanSection("goals", t.text("Goals and strategies"), goals.headline)
    if profile and profile.needs:
        yield PlanSection("needs", t.text("Needs"), "")
    if brief.value:
        yield PlanSection("value", t.text("Value and white space"), brief.value.headline)
    if brief.pipeline:
        yield PlanSection("pipeline", t.text("Pipeline"), brief.pipeline.headline)
    if brief.success:
        yield PlanSection("success", t.text("Customer success plan"), brief.success.headline)
    if brief.joint_plan:
        yield PlanSection("joint_plan", t.text("Joint business plan"), brief.joint_plan.headline)
    if service and _is_printed(service):
        yield PlanSection("service", t.text("Service"), service.headline)
    if brief.risks:
        yield PlanSection("risks", t.text("Risks"), brief.risks.headline)
    if brief.reviews:
        yield PlanSection("reviews", t.text("Reviews"), "")
    if brief.upkeep and (brief.upkeep.handovers or brief.upkeep.waivers):
        yield PlanSection("upkeep", t.text("Handovers and waivers"), "")
    if profile and _is_researched(profile):
        yield PlanSection("research", t.text("Profile and research"), "")


def _is_printed(service: ServiceSection) -> bool:
    """Tell whether there is more than the blueprint that all accounts share."""
    bound = any(texts for _, texts in service.bindings) or service.switching_costs or service.entitlements
    told = service.requests or service.survey_table or service.losses or service.referrals
    return bool(bound or told or any(step.own for step in service.blueprint))


def _is_researched(profile: ProfileSection) -> bool:
    """Tell whether there is more than the facts, which stand on the first page, and the needs."""
    texts = profile.strategy or profile.competition
    return bool(texts or profile.tests or profile.findings or profile.rivals or profile.network)


def _standing(terms: AccountTerms, summary: AccountSummary) -> Iterator[str]:
    """Yield what kind of account it is and how it stands: type, class, stars, posture, owner."""
    t, key_account = terms.t, summary.scores.key_account
    if summary.type is not None:
        yield t.label("type", summary.type)
    if summary.status != "active":
        yield t.label("status", summary.status)
    rating = " ".join(part for part in (key_account.class_label, stars(key_account.stars)) if part)
    if rating:
        yield rating
    if key_account.posture is not None:
        yield t.label("posture", key_account.posture)
    yield terms.context.member(summary.owner)


def _attention(terms: AccountTerms, summary: AccountSummary) -> Iterator[AttentionPoint]:
    t = terms.t
    for point in summary.attention[:MOST_POINTS]:
        yield AttentionPoint(
            text=t.say(point.message),
            owner=terms.context.member(point.owner),
            due=t.day(point.due, weekday=True),
        )


def _facts(terms: AccountTerms, summary: AccountSummary, placement: Placement) -> Iterator[tuple[str, str]]:
    """Yield the facts beside the message, as far as they are known."""
    account, t, scores = terms.account, terms.t, summary.scores
    score = scores.key_account
    if score.score is not None:
        said = t.text("{score} of 100, known {share}", score=t.number(score.score, 0), share=t.percent(score.known))
        yield t.text("Key-account score"), t.listing((said, *_moved(terms, summary)))
    if placement.rank is not None and placement.slice_name is not None:
        name = t.label("slice", placement.slice_name)
        yield t.text("Pyramid"), t.text("{slice}, rank {rank}", slice=name, rank=placement.rank)
    if account.stage is not None:
        yield t.text("Stage of the relationship"), t.label("stage", account.stage)
    if account.service_level is not None:
        yield t.text("Service level"), t.label("service_level", account.service_level)
    if scores.lifetime_value.to_date is not None:
        yield t.text("Bought to date"), terms.reported(scores.lifetime_value.to_date)
    if account.team:
        phases = [
            t.listing(
                [
                    text
                    for text in (terms.context.member(m.member), t.label("phase", m.phase) if m.phase else "")
                    if text
                ]
            )
            for m in account.team
        ]
        yield t.text("Team"), t.text("; ").join(phases)
    if account.sentiment is not None:
        yield t.text("Own judgement"), _sentiment(terms)
    if account.reviewed is not None:
        yield (
            t.text("Plan reviewed"),
            t.listing(
                [part for part in (t.day(account.reviewed.date), terms.context.member(account.reviewed.by)) if part]
            ),
        )


def _moved(terms: AccountTerms, summary: AccountSummary) -> Iterator[str]:
    """Yield how the key-account score has moved in a quarter, if that is known."""
    before, now = summary.earlier, summary.scores.key_account
    if before is not None:
        moved = trend(before.key_account, now.score, now.known, before.day, terms.context)
        if moved is not None:
            yield moved.shown


def _moves(person: PersonRow, terms: AccountTerms) -> tuple[tuple[str, str], ...]:
    """Return what the power map does not show of a person: challenges, personal win, response mode."""
    wanted = {terms.t.text(term) for term in ("Challenges", "Personal win", "Response mode")}
    return tuple((term, text) for term, text in (*person.details, *person.traits) if term in wanted)


def _sentiment(terms: AccountTerms) -> str:
    sentiment, t = terms.account.sentiment, terms.t
    if sentiment is None:
        return ""
    rating = t.text("{n} of 5", n=sentiment.value)
    reason = terms.of(sentiment.reason)
    return t.text("{rating}: {reason}", rating=rating, reason=reason) if reason else rating
