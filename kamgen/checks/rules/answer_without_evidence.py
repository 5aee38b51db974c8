"""One of the three tests of a big customer (big need, pays a premium, buys again and again) is answered without
evidence.

The tests decide who gets our best people. Without evidence everybody's favourite customer has a big need, pays a
premium and buys again.

Write what the answer rests on: evidence: median of 16 days between orders. If nothing does, write answer: unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.profile import KeyAccountTests
from kamgen.plan.values import LocalisedText
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every test that is answered with yes or no and has no evidence."""
    tests = subject.account.profile.key_account_tests or KeyAccountTests()
    if subject.account.status == "lost":
        return
    for name, test in (("need", tests.need), ("premium", tests.premium), ("repurchase", tests.repurchase)):
        if test is not None and test.answer != "unknown" and test.evidence is None:
            english, chinese = LABELS["key_account_test"][name]
            yield Problem(
                ("profile", "key_account_tests", name, "evidence"),
                phrase("the test “{test}” is answered without evidence", test=LocalisedText(en=english, zh=chinese)),
                phrase("write what the answer rests on under evidence:, or answer: unknown"),
            )


PLAN = """\
profile:
  key_account_tests:
    repurchase: {answer: yes, evidence: median of 16 days between orders}
"""

RULE = PlanRule(
    name="answer-without-evidence",
    level="warning",
    family="upkeep",
    methods=("A4",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace(", evidence: median of 16 days between orders", "")),
    good=Example(PLAN),
)
