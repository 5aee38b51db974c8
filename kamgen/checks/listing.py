"""Names one after the other, as a parameter of a phrase."""

from __future__ import annotations

from collections.abc import Iterable

from kamgen.plan.values import LocalisedText, in_language


def listed(texts: Iterable[str | LocalisedText]) -> LocalisedText:
    """Return at least one text as a list in each language: ``a, b`` and ``a、b``."""
    said = tuple(texts)
    return LocalisedText(
        en=", ".join(in_language(text, "en") for text in said),
        zh="、".join(in_language(text, "zh") for text in said),
    )
