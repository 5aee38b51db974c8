"""Whether a text is another one edited, or another one altogether."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\u2e80-\u9fff]+|[\u2e80-\u9fff]")
_MOST_COMPARED = 2_000
"""Characters of either text that are looked at: its beginning says whether it is the same text."""


def is_edited(before: str, after: str) -> bool:
    """Tell whether at least half of the words of either text are in both, whatever their case and order."""
    old, new = (Counter(_WORD.findall(text[:_MOST_COMPARED].casefold())) for text in (before, after))
    return 2 * (old & new).total() >= max(old.total(), new.total(), 1)
