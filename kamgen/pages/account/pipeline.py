"""What may be sold: opportunities by buying process and stage, with the tasks of the stage (D2, D3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamgen.pages.account.target_proof import TargetProofTable, target_proof_table
from kamgen.pages.account.terms import NOBODY, AccountTerms, Deadline, Mention
from kamgen.pages.charts.forecast import ForecastChart, chance, forecast_chart, forecast_figures
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Process
from kamgen.scoring.forecast import win_probability
from kamgen.scoring.money import in_reporting_currency
from kamgen.scoring.score import Forecast
from kamgen.scoring.win_rates import win_rates
from kamgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class StageCell:
    """A stage of a process: how likely a sale is from here, and what stands here."""

    name: str
    probability: str
    count: int
    amount: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the stage that an opportunity has reached, or of one before."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An opportunity; amounts in its own currency."""

    anchor: str
    name: str
    product: str
    stage: str
    amount: str
    probability: str
    close: Deadline | None
    needs: tuple[Mention, ...]
    people: tuple[Mention, ...]
    rival: str
    next_step: str
    next_owner: Mention
    next_due: Deadline | None
    tasks: tuple[Task, ...]
    tasks_words: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProcessRows:
    """The open opportunities of one buying process, in the order of its stages."""

    name: str
    stages: tuple[StageCell, ...]
    opportunities: tuple[OpportunityRow, ...]


@dataclass(frozen=True, slots=True)
class PipelineSection:
    """Open opportunities by process, the forecast, what the target rests on, and what was won and lost."""

    headline: str
    forecast: ForecastChart | None
    proof: TargetProofTable | None
    processes: tuple[ProcessRows, ...]
    decided: tuple[OpportunityRow, ...]
    win_rate: str


def pipeline_section(terms: AccountTerms, forecast: Forecast) -> PipelineSection | None:
    """Return the opportunities, ``None`` where there are none."""
    opportunities = terms.account.opportunities
    if not opportunities:
        return None
    still_open = [opportunity for opportunity in opportunities if opportunity.status == "open"]
    decided = sorted(
        (opportunity for opportunity in opportunities if opportunity.status != "open"),
        key=lambda opportunity: (-(opportunity.close or terms.context.as_of).toordinal(), opportunity.id),
    )
    figures = forecast_figures(forecast, terms.context.settings.currency)
    return PipelineSection(
        headline=_headline(forecast, terms),
        forecast=forecast_chart("forecast", figures, terms.t) if forecast.target is not None else None,
        proof=target_proof_table(terms),
        processes=_processes(still_open, terms),
        decided=tuple(_row(opportunity, None, terms) for opportunity in decided),
        win_rate=_win_rates(opportunities, terms),
    )


def _win_rates(opportunities: Sequence[Opportunity], terms: AccountTerms) -> str:
    """Return the win rate in all and, where there is more than one, that of each process with its counts."""
    t, settings = terms.t, terms.context.settings
    found = win_rates(opportunities, settings.processes, terms.context.as_of)
    if found.overall.rate is None:
        return ""
    said = [t.text("Win rate {share}", share=t.percent(found.overall.rate))]
    for row in found.processes if len(found.processes) > 1 else ():
        name = t.text("Without a buying process")
        if row.process is not None:
            name = terms.of(settings.processes[row.process].name) or written(row.process)
        said.append(t.text("{process} {won} of {n}", process=name, won=row.rate.won, n=row.rate.decided))
    return t.listing(said)


def _headline(forecast: Forecast, terms: AccountTerms) -> str:
    t = terms.t
    parts = [t.text("{n} open|{n} open", n=forecast.open_count)]
    if forecast.open_amount is not None:
        parts.append(terms.reported(forecast.open_amount))
    if forecast.weighted is not None:
        parts.append(t.text("{amount} weighted", amount=terms.reported(forecast.weighted)))
    if likely := likely_range(forecast, terms):
        parts.append(likely)
    if forecast.unweighted:
        parts.append(t.text("{n} without amount or chance, not counted", n=forecast.unweighted))
    if forecast.gap is not None and forecast.gap > 0:
        parts.append(t.text("{amount} missing to the goal", amount=terms.reported(forecast.gap)))
    if forecast.reach is not None and forecast.reach < 1:
        parts.append(t.text("{share} chance to reach the target", share=chance(forecast.reach, t)))
    return t.listing(parts)


def likely_range(forecast: Forecast, terms: AccountTerms) -> str:
    """Return what the pipeline brings in 8 of 10 cases, P10 to P90; empty where nothing about it is uncertain."""
    if forecast.p10 is None or forecast.p90 is None or forecast.p10 == forecast.p90:
        return ""
    low, high = terms.reported(forecast.p10, short=True), terms.reported(forecast.p90, short=True)
    return terms.t.text("likely {low} to {high}", low=low, high=high)


def _processes(still_open: list[Opportunity], terms: AccountTerms) -> tuple[ProcessRows, ...]:
    """Return the processes of the settings in their order, then opportunities without one."""
    rows = []
    known = terms.context.settings.processes
    for process_id, process in known.items():
        own = [opportunity for opportunity in still_open if opportunity.process == process_id]
        if own:
            rows.append(_process(process_id, process, own, terms))
    others = [opportunity for opportunity in still_open if opportunity.process not in known]
    if others:
        listed = tuple(_row(opportunity, None, terms) for opportunity in others)
        rows.append(ProcessRows(terms.t.text("Without a buying process"), (), listed))
    return tuple(rows)


def _process(process_id: str, process: Process, own: list[Opportunity], terms: AccountTerms) -> ProcessRows:
    places = {stage.id: place for place, stage in enumerate(process.stages)}
    today = terms.context.as_of
    own = sorted(own, key=lambda found: (-places.get(found.stage or "", -1), found.close or today, found.id))
    cells = []
    for stage in process.stages:
        here = [opportunity for opportunity in own if opportunity.stage == stage.id]
        amounts = [amount for opportunity in here if (amount := _reported(opportunity, terms)) is not None]
        cells.append(
            StageCell(
                name=terms.of(stage.name) or written(stage.id),
                probability=terms.t.percent(stage.probability),
                count=len(here),
                amount=terms.reported(sum(amounts, Decimal(0)), short=True) if amounts else "",
            )
        )
    return ProcessRows(
        name=terms.of(process.name) or written(process_id),
        stages=tuple(cells),
        opportunities=tuple(_row(opportunity, process, terms) for opportunity in own),
    )


def _reported(opportunity: Opportunity, terms: AccountTerms) -> Decimal | None:
    return in_reporting_currency(opportunity.amount, opportunity.currency, terms.account, terms.context.settings)


def _row(opportunity: Opportunity, process: Process | None, terms: AccountTerms) -> OpportunityRow:
    t = terms.t
    is_open = opportunity.status == "open"
    step = opportunity.next_step
    tasks = _tasks(opportunity, process, terms)
    needs = {need.id: Mention(terms.of(need.text), f"#need-{need.id}") for need in terms.account.profile.needs}
    return OpportunityRow(
        anchor=f"opportunity-{opportunity.id}",
        name=terms.of(opportunity.name),
        product=terms.context.product(opportunity.product),
        stage=_stage_name(opportunity, process, terms),
        amount=terms.money(opportunity.amount, opportunity.currency),
        probability=t.percent(win_probability(opportunity, terms.context.settings)) if is_open else "",
        close=terms.deadline(opportunity.close, open_=is_open),
        needs=tuple(needs.get(need, Mention(need)) for need in opportunity.needs),
        people=tuple(terms.who(person) for person in opportunity.people),
        rival=terms.of(opportunity.rival),
        next_step=terms.of(step.text) if step else "",
        next_owner=terms.who(step.owner) if step else NOBODY,
        next_due=terms.deadline(step.due) if step and is_open else None,
        tasks=tasks,
        tasks_words=_tasks_words(tasks, t),
        status=t.label("opportunity_status", opportunity.status),
        reason=terms.of(opportunity.lost_reason),
    )


def _stage_name(opportunity: Opportunity, process: Process | None, terms: AccountTerms) -> str:
    for stage in process.stages if process else ():
        if stage.id == opportunity.stage:
            return terms.of(stage.name) or written(stage.id)
    return written(opportunity.stage or "")


def _tasks(opportunity: Opportunity, process: Process | None, terms: AccountTerms) -> tuple[Task, ...]:
    """Return the tasks up to the stage that the opportunity has reached; a later stage's task only if it is done."""
    if process is None or all(stage.id != opportunity.stage for stage in process.stages):
        return ()
    tasks, reached = [], True
    for stage in process.stages:
        for task in stage.tasks:
            done = task in opportunity.done_tasks
            if reached or done:
                tasks.append(Task(terms.of(process.task_names.get(task)) or written(task), done))
        reached = reached and stage.id != opportunity.stage
    return tuple(tasks)


def _tasks_words(tasks: tuple[Task, ...], t: Wording) -> str:
    done = sum(task.done for task in tasks)
    return t.text("{done} of {n} task done|{done} of {n} tasks done", done=done, n=len(tasks)) if tasks else ""


def written(name: str) -> str:
    """Return an id as people read it, where the settings give it no name: ``budget-known`` → ``Budget known``."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]
