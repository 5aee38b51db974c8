"""All rules: every module of :mod:`kamgen.checks.rules` has one."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import get_args

from kamgen.checks import rules
from kamgen.checks.rule import Family, Rule

FAMILIES: tuple[Family, ...] = get_args(Family)


def _found() -> dict[str, Rule]:
    modules = [import_module(f"{rules.__name__}.{module.name}") for module in pkgutil.iter_modules(rules.__path__)]
    found: list[Rule] = [module.RULE for module in modules]
    return {rule.name: rule for rule in sorted(found, key=lambda rule: (FAMILIES.index(rule.family), rule.name))}


RULES = _found()
"""Every rule by its name, family by family."""
