"""The settings name a metric, rule, member, field or value that is not there.

A criterion that reads an unknown metric never gives points, a level for an unknown rule changes nothing, a segment or a
tag that asks for an unknown name finds no account: all of them look as if they worked.

Write the name as the finding offers it; kamgen explain lists all metrics and rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kamgen.checks.rule import Example, Problem, SettingsRule, SettingsSubject
from kamgen.scoring.key_account import CRITERION_FIELDS
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.segments import SCALES, Where, known_names
from kamgen.scoring.tags import conditions_of_tags
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean
from kamgen.workspace.problems import Path


def check(subject: SettingsSubject) -> Iterator[Problem]:
    """Yield every name in the settings that refers to nothing."""
    settings = subject.settings
    for rule in settings.checks:
        yield from _unknown(("checks", rule), rule, subject.rules.keys(), "rule", of_key=True)
    members = [member.id for member in settings.team]
    for index, criterion in enumerate(settings.scoring.criteria):
        place: Path = ("scoring", "criteria", index)
        yield from _unknown((*place, "metric"), criterion.metric, METRICS.keys(), "metric")
        yield from _unknown((*place, "field"), criterion.field, CRITERION_FIELDS, "field for a criterion")
    for index, rule_for_tag in enumerate(settings.scoring.tags):
        yield from _conditions(
            ("scoring", "tags", index, "where"), rule_for_tag.where, conditions_of_tags(), "condition of a tag"
        )
    for index, segment in enumerate(settings.segments):
        yield from _conditions(("segments", index, "where"), segment.where, known_names(), "condition of a segment")
    if members:
        for index, step in enumerate(settings.programme):
            yield from _unknown(("programme", index, "owner"), step.owner, members, "member of the team")


def _conditions(place: Path, where: Where, known: Collection[str], what: str) -> Iterator[Problem]:
    for name in sorted(where.keys() - set(known)):
        yield from _unknown((*place, name), name, known, what, of_key=True)
    for name, scale in SCALES.items():
        wanted = where.get(name, ()) if name in known else ()
        values = [((*place, name), wanted)] if isinstance(wanted, str) else _listed((*place, name), wanted)
        for path, value in values:
            if value not in scale:
                yield Problem(path, phrase("{value} is not on the scale", value=value), did_you_mean(value, scale))


def _listed(path: Path, values: tuple[str, ...]) -> list[tuple[Path, str]]:
    return [((*path, index), value) for index, value in enumerate(values)]


def _unknown(
    path: Path, name: str | None, known: Collection[str], what: str, *, of_key: bool = False
) -> Iterator[Problem]:
    if name is not None and name not in known:
        message = phrase(f"{{name}} is not a {what}", name=name)
        yield Problem(path, message, did_you_mean(name, sorted(known)), of_key)


RULE = SettingsRule(
    name="unknown-setting-reference",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example(settings="checks:\n  stale-plans: {days: 120}\n"),
    good=Example(settings="checks:\n  stale-plan: {days: 120}\n"),
)
