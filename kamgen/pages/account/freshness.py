"""Since when each part of the plan has said what it says, and by whom, in small print beside the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kamgen.changes.freshness import LastChange, PlanPart
from kamgen.checks.rules import stale_plan
from kamgen.checks.run import rule_numbers
from kamgen.pages.account.terms import AccountTerms
from kamgen.pages.context import Context
from kamgen.pages.summary import AccountSummary

PARTS_OF: Mapping[str, tuple[PlanPart, ...]] = {
    "opening": ("head",),
    "people": ("power_map",),
    "goals": ("goals",),
    "success": ("success_plan",),
    "pipeline": ("opportunities",),
    "joint_plan": ("joint_plan",),
    "value": ("value", "purchases"),
    "profile": ("profile",),
    "service": ("service",),
    "risks": ("risks",),
    "reviews": ("reviews",),
    "upkeep": ("team",),
}
"""The parts of the plan that each section of an account's page is made from."""

MOST_AUTHORS = 3
"""Names that stand beside a heading."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SectionChange:
    """When what a section says last changed, and by whom.

    ``untouched`` says for how long nobody has touched it; empty where that is no longer than a plan may go unreviewed.
    """

    text: str
    untouched: str = ""


def section_changes(terms: AccountTerms, summary: AccountSummary) -> dict[str, SectionChange | None]:
    """Return the last change of each section by its name; None for all where nobody knows."""
    known = summary.freshness
    found = {name: None if known is None else known.of(parts) for name, parts in PARTS_OF.items()}
    return {name: None if change is None else _said(change, terms) for name, change in found.items()}


def last_changed(terms: AccountTerms, summary: AccountSummary) -> str:
    """Return the day on which someone last worked on the plan; empty where nobody knows."""
    change = None if summary.freshness is None else summary.freshness.last
    if change is None:
        return ""
    return terms.t.text("{day} or before", day=change.day) if change.or_before else terms.t.day(change.day)


def _said(change: LastChange, terms: AccountTerms) -> SectionChange:
    t, context = terms.t, terms.context
    days = (context.as_of - change.day).days
    asleep = days > _limit(context) and terms.account.status != "lost"
    if change.or_before:
        more = t.text("untouched for {n} days or more", n=days) if asleep else ""
        return SectionChange(t.text("last changed {day} or before", day=change.day), more)
    untouched = t.text("untouched for {n} days", n=days) if asleep else ""
    names = tuple(dict.fromkeys(_names(change, context)))
    who = t.listing(names[:MOST_AUTHORS])
    if not who:
        return SectionChange(t.text("changed {day}", day=change.day), untouched)
    if len(names) > MOST_AUTHORS:
        return SectionChange(t.text("changed {day} by {who} and others", day=change.day, who=who), untouched)
    return SectionChange(t.text("changed {day} by {who}", day=change.day, who=who), untouched)


def _names(change: LastChange, context: Context) -> Iterator[str]:
    """Yield the names of authors: as the settings call the member of the team whose name git has."""
    for author in change.authors:
        name = "".join(letter for letter in author if letter.isprintable()).strip()[:_LONGEST_NAME]
        for member in context.settings.team:
            called = (member.name,) if isinstance(member.name, str) else (member.name.en, member.name.zh)
            if name in called:
                name = context.wording.of(member.name)
                break
        if name:
            yield name


def _limit(context: Context) -> int:
    """Return the days after which the rule stale-plan asks for a plan to be gone through."""
    rule = stale_plan.RULE
    numbers = rule_numbers(rule, context.settings.checks.get(rule.name))
    return numbers.get(stale_plan.DAYS.name, stale_plan.DAYS.default)
