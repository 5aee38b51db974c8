"""A need is not or only partly met, and neither an opportunity nor a customer outcome answers it. Not reported: a
secret need, which is answered by how we treat a person; a prospect; a plan that has neither opportunities nor outcomes
yet.

Needs that are not met are where the account grows, and where a rival comes in.

Name it where it is answered: needs: [cold-chain] at an opportunity, or closes: cold-chain at an outcome. Where we
leave it to others on purpose, waive the rule and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield every need that nothing answers; what was offered and lost answers it no more."""
    plan = subject.account
    if plan.status in ("prospect", "lost") or not (plan.opportunities or plan.success_plan.outcomes):
        return
    answered = {need for offer in plan.opportunities if offer.status != "lost" for need in offer.needs}
    answered |= {outcome.closes for outcome in plan.success_plan.outcomes if outcome.closes is not None}
    for index, need in enumerate(plan.profile.needs):
        if need.met in ("none", "partly") and need.kind != "secret" and need.id not in answered:
            yield Problem(
                ("profile", "needs", index, "met"),
                phrase("no opportunity and no outcome answers the need “{need}”", need=need.text),
                phrase("write needs: [{id}] at an opportunity, or closes: {id} at an outcome", id=need.id),
            )


PLAN = """\
profile:
  needs: [{{id: cold-chain, text: Fewer write-offs in dairy, kind: real, met: partly}}]
opportunities:
  - id: season-contract
    name: Dairy season contract
    close: 2026-09-30
    needs: [{needs}]
    next_step: {{text: Price model, owner: lin-yue, due: 2026-06-26}}
"""

RULE = PlanRule(
    name="unanswered-need",
    level="warning",
    family="opportunities",
    methods=("B3", "C4"),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.format(needs="")),
    good=Example(PLAN.format(needs="cold-chain")),
)
