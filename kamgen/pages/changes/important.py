"""What of an account's changes matters most: what somebody must decide on, or would want to be told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kamgen.changes.account_changes import AccountChange
from kamgen.changes.comparison import Change, Item
from kamgen.changes.score_moves import ScoreName
from kamgen.pages.changes.field_words import lowered
from kamgen.pages.changes.score_words import ScoreMoved
from kamgen.pages.changes.sentences import Told
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.reviews import Risk
from kamgen.wording.language import Wording

_DECIDED = ("won", "lost")
_OF_THE_ACCOUNT = (("status",), ("owner",), ("type",), ("service_level",))

_MOVES: Mapping[ScoreName, str] = {
    "key_account.class": "class {before} → {after} ({causes})",
    "health.band": "health {before} → {after} ({causes})",
    "activity.state": "buying activity {before} → {after} ({causes})",
}
"""How words of scores are told where they moved, as phrases."""


def important(
    change: AccountChange, sentences: Iterable[Told], scores: Iterable[ScoreMoved], t: Wording
) -> Iterator[str]:
    """Yield what matters of an account: that it came or went, its class, health band, owner and status, risks, wins.

    Numbers that moved within their class or band are not among it.
    """
    if change.kind == "added":
        yield t.text("new account")
    elif change.kind == "removed":
        yield t.text("account removed")
    elif change.former_id is not None:
        yield t.text("renamed, was {id}", id=change.former_id)
    if change.read_after.nothing is not None:
        yield t.text("its plan cannot be read")
    for score in scores:
        yield from _moved(score, t)
    for sentence in sentences:
        if any(map(_matters, sentence.changes)):
            yield sentence.sentence


def _moved(score: ScoreMoved, t: Wording) -> Iterator[str]:
    pattern = _MOVES.get(score.move.score)
    if pattern is not None:
        is_class = score.move.score == "key_account.class"
        before, after = (said if is_class else lowered(said) for said in (score.before, score.after))
        yield t.text(pattern, before=before, after=after, causes=score.causes)
    elif score.move.score == "key_account.is_key_account" and score.move.after is True:
        yield t.text("now a key account ({causes})", causes=score.causes)
    elif score.move.score == "key_account.is_key_account" and score.move.before is True:
        yield t.text("no longer a key account ({causes})", causes=score.causes)


def _matters(change: Change) -> bool:
    """Tell whether a change is of the account itself, decides an opportunity, or brings or reopens a risk."""
    if change.place in _OF_THE_ACCOUNT:
        return True
    list_, *rest = change.place
    if list_ == "opportunities":
        if len(rest) == 1:
            return isinstance(change.after, Opportunity) and change.after.status in _DECIDED
        return rest[1:] == ["status"] and change.after in _DECIDED
    if list_ == "risks":
        came = len(rest) == 1 and isinstance(change.after, Risk) and change.after.status == "open"
        return came or (isinstance(rest[0], Item) and rest[1:] == ["status"])
    return False
