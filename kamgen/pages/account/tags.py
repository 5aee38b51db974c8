"""An account's tags: those written in its plan, and those that rules make (A8)."""

from __future__ import annotations

from dataclasses import dataclass

from kamgen.pages.account.terms import AccountTerms
from kamgen.plan.settings import TagRule
from kamgen.scoring.score import AccountScores


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as people read it; ``reason`` says which rule makes it, and is empty for one of the plan's own."""

    name: str
    reason: str


def account_tags(terms: AccountTerms, scores: AccountScores) -> tuple[Tag, ...]:
    """Return the plan's tags in its order, then the rule-made ones in that of the settings."""
    rules = {rule.tag: rule for rule in reversed(terms.context.settings.scoring.tags)}
    made = (Tag(terms.of(rules[tag].name) or tag, _reason(rules[tag], terms)) for tag in scores.made_tags)
    return (*(Tag(tag, "") for tag in terms.account.tags), *made)


def _reason(rule: TagRule, terms: AccountTerms) -> str:
    """Return the rule's conditions as the settings write them, so that they can be looked up there."""
    t = terms.t
    conditions = [
        f"{name}: {wanted if isinstance(wanted, str) else ' / '.join(wanted)}" for name, wanted in rule.where.items()
    ]
    return t.text("made by a rule: {conditions}", conditions=t.listing(conditions))
