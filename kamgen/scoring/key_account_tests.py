"""Three tests of a big customer: big need, pays a premium, buys again and again (method: A4, source S0).

People answer them in the plan, with evidence; nothing is derived from purchases, which say what was bought and not what
the customer needs or would pay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamgen.plan.account import Account
from kamgen.plan.profile import KeyAccountTest, KeyAccountTests
from kamgen.plan.values import LocalisedText

BigTest = Literal["need", "premium", "repurchase"]

_NOTHING_WRITTEN = KeyAccountTests()


@dataclass(frozen=True, slots=True)
class BigTestAnswer:
    """The answer to one of the tests, None for unknown, and what it rests on."""

    test: BigTest
    answer: bool | None
    evidence: str | LocalisedText | None


@dataclass(frozen=True, slots=True)
class BigTests:
    """The three answers in their order, and how many of them are yes, no and unknown; always three together."""

    answers: tuple[BigTestAnswer, ...]
    yes: int
    no: int
    unknown: int

    def answer(self, test: BigTest) -> bool | None:
        """Return one answer; None for unknown."""
        return next(found.answer for found in self.answers if found.test == test)

    @property
    def passed(self) -> int | None:
        """How many tests are passed, 0 to 3; None while none is answered."""
        return self.yes if self.yes or self.no else None


def read_big_tests(account: Account) -> BigTests:
    """Return the answers of a plan. A test that is not written down, or answered with unknown, is unknown, never no."""
    tests = account.profile.key_account_tests
    if tests is None:
        tests = _NOTHING_WRITTEN
    answers = (
        _answer("need", tests.need),
        _answer("premium", tests.premium),
        _answer("repurchase", tests.repurchase),
    )
    given = [found.answer for found in answers]
    return BigTests(answers, given.count(True), given.count(False), given.count(None))


def _answer(test: BigTest, written: KeyAccountTest | None) -> BigTestAnswer:
    if written is None:
        return BigTestAnswer(test, None, None)
    answer = None if written.answer == "unknown" else written.answer == "yes"
    return BigTestAnswer(test, answer, written.evidence)
