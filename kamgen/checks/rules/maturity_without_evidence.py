"""A module of the key-account programme is rated above 1, and nothing says what that rests on.

A self-assessment without evidence drifts upwards every year. With it, the next person who rates the module sees what
has changed since. Level 1 says that there is nothing yet, and needs none.

Write what anybody could look up: evidence: Facts carry a source and a date in all large plans. Or lower the level.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Problem, SettingsRule, SettingsSubject
from kamgen.wording.phrase import phrase


def check(subject: SettingsSubject) -> Iterator[Problem]:
    """Yield every module with a level above 1 and no evidence."""
    for index, step in enumerate(subject.settings.programme):
        if step.level is not None and step.level > 1 and step.evidence is None:
            yield Problem(
                ("programme", index, "evidence"),
                phrase("nothing says what level {level} rests on", level=step.level),
                phrase("write what anybody could look up, or lower the level"),
            )


PROGRAMME = "programme:\n  - module: customer-profile\n    level: 4\n"

RULE = SettingsRule(
    name="maturity-without-evidence",
    level="warning",
    family="portfolio",
    methods=("F5",),
    documentation=__doc__,
    check=check,
    bad=Example(settings=PROGRAMME),
    good=Example(settings=PROGRAMME + "    evidence: Facts carry a source and a date in all large plans\n"),
)
