"""An action is done, and some of its three checks (by its owner, the lead, an auditor) were made, but not all that
this plan uses. Reported, by default, 14 days after the action was due or was last checked, whichever is later.

A check that was begun and not ended is easily taken for one that was passed, and the customer finds what we did not.

Look at the result, and write the date: checks: {owner: …, lead: …, audit: …}.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamgen.checks.goal_work import all_actions
from kamgen.checks.listing import listed
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.plan.values import LocalisedText
from kamgen.scoring.three_checks import CHECKS, checks_made
from kamgen.wording.labels import LABELS
from kamgen.wording.phrase import phrase

DAYS = Parameter("days", 14, "Days after an action was due, or last checked, by which its checks are complete")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the first missing check of every action that is done and was checked in part."""
    as_of = subject.as_of
    if subject.account.status == "lost":
        return
    actions = [(path, action, checks_made(action.checks, as_of)) for path, action in all_actions(subject)]
    used = {name for _, _, made in actions for name in made}
    for path, action, made in actions:
        missing = [name for name in CHECKS if name in used and name not in made]
        if action.status != "done" or not made or not missing:
            continue
        since = max([*made.values(), *([action.due] if action.due else [])])
        if (as_of - since).days > subject.number(DAYS):
            yield Problem(
                (*path, "checks", missing[0]),
                phrase(
                    "the action “{text}” is done, but not fully checked; missing: {missing}",
                    text=action.text,
                    missing=listed(_said(name) for name in missing),
                ),
                phrase("look at the result, and write the date under checks:"),
            )


def _said(name: str) -> LocalisedText:
    english, chinese = LABELS["check"][name]
    return LocalisedText(en=english.lower(), zh=chinese)


PLAN = """\
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions:
        - id: list
          text: List of the stores to visit
          due: 2026-04-30
          status: done
          checks: {owner: 2026-04-30, lead: 2026-05-04}
        - id: offer
          text: Offer for the region
          due: 2026-05-15
          status: done
          checks: {owner: 2026-05-15, lead: 2026-05-18}
        - {id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}
"""

RULE = PlanRule(
    name="action-without-all-checks",
    level="warning",
    family="goals",
    methods=("D5",),
    parameters=(DAYS,),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace(", lead: 2026-05-18", "")),
    good=Example(PLAN),
)
