"""What stands at the head of a comparison: its two states, how many plans changed, what to know to read the rest."""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.changes.account_changes import Side, WorkspaceChanges
from kamgen.pages.changes.spacing import SpacedWording
from kamgen.wording.language import Wording

SHORT_COMMIT = 8
"""Characters of a commit's name that are shown."""


def state_name(side: Side, t: Wording) -> str:
    """Return what a state is called: what was asked for with its commit and day, or the working tree."""
    if side.commit is None:
        return t.text("working tree")
    commit = side.commit[:SHORT_COMMIT]
    day = t.day(side.committed)
    if side.commit.startswith(side.revision):
        return t.text("{commit} of {day}", commit=commit, day=day)
    return t.text("{revision} ({commit} of {day})", revision=side.revision, commit=commit, day=day)


def report_lead(changes: WorkspaceChanges, t: Wording) -> str:
    """Return how many plans changed, came, went and stayed as they were."""
    kinds = [account.kind for account in changes.changed]
    counts = [
        (kinds.count("changed"), "{n} plan changed|{n} plans changed"),
        (kinds.count("added"), "{n} plan is new|{n} plans are new"),
        (kinds.count("removed"), "{n} plan was removed|{n} plans were removed"),
    ]
    said = [t.text(pattern, n=number) for number, pattern in counts if number]
    if not said:
        said = [t.text("No plan changed")]
    rest = changes.unchanged
    if rest:
        said.append(t.text("{n} says what it said before|{n} say what they said before", n=rest))
    return t.text("{sentence}.", sentence=SpacedWording(t).listing(said))


def report_days(changes: WorkspaceChanges, t: Wording) -> str:
    """Return which days the scores are of."""
    if changes.before.day == changes.after.day:
        return t.text("Scores are those of {day}.", day=changes.after.day)
    return t.text("Scores are those of {before} and of {after}.", before=changes.before.day, after=changes.after.day)


def report_notes(changes: WorkspaceChanges, t: Wording) -> Iterator[str]:
    """Yield what must be known to read the rest: what is not compared, and what was made otherwise."""
    before, after = changes.before, changes.after
    if changes.rewritten:
        yield t.text(
            "{n} plan is only written differently: it says the same.|"
            "{n} plans are only written differently: they say the same.",
            n=changes.rewritten,
        )
    for file in changes.misnamed:
        yield t.text("{file} changed but is not read: its name is no account’s id.", file=file)
    if before.settings_problems or after.settings_problems:
        yield t.text(
            "Something is wrong in kamgen.yaml, in {before} places before and in {after} now; "
            "what could not be read there has its default here.",
            before=before.settings_problems,
            after=after.settings_problems,
        )
    if before.made_by is not None and after.made_by is not None and before.made_by != after.made_by:
        yield t.text(
            "The site was made by kamgen {before} and is made by {after} now. Scores of both sides are computed by the "
            "kamgen that compares them, so they may differ from those that were published.",
            before=before.made_by,
            after=after.made_by,
        )
