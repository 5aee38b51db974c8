"""The health explained: its parts, what each rests on, and what the largest risk takes off (D4, E1, E2, E9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from kamgen.plan.goals import Goal
from kamgen.plan.reviews import Risk
from kamgen.plan.service import Request
from kamgen.scoring.activity import ACTIVE_UP_TO, COOLING_UP_TO
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, figure, named, plan_source, settings_source, weighed, word
from kamgen.scoring.explanations.buying import PURCHASES
from kamgen.scoring.health import goal_progress
from kamgen.scoring.progress import reached, time_gone
from kamgen.scoring.risks import WORST_RISK, risk_rating
from kamgen.scoring.score import Activity, HealthPart, HealthPartName
from kamgen.scoring.weighting import HUNDRED, ZERO
from kamgen.wording.language import WORDINGS
from kamgen.wording.phrase import Phrase, phrase

_ONE = Decimal(1)
_HEALTH = ("scoring", "health")
_SURVEY_POINTS = {
    "very_satisfied": Decimal(100),
    "satisfied": Decimal(75),
    "neutral": Decimal(50),
    "dissatisfied": Decimal(25),
    "very_dissatisfied": ZERO,
}


def explain_health(evaluation: Evaluation) -> Reason:
    """Return the tree of the health: the parts' contributions and what the risk takes off add up to it."""
    health, bands = evaluation.health, evaluation.settings.scoring.health.bands
    parts = weighed(_part(part, evaluation) for part in health.parts)
    return Reason(
        label=phrase("Health"),
        value=health.score,
        rule=phrase(
            "the mean of what is known, less the risk; red up to {red}, amber up to {amber}, green above",
            red=bands.red,
            amber=bands.amber,
        ),
        rule_source=settings_source(*_HEALTH, "bands"),
        known=health.known,
        missing=phrase("Rate people, measure goals or add a survey") if health.score is None else None,
        children=(*parts, _risk(evaluation, sum((part.contribution or ZERO for part in parts), ZERO))),
    )


def _part(part: HealthPart, evaluation: Evaluation) -> Reason:
    reason = _PARTS[part.name](evaluation)
    return reason._replace(
        label=phrase("{name}", name=word("health_part", part.name)),
        rule_source=settings_source(*_HEALTH, "weights", part.name),
        points=part.value,
        weight=part.weight,
        missing=reason.missing if part.value is None else None,
    )


def _relationship(evaluation: Evaluation) -> Reason:
    return Reason(
        label=phrase("Relationship"),
        value=evaluation.relationship.score,
        rule=phrase("the relationship score"),
        missing=phrase("Rate the people of the power map"),
    )


def _goals(evaluation: Evaluation) -> Reason:
    return Reason(
        label=phrase("Goal progress"),
        value=evaluation.health_part("goals"),
        rule=phrase("the mean of the goals' progress against the time that has gone"),
        missing=phrase("Give a goal baseline, target, actual, start and due"),
        metric="goal-progress",
        children=goal_reasons(evaluation),
    )


def _satisfaction(evaluation: Evaluation) -> Reason:
    return Reason(
        label=phrase("Satisfaction"),
        value=evaluation.health_part("satisfaction"),
        rule=phrase("the mean of 100, 75, 50, 25, 0 over the answers to the latest survey"),
        missing=phrase("Run the survey"),
        metric="satisfaction",
        children=survey_reasons(evaluation),
    )


def _response(evaluation: Evaluation) -> Reason:
    points = evaluation.health_part("response")
    return Reason(
        label=phrase("Responsiveness"),
        value=None if points is None else points / HUNDRED,
        unit="share",
        rule=phrase("requests closed by their due day ÷ requests closed or past due"),
        missing=phrase("Needs a request with a due day that is closed or past"),
        metric="on-time-response",
        children=request_reasons(evaluation),
    )


def _activity(evaluation: Evaluation) -> Reason:
    state = evaluation.activity.state
    return Reason(
        label=phrase("Activity"),
        value=None if state == "unknown" else state,
        unit="word",
        scale="activity",
        rule=activity_rule(evaluation.activity),
        sources=(plan_source(*PURCHASES),) if evaluation.ledger.days else (),
        missing=phrase("Needs purchases on 3 days"),
        metric="activity",
    )


_PARTS: dict[HealthPartName, Callable[[Evaluation], Reason]] = {
    "relationship": _relationship,
    "goals": _goals,
    "satisfaction": _satisfaction,
    "response": _response,
    "activity": _activity,
}


def goal_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return each goal's progress against the time that has gone; those that cannot be judged with what is missing."""
    goals = evaluation.account.goals.goals
    return weighed(_goal_reason(index, goal, evaluation) for index, goal in enumerate(goals))


def _goal_reason(index: int, goal: Goal, evaluation: Evaluation) -> Reason:
    progress, way = goal_progress(goal, evaluation.as_of), reached(goal)
    path = ("goals", "goals", index)
    return Reason(
        label=named(goal.text),
        value=progress,
        rule=None if way is None else _goal_rule(goal, way, evaluation),
        sources=(plan_source(*path, "actual") if goal.actual is not None else plan_source(*path),),
        points=progress,
        weight=_ONE,
        missing=None if progress is not None else _to_judge(goal, evaluation),
    )


def _goal_rule(goal: Goal, way: Decimal, evaluation: Evaluation) -> Phrase:
    time = time_gone(goal, evaluation.as_of)
    course = " → ".join(figure(value or ZERO, "count") for value in (goal.baseline, goal.actual, goal.target))
    if time is None:
        return phrase("{course}: {way} of the way", course=course, way=_percent(way))
    return phrase(
        "{course}: {way} of the way, {time} of the time", course=course, way=_percent(way), time=_percent(time)
    )


def _percent(share: Decimal) -> str:
    return WORDINGS["en"].percent(share)


def _to_judge(goal: Goal, evaluation: Evaluation) -> Phrase:
    lacking = [name for name in ("baseline", "target", "actual", "start", "due") if getattr(goal, name) is None]
    if lacking:
        return phrase("Add {keys}", keys=tuple(lacking))
    if goal.start is not None and goal.start >= evaluation.as_of:
        return phrase("begins on {day}", day=goal.start)
    return phrase("Give it a target that differs from its baseline, and a due day after its start")


def survey_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return the answers to the latest survey, level by level."""
    held = [
        (survey.date, index)
        for index, survey in enumerate(evaluation.account.service.surveys)
        if survey.date <= evaluation.as_of
    ]
    if not held:
        return ()
    last = max(held)[0]
    latest = [index for day, index in held if day == last]
    answers = (_answers(level, points, latest, evaluation) for level, points in _SURVEY_POINTS.items())
    return weighed(answer for answer in answers if answer.weight)


def _answers(level: str, points: Decimal, latest: Sequence[int], evaluation: Evaluation) -> Reason:
    surveys = evaluation.account.service.surveys
    given = [(index, int(getattr(surveys[index], level))) for index in latest]
    return Reason(
        label=phrase("{name}", name=word("satisfaction", level)),
        value=Decimal(sum(count for _, count in given)),
        unit="count",
        rule=phrase("answers of {day}", day=surveys[latest[0]].date),
        sources=tuple(plan_source("service", "surveys", index, level) for index, count in given if count),
        points=points,
        weight=Decimal(sum(count for _, count in given)),
    )


def request_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return each request that can be judged: closed by its due day or not."""
    requests = evaluation.account.service.requests
    return weighed(
        (
            reason
            for index, request in enumerate(requests)
            if (reason := _request_reason(index, request, evaluation.as_of)) is not None
        ),
        whole=_ONE,
    )


def _request_reason(index: int, request: Request, as_of: date) -> Reason | None:
    due, closed = request.due, request.closed if request.closed is not None and request.closed <= as_of else None
    if due is None or (request.raised is not None and request.raised > as_of) or (closed is None and due >= as_of):
        return None
    on_time = closed is not None and closed <= due
    return Reason(
        label=named(request.text),
        value=on_time,
        unit="word",
        scale="answer",
        rule=phrase("due {due}, still open", due=due)
        if closed is None
        else phrase("due {due}, closed {closed}", due=due, closed=closed),
        sources=(plan_source("service", "requests", index, "due" if closed is None else "closed"),),
        points=HUNDRED if on_time else ZERO,
        weight=_ONE,
        missing=phrase("Close it") if closed is None else None,
    )


def activity_rule(activity: Activity) -> Phrase | None:
    """Return how the state follows from the customer's own rhythm; None as long as there is none."""
    if activity.median_days is None or activity.recency_days is None:
        return None
    return phrase(
        "last purchase {days} days ago, usually every {usual}: active up to {active}, cooling up to {cooling}",
        days=activity.recency_days,
        usual=figure(activity.median_days, "days"),
        active=figure(ACTIVE_UP_TO * activity.median_days, "days"),
        cooling=figure(COOLING_UP_TO * activity.median_days, "days"),
    )


def _risk(evaluation: Evaluation, mean: Decimal) -> Reason:
    """Return what the largest open risk takes off; never more than there is, so that the health ends at 0."""
    health = evaluation.health
    most = evaluation.settings.scoring.health.risk_penalty
    exposure = health.risk_exposure
    rule = None
    if exposure is not None:
        rule = phrase("{most} points at most × {exposure}", most=most, exposure=figure(exposure, "share"))
    return Reason(
        label=phrase("Risk exposure"),
        value=exposure,
        unit="share",
        rule=rule,
        rule_source=settings_source(*_HEALTH, "risk_penalty"),
        contribution=None if health.score is None or exposure is None else health.score - mean,
        missing=phrase("Write down risks with likelihood and impact") if exposure is None else None,
        metric="risk-exposure",
        children=risk_reasons(evaluation),
    )


def risk_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return the open risks; the largest one alone counts."""
    risks = evaluation.account.risks
    return tuple(_risk_reason(index, risk) for index, risk in enumerate(risks) if risk.status == "open")


def _risk_reason(index: int, risk: Risk) -> Reason:
    rating, likelihood, impact = risk_rating(risk), risk.likelihood, risk.impact
    if rating is None or likelihood is None or impact is None:
        missing = phrase("Rate likelihood and impact")
        return Reason(label=named(risk.text), unit="share", sources=(plan_source("risks", index),), missing=missing)
    return Reason(
        label=named(risk.text),
        value=Decimal(rating) / WORST_RISK,
        unit="share",
        rule=phrase("likelihood {likelihood} × impact {impact} ÷ 25", likelihood=likelihood, impact=impact),
        sources=(plan_source("risks", index, "likelihood"),),
    )
