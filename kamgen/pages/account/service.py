"""How the account is kept: requests, surveys, losses, bindings, referrals, blueprint, stars (D4, E1 to E7, F3)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.surveys import SurveyTable, survey_table
from kamgen.pages.account.terms import AccountTerms, Deadline, Mention
from kamgen.pages.charts.small import SurveyChart, survey_chart
from kamgen.plan.service import Binding, BlueprintStep, Loss, Referral, Request
from kamgen.scoring.bindings import score_bindings
from kamgen.scoring.losses import Losses, score_losses
from kamgen.scoring.referrals import score_referrals
from kamgen.scoring.response import is_waiting, score_response
from kamgen.scoring.score import AccountScores
from kamgen.scoring.service_blueprint import service_blueprint
from kamgen.scoring.stars import rate_stars


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Something the customer asked for."""

    anchor: str
    text: str
    function: str
    owner: Mention
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
    """Service and retention; ``surveys`` are drawn for paper, the page shows them under one another as a table."""

    headline: str
    requests: tuple[RequestRow, ...]
    surveys: tuple[tuple[str, SurveyChart], ...]
    survey_table: SurveyTable | None
    losses: tuple[LossRow, ...]
    losses_note: str
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
    as_of = terms.context.as_of
    losses = score_losses(terms.account, terms.context.settings, as_of)
    held = (survey for survey in service.surveys if survey.date <= as_of)
    surveys = sorted(held, key=lambda survey: survey.date, reverse=True)
    charts = ((t.day(found.date), survey_chart(f"survey-{found.date}", found, t)) for found in surveys)
    return ServiceSection(
        headline=_headline(terms, scores),
        requests=_requests(terms),
        surveys=tuple((day, chart) for day, chart in charts if chart is not None),
        survey_table=survey_table(terms),
        losses=tuple(_loss(found.loss, terms) for found in losses.all),
        losses_note=_losses_note(losses, terms),
        bindings=_bindings(terms),
        switching_costs=tuple(terms.of(text) for text in service.switching_costs),
        referrals=tuple(
            (_referral(referral, terms), t.day(referral.date))
            for referral in score_referrals(service.referrals, as_of).made
        ),
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
    requests, as_of = terms.account.service.requests, terms.context.as_of
    answered = [
        (request.closed, request.id, request) for request in requests if request.closed and request.closed <= as_of
    ]
    closed = (request for _, _, request in sorted(answered, key=lambda entry: entry[:2], reverse=True))
    return tuple(_request(request, terms) for request in (*score_response(requests, as_of).waiting, *closed))


def _request(request: Request, terms: AccountTerms) -> RequestRow:
    t = terms.t
    answer, late = "", False
    still_open = is_waiting(request, terms.context.as_of)
    if request.closed is not None and not still_open:
        days = (request.closed - request.due).days if request.due else 0
        late = days > 0
        pattern = "Closed {day}, {n} day late|Closed {day}, {n} days late" if late else "Closed {day}"
        answer = t.text(pattern, day=request.closed, n=days)
    return RequestRow(
        anchor=f"request-{request.id}",
        text=terms.of(request.text),
        function=t.label("function", request.function) if request.function else "",
        owner=terms.who(request.owner),
        raised=t.day(request.raised),
        due=terms.deadline(request.due, open_=still_open),
        answer=answer,
        is_late=late,
        is_open=still_open,
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


def _losses_note(losses: Losses, terms: AccountTerms) -> str:
    """Return what was lost of late, and how many losses can happen again (E3)."""
    t, parts = terms.t, []
    if losses.recent_amount:
        parts.append(t.text("{amount} in the last 12 months", amount=terms.reported(losses.recent_amount)))
    if losses.without_fix:
        parts.append(t.text("{n} after which nothing was changed", n=len(losses.without_fix)))
    return t.listing(parts)


def _bindings(terms: AccountTerms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what holds the account, by kind; a kind that does not hold it is told too, once there is any binding."""
    t = terms.t
    found = score_bindings(terms.account.service, terms.context.as_of)
    if not found.kinds:
        return ()
    return tuple(
        (t.label("binding", kind), tuple(_binding(binding, terms) for binding in bindings))
        for kind, bindings in found.by_kind.items()
    )


def _binding(binding: Binding, terms: AccountTerms) -> str:
    text = terms.of(binding.text)
    return terms.t.text("{text} (since {day})", text=text, day=binding.since) if binding.since else text


def _referral(referral: Referral, terms: AccountTerms) -> str:
    to, result = terms.of(referral.to), terms.of(referral.result)
    return terms.t.text("{to}: {result}", to=to, result=result) if result else to


def _blueprint(terms: AccountTerms) -> tuple[StepRow, ...]:
    """Return the workspace's steps, those of the same id replaced by the account's own, then its further ones."""
    steps = service_blueprint(terms.context.settings.blueprint, terms.account.service.blueprint)
    return tuple(_step(found.step, found.is_own, terms) for found in steps)


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
    rating = rate_stars(scores.key_account.score, terms.context.settings.scoring)
    if rating is None or rating.stars is None:
        return (), ""
    brought, higher = tuple(map(terms.of, rating.entitlements)), rating.next_star
    if higher is None:
        return brought, ""
    return brought, terms.t.text(
        "{number} stars from a score of {points}; {missing} to go",
        number=higher.stars,
        points=higher.threshold,
        missing=terms.t.number(round(higher.missing, 1).normalize()),
    )
