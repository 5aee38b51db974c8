"""The judgement under sentiment: and the computed health say opposite things: 4 or 5 while the health is red, or 1 or
2 while it is green. Not reported where less than half of the health is known.

One of the two is wrong, and both are worth knowing: a good feeling that no figure bears out, or a worry that has not
got into the plan yet.

Look at what the health rests on (kamgen score --explain). Then correct the judgement, or write into the plan what you
know and it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.rule import Example, PlanRule, Problem, Subject
from kamgen.scoring.sentiment import judgement
from kamgen.wording.phrase import phrase


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the judgement where it contradicts a health of which enough is known."""
    health = subject.scores.health
    judged = judgement(subject.account.sentiment, health, subject.as_of)
    if judged is None or not judged.disagrees or health.score is None or subject.account.status == "lost":
        return
    if health.band == "red":
        pattern = "the account is judged {value} of 5, but its computed health is red ({score} of 100)"
    else:
        pattern = "the account is judged {value} of 5, but its computed health is green ({score} of 100)"
    yield Problem(
        ("sentiment", "value"),
        phrase(pattern, value=judged.value, score=round(health.score)),
        phrase("correct value: under sentiment:, or add to the plan what you know and it does not"),
    )


PLAN = """\
sentiment: {value: 4, reason: The buyer is friendly on the phone}
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 14, start: 2026-01-01, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
service:
  surveys: [{date: 2026-05-29, neutral: 1, dissatisfied: 5}]
  requests: [{id: labels, text: New labels, raised: 2026-05-04, due: 2026-05-15, owner: lin-yue, closed: 2026-05-29}]
"""

RULE = PlanRule(
    name="sentiment-against-health",
    level="warning",
    family="upkeep",
    methods=("E1",),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN),
    good=Example(
        PLAN.replace("{value: 4, reason: The buyer is friendly on the phone}", "{value: 2, reason: Late again}")
    ),
)
