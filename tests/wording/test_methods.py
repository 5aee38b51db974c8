"""The texts of methods and metrics: complete, in both languages, and true of the keys that plans and settings have."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, get_args

import pytest

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.plan.values import Section
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.metrics.metric import Metric, MetricUnit
from kamgen.wording.chinese import PHRASES, account_page, portfolio
from kamgen.wording.chinese import metrics as chinese_metrics
from kamgen.wording.chinese.metrics import DEFINITIONS
from kamgen.wording.labels import LABELS
from kamgen.wording.methods import GROUPS, METHODS, SOURCES, Method, Source

LAST_OF_GROUP = {"A": 8, "B": 7, "C": 4, "D": 5, "E": 9, "F": 7}
CODES = [f"{group}{number}" for group, last in LAST_OF_GROUP.items() for number in range(1, last + 1)]

CODE_SPAN = re.compile(r"`([^`]+)`")
NAME = re.compile(r"[a-z][a-z0-9_.-]*")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff]\s*[,;:!?().]|[,;:!?()]\s*[\u4e00-\u9fff]")

every_method = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
every_metric = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)


def names_in(text: str) -> set[str]:
    """Return what a text holds in backticks, but for formulas and commands, which have spaces."""
    return {span for span in CODE_SPAN.findall(text) if NAME.fullmatch(span)}


def sections_in(annotation: Any) -> list[type[Section]]:
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return [annotation]
    return [section for part in get_args(annotation) for section in sections_in(part)]


def is_key(path: str, *sections: type[Section]) -> bool:
    """Tell whether a path of keys, through lists and sections, leads to a key of one of the sections."""
    first, _, rest = path.partition(".")
    for section in sections:
        for name, field in section.model_fields.items():
            if first == (field.alias or name) and (not rest or is_key(rest, *sections_in(field.annotation))):
                return True
    return False


def is_known(name: str) -> bool:
    return name in METRICS or is_key(name, Account, Settings)


def check_chinese(text: str) -> None:
    """Hold a Chinese text to what readers notice first: punctuation of its own, and no space from a broken line."""
    assert CHINESE.search(text)
    assert not HALF_WIDTH.search(CODE_SPAN.sub("码", text))
    for block in text.split("\n\n"):
        lines = block.split("\n")
        assert len(lines) == 1 or all(line.startswith("- ") for line in lines)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("goals.strategies.actions.hours", True),
        ("scoring.health.weights.goals", True),
        ("joint_plan.scope.in", True),
        ("joint_plan.scope.in_", False),
        ("goals.strategies.hours", False),
        ("goals.objective.en.more", False),
        ("no_such_section", False),
    ],
)
def test_a_path_is_known_where_plans_or_settings_have_that_key(path: str, known: bool) -> None:
    assert is_key(path, Account, Settings) is known


def test_every_method_is_there_in_the_order_in_which_an_account_is_worked() -> None:
    assert list(METHODS) == CODES
    assert list(GROUPS) == list(LAST_OF_GROUP)
    assert all(all(name) for name in GROUPS.values())


def test_every_source_is_described_and_used() -> None:
    assert tuple(SOURCES) == get_args(Source)
    assert all(english and CHINESE.search(chinese) for english, chinese in SOURCES.values())
    assert {source for method in METHODS.values() for source in method.sources} == set(SOURCES)


def test_what_a_source_only_names_is_told_as_our_reading() -> None:
    ours = {code: method for code, method in METHODS.items() if method.our_reading}
    assert set(ours) == {"A6", "B7", "D5"}
    for method in (*ours.values(), METHODS["B3"]):
        assert "kamgen's reading" in method.text[0]
        assert "kamgen 的理解" in method.text[1]


@every_method
def test_a_method_is_told_in_both_languages(method: Method) -> None:
    assert method.name[0]
    assert len(method.name) == len(method.text) == 2
    assert CHINESE.search(method.name[1])
    english, chinese = method.text
    assert english.strip() == english
    assert chinese.strip() == chinese
    assert not CHINESE.search(english)
    check_chinese(chinese)


@every_method
def test_a_method_is_short_enough_to_be_read(method: Method) -> None:
    english, chinese = method.text
    assert 30 <= len(english.split()) <= 210
    assert 60 <= len(chinese) <= 620


@every_method
def test_a_list_of_a_method_stands_apart_so_that_it_becomes_one(method: Method) -> None:
    for text in method.text:
        for before, line in pairwise(text.split("\n")):
            assert not line.startswith("- ") or before == "" or before.startswith(("- ", "  "))


@every_method
def test_a_method_names_only_keys_and_metrics_that_exist_and_the_same_in_both_languages(method: Method) -> None:
    english, chinese = map(names_in, method.text)
    assert {name for name in english if not is_known(name)} == set()
    assert english == chinese


@every_method
def test_a_formula_has_spaces_so_that_it_is_no_name(method: Method) -> None:
    for text in method.text:
        assert all(NAME.fullmatch(span) or " " in span for span in CODE_SPAN.findall(text))
        assert text.count("`") % 2 == 0
        assert not any("\n" in span for span in CODE_SPAN.findall(text))


@every_metric
def test_a_metric_is_told_in_chinese(metric: Metric) -> None:
    assert CHINESE.search(PHRASES[metric.label])
    assert CHINESE.search(PHRASES[metric.description])
    check_chinese(DEFINITIONS[metric.name])


@every_metric
def test_a_metric_defines_itself_for_readers(metric: Metric) -> None:
    assert metric.definition
    assert not CHINESE.search(metric.definition)
    assert "``" not in metric.definition
    assert not any(line.startswith(" ") for line in metric.definition.split("\n"))


@every_metric
def test_a_metric_names_only_keys_and_metrics_that_exist_and_the_same_in_both_languages(metric: Metric) -> None:
    english, chinese = names_in(metric.definition), names_in(DEFINITIONS[metric.name])
    assert {name for name in english if not is_known(name)} == set()
    assert english == chinese


@every_metric
def test_a_metric_serves_known_methods(metric: Metric) -> None:
    assert metric.methods
    assert set(metric.methods) <= set(METHODS)
    assert tuple(sorted(metric.methods)) == metric.methods


def test_every_metric_that_a_method_is_explained_with_serves_a_method_that_names_it() -> None:
    named = {code: names_in(method.text[0]) & set(METRICS) for code, method in METHODS.items()}
    for metric in METRICS.values():
        telling = {code for code, names in named.items() if metric.name in names}
        assert not telling or telling & set(metric.methods)


def test_no_chinese_is_left_of_a_metric_that_has_gone() -> None:
    assert list(DEFINITIONS) == list(METRICS)
    said = {text for metric in METRICS.values() for text in (metric.label, metric.description)}
    assert set(chinese_metrics.PHRASES) == said


def test_a_metric_is_called_the_same_on_every_page() -> None:
    for phrases in (account_page.PHRASES, portfolio.PHRASES):
        shared = phrases.keys() & chinese_metrics.PHRASES.keys()
        assert {name: phrases[name] for name in shared} == {name: chinese_metrics.PHRASES[name] for name in shared}


def test_every_unit_has_a_label() -> None:
    assert set(LABELS["unit"]) == set(get_args(MetricUnit))
