"""The forecast explained: each open opportunity with its chance, the gap, and what covers it (D2, D3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.plan.goals import Goal
from kamgen.plan.opportunities import Opportunity
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.explanation import Reason, Source, figure, named, plan_source, settings_source
from kamgen.scoring.explanations.buying import rate_missing
from kamgen.scoring.forecast import existing_opportunities, revenue_goal, win_probability
from kamgen.scoring.gap_cover import GapCover, cover_gap
from kamgen.scoring.money import currency_of, in_reporting_currency
from kamgen.scoring.target_proof import Cover
from kamgen.scoring.weighting import ZERO
from kamgen.wording.phrase import Phrase, phrase


def explain_forecast(evaluation: Evaluation) -> Reason:
    """Return the tree of the weighted pipeline: the open opportunities add up to it; target and gap stand beside."""
    forecast = evaluation.forecast
    return Reason(
        label=phrase("Weighted pipeline"),
        value=forecast.weighted,
        unit="money",
        rule=phrase("Σ amount × probability of the open opportunities"),
        missing=phrase("Add opportunities with an amount and a stage") if forecast.weighted is None else None,
        metric="weighted-pipeline",
        children=(*opportunity_reasons(evaluation), *_range(evaluation), *_against_target(evaluation)),
    )


def opportunity_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    """Return each open opportunity with what it adds; one that cannot be weighted, with what is missing."""
    existing = set(map(id, existing_opportunities(evaluation.account.opportunities, evaluation.as_of)))
    return tuple(
        _opportunity(index, opportunity, evaluation)
        for index, opportunity in enumerate(evaluation.account.opportunities)
        if id(opportunity) in existing and opportunity.status == "open"
    )


def _opportunity(index: int, opportunity: Opportunity, evaluation: Evaluation) -> Reason:
    account, settings = evaluation.account, evaluation.settings
    amount = in_reporting_currency(opportunity.amount, opportunity.currency, account, settings)
    chance = win_probability(opportunity, settings)
    weighed = amount is not None and chance is not None
    path = ("opportunities", index)
    return Reason(
        label=named(opportunity.name),
        value=opportunity.amount,
        unit="money",
        currency=currency_of(opportunity.currency, account, settings),
        rule=None if opportunity.amount is None or chance is None else _chance_rule(opportunity, chance, evaluation),
        sources=(plan_source(*path, "amount") if opportunity.amount is not None else plan_source(*path),),
        rule_source=_chance_source(index, opportunity, evaluation) if chance is not None else None,
        contribution=amount * chance if amount is not None and chance is not None else None,
        missing=None if weighed else _to_weigh(opportunity, chance, evaluation),
    )


def _chance_rule(opportunity: Opportunity, chance: Decimal, evaluation: Evaluation) -> Phrase:
    account, settings = evaluation.account, evaluation.settings
    currency = currency_of(opportunity.currency, account, settings)
    said = figure(opportunity.amount or Decimal(0), "money", currency)
    if currency != settings.currency and settings.rates.get(currency):
        said += f" × {settings.rates[currency].normalize():f}"
    share = figure(chance, "share")
    if opportunity.probability is not None:
        return phrase("{amount} × {chance}, its own probability", amount=said, chance=share)
    process = settings.processes[opportunity.process or ""]
    stage = next(stage for stage in process.stages if stage.id == opportunity.stage)
    return phrase("{amount} × {chance}, stage {stage}", amount=said, chance=share, stage=stage.name or stage.id)


def _chance_source(index: int, opportunity: Opportunity, evaluation: Evaluation) -> Source:
    """Return where the probability is written: with the opportunity, else with its stage in the settings."""
    if opportunity.probability is not None:
        return plan_source("opportunities", index, "probability")
    name = opportunity.process or ""
    stages = evaluation.settings.processes[name].stages
    position = next(position for position, stage in enumerate(stages) if stage.id == opportunity.stage)
    return settings_source("processes", name, "stages", position, "probability")


def _to_weigh(opportunity: Opportunity, chance: Decimal | None, evaluation: Evaluation) -> Phrase:
    if opportunity.amount is None:
        return phrase("Add the amount")
    if chance is None:
        return phrase("Add its process and stage, or a probability")
    currency = currency_of(opportunity.currency, evaluation.account, evaluation.settings)
    return phrase("Add a rate for {currency} to the settings", currency=currency)


def _range(evaluation: Evaluation) -> Iterator[Reason]:
    """Yield the range in which the wins will lie; nothing of it adds to the pipeline."""
    forecast = evaluation.forecast
    if forecast.p10 is not None and forecast.p90 is not None and forecast.open_count:
        currency = evaluation.settings.currency
        yield Reason(
            label=phrase("Middle outcome (P50)"),
            value=forecast.p50,
            unit="money",
            rule=phrase(
                "at least 8 of 10 outcomes lie between {low} and {high}",
                low=figure(forecast.p10, "money", currency),
                high=figure(forecast.p90, "money", currency),
            ),
            metric="pipeline-p50",
        )


def _against_target(evaluation: Evaluation) -> Iterator[Reason]:
    """Yield target, what is reached of it and the gap; nothing of it adds to the pipeline."""
    forecast = evaluation.forecast
    goals = evaluation.account.goals.goals
    goal = revenue_goal(evaluation.account, evaluation.settings, evaluation.as_of)
    if goal is None:
        yield Reason(label=phrase("Target"), unit="money", missing=phrase("Add a goal counted in money, with a target"))
        return
    index = next(index for index, one in enumerate(goals) if one is goal)
    yield _goal_figure("Target", goal.target, goal, index, "target")
    yield _goal_figure("Reached so far", goal.actual, goal, index, "actual")
    rule = None
    if forecast.target is not None and forecast.actual is not None:
        rule = phrase(
            "{target} − {actual} − {weighted}, never below 0",
            target=figure(forecast.target, "money"),
            actual=figure(forecast.actual, "money"),
            weighted=figure(forecast.weighted or Decimal(0), "money"),
        )
    yield Reason(label=phrase("Gap"), value=forecast.gap, unit="money", rule=rule, children=tuple(_cover(evaluation)))
    yield Reason(
        label=phrase("Chance to reach the target"),
        value=forecast.reach,
        unit="share",
        rule=phrase("every opportunity won or lost by itself, all combinations counted"),
        metric="chance-to-reach-target",
    )


def _cover(evaluation: Evaluation) -> Iterator[Reason]:
    """Yield what is to be won, what covers it and what stays open; nothing where the target is reached.

    White space is shown only where the opportunities leave a gap. Nothing adds to the gap: the opportunities are taken
    off in it already, and may come to more than there is to win.
    """
    cover = cover_gap(evaluation.account, evaluation.settings, evaluation.as_of, evaluation.forecast)
    if cover is None or not cover.to_win:
        return
    target, actual = evaluation.forecast.target or ZERO, evaluation.forecast.actual or ZERO
    yield Reason(
        label=phrase("Still to win"),
        value=cover.to_win,
        unit="money",
        rule=phrase("{target} − {actual}", target=figure(target, "money"), actual=figure(actual, "money")),
    )
    weighted = [one for one in opportunity_reasons(evaluation) if one.contribution is not None]
    for one in sorted(weighted, key=lambda one: -(one.contribution or ZERO)):
        yield one._replace(value=one.contribution, currency="", contribution=None)
    rule = None
    if cover.gap:
        yield _white_space(cover, evaluation)
        space = figure(cover.white_space or ZERO, "money")
        rule = phrase("{gap} − {space}, never below 0", gap=figure(cover.gap, "money"), space=space)
    yield Reason(label=phrase("Stays open"), value=cover.uncovered, unit="money", rule=rule)


def _white_space(cover: GapCover, evaluation: Evaluation) -> Reason:
    """Return the white space beyond the open opportunities; that of the single products adds up to it."""
    proof = evaluation.target_proof
    spaces = [one for one in (proof.covers if proof else ()) if one.kind == "white-space"]
    return Reason(
        label=phrase("White space"),
        value=cover.white_space,
        unit="money",
        rule=phrase("beyond the open opportunities for the same products") if spaces else None,
        missing=None if spaces else phrase("Add potential and current to value.white_space"),
        children=tuple(_space_of_product(one, evaluation) for one in spaces),
    )


def _space_of_product(space: Cover, evaluation: Evaluation) -> Reason:
    rows = [(at, row) for at, row in enumerate(evaluation.account.value.white_space) if row.product == space.id]
    missing = None
    if space.amount is None:
        if any(row.potential is None or row.current is None for _, row in rows):
            missing = phrase("Add potential and current to value.white_space")
        else:
            missing = rate_missing(evaluation) or _to_know_opportunities(space.id, evaluation)
    return Reason(
        label=named(space.name),
        value=space.amount,
        unit="money",
        sources=tuple(plan_source("value", "white_space", at) for at, _ in rows),
        contribution=space.amount,
        missing=missing,
    )


def _to_know_opportunities(product: str, evaluation: Evaluation) -> Phrase:
    """Return what the open opportunities for a product lack to be taken off its white space."""
    account, settings = evaluation.account, evaluation.settings
    for one in existing_opportunities(account.opportunities, evaluation.as_of):
        lacks = in_reporting_currency(one.amount, one.currency, account, settings) is None
        if one.status == "open" and one.product == product and one.amount is not None and lacks:
            currency = currency_of(one.currency, account, settings)
            return phrase("Add a rate for {currency} to the settings", currency=currency)
    return phrase("Add amounts to the open opportunities for this product")


def _goal_figure(label: str, value: Decimal | None, goal: Goal, index: int, key: str) -> Reason:
    return Reason(
        label=phrase(label),
        value=value,
        unit="money",
        currency=goal.unit or "",
        rule=named(goal.text) if key == "target" else None,
        sources=(plan_source("goals", "goals", index, key),) if value is not None else (),
        missing=phrase("Write what is reached so far into the goal") if value is None else None,
    )
