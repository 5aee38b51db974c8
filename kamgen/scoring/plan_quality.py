"""How good the plan itself is, 0 to 100 (methods: "Scores" 4, with F6): what it says, how fresh it is, what is wrong.

The three parts are the methods'. Our reading: what a complete plan has and how much each section of it weighs, when
a plan is stale, and how many findings are too many.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.forecast import existing_opportunities
from kamgen.scoring.key_account import line_points
from kamgen.scoring.relationship import ROLES
from kamgen.scoring.score import PlanQuality, PlanSection, PlanSectionName
from kamgen.scoring.weighting import HUNDRED, ZERO, known_mean

SECTION_WEIGHTS: dict[PlanSectionName, Decimal] = {
    "profile": Decimal(15),
    "value": Decimal(15),
    "goals": Decimal(20),
    "power-map": Decimal(20),
    "success-plan": Decimal(10),
    "opportunities": Decimal(10),
    "joint-plan": Decimal(5),
    "service": Decimal(5),
}
"""What each section weighs: by how much of the methods rests on it."""
NOT_OF_A_PROSPECT: tuple[PlanSectionName, ...] = ("success-plan", "joint-plan", "service")
"""Nobody has anything to serve or to agree with a customer that is still to be won."""
PEOPLE_TO_RATE = 3
"""With three people rated there is a power map: an account is not to hang on one (see single-threading)."""
FRESHNESS = ((Decimal(30), HUNDRED), (Decimal(180), ZERO))
"""Full points up to 30 days after the review, none after 180: two quarters in which nobody looked."""
ERROR_IS_WORTH = 5
"""Warnings that count as much as one error: an error makes figures wrong, a warning asks for work."""
WARNINGS_TO_ZERO = Decimal("0.2")
"""Warnings per entry at which nothing is left: every fifth thing that the plan says is in question."""
SMALLEST_PLAN = 20
"""Entries that every plan is granted, so that one warning does not undo a new plan."""


def score_plan_quality(account: Account, settings: Settings, as_of: date, errors: int, warnings: int) -> PlanQuality:
    """Return the plan quality: ``Σ weight·part / Σ weight`` over completeness, freshness and findings, 0 to 100 each.

    ``errors`` and ``warnings`` are the numbers of the plan's own findings; scoring cannot know them by itself. A plan
    that was never reviewed has no known freshness, so its quality rests on the two other parts.
    """
    weights = settings.scoring.plan_quality.weights
    completeness = plan_completeness(account, as_of)
    freshness = plan_freshness(account, as_of)
    findings = finding_points(errors, warnings, plan_entries(account))
    score, known = known_mean(
        (
            (completeness, weights.completeness),
            (freshness, weights.freshness),
            (findings, weights.findings),
        )
    )
    return PlanQuality(score=score, known=known, completeness=completeness, freshness=freshness, findings=findings)


def plan_completeness(account: Account, as_of: date) -> Decimal:
    """Return how much of a plan is there, 0 to 100: ``Σ weight·share / Σ weight`` of the sections that apply."""
    sections = plan_sections(account, as_of)
    share, _ = known_mean((section.share, section.weight) for section in sections)
    return ZERO if share is None else HUNDRED * share


def plan_sections(account: Account, as_of: date) -> tuple[PlanSection, ...]:
    """Return how much of each section is there; a section that this account cannot have is left out.

    A prospect has no success plan, joint plan or service yet; a group that buys nothing itself has no purchases and
    no wallet of its own. What is dated after ``as_of`` is not there yet. Writing more never lowers a share.
    """
    shares: dict[PlanSectionName, Decimal] = {
        "profile": _profile(account),
        "value": _value(account, as_of),
        "goals": _goals(account),
        "power-map": _power_map(account),
        "success-plan": _success_plan(account),
        "opportunities": _opportunities(account, as_of),
        "joint-plan": _joint_plan(account),
        "service": _service(account, as_of),
    }
    return tuple(
        PlanSection(name, share, SECTION_WEIGHTS[name])
        for name, share in shares.items()
        if not (account.status == "prospect" and name in NOT_OF_A_PROSPECT)
        and not (account.type == "group" and name == "value" and not share)
    )


def plan_freshness(account: Account, as_of: date) -> Decimal | None:
    """Return how fresh the plan is, 0 to 100: 100 up to 30 days after its last review, straight to 0 at 180.

    None without a review; one after ``as_of`` has not been held. When the plan was last changed, as git knows it, does
    not count: a score has to be the same in every clone, and in one whose history is cut off nobody knows that day.
    """
    if account.reviewed is None or account.reviewed.date > as_of:
        return None
    return line_points(FRESHNESS, Decimal((as_of - account.reviewed.date).days))


def finding_points(errors: int, warnings: int, entries: int) -> Decimal:
    """Return what the findings leave of 100: ``100 − 500 · (warnings + 5·errors) / entries``, never below 0.

    ``entries`` is the size of the plan, 20 at least: three warnings mean little in a plan of 150 entries, and much in
    one of ten.
    """
    load = Decimal(warnings + ERROR_IS_WORTH * errors) / max(entries, SMALLEST_PLAN)
    return max(HUNDRED - HUNDRED * load / WARNINGS_TO_ZERO, ZERO)


def plan_entries(account: Account) -> int:
    """Return the size of a plan: the entries of its lists, without purchases, which are records and not planning."""
    profile, goals, joint, service = account.profile, account.goals, account.joint_plan, account.service
    lists: tuple[tuple[object, ...], ...] = (
        *(profile.facts, profile.network, profile.rivals, profile.needs),
        *(account.value.wallet, account.value.white_space),
        *(goals.horizon, goals.goals, goals.strategies),
        *(strategy.measures for strategy in goals.strategies),
        *(strategy.actions for strategy in goals.strategies),
        *(account.power_map.people, account.success_plan.assessment, account.success_plan.outcomes),
        *(account.opportunities, joint.initiatives, joint.commitments, joint.supply),
        *(service.requests, service.surveys, service.losses, service.bindings, service.referrals),
        *(account.reviews, account.risks, account.handovers),
    )
    return sum(map(len, lists))


def _share(answers: Iterable[object]) -> Decimal:
    """Return the share of answers that are yes."""
    given = [bool(answer) for answer in answers]
    return Decimal(sum(given)) / len(given)


def _profile(account: Account) -> Decimal:
    """Return the share of two: facts or a text about the customer (B1, B2), and needs (B3)."""
    profile = account.profile
    return _share((profile.facts or profile.strategy or profile.competition, profile.needs))


def _value(account: Account, as_of: date) -> Decimal:
    """Return 1 for purchases, or for what the customer spends in our category (A1, E2)."""
    value = account.value
    return _share((value.wallet or any(purchase.date <= as_of for purchase in value.purchases),))


def _goals(account: Account) -> Decimal:
    """Return the share of OGSM: objective, goals with a target, strategies, measures (B5)."""
    goals = account.goals
    return _share(
        (
            goals.objective,
            any(goal.target is not None for goal in goals.goals),
            goals.strategies,
            any(strategy.measures for strategy in goals.strategies),
        )
    )


def _power_map(account: Account) -> Decimal:
    """Return the share of two halves (D1): the four buying roles, and three people with influence and support rated."""
    found = [person for person in account.power_map.people if not person.wanted]
    roles = {person.role for person in found if person.role is not None}
    rated = sum(person.influence is not None and person.support is not None for person in found)
    return (Decimal(len(roles)) / len(ROLES) + Decimal(min(rated, PEOPLE_TO_RATE)) / PEOPLE_TO_RATE) / 2


def _success_plan(account: Account) -> Decimal:
    """Return the share of two: the relationship assessed, and outcomes of the customer's own (C3)."""
    return _share((account.success_plan.assessment, account.success_plan.outcomes))


def _opportunities(account: Account, as_of: date) -> Decimal:
    """Return the share of two: opportunities, and the next step of an open one (D2)."""
    existing = existing_opportunities(account.opportunities, as_of)
    return _share((existing, any(found.status == "open" and found.next_step is not None for found in existing)))


def _joint_plan(account: Account) -> Decimal:
    """Return the share of two: something done together, and something promised (C1, C2)."""
    return _share((account.joint_plan.initiatives, account.joint_plan.commitments))


def _service(account: Account, as_of: date) -> Decimal:
    """Return the share of two: a survey (E1), and anything that serves or holds the account (D4, E5, E7)."""
    service = account.service
    return _share(
        (
            any(survey.date <= as_of for survey in service.surveys),
            service.requests or service.bindings or service.switching_costs or service.blueprint,
        )
    )
