"""What can be wrong with a repository, or with what is asked of it."""

from __future__ import annotations

from typing import Literal

WhyNone = Literal["none", "no git", "not trusted", "unreadable"]
WhyUnknown = Literal["unknown", "no repository", "no commits", "no commit", "ambiguous", "cut off"]


class NoRepository(Exception):
    """A folder lies in no repository that git reads.

    Attributes:
        why: ``none`` is there; there is ``no git`` on this machine; it is ``not trusted``, for its folder is somebody
            else's; or it is ``unreadable``.
        said: What git said about it; the folder's path where it is not trusted.

    """

    def __init__(self, why: WhyNone, said: str = "") -> None:
        super().__init__(why, said)
        self.why, self.said = why, said


class UnknownRevision(Exception):
    """A revision that was asked for is not there.

    Attributes:
        revision: What was asked for.
        in_repository: Whether there is a repository at all.
        why: It is just ``unknown``; there is ``no repository``, or one with ``no commits``; it is ``no commit`` but a
            file or folder; several objects begin with it (``ambiguous``); or the clone is ``cut off``, so that it may
            lie further back.

    """

    def __init__(self, revision: str, *, in_repository: bool = True, why: WhyUnknown = "unknown") -> None:
        super().__init__(revision)
        self.revision = revision
        self.in_repository = in_repository
        self.why: WhyUnknown = why if in_repository else "no repository"


class NothingInCommon(Exception):
    """Two revisions have no commit in common, so that neither left the other anywhere.

    Attributes:
        first: One of them.
        second: The other.
        cut_off: Whether this clone is shallow, so that such a commit may lie further back.

    """

    def __init__(self, first: str, second: str, *, cut_off: bool) -> None:
        super().__init__(first, second)
        self.first, self.second, self.cut_off = first, second, cut_off


class HistoryCutOff(Exception):
    """A clone does not hold what is asked for: it is shallow, or its files are still to be fetched.

    Nobody can tell from it whether there is nothing to compare with, so nothing may be said.
    """


class HistoryUnreadable(HistoryCutOff):
    """Git gave up on the history: something in it is damaged, or missing in this clone.

    Attributes:
        said: What git said.

    """

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said
