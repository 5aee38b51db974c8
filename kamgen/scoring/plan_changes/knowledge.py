"""Changes that make something known, or the plan itself better: asked, surveyed, written down, gone through.

What will come out of a question nobody knows. These changes put a stand-in where the answer will be, and count for
what they make known, not for how good it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kamgen.plan.account import Account, Reviewed
from kamgen.plan.service import Survey
from kamgen.plan.settings import Criterion
from kamgen.plan.value import Wallet
from kamgen.plan.values import LocalisedText
from kamgen.scoring.evaluation import Evaluation
from kamgen.scoring.fields import field_value
from kamgen.scoring.plan_changes.change import Change, replaced
from kamgen.scoring.progress import reached
from kamgen.scoring.weighting import ZERO
from kamgen.wording.language import WORDINGS
from kamgen.wording.phrase import phrase

ONE = Decimal(1)


def satisfaction_known(evaluation: Evaluation) -> Iterator[Change]:
    """Yield that a survey is run where none says how satisfied the customer is; a prospect has nothing to judge."""
    account, service = evaluation.account, evaluation.account.service
    if evaluation.health_part("satisfaction") is None and account.status != "prospect":
        surveys = (*service.surveys, Survey.model_construct(date=evaluation.as_of, neutral=1))
        changed = account.model_copy(update={"service": service.model_copy(update={"surveys": surveys})})
        yield Change(phrase("A satisfaction survey is run"), ("service", "surveys"), changed, is_open=True)


def goals_known(evaluation: Evaluation) -> Iterator[Change]:
    """Yield that the first goal without them gets its figures and days, where no goal at all can be judged."""
    account, goals = evaluation.account, evaluation.account.goals.goals
    if evaluation.health_part("goals") is not None:
        return
    for index, goal in enumerate(goals):
        if reached(goal) is None or goal.due is None or goal.start is None:
            days = {"start": evaluation.as_of, "due": evaluation.as_of}
            measured = goal.model_copy(update={"baseline": ZERO, "target": ONE, "actual": ZERO, **days})
            changed = account.goals.model_copy(update={"goals": replaced(goals, index, measured)})
            said = phrase("“{goal}” gets the figures and days that it lacks", goal=goal.text)
            path = ("goals", "goals", index)
            yield Change(said, path, account.model_copy(update={"goals": changed}), is_open=True)
            return


def criteria_known(evaluation: Evaluation) -> Iterator[Change]:
    """Yield that a fact that criteria of the key-account score wait for is found out and written into the plan."""
    account, as_of = evaluation.account, evaluation.as_of
    criteria = evaluation.settings.scoring.criteria
    metrics = {criterion.metric for criterion in criteria}
    if "share-of-wallet" in metrics and not account.value.wallet:
        wallet = (Wallet.model_construct(year=as_of.year, amount=ONE),)
        yield Change(
            phrase("We find out what the customer spends in our category in a year"),
            ("value", "wallet"),
            account.model_copy(update={"value": account.value.model_copy(update={"wallet": wallet})}),
            is_open=True,
        )
    if "years-as-customer" in metrics and account.profile.since is None and account.status != "prospect":
        yield Change(
            phrase("We find out since when they have been a customer"),
            ("profile", "since"),
            account.model_copy(update={"profile": account.profile.model_copy(update={"since": as_of})}),
            is_open=True,
        )
    by_field = {criterion.field: criterion for criterion in reversed(criteria)}
    for criterion in by_field.values():
        yield from _field_known(account, criterion)


def review_changes(evaluation: Evaluation, findings: tuple[int, int]) -> Iterator[Change]:
    """Yield that the plan is gone through today, and that what the checks found in it (errors, warnings) is settled."""
    account, open_findings = evaluation.account, sum(findings)
    reviewed = Reviewed.model_construct(date=evaluation.as_of, by=account.owner)
    said = phrase("The whole plan is reviewed today")
    yield Change(said, ("reviewed",), account.model_copy(update={"reviewed": reviewed}))
    if open_findings:
        pattern = "The finding of the checks is settled|All {n} findings of the checks are settled"
        said = phrase(pattern, n=open_findings)
        yield Change(said, (), account, settles_findings=True)


def _field_known(account: Account, criterion: Criterion) -> Iterator[Change]:
    """Yield that a field that a criterion reads is filled in, with any value that the criterion has points for."""
    field, points = criterion.field, criterion.points
    if field is None or not isinstance(points, dict) or not points or field_value(account, field) is not None:
        return
    filled = _filled(account, field.split("."), next(iter(points)))
    if filled is not None:
        name = criterion.name or _field_name(field)
        said = phrase("“{name}” is found out and written into the plan", name=name)
        yield Change(said, tuple(field.split(".")), filled, is_open=True)


def _filled(section: Any, names: list[str], value: str) -> Any:
    """Return a section of a plan with one field filled; None where plans have no such field, or no such section yet."""
    name, *rest = names
    if name not in getattr(type(section), "model_fields", {}):
        return None
    inner = _filled(getattr(section, name), rest, value) if rest else value
    return None if inner is None else section.model_copy(update={name: inner})


def _field_name(field: str) -> str | LocalisedText:
    english = field.replace("_", " ").replace(".", " ").capitalize()
    return LocalisedText.model_construct(en=english, zh=WORDINGS["zh"].text(english))
