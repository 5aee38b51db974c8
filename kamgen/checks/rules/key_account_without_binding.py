"""A key account that is a customer has neither a binding nor a switching cost. Not reported before its service:
section has been begun.

It is one of those that we cannot afford to lose, and nothing holds it but the last price. Bindings are levels of both
sides that know each other, a place in the industry that we share, or projects that run together.

Write what already holds it under bindings: or switching_costs:. If nothing does, plan a joint project with the
customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the bindings that a key account lacks, where its service section has been begun."""
    service, status = subject.account.service, subject.account.status
    is_ours = status not in ("prospect", "lost") and subject.scores.key_account.is_key_account
    is_begun = bool(service.model_fields_set)
    if is_ours and is_begun and not service.bindings and not service.switching_costs:
        yield Problem(
            ("service", "bindings"),
            phrase("nothing holds this key account: neither a binding nor a switching cost"),
            phrase(
                "write what holds it under bindings: or switching_costs:, or plan a joint project with the customer"
            ),
        )


PLAN = """\
type: strategic
service:
  surveys: [{date: 2026-03-12, very_satisfied: 4, satisfied: 5}]
"""

RULE = PlanRule(
    name="key-account-without-binding",
    level="warning",
    family="service",
    methods=("E5",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(PLAN + "  bindings: [{kind: project, text: Cold-chain test in three stores, since: 2026-03-01}]\n"),
)
