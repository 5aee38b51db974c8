"""How the account is kept: requests, surveys, losses, bindings, referrals, blueprint, stars (D4, E1 to E7, F3)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account_terms import AccountTerms, Deadline
from kamgen.pages.charts import SurveyChart, survey_chart
from kamgen.plan.service import BlueprintStep, Loss, Referral, Request
from kamgen.scoring.score import AccountScores


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Something the customer asked for."""

    anchor: str
    text: str
    function: str
    owner: str
    raised: str
    due: Deadline | None
    answer: str
    is_late: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class LossRow:
    """A loss, its cause, and what was changed."""

    day: str
    what: str
    amount: str
    reason: str
    cause: str
    fix: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the service blueprint; ``own`` where this account's differs from the workspace's."""

    step: str
    customer_action: str
    front_stage: str
    back_stage: str
    response: str
    own: bool


@dataclass(frozen=True, slots=True)
class ServiceSection:
    """Service and retention."""

    headline: str
    requests: tuple[RequestRow, ...]
    surveys: tuple[tuple[str, SurveyChart], ...]
    losses: tuple[LossRow, ...]
    bindings: tuple[tuple[str, tuple[str, ...]], ...]
    switching_costs: tuple[str, ...]
    referrals: tuple[tuple[str, str], ...]
    blueprint: tuple[StepRow, ...]
    entitlements: tuple[str, ...]
    entitlements_title: str
    next_star: str


def service_section(terms: AccountTerms, scores: AccountScores) -> ServiceSection | None:
    """Return service and retention, ``None`` where neither the plan nor the settings say anything."""
    service, t = terms.account.service, terms.t
    blueprint = _blueprint(terms)
    entitlements, next_star = _entitlements(terms, scores)
    if not (service.model_fields_set or blueprint or entitlements):
        return None
    surveys = sorted(service.surveys, key=lambda survey: survey.date, reverse=True)
    charts = ((t.day(found.date), survey_chart(f"survey-{found.date}", found, t)) for found in surveys)
    return ServiceSection(
        headline=_headline(terms, scores),
        requests=_requests(terms),
        surveys=tuple((day, chart) for day, chart in charts if chart is not None),
        losses=tuple(_loss(loss, terms) for loss in sorted(service.losses, key=lambda loss: loss.date, reverse=True)),
        bindings=_bindings(terms),
        switching_costs=tuple(terms.of(text) for text in service.switching_costs),
        referrals=tuple((_referral(referral, terms), t.day(referral.date)) for referral in service.referrals),
        blueprint=blueprint,
        entitlements=entitlements,
        entitlements_title=t.text("What {n} star brings|What {n} stars bring", n=scores.key_account.stars or 0),
        next_star=next_star,
    )


def _headline(terms: AccountTerms, scores: AccountScores) -> str:
    t = terms.t
    parts = [
        t.text(pattern, share=t.percent(part.value / 100))
        for name, pattern in (
            ("response", "{share} of requests answered on time"),
            ("satisfaction", "satisfaction {share}"),
        )
        for part in scores.health.parts
        if part.name == name and part.value is not None
    ]
    return t.listing(parts)


def _requests(terms: AccountTerms) -> tuple[RequestRow, ...]:
    """Open requests by their due day, then closed ones, the latest first."""
    far = terms.context.as_of.max
    requests = terms.account.service.requests
    still_open = sorted((r for r in requests if r.closed is None), key=lambda r: (r.due or far, r.id))
    closed = sorted((r for r in requests if r.closed is not None), key=lambda r: (r.closed or far, r.id), reverse=True)
    return tuple(_request(request, terms) for request in (*still_open, *closed))


def _request(request: Request, terms: AccountTerms) -> RequestRow:
    t = terms.t
    answer, late = "", False
    if request.closed is not None:
        days = (request.closed - request.due).days if request.due else 0
        late = days > 0
        pattern = "Closed {day}, {n} day late|Closed {day}, {n} days late" if late else "Closed {day}"
        answer = t.text(pattern, day=request.closed, n=days)
    return RequestRow(
        anchor=f"request-{request.id}",
        text=terms.of(request.text),
        function=t.label("function", request.function) if request.function else "",
        owner=terms.somebody(request.owner),
        raised=t.day(request.raised),
        due=terms.deadline(request.due, open_=request.closed is None),
        answer=answer,
        is_late=late,
        is_open=request.closed is None,
    )


def _loss(loss: Loss, terms: AccountTerms) -> LossRow:
    return LossRow(
        day=terms.t.day(loss.date),
        what=terms.of(loss.what),
        amount=terms.money(loss.amount, loss.currency),
        reason=terms.t.label("loss_reason", loss.reason) if loss.reason else "",
        cause=terms.of(loss.cause),
        fix=terms.of(loss.fix),
    )


def _bindings(terms: AccountTerms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what holds the account, by kind; a kind that does not hold it is told too, once there is any binding."""
    bindings, t = terms.account.service.bindings, terms.t
    if not bindings:
        return ()
    said: dict[str, list[str]] = {"level": [], "industry": [], "project": []}
    for binding in bindings:
        text = terms.of(binding.text)
        since = t.text("{text} (since {day})", text=text, day=binding.since) if binding.since else text
        said[binding.kind].append(since)
    return tuple((t.label("binding", kind), tuple(texts)) for kind, texts in said.items())


def _referral(referral: Referral, terms: AccountTerms) -> str:
    to, result = terms.of(referral.to), terms.of(referral.result)
    return terms.t.text("{to}: {result}", to=to, result=result) if result else to


def _blueprint(terms: AccountTerms) -> tuple[StepRow, ...]:
    """Return the workspace's steps, those of the same id replaced by the account's own, then its further ones."""
    own = {step.id: step for step in terms.account.service.blueprint}
    default = {step.id: step for step in terms.context.settings.blueprint}
    return tuple(_step(own.get(step_id, step), step_id in own, terms) for step_id, step in {**default, **own}.items())


def _step(step: BlueprintStep, own: bool, terms: AccountTerms) -> StepRow:
    return StepRow(
        step=terms.of(step.step),
        customer_action=terms.of(step.customer_action),
        front_stage=terms.of(step.front_stage),
        back_stage=terms.of(step.back_stage),
        response=terms.of(step.response),
        own=own,
    )


def _entitlements(terms: AccountTerms, scores: AccountScores) -> tuple[tuple[str, ...], str]:
    """Return what the account's stars bring, and which score the next star needs (F3)."""
    stars, score, scoring = scores.key_account.stars, scores.key_account.score, terms.context.settings.scoring
    if stars is None or score is None:
        return (), ""
    brought = tuple(terms.of(text) for text in scoring.entitlements.get(str(stars), ()))  # type: ignore[call-overload]
    needed = [(points, number) for points, number in scoring.stars if number > stars]
    if not needed:
        return brought, ""
    points, number = min(needed)
    return brought, terms.t.text(
        "{number} stars from a score of {points}; {missing} to go",
        number=number,
        points=points,
        missing=terms.t.number(round(points - score, 1).normalize()),
    )
