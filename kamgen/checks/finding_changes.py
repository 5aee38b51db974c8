"""Which findings a change of plans brought, and which it mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kamgen.workspace.finding_identity import identities
from kamgen.workspace.problems import Finding

_MOST_PAIRS = 4_000_000
"""Lines before times lines after that are held against each other, after what is the same at both ends."""


@dataclass(frozen=True)
class FindingChanges:
    """Findings of the later of two states, beside those of the earlier one.

    Attributes:
        on_changed_lines: Those on lines that were changed, whether they were there before or not, errors first.
        new: The others that were not there before, errors first.
        remaining: How many of the others were there before.
        resolved: How many of the earlier ones are gone.

    """

    on_changed_lines: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    remaining: int = 0
    resolved: int = 0


def finding_changes(
    before: Iterable[Finding], after: Collection[Finding], texts: Mapping[str, tuple[str, str]]
) -> FindingChanges:
    """Return what became of findings; ``texts`` has the changed files by name, as they were and as they are.

    The earlier findings carry the file names of the later state, and were found by its rules on its day: then only
    the change itself can have brought or mended one.
    """
    known = set(identities(before))
    lines = {file: changed_lines(old, new) for file, (old, new) in texts.items()}
    names = list(identities(after))
    there = [found for found in after if found.line is not None and found.line in lines.get(found.file, ())]
    others = [(found, name) for found, name in zip(after, names, strict=True) if found not in there]
    return FindingChanges(
        on_changed_lines=_errors_first(there),
        new=_errors_first(found for found, name in others if name not in known),
        remaining=sum(name in known for _, name in others),
        resolved=len(known.difference(names)),
    )


def changed_lines(before: str, after: str) -> Collection[int]:
    """Return the numbers, from 1, of the lines of a text that were not there before, all of a new text.

    Of texts that have little in common and many lines, all lines between the first and the last change.
    """
    old, new = before.splitlines(), after.splitlines()
    if not old:
        return range(1, len(new) + 1)
    start = _same_at_start(old, new)
    end = _same_at_start(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) * len(new) > _MOST_PAIRS:
        return range(start + 1, start + len(new) + 1)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {
        start + line + 1
        for kind, _, _, first, last in matcher.get_opcodes()
        if kind != "equal"
        for line in range(first, last)
    }


def _same_at_start(one: list[str], other: list[str]) -> int:
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _errors_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.level != "error"))
