"""An open opportunity has moved on to a stage, but tasks of the stages before it are not done.

The tasks are what experience says an opportunity of this kind cannot be won without: an unknown budget or an unmet
buyer comes back just before the signature. Until then, the stage promises a chance that has not been earned.

Do the tasks, or add them to done_tasks: if they are done. If they are really open, set stage: back; where it is too
late for one, waive the rule and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.listing import listed
from kamgen.checks.pipeline import open_opportunities, stages_behind
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.settings import Process
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield one problem for each open opportunity with open tasks behind it, however many they are."""
    for path, opportunity in open_opportunities(subject):
        done = set(opportunity.done_tasks)
        behind = stages_behind(opportunity, subject.settings) or ()
        skipped = [task for stage in behind for task in stage.tasks if task not in done]
        if skipped and opportunity.process is not None:
            process = subject.settings.processes[opportunity.process]
            yield Problem(
                (*path, "done_tasks"),
                phrase(
                    "“{name}” has moved on with tasks of earlier stages undone: {tasks}",
                    name=opportunity.name,
                    tasks=listed(_task_name(task, process) for task in skipped),
                ),
                phrase("do them and add them to done_tasks:, or set stage: back"),
            )


def _task_name(task: str, process: Process) -> str | LocalisedText:
    return process.task_names.get(task, task.replace("-", " "))


PROCESS = """\
processes:
  framework:
    stages:
      - {id: need, probability: 0.1, tasks: [need-confirmed, budget-known]}
      - {id: proposal, probability: 0.4, tasks: [value-case]}
    task_names: {budget-known: {en: Budget known, zh: 预算已知}}
"""
OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    process: framework
    stage: proposal
    amount: 38000
    close: 2026-09-30
    next_step: {{text: Price model, owner: lin-yue, due: 2026-06-26}}
    done_tasks: [{done}]
"""

RULE = PlanRule(
    name="skipped-tasks",
    level="warning",
    family="opportunities",
    methods=("D2",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(done="need-confirmed"), PROCESS),
    good=Example(OPPORTUNITY.format(done="need-confirmed, budget-known"), PROCESS),
)
