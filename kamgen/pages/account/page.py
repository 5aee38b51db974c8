"""The page of one account: what needs me, where we stand, why, and the details (F7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kamgen.pages.account.findings import FindingGroup, finding_groups
from kamgen.pages.account.freshness import SectionChange, last_changed, section_changes
from kamgen.pages.account.goals import GoalsSection, goals_section
from kamgen.pages.account.joint_plan import JointPlanSection, joint_plan_section
from kamgen.pages.account.people import PeopleSection, people_section
from kamgen.pages.account.pipeline import PipelineSection, pipeline_section
from kamgen.pages.account.profile import ProfileSection, profile_section
from kamgen.pages.account.scores import Figure, ScoresSection, headline_figures, scores_section
from kamgen.pages.account.service import ServiceSection, service_section
from kamgen.pages.account.success import SuccessSection, success_section
from kamgen.pages.account.tags import Tag, account_tags
from kamgen.pages.account.terms import AccountTerms, Mention
from kamgen.pages.account.upkeep import (
    ReviewRow,
    RisksSection,
    UpkeepSection,
    review_rows,
    risks_section,
    upkeep_section,
)
from kamgen.pages.account.value import ValueSection, value_section
from kamgen.pages.attention import Attention
from kamgen.pages.briefs.kinds import NAMES, BriefKind
from kamgen.pages.context import Context, account_address, account_page_address, brief_address
from kamgen.pages.explain.scores import ExplainedScores
from kamgen.pages.markdown import html_of, plain_of
from kamgen.pages.navigation import Link
from kamgen.pages.power_map.drawing import PowerMapDrawing, power_map_drawing
from kamgen.pages.power_map.level_binding import LevelMatrix, level_matrix
from kamgen.pages.power_map.support_grid import SupportGrid, support_grid
from kamgen.pages.score_history import ScoreHistory, ScoreHistorySection, score_history_section
from kamgen.pages.summary import AccountSummary, Neighbour
from kamgen.plan.account import Account
from kamgen.scoring.score import Placement
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import ACCOUNTS_FOLDER

FIRST_ITEMS = 6
"""How many items need attention at first sight; the others are a click away."""

MANY_PEOPLE = 5
"""From so many people on, a grid of influence against support shows more than the map alone."""


@dataclass(frozen=True, slots=True)
class AttentionLine:
    """One thing to look after."""

    message: str
    href: str
    owner: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above everything: name, standing, owner."""

    kind: str
    stars: int | None
    stars_words: str
    standing: tuple[str, ...]
    owner: Mention
    reviewed: str
    changed: str
    sentiment: str
    sentiment_reason: str
    tags: tuple[Tag, ...]
    parent: Link | None
    children: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Everything an account's page says, in one language; a part without content is ``None`` or empty.

    ``summary`` is sanitised HTML. ``contents`` are the parts that there are, by anchor and name, in their order.
    ``pages`` are the account's other pages, from the language's folder; ``plan_file`` is named by its path, with its
    web address where the settings say where files are read. ``first_steps`` say what to write into a plan that holds
    next to nothing: each a sentence, and the section of the plan that it goes into. ``changed`` tells when each
    section of the plan last changed, ``None`` where nobody knows.
    """

    id: str
    name: str
    description: str
    header: Header
    briefs: tuple[Link, ...]
    pages: tuple[Link, ...]
    plan_file: Link
    attention: tuple[AttentionLine, ...]
    more_attention: tuple[AttentionLine, ...]
    figures: tuple[Figure, ...]
    summary: str
    first_steps: tuple[tuple[str, str], ...]
    contents: tuple[Link, ...]
    power_map: PowerMapDrawing | None
    support_grid: SupportGrid | None
    level_matrix: LevelMatrix | None
    people: PeopleSection | None
    goals: GoalsSection | None
    success: SuccessSection | None
    pipeline: PipelineSection | None
    joint_plan: JointPlanSection | None
    value: ValueSection | None
    profile: ProfileSection | None
    service: ServiceSection | None
    risks: RisksSection | None
    reviews: tuple[ReviewRow, ...]
    upkeep: UpkeepSection | None
    changed: Mapping[str, SectionChange | None]
    scores: ScoresSection
    history: ScoreHistorySection | None
    findings: tuple[FindingGroup, ...]


def account_page(
    account_id: str,
    account: Account,
    summary: AccountSummary,
    placement: Placement,
    portfolio_size: int,
    parent: Neighbour | None,
    children: tuple[Neighbour, ...],
    findings: tuple[Finding, ...],
    explained: ExplainedScores,
    context: Context,
    briefs: tuple[BriefKind, ...] = ("plan", "review"),
    history: ScoreHistory | None = None,
) -> AccountPage:
    """Return the page of an account.

    Args:
        account_id: The account's id.
        account: The plan.
        summary: The account in a few facts, of the same plan and day.
        placement: Where it stands among all accounts.
        portfolio_size: How many accounts there are.
        parent: The account that it belongs to, if it is known to the workspace.
        children: The accounts that belong to it.
        findings: What is to be mended in its plan.
        explained: Why its scores are what they are, of the same plan and day.
        context: Settings, day and language of the page.
        briefs: The kinds of brief that exist, such as ``plan``.
        history: How its scores got to where they are, up to the same day; None where nobody knows.

    """
    terms = AccountTerms(account, context)
    scores = summary.scores
    lines = tuple(_attention_line(item, terms) for item in summary.attention)
    people = account.power_map.people
    sections = {
        "people": people_section(terms, scores.relationship),
        "goals": goals_section(terms),
        "success": success_section(terms),
        "pipeline": pipeline_section(terms, scores.forecast),
        "joint_plan": joint_plan_section(terms),
        "value": value_section(terms, scores),
        "profile": profile_section(terms),
        "service": service_section(terms, scores),
        "risks": risks_section(terms),
        "reviews": review_rows(terms),
        "upkeep": upkeep_section(terms),
        "scores": scores_section(terms, account_id, scores, placement, portfolio_size, explained, summary.earlier),
        "findings": finding_groups(findings, terms),
    }
    first_steps = _first_steps(sections, context)
    return AccountPage(
        id=account_id,
        name=terms.of(account.name),
        description=plain_of(terms.of(account.summary)),
        header=_header(terms, summary, placement, portfolio_size, parent, children),
        briefs=_briefs(account_id, briefs, context),
        pages=_pages(account_id, bool(people), context),
        plan_file=_plan_file(account_id, context),
        attention=lines[:FIRST_ITEMS],
        more_attention=lines[FIRST_ITEMS:],
        figures=headline_figures(terms, summary),
        summary=html_of(terms.of(account.summary)),
        first_steps=first_steps,
        contents=_contents({**sections, "first_steps": first_steps}, context),
        power_map=power_map_drawing(people, context),
        support_grid=support_grid(people, context) if len(people) >= MANY_PEOPLE else None,
        level_matrix=level_matrix(account, context),
        changed=section_changes(terms, summary),
        history=score_history_section(history, context),
        **sections,  # type: ignore[arg-type]
    )


_TITLES = {
    "first_steps": ("first-steps", "What to write first"),
    "scores": ("scores", "Scores"),
    "people": ("power-map", "Power map"),
    "goals": ("goals", "Goals"),
    "success": ("success-plan", "Success plan"),
    "pipeline": ("pipeline", "Pipeline"),
    "joint_plan": ("joint-plan", "Joint plan"),
    "value": ("value", "Value and white space"),
    "profile": ("profile", "Profile and research"),
    "service": ("service", "Service"),
    "risks": ("risks", "Risks"),
    "reviews": ("reviews", "Reviews"),
    "upkeep": ("team", "Team"),
    "findings": ("findings", "To mend in the plan"),
}


def _contents(sections: Mapping[str, object], context: Context) -> tuple[Link, ...]:
    return tuple(
        Link(context.wording.text(title), f"#{anchor}") for name, (anchor, title) in _TITLES.items() if sections[name]
    )


_FIRST_STEPS = {
    "people": ("Who decides at the customer, and who of us knows them", "power_map"),
    "value": ("What they buy from us, and what they could buy", "value"),
    "goals": ("Where the account is to be in a year, and by which strategies", "goals"),
    "pipeline": ("What may be sold next, to whom and by when", "opportunities"),
}
"""What a plan needs first: without these four, the page can say neither where the account stands nor what to do."""


def _first_steps(sections: Mapping[str, object], context: Context) -> tuple[tuple[str, str], ...]:
    """Return what to write first; nothing where there is a beginning already: the figures then say what is missing."""
    if any(sections[name] for name in _FIRST_STEPS):
        return ()
    return tuple((context.wording.text(what), key) for what, key in _FIRST_STEPS.values())


def _attention_line(item: Attention, terms: AccountTerms) -> AttentionLine:
    return AttentionLine(
        message=terms.t.say(item.message),
        href=f"#{item.anchor}",
        owner=terms.context.member(item.owner),
    )


def _header(
    terms: AccountTerms,
    summary: AccountSummary,
    placement: Placement,
    portfolio_size: int,
    parent: Neighbour | None,
    children: tuple[Neighbour, ...],
) -> Header:
    account, t, key = terms.account, terms.t, summary.scores.key_account
    standing = [key.class_label or "", t.label("posture", key.posture) if key.posture else ""]
    if placement.rank is not None:
        standing.append(t.text("rank {rank} of {n} by value", rank=placement.rank, n=portfolio_size))
    kinds = (
        t.label("status", account.status),
        t.label("type", account.type) if account.type else "",
        t.label("stage", account.stage) if account.stage else "",
        _service_level(terms, placement),
    )
    mood = account.sentiment
    return Header(
        kind=" · ".join(kind for kind in kinds if kind),
        stars=key.stars,
        stars_words=t.text("{n} star of 5|{n} stars of 5", n=key.stars) if key.stars else "",
        standing=tuple(text for text in standing if text),
        owner=terms.who(account.owner),
        reviewed=t.day(account.reviewed.date) if account.reviewed else "",
        changed=last_changed(terms, summary),
        sentiment="" if mood is None else t.text("{n} of 5", n=mood.value),
        sentiment_reason="" if mood is None else terms.of(mood.reason),
        tags=account_tags(terms, summary.scores),
        parent=None if parent is None else _neighbour(parent, terms),
        children=tuple(_neighbour(child, terms) for child in children),
    )


def _service_level(terms: AccountTerms, placement: Placement) -> str:
    """Return the level of service, beside the one that margin and number of customers suggest where it is another."""
    t, served, suggested = terms.t, terms.account.service_level, placement.suggested_level
    if served is None:
        return ""
    said = t.label("service_level", served)
    if suggested in (None, served):
        return said
    return t.text("{served} (suggested: {suggested})", served=said, suggested=t.label("service_level", suggested))


def _neighbour(neighbour: Neighbour, terms: AccountTerms) -> Link:
    return Link(terms.of(neighbour.name), account_address(neighbour.id))


def _briefs(account_id: str, kinds: tuple[BriefKind, ...], context: Context) -> tuple[Link, ...]:
    """Return the briefs, by their address from the site's root."""
    return tuple(Link(context.wording.text(NAMES[kind]), brief_address(account_id, kind)) for kind in kinds)


def _pages(account_id: str, has_power_map: bool, context: Context) -> tuple[Link, ...]:
    """Return the account's other pages, from the language's folder."""
    t = context.wording
    scores = Link(t.text("Scores explained"), account_page_address(account_id, "scores"))
    if not has_power_map:
        return (scores,)
    return (Link(t.text("Power map"), account_page_address(account_id, "power-map")), scores)


def _plan_file(account_id: str, context: Context) -> Link:
    file = f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
    return Link(file, context.source(file, None) or "")
