"""A module of the key-account programme is rated above 1, and no evidence: says why. Level 1 says that there is
nothing yet, and needs none.

A self-assessment without evidence drifts upwards every year. With it, the next person who rates the module sees what
has changed.

Write what anybody could look up: evidence: Facts carry a source and a date in all large plans. Or lower level:.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Problem, SettingsRule, SettingsSubject
from kamgen.plan.values import LocalisedText
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import phrase


def check(subject: SettingsSubject) -> Iterator[Problem]:
    """Yield every module with a level above 1 and no evidence."""
    for index, step in enumerate(subject.settings.programme):
        if step.level is not None and step.level > 1 and step.evidence is None:
            english, chinese = LABELS["programme"][step.module]
            yield Problem(
                ("programme", index, "evidence"),
                phrase(
                    "the module “{module}” is rated {level} of 5, and nothing says why",
                    module=LocalisedText(en=english, zh=chinese),
                    level=step.level,
                ),
                phrase("write under evidence: what anybody could look up, or lower level:"),
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
