"""What rules about opportunities have in common: which are being worked on, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Subject
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import ProcessStage, Settings
from kamgen.scoring.forecast import win_probability
from kamgen.workspace.problems import Path


def open_opportunities(subject: Subject) -> Iterator[tuple[Path, Opportunity]]:
    """Yield what may still be sold, with the way to it: nothing at a lost account, and nothing found after the day."""
    if subject.account.status == "lost":
        return
    for index, opportunity in enumerate(subject.account.opportunities):
        is_there = opportunity.created is None or opportunity.created <= subject.as_of
        if opportunity.status == "open" and is_there:
            yield ("opportunities", index), opportunity


def is_undecided(opportunity: Opportunity, subject: Subject) -> bool:
    """Tell whether an opportunity is open past the day of its decision: what came of it has to be asked first."""
    return opportunity.close is not None and opportunity.close < subject.as_of


def stage_of(opportunity: Opportunity, settings: Settings) -> ProcessStage | None:
    """Return the stage that an opportunity is in; None where the settings do not have it."""
    process = settings.processes.get(opportunity.process or "")
    stages = process.stages if process else ()
    return next((stage for stage in stages if stage.id == opportunity.stage), None)


def stages_behind(opportunity: Opportunity, settings: Settings) -> tuple[ProcessStage, ...] | None:
    """Return the stages that an opportunity has left behind; None where the settings do not have its stage."""
    stage = stage_of(opportunity, settings)
    if stage is None or opportunity.process is None:
        return None
    stages = settings.processes[opportunity.process].stages
    return stages[: stages.index(stage)]


def is_weighed(opportunity: Opportunity, settings: Settings) -> bool:
    """Tell whether an opportunity is more than an idea: it has a chance to be won, and has left the first stage.

    Without a stage, the chance that somebody has given it is enough.
    """
    return win_probability(opportunity, settings) is not None and stages_behind(opportunity, settings) != ()
