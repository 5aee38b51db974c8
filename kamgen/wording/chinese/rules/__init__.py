"""Chinese of the rules, one module for each family."""

from kamgen.wording.chinese.rules import (
    form,
    goals,
    joint_plan,
    opportunities,
    portfolio,
    power_map,
    references,
    service,
    success_plan,
    upkeep,
)

_FAMILIES = (
    form,
    references,
    goals,
    power_map,
    success_plan,
    opportunities,
    joint_plan,
    service,
    portfolio,
    upkeep,
)

PHRASES: dict[str, str] = {pattern: said for family in _FAMILIES for pattern, said in family.PHRASES.items()}
"""English pattern to Chinese pattern of messages, hints and descriptions of parameters."""

DOCUMENTATION: dict[str, str] = {name: text for family in _FAMILIES for name, text in family.DOCUMENTATION.items()}
"""The documentation of a rule by its name: what is wrong, why it matters, what to do, each a paragraph."""
