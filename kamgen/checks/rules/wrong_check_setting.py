"""The settings of a rule name a parameter that the rule does not have, or a value that it does not take.

A parameter with another name or an impossible value changes nothing, and looks as if it did. A rule about the form of
a file is always an error: what breaks it cannot be read at all.

Write the parameter as kamgen explain shows it for this rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, Problem, ReadingRule, Rule, SettingsRule, SettingsSubject
from kamgen.plan.settings import CheckSetting
from kamgen.wording.phrase import phrase
from kamgen.workspace.model_problems import did_you_mean


def check(subject: SettingsSubject) -> Iterator[Problem]:
    """Yield every parameter that its rule does not have or take, and every level that cannot be."""
    for name, setting in subject.settings.checks.items():
        rule = subject.rules.get(name)
        if rule is not None:
            yield from _of_rule(rule, setting)


def _of_rule(rule: Rule, setting: CheckSetting) -> Iterator[Problem]:
    if setting.level not in (None, "error") and isinstance(rule, ReadingRule):
        yield Problem(
            ("checks", rule.name, "level"),
            phrase("{rule} is always an error", rule=rule.name),
            phrase("what breaks it cannot be read at all; remove this level"),
        )
    parameters = {parameter.name: parameter for parameter in rule.parameters}
    for key, value in (setting.model_extra or {}).items():
        parameter = parameters.get(key)
        if parameter is None:
            message = phrase("{rule} has no parameter {name}", rule=rule.name, name=key)
            yield Problem(("checks", rule.name, key), message, did_you_mean(key, ["level", *parameters]), of_key=True)
        elif parameter.read(value) is None:
            yield Problem(
                ("checks", rule.name, key),
                phrase("{value} is not a whole number for {name}", value=str(value), name=key),
                phrase("from {least} to {most}", least=parameter.least, most=parameter.most),
            )


RULE = SettingsRule(
    name="wrong-check-setting",
    level="error",
    family="references",
    documentation=__doc__,
    check=check,
    bad=Example(settings="checks:\n  stale-plan: {day: 120}\n"),
    good=Example(settings="checks:\n  stale-plan: {days: 120}\n"),
)
