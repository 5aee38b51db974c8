"""The commits of a repository's main line, remembered: git is asked for them again only where it ends elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from kamgen.history.git import Repository
from kamgen.history.mainline import Mainline, mainline
from kamgen.output.cache import recall_value, remember_value

_LINES = {"site": "mainline-of-site.pickle", "tip": "mainline.pickle"}
"""A site's history ends on the day before it; who asks for either in turn finds both."""


def kept_mainline(
    repository: Repository, end: str, cache: Path, made_with: str, *, of: Literal["site", "tip"]
) -> Mainline | None:
    """Return all versions of all plans up to a commit.

    Of a clone that is cut off nothing is remembered: any day, more of it may be fetched.

    Args:
        repository: Where the commits are.
        end: The full name of the last commit that counts.
        cache: Where the commits are kept.
        made_with: The digest of the code.
        of: What for: whether it ends before a site's day or at the tip.

    Raises:
        HistoryUnreadable: if git gives up on the way.

    """
    ending = repository.at(end)
    if repository.is_shallow():
        return mainline(ending)
    key = hashlib.sha256(f"{made_with}\0{end}\0{repository.prefix}\0".encode() + repository.mailmap()).hexdigest()
    kept = recall_value(cache, _LINES[of], key, Mainline)
    if kept is not None:
        return kept
    found = mainline(ending)
    remember_value(cache, _LINES[of], key, found)
    return found
