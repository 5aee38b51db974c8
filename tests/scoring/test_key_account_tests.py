"""The three tests of a big customer (A4)."""

from typing import Any

import pytest

from kamgen.scoring.key_account_tests import read_big_tests
from kamgen.scoring.metrics.catalogue import METRICS
from tests.scoring.plans import TODAY, plan, settings


def answered(**answers: str) -> Any:
    return plan(profile={"key_account_tests": {test: {"answer": answer} for test, answer in answers.items()}})


@pytest.mark.parametrize(
    ("answers", "counts", "passed"),
    [
        ({}, (0, 0, 3), None),
        ({"need": "unknown"}, (0, 0, 3), None),
        ({"need": "yes"}, (1, 0, 2), 1),
        ({"premium": "no"}, (0, 1, 2), 0),
        ({"need": "yes", "premium": "no", "repurchase": "unknown"}, (1, 1, 1), 1),
        ({"need": "yes", "premium": "yes", "repurchase": "yes"}, (3, 0, 0), 3),
    ],
)
def test_answers_are_counted_and_unknown_is_no_no(
    answers: dict[str, str], counts: tuple[int, int, int], passed: int | None
) -> None:
    tests = read_big_tests(answered(**answers))
    assert (tests.yes, tests.no, tests.unknown) == counts
    assert tests.passed == passed
    assert METRICS["big-tests"].value(answered(**answers), settings(), TODAY) == passed


def test_each_answer_carries_its_evidence() -> None:
    tests = {"premium": {"answer": "yes", "evidence": "Took the quarterly price without a tender"}}
    found = read_big_tests(plan(profile={"key_account_tests": tests})).answers
    assert [(one.test, one.answer, one.evidence) for one in found] == [
        ("need", None, None),
        ("premium", True, "Took the quarterly price without a tender"),
        ("repurchase", None, None),
    ]


@pytest.mark.parametrize(
    ("metric", "test"), [("big-need", "need"), ("price-premium", "premium"), ("big-repurchase", "repurchase")]
)
@pytest.mark.parametrize(("answer", "value"), [("yes", "yes"), ("no", "no"), ("unknown", None)])
def test_segments_can_ask_for_each_answer(metric: str, test: str, answer: str, value: str | None) -> None:
    assert METRICS[metric].value(answered(**{test: answer}), settings(), TODAY) == value
