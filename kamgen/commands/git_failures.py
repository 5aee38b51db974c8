"""What is wrong with a repository, or with what is asked of it, in one sentence each."""

from __future__ import annotations

import shlex

from kamgen.exchange.terminal_text import printable
from kamgen.history.git_failures import (
    HistoryCutOff,
    HistoryUnreadable,
    NoRepository,
    NothingInCommon,
    UnknownRevision,
    WhyUnknown,
)
from kamgen.history.replay import CannotReplay, WhyNot

FETCH_THE_REST = (
    "git fetch --unshallow brings the rest (in CI, fetch-depth: 0 or GIT_DEPTH: 0); "
    "a clone without all files gets them with git fetch --refetch"
)

_UNKNOWN: dict[WhyUnknown, str] = {
    "unknown": "git knows no revision {}; in a build server's shallow clone, fetch it first: git fetch origin",
    "no repository": "this workspace is in no git repository that can be read: nothing can be compared with {}",
    "no commits": "nothing has been committed yet, so there is no {}; begin with: git add . && git commit",
    "no commit": "{} is no commit; name one, or a branch or tag that leads to one: git log --oneline",
    "ambiguous": "more than one commit begins with {}; write more of its name",
    "cut off": f"git knows no revision {{}}, and this clone's history is cut off. {FETCH_THE_REST}",
}
_NO_REPLAY: dict[WhyNot, str] = {
    "no workspace": "there was no workspace at {}: no kamgen.yaml and no accounts/ in this folder",
    "submodule": "at {}, accounts/ was a repository of its own (a submodule), whose history is not in this one",
    "link": "at {}, accounts/ was a link, which git stores without what it leads to",
}


def git_sentence(error: Exception) -> str | None:
    """Return what to tell a person about a failure that has to do with git; None for another one."""
    if isinstance(error, NoRepository):
        return _no_repository(error)
    if isinstance(error, UnknownRevision):
        revision = printable(error.revision)
        return _UNKNOWN[error.why].format(revision) if revision else "a revision has no name; write one, such as HEAD~1"
    if isinstance(error, NothingInCommon):
        return _nothing_in_common(error)
    if isinstance(error, CannotReplay):
        return _NO_REPLAY[error.why].format(error.commit)
    if isinstance(error, HistoryUnreadable):
        said = f" ({printable(error.said)})" if error.said else ""
        return (
            f"git cannot read this repository's history{said}. Look for damage with: git fsck; "
            "a clone without all files gets them with: git fetch --refetch"
        )
    if isinstance(error, HistoryCutOff):
        return f"this clone does not hold all of its history. {FETCH_THE_REST}"
    return None


def _nothing_in_common(error: NothingInCommon) -> str:
    first, second = printable(error.first), printable(error.second)
    if error.cut_off:
        return f"{first} and {second} have no commit in common in this clone, which is cut off. {FETCH_THE_REST}"
    return f"{first} and {second} have no commit in common; two dots compare them as they are: {first}..{second}"


def _no_repository(error: NoRepository) -> str:
    said = printable(error.said)
    if error.why == "no git":
        return "git is not installed, and the history is only known to git. See: kamgen doctor"
    if error.why == "not trusted":
        trusted = f"git config --global --add safe.directory {shlex.quote(said)}"
        return f"git reads nothing in {said}, because that folder belongs to somebody else. If you trust it: {trusted}"
    if error.why == "unreadable":
        return f"git cannot read this repository: {said}"
    return "this workspace is in no git repository, so it has no history. Begin one with: git init"
