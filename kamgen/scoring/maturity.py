"""How mature the key-account programme is, by our own judgement (methods: F5, sources S0 and S3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from kamgen.plan.settings import ProgrammeModule, ProgrammeStep
from kamgen.wording.phrase import Phrase, phrase

MODULES: tuple[ProgrammeModule, ...] = get_args(ProgrammeModule)
"""The ten modules of S3, in its order."""


@dataclass(frozen=True, slots=True)
class Maturity:
    """The programme's maturity.

    ``mean`` is that of the modules that were assessed, 1 to 5; None where none was. ``weakest_first`` are these
    modules, ``missing`` the ones of the ten that were not assessed.
    """

    mean: Decimal | None
    weakest_first: tuple[ProgrammeStep, ...]
    missing: tuple[ProgrammeModule, ...]
    assumptions: tuple[Phrase, ...]


ASSUMPTIONS = (
    phrase("Modules that were not assessed are left out of the mean; all others count alike"),
    phrase("It is our own judgement of ourselves"),
)


def programme_maturity(programme: Iterable[ProgrammeStep]) -> Maturity:
    """Return the mean level, what is weakest, and what was not assessed (F5).

    Where a module is assessed twice, the later entry counts.
    """
    assessed = {step.module: step for step in programme if step.level is not None}
    levels = [step.level for step in assessed.values() if step.level is not None]
    return Maturity(
        mean=Decimal(sum(levels)) / len(levels) if levels else None,
        weakest_first=tuple(sorted(assessed.values(), key=lambda step: (step.level or 0, MODULES.index(step.module)))),
        missing=tuple(module for module in MODULES if module not in assessed),
        assumptions=ASSUMPTIONS,
    )
