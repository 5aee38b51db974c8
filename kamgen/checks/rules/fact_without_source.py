"""A fact about the customer has no source.

What somebody once heard looks like what stands in the annual report. An offer that is built on it falls apart in front
of the customer.

Write where it comes from, and when: source: annual report 2025, date: 2026-03-02. If nobody knows, take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every fact without a source."""
    if subject.account.status == "lost":
        return
    for index, fact in enumerate(subject.account.profile.facts):
        if fact.source is None:
            yield Problem(
                ("profile", "facts", index, "source"),
                phrase("the fact “{text}” has no source", text=fact.text),
                phrase("write under source: where it comes from, or take it out"),
            )


PLAN = """\
profile:
  facts:
    - {text: Opens 14 stores in 2026, source: annual report 2025, date: 2026-03-02}
"""

RULE = PlanRule(
    name="fact-without-source",
    level="warning",
    family="upkeep",
    methods=("B1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("source: annual report 2025, ", "")),
    good=Example(PLAN),
)
