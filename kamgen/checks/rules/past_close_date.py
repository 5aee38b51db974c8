"""An open opportunity was to be decided on a date that has passed.

Its amount still counts in the forecast, for a date on which nothing can come in any more. Dates that slide by
unnoticed are why nobody believes a forecast.

Ask the customer; then write status: won, status: lost, or the new date under close:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.pipeline import is_undecided, open_opportunities
from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the day of decision of every open opportunity that is past it; the day itself is not past."""
    for path, opportunity in open_opportunities(subject):
        close = opportunity.close
        if close is not None and is_undecided(opportunity, subject):
            yield Problem(
                (*path, "close"),
                phrase(
                    "“{name}” was to be decided on {day}, {n} day ago|"
                    "“{name}” was to be decided on {day}, {n} days ago",
                    name=opportunity.name,
                    day=close,
                    n=(subject.as_of - close).days,
                ),
                phrase("ask the customer; then write status: won, status: lost, or the new date under close:"),
            )


OPPORTUNITY = """\
opportunities:
  - id: season-contract
    name: Dairy season contract
    close: {close}
    next_step: {{text: Call after the board meeting, owner: lin-yue, due: 2026-06-18}}
"""

RULE = PlanRule(
    name="past-close-date",
    level="warning",
    family="opportunities",
    methods=("D3",),
    documentation=__doc__,
    check=check,
    bad=Example(OPPORTUNITY.format(close="2026-05-29")),
    good=Example(OPPORTUNITY.format(close="2026-07-10")),
)
