"""Our levels against theirs: who of ours looks after whom, and which level of theirs has no counterpart (E5, S3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamgen.pages.context import Context
from kamgen.pages.power_map.people import file_anchor, shown_name
from kamgen.pages.power_map.words import some_names
from kamgen.plan.account import Account
from kamgen.plan.power_map import Level
from kamgen.scoring.bindings import score_bindings
from kamgen.scoring.level_binding import LEVELS, LevelBinding, LevelPair, match_levels

_GAPS: dict[Level, str] = {
    "executive": "Nobody of our executives looks after their executives: {names}.",
    "director": "Nobody of our directors looks after their directors: {names}.",
    "manager": "Nobody of our managers looks after their managers: {names}.",
    "specialist": "Nobody of our specialists looks after their specialists: {names}.",
}


@dataclass(frozen=True, slots=True)
class MemberPairs:
    """A member of ours and the people whom the member looks after: pairs of their file's anchor and their name.

    ``member`` is empty for people whom nobody looks after.
    """

    member: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LevelCell:
    """The pairs of one of our levels with one of theirs.

    ``expected`` marks the same level on both sides, ``gap`` that it is missing there though we know people of theirs.
    """

    pairs: tuple[MemberPairs, ...]
    expected: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One of our levels against all of theirs; ``nobody`` for the people whom nobody looks after."""

    label: str
    cells: tuple[LevelCell, ...]
    nobody: bool


@dataclass(frozen=True, slots=True)
class LevelMatrix:
    """Our levels (rows) against theirs (columns).

    Attributes:
        answers: What it comes to: the gaps, each in a sentence, or that there is none.
        columns: Their levels by name, and how many people were found at each.
        rows: Our levels, then, where there are any, members and people whose level or counterpart is not known.
        bindings: Level bindings that the plan names.

    """

    answers: tuple[str, ...]
    columns: tuple[tuple[str, int], ...]
    rows: tuple[LevelRow, ...]
    bindings: tuple[str, ...]


def level_matrix(account: Account, context: Context) -> LevelMatrix | None:
    """Return the matrix of an account; None as long as no level of the customer's people is known."""
    binding = match_levels(account.power_map.people, context.settings.team)
    if binding is None:
        return None
    t = context.wording
    theirs: list[Level | None] = [*LEVELS]
    if any(pair.theirs is None for pair in binding.pairs):
        theirs.append(None)
    return LevelMatrix(
        answers=_answers(binding, context),
        columns=tuple(
            (_level(level, context), sum(pair.theirs == level for pair in binding.pairs)) for level in theirs
        ),
        rows=tuple(_rows(binding, theirs, context)),
        bindings=tuple(
            t.text("{text} (since {day})", text=t.of(held.text), day=held.since) if held.since else t.of(held.text)
            for held in score_bindings(account.service, context.as_of).by_kind["level"]
        ),
    )


def _level(level: Level | None, context: Context) -> str:
    t = context.wording
    return t.text("Level not known") if level is None else t.label("level", level)


def _answers(binding: LevelBinding, context: Context) -> tuple[str, ...]:
    t = context.wording
    if binding.gaps:
        return tuple(
            t.text(_GAPS[level], names=some_names([shown_name(pair.person, t) for pair in binding.at(level)], t))
            for level in binding.gaps
        )
    known = tuple(level for level in LEVELS if binding.at(level))
    return (t.text("Every level of theirs has its counterpart among us."),) if known == binding.bound else ()


def _rows(binding: LevelBinding, theirs: Sequence[Level | None], context: Context) -> Iterator[LevelRow]:
    for ours in LEVELS:
        pairs = [pair for pair in binding.pairs if pair.ours == ours]
        yield LevelRow(_level(ours, context), _cells(pairs, ours, binding, theirs, context), nobody=False)
    rest = [pair for pair in binding.pairs if pair.ours is None]
    unknown = [pair for pair in rest if pair.member is not None]
    if unknown:
        yield LevelRow(_level(None, context), _cells(unknown, None, binding, theirs, context), nobody=False)
    uncovered = [pair for pair in rest if pair.member is None]
    if uncovered:
        yield LevelRow(context.wording.text("Nobody"), _cells(uncovered, None, binding, theirs, context), nobody=True)


def _cells(
    pairs: Sequence[LevelPair],
    ours: Level | None,
    binding: LevelBinding,
    theirs: Sequence[Level | None],
    context: Context,
) -> tuple[LevelCell, ...]:
    cells = []
    for level in theirs:
        members: dict[str | None, list[tuple[str, str]]] = {}
        for pair in pairs:
            if pair.theirs == level:
                person = (file_anchor(pair.person), shown_name(pair.person, context.wording))
                members.setdefault(pair.member, []).append(person)
        expected = ours is not None and ours == level
        cells.append(
            LevelCell(
                tuple(MemberPairs(context.member(member), tuple(found)) for member, found in members.items()),
                expected=expected,
                gap=expected and level in binding.gaps,
            )
        )
    return tuple(cells)
