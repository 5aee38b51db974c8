"""The last handover went to somebody else than the owner of the plan.

Either the account was handed over and the old owner still gets its calls, or a later handover was not written down.
Either way, the customer does not know whom to call.

Write the new owner under owner: at the top of the plan, or add the handover that followed: handovers: - {date: …,
from: …, to: …}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the owner where the last handover went to another; one that is yet to come may be anticipated."""
    plan = subject.account
    past = [handover for handover in plan.handovers if handover.date <= subject.as_of]
    if not past or plan.status == "lost":
        return
    last = max(past, key=lambda handover: handover.date)
    if plan.owner not in {handover.to for handover in plan.handovers if handover.date >= last.date}:
        yield Problem(
            ("owner",),
            phrase(
                "the owner is {owner}, but the last handover ({day}) went to {to}",
                owner=_name(plan.owner, subject.settings),
                to=_name(last.to, subject.settings),
                day=last.date,
            ),
            phrase("write the new owner under owner:, or add the handover that followed under handovers:"),
        )


def _name(member_id: str, settings: Settings) -> str | LocalisedText:
    return next((member.name for member in settings.team if member.id == member_id), member_id)


PLAN = """\
owner: lin-yue
handovers:
  - {date: 2026-04-01, from: chen-bo, to: lin-yue, reconfirmed: 2026-04-20}
"""

RULE = PlanRule(
    name="handover-without-owner-change",
    level="warning",
    family="upkeep",
    methods=("E8",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("owner: lin-yue", "owner: chen-bo")),
    good=Example(PLAN),
)
