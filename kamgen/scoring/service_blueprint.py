"""The service blueprint of an account: the workspace's steps, and where this account's differ (methods: E7, S3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.plan.service import BlueprintStep


@dataclass(frozen=True, slots=True)
class AccountStep:
    """A step as this account gets it.

    ``default`` is the workspace's step that it replaces, None for one that this account has beside them. ``differs``
    names the keys in which the two are not the same; a step of the account's own differs in all that it says.
    """

    step: BlueprintStep
    default: BlueprintStep | None
    differs: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """Whether this account gets something else here than all others."""
        return bool(self.differs)


def service_blueprint(defaults: Sequence[BlueprintStep], own: Sequence[BlueprintStep]) -> tuple[AccountStep, ...]:
    """Return the workspace's steps in their order, replaced by the account's of the same id, then its further ones.

    A step replaces the other as a whole: what it leaves out is not said. Of two steps of one id in a list the last
    counts, where the first one stands.
    """
    by_default = {step.id: step for step in defaults}
    by_own = {step.id: step for step in own}
    return tuple(
        _account_step(by_own.get(step_id, step), by_default.get(step_id))
        for step_id, step in {**by_default, **by_own}.items()
    )


def _account_step(step: BlueprintStep, default: BlueprintStep | None) -> AccountStep:
    keys = (key for key in BlueprintStep.model_fields if key != "id")
    differs = tuple(key for key in keys if getattr(step, key) != (getattr(default, key) if default else None))
    return AccountStep(step, default, differs)
