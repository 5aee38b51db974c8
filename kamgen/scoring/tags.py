"""Rule-made tags: what the settings' rules say of an account, so that nobody has to keep it up (method: A8, source S2).

A tag in the plan is a person's word and stays until somebody takes it away; a rule-made one comes and goes with what it
rests on. Segments ask for both alike. Criteria (A1) see those of the plan only: a rule may read a score, and a score
must not feed on itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamgen.plan.account import Account
from kamgen.plan.settings import TagRule
from kamgen.scoring.score import AccountScores
from kamgen.scoring.segments import known_names, meets

OF_THE_PORTFOLIO = "slice"
"""What no tag can ask for: an account is tagged by itself, before it stands beside the others."""


def conditions_of_tags() -> tuple[str, ...]:
    """Return everything that a rule for a tag can ask for: what a segment can, but not the slice."""
    return tuple(name for name in known_names() if name != OF_THE_PORTFOLIO)


def made_tags(account: Account, scores: AccountScores, rules: Sequence[TagRule]) -> tuple[str, ...]:
    """Return the tags that the rules make for an account and its plan does not have, each once, in the rules' order.

    A rule without conditions makes no tag: it would say nothing of any account. A rule can ask for the plan's own
    tags, never for those of other rules, so that their order does not matter.
    """
    tagged = _Tagged(account, scores)
    made = dict.fromkeys(rule.tag for rule in rules if rule.where and meets(rule.where, tagged, None))
    return tuple(tag for tag in made if tag not in account.tags)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """An account as a rule for a tag sees it: with the tags of its plan."""

    account: Account
    scores: AccountScores

    @property
    def id(self) -> str:
        return self.scores.id

    @property
    def owner(self) -> str:
        return self.account.owner

    @property
    def parent(self) -> str | None:
        return self.account.profile.parent

    @property
    def status(self) -> str:
        return self.account.status

    @property
    def type(self) -> str | None:
        return self.account.type

    @property
    def tags(self) -> tuple[str, ...]:
        return self.account.tags
