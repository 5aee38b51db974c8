"""Every rule keeps the promises of its documentation: its examples are run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kamgen.checks.catalogue import FAMILIES, RULES
from kamgen.checks.rule import Example, ReadingRule, Rule
from kamgen.history.changes import findings_since
from kamgen.history.git import repository_of
from kamgen.output.survey import survey_root
from kamgen.wording.chinese import PHRASES
from kamgen.wording.chinese.rules import DOCUMENTATION
from kamgen.wording.methods import METHODS
from kamgen.workspace.problems import Finding
from tests.repositories import commit

Write = Callable[..., Path]
DAY = date(2026, 6, 15)
HEAD = {"kamgen": "kamgen: 1\n", "name": "name: North Foods\n", "owner": "owner: lin-yue\n"}


def example_files(example: Example) -> dict[str, str]:
    """Return the files of an example, the plan with the mandatory keys that it does not show."""
    keys = {line.split(":")[0] for line in example.plan.splitlines()}
    head = "".join(line for key, line in HEAD.items() if key not in keys)
    return {"accounts/example.yaml": head + example.plan, **example.files}


def found(example: Example, workspace: Write) -> list[Finding]:
    root = workspace(example_files(replace(example, plan=example.committed)), example.settings)
    if not example.committed:
        workspace(example_files(example), example.settings)
        return list(survey_root(root, None, DAY).findings)
    commit(root)
    workspace(example_files(example), example.settings)
    survey = survey_root(root, None, DAY)
    return [*survey.findings, *findings_since(repository_of(root), None, survey.settings, survey.as_of)]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_bad_example_is_found_and_said_in_both_languages(rule: Rule, workspace: Write) -> None:
    findings = found(rule.bad, workspace)
    own = [finding for finding in findings if finding.rule == rule.name]
    assert own, [finding.rule for finding in findings]
    assert {finding.level for finding in own} == {rule.level}
    for finding in own:
        for said in (finding.message, finding.hint):
            assert said is None or said.pattern in PHRASES
    if not isinstance(rule, ReadingRule):
        form = {name for name, other in RULES.items() if isinstance(other, ReadingRule)}
        assert not [finding for finding in findings if finding.rule in form]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_good_example_is_not_found(rule: Rule, workspace: Write) -> None:
    findings = found(rule.good, workspace)
    assert rule.name not in {finding.rule for finding in findings}
    assert not [finding for finding in findings if finding.level == "error"]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_documentation_says_what_why_and_what_to_do_in_both_languages(rule: Rule) -> None:
    for text in (rule.documentation, DOCUMENTATION.get(rule.name)):
        assert text is not None
        assert len(text.strip().split("\n\n")) == 3
        assert all(len(line) <= 120 for line in text.splitlines())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_serves_known_methods_and_describes_its_parameters_in_both_languages(rule: Rule) -> None:
    assert set(rule.methods) <= set(METHODS)
    for parameter in rule.parameters:
        assert parameter.description in PHRASES
        assert parameter.least <= parameter.default <= parameter.most


def test_there_is_a_module_for_every_rule_named_like_it() -> None:
    folder = Path(__file__).parents[2] / "kamgen" / "checks" / "rules"
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert set(RULES) == modules
    assert len(RULES) >= 45
    assert {rule.family for rule in RULES.values()} == set(FAMILIES)


def test_no_documentation_is_left_of_a_rule_that_has_gone() -> None:
    assert set(DOCUMENTATION) == set(RULES)
