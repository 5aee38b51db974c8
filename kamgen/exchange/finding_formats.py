"""All formats of findings: every module of :mod:`kamgen.exchange.findings` has one. Listing them loads none."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from kamgen.exchange import findings

if TYPE_CHECKING:
    from kamgen.exchange.finding_report import FindingFormat


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, sorted; they are those of the modules."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(findings.__path__)))


def finding_format(name: str) -> FindingFormat:
    """Return a format by one of :func:`format_names`."""
    found: FindingFormat = import_module(f"{findings.__name__}.{name}").FORMAT
    return found
