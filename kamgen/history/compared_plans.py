"""The plans of two states, account by account, read only as far as somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from kamgen.history.two_states import TwoStates
from kamgen.workspace.plan_file import PlanFile


@dataclass(frozen=True)
class ComparedPlans:
    """The plans of two states by the id that their account has in the later one, or had where it is gone."""

    states: TwoStates

    @cached_property
    def touched(self) -> dict[str, str]:
        """Accounts of the later state whose bytes or id are not what they were, with the id that they had."""
        before, after = self.states.before.plans, self.states.after.plans
        formers = {id_: self.states.former_id(id_) for id_ in after}
        return {id_: former for id_, former in formers.items() if former != id_ or before.get(id_) != after[id_]}

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """Accounts of the earlier state that are not there any more."""
        renamed = set(self.states.renamed.values())
        return tuple(
            id_ for id_ in self.states.before.plans if id_ not in self.states.after.plans and id_ not in renamed
        )

    @cached_property
    def before(self) -> dict[str, PlanFile]:
        """The earlier plans of accounts that changed or went, each as if it had stood in its account's later file."""
        ids = {former: id_ for id_, former in self.touched.items()} | {id_: id_ for id_ in self.gone}
        return {ids[former]: _under(ids[former], plan) for former, plan in self.states.before.read(ids).items()}

    @cached_property
    def after(self) -> dict[str, PlanFile]:
        """The later plans of accounts that changed or came."""
        return self.states.after.read(self.touched)

    @cached_property
    def untouched(self) -> dict[str, PlanFile]:
        """The plans whose bytes are the same."""
        return self.states.after.read(id_ for id_ in self.states.after.plans if id_ not in self.touched)

    @property
    def misnamed(self) -> tuple[str, ...]:
        """The files whose contents differ and that nobody reads, because their names are no ids."""
        differ = self.states.before.misnamed.items() ^ self.states.after.misnamed.items()
        return tuple(sorted({file for file, _ in differ}))


def _under(account_id: str, plan: PlanFile) -> PlanFile:
    """Return a plan as if it had stood in the file that its account has now, so that findings can be compared."""
    if plan.id == account_id:
        return plan
    file = plan.file.replace(plan.id, account_id)
    findings = tuple(
        replace(found, account=account_id, file=found.file.replace(plan.id, account_id)) for found in plan.findings
    )
    return replace(plan, id=account_id, file=file, findings=findings)
