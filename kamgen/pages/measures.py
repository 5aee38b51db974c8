"""Figures as people read them, with their unit."""

from __future__ import annotations

import re
from decimal import Decimal

from kamgen.wording.language import Wording

_CURRENCY = re.compile(r"[A-Z]{3}")


def figure(value: Decimal | None, unit: str | None, t: Wording) -> str:
    """Return a value with its unit (a currency code, ``%`` or any word); empty where it is unknown."""
    if value is None:
        return ""
    if unit is None:
        return t.number(value)
    if _CURRENCY.fullmatch(unit):
        return t.money(value, unit)
    return f"{t.number(value)}%" if unit == "%" else f"{t.number(value)} {unit}"
