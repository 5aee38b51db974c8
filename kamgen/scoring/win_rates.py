"""How often opportunities are won: in all, by buying process and by stage (method: D2, source S2).

Only what the plans say is used: whether an opportunity was won or lost, its process, and the stage that it had reached
when it was decided. How long it stood in a stage, or by which ways it came there, they do not say. A rate is by number,
not by amount, and carries the counts that it rests on: one of one is no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Process
from kamgen.scoring.forecast import existing_opportunities


@dataclass(frozen=True, slots=True)
class WinRate:
    """How many opportunities were decided and how many of them were won."""

    won: int
    decided: int

    @property
    def rate(self) -> Decimal | None:
        """Won ÷ decided, 0 to 1; None as long as nothing is decided."""
        return Decimal(self.won) / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class StageWinRate:
    """What became of the opportunities that got to a stage, beside the probability that the settings give it."""

    stage: str
    probability: Decimal
    rate: WinRate


@dataclass(frozen=True, slots=True)
class ProcessWinRate:
    """The win rate of one buying process (None: no process of the settings is named), and from each of its stages."""

    process: str | None
    rate: WinRate
    stages: tuple[StageWinRate, ...]


@dataclass(frozen=True, slots=True)
class WinRates:
    """Win rates in all and by process: those of the settings in their order, then what names none of them.

    A process in which nothing is decided yet is left out.
    """

    overall: WinRate
    processes: tuple[ProcessWinRate, ...]


def win_rate(opportunities: Iterable[Opportunity], as_of: date) -> Decimal | None:
    """Return won ÷ (won + lost) by number, 0 to 1 (D2); None as long as nothing is decided."""
    return _rate(_decided(opportunities, as_of)).rate


def win_rates(opportunities: Iterable[Opportunity], processes: Mapping[str, Process], as_of: date) -> WinRates:
    """Return the win rates of any opportunities: of one account, of an owner's accounts, of the portfolio.

    From a stage, the rate counts the decided opportunities whose plan names this stage or a later one of the process:
    what was decided later had come past this stage as well. So it is comparable with the stage's ``probability``, the
    chance to win from here. Decided opportunities that name no stage of the process count for the process alone.
    """
    decided = _decided(opportunities, as_of)
    by_process: dict[str | None, list[Opportunity]] = {}
    for found in decided:
        by_process.setdefault(found.process if found.process in processes else None, []).append(found)
    rows = [
        ProcessWinRate(name, _rate(by_process[name]), _stages(process, by_process[name]))
        for name, process in processes.items()
        if name in by_process
    ]
    if None in by_process:
        rows.append(ProcessWinRate(None, _rate(by_process[None]), ()))
    return WinRates(_rate(decided), tuple(rows))


def win_rates_by_owner(
    owned: Iterable[tuple[str, Iterable[Opportunity]]], processes: Mapping[str, Process], as_of: date
) -> dict[str, WinRates]:
    """Return the win rates of each owner by id, given each account's owner and opportunities."""
    opportunities: dict[str, list[Opportunity]] = {}
    for owner, found in owned:
        opportunities.setdefault(owner, []).extend(found)
    return {owner: win_rates(found, processes, as_of) for owner, found in sorted(opportunities.items())}


def _decided(opportunities: Iterable[Opportunity], as_of: date) -> list[Opportunity]:
    return [found for found in existing_opportunities(opportunities, as_of) if found.status != "open"]


def _rate(decided: Iterable[Opportunity]) -> WinRate:
    statuses = [found.status for found in decided]
    return WinRate(statuses.count("won"), len(statuses))


def _stages(process: Process, decided: Iterable[Opportunity]) -> tuple[StageWinRate, ...]:
    places = {stage.id: place for place, stage in enumerate(process.stages)}
    reached = [(places[found.stage], found) for found in decided if found.stage in places]
    return tuple(
        StageWinRate(stage.id, stage.probability, _rate(found for at, found in reached if at >= place))
        for place, stage in enumerate(process.stages)
    )
