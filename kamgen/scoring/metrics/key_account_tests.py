"""The three tests of a big customer (A4)."""

from __future__ import annotations

from decimal import Decimal

from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.key_account_tests import read_big_tests
from kamgen.scoring.metrics.metric import metric, yes_or_no
from kamgen.scoring.score import MetricValue


@metric("big-need", "word", "Big need", "Is the customer's need big? Yes or no", methods=("A4",))
def big_need(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.need``; unknown as long as nobody has answered."""
    return yes_or_no(read_big_tests(evaluation.account).answer("need"))


@metric("price-premium", "word", "Pays a premium", "Does the customer pay a premium? Yes or no", methods=("A4",))
def price_premium(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.premium``; unknown as long as nobody has answered."""
    return yes_or_no(read_big_tests(evaluation.account).answer("premium"))


@metric(
    "big-repurchase",
    "word",
    "Buys again and again",
    "Does the customer buy again and again? Yes or no",
    methods=("A4",),
)
def big_repurchase(evaluation: Evaluation) -> MetricValue:
    """Answer in ``profile.key_account_tests.repurchase``; unknown as long as nobody has answered."""
    return yes_or_no(read_big_tests(evaluation.account).answer("repurchase"))


@metric("big-tests", "count", "Tests passed", "How many of the three tests of a big customer are yes", methods=("A4",))
def big_tests(evaluation: Evaluation) -> MetricValue:
    """Answers in ``profile.key_account_tests`` that are yes, 0 to 3.

    Unknown as long as none of the three is answered.
    """
    passed = read_big_tests(evaluation.account).passed
    return None if passed is None else Decimal(passed)
