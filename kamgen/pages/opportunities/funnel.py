"""The funnel over all accounts: for each buying process its stages in order, and what is really won from each (D2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.pages.account.pipeline import written
from kamgen.pages.charts.funnel import FunnelChart, FunnelStage, funnel_chart
from kamgen.pages.context import Context
from kamgen.pages.opportunities.sales import Sale, process_name, sums
from kamgen.plan.settings import Process
from kamgen.scoring.win_rates import ProcessWinRate, WinRate, WinRates

_NOTHING = WinRate(0, 0)


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """A stage in figures; ``chance`` is that of the settings, ``rate`` what was won of ``decided`` from here."""

    stage: str
    count: str
    amount: str
    weighted: str
    chance: str
    rate: str
    decided: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """A buying process: its sums in words, its stages as a drawing and in figures; ``chart`` is None without stages."""

    id: str
    name: str
    words: str
    chart: FunnelChart | None
    rows: tuple[FunnelRow, ...]


def funnels(still_open: Sequence[Sale], rates: WinRates, context: Context) -> tuple[Funnel, ...]:
    """Return the processes of the settings in their order, then what names none; those with nothing are left out."""
    known = context.settings.processes
    own: defaultdict[str | None, list[Sale]] = defaultdict(list)
    for sale in still_open:
        own[sale.found.process if sale.found.process in known else None].append(sale)
    measured = {row.process: row for row in rates.processes}
    return tuple(
        _funnel(process, own[process], measured.get(process), context)
        for process in (*known, None)
        if own[process] or process in measured
    )


def _funnel(process_id: str | None, own: Sequence[Sale], measured: ProcessWinRate | None, context: Context) -> Funnel:
    t, process = context.wording, context.settings.processes.get(process_id or "")
    stages = _stages(process, own, measured, context) if process else ()
    rows = [_row(stage, context) for stage in stages]
    ids = {stage.id for stage in process.stages} if process else set()
    elsewhere = [sale for sale in own if sale.found.stage not in ids]
    if elsewhere:
        rows.append(_row_without_stage(elsewhere, process, context))
    name, currency = process_name(process_id, context), context.settings.currency
    return Funnel(
        id=f"process-{process_id}" if process_id else "no-process",
        name=name,
        words=_words(own, measured, context),
        chart=funnel_chart(f"funnel-{process_id}", name, stages, currency, t),
        rows=tuple(rows),
    )


def _stages(
    process: Process, own: Sequence[Sale], measured: ProcessWinRate | None, context: Context
) -> tuple[FunnelStage, ...]:
    rates = {row.stage: row.rate for row in measured.stages} if measured else {}
    found = []
    for stage in process.stages:
        here = sums([sale for sale in own if sale.found.stage == stage.id])
        found.append(
            FunnelStage(
                name=context.wording.of(stage.name) or written(stage.id),
                count=here.count,
                amount=here.amount,
                weighted=here.weighted,
                probability=stage.probability,
                won=rates.get(stage.id, _NOTHING),
            )
        )
    return tuple(found)


def _row(stage: FunnelStage, context: Context) -> FunnelRow:
    t = context.wording
    return FunnelRow(
        stage=stage.name,
        count=t.number(stage.count) if stage.count else "",
        amount=t.number(stage.amount, 0),
        weighted=t.number(stage.weighted, 0),
        chance=t.percent(stage.probability),
        rate=t.percent(stage.won.rate),
        decided=t.number(stage.won.decided) if stage.won.decided else "",
    )


def _row_without_stage(sales: Sequence[Sale], process: Process | None, context: Context) -> FunnelRow:
    t, here = context.wording, sums(sales)
    name = t.text("In no stage of the process") if process else t.text("All open")
    amounts = t.number(here.amount, 0), t.number(here.weighted, 0)
    return FunnelRow(name, t.number(here.count), *amounts, chance="", rate="", decided="")


def _words(own: Sequence[Sale], measured: ProcessWinRate | None, context: Context) -> str:
    """Return a process in a line: what is open and what was won of all that is decided."""
    t, currency, here = context.wording, context.settings.currency, sums(own)
    said = [t.text("{n} open|{n} open", n=here.count)]
    if here.amount is not None:
        said.append(t.money(here.amount, currency, short=True))
    if here.weighted is not None:
        said.append(t.text("{amount} weighted", amount=t.money(here.weighted, currency, short=True)))
    if measured is not None and measured.rate.rate is not None:
        won, decided = measured.rate.won, measured.rate.decided
        said.append(t.text("{won} of {n} won", won=won, n=decided))
    return " · ".join(said)
