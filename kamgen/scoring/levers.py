"""What would raise an account's scores most: single changes that are within reach, each tried out on the plan.

Nothing here is an estimate. Each change is made to the plan, the changed plan is scored, and the difference is what
the lever brings. Which changes are within a person's reach is our reading; see :mod:`kamgen.scoring.plan_changes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.evaluation import Evaluation, evaluate, reevaluate
from kamgen.scoring.explanation import Path
from kamgen.scoring.key_account import score_key_account
from kamgen.scoring.metrics.catalogue import METRICS
from kamgen.scoring.plan_changes import knowledge, people, work
from kamgen.scoring.plan_changes.change import Change
from kamgen.scoring.plan_quality import score_plan_quality
from kamgen.scoring.weighting import ZERO
from kamgen.wording.phrase import Phrase

MOST_LEVERS = 5
"""More than a handful is a list, not advice."""
LEAST_POINTS = Decimal("0.05")
"""What rounds to 0.0 points is nothing to work for."""
LEAST_KNOWN = Decimal("0.005")
"""Likewise for what rounds to 0 percent."""
POINTS_OF_KNOWN = Decimal(25)
"""What it is worth to know the whole of a score, beside levers that bring points: for the order only. A figure of which
nothing is known lies on average 25 points from the middle of 0 to 100, so it moves the score by a quarter of its
weight."""
NOTHING = Decimal("1e-9")
"""Differences smaller than this come from rounding in the last place."""

Findings = tuple[int, int]
"""Numbers of errors and warnings of the checks."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One change and what it would bring.

    ``path`` is where it is written in the plan. ``effects`` are points (of 100) by score: ``key-account``,
    ``relationship``, ``health``, ``plan-quality``. ``known`` is by how much more of a score would be known, 0 to 1.
    Only what changes is in them. What comes out of a survey or a question nobody knows, so such a lever has
    ``known`` and no points.
    """

    change: Phrase
    path: Path
    effects: Mapping[str, Decimal]
    known: Mapping[str, Decimal]


def levers(
    account: Account,
    settings: Settings,
    as_of: date,
    *,
    findings: Findings | None = None,
    most: int = MOST_LEVERS,
) -> tuple[Lever, ...]:
    """Return the changes that would raise the scores most, best first, ``most`` at the most.

    Best is what brings the most points over all scores together; what becomes known counts 25 points for the whole
    of a score. A change that would lower any score is no lever, even if it raises others. A lost account has none: it
    is won back first. Effects on the plan quality need ``findings``, which scoring cannot know; they are taken as
    they are, although some changes would also settle one.
    """
    return levers_of(evaluate(account, settings, as_of), findings=findings, most=most)


def levers_of(
    evaluation: Evaluation, *, findings: Findings | None = None, most: int = MOST_LEVERS
) -> tuple[Lever, ...]:
    """Return the levers of an account that is evaluated already; see :func:`levers`."""
    if evaluation.account.status == "lost":
        return ()
    before = _standing(evaluation, findings)
    found = (_lever(change, before, _after(change, evaluation, findings)) for change in _changes(evaluation, findings))
    worthwhile = [lever for lever in found if _is_worthwhile(lever)]
    return tuple(islice(sorted(worthwhile, key=_best_first), most))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Scores by name, and how much of each is known."""

    scores: dict[str, Decimal | None]
    known: dict[str, Decimal]


def _changes(evaluation: Evaluation, findings: Findings | None) -> Iterator[Change]:
    account, as_of, relationship = evaluation.account, evaluation.as_of, evaluation.relationship
    yield from people.support_changes(account, relationship)
    yield from people.coverage_changes(account, as_of)
    yield from people.role_changes(account, relationship, as_of)
    yield from people.rating_changes(account)
    yield from work.goal_changes(account, as_of)
    yield from work.request_changes(account, as_of)
    yield from work.survey_changes(account, as_of)
    yield from work.risk_changes(account)
    yield from work.purchase_changes(evaluation)
    yield from knowledge.satisfaction_known(evaluation)
    yield from knowledge.goals_known(evaluation)
    yield from knowledge.criteria_known(evaluation)
    if findings is not None:
        yield from knowledge.review_changes(evaluation, findings)


def _after(change: Change, before: Evaluation, findings: Findings | None) -> _Standing:
    settled = (0, 0) if change.settles_findings else findings
    return _standing(reevaluate(before, change.account), settled)


def _standing(evaluation: Evaluation, findings: Findings | None) -> _Standing:
    """Return the scores of an account; of the metrics only those that the settings' criteria read."""
    account, scoring = evaluation.account, evaluation.settings.scoring
    read = {criterion.metric for criterion in scoring.criteria if criterion.metric in METRICS}
    metrics = {name: METRICS[name].compute(evaluation) for name in read if name is not None}
    key = score_key_account(account, metrics, scoring)
    relationship, health = evaluation.relationship, evaluation.health
    scores = {"key-account": key.score, "relationship": relationship.score, "health": health.score}
    known = {"key-account": key.known, "relationship": relationship.known, "health": health.known}
    if findings is not None:
        quality = score_plan_quality(account, evaluation.settings, evaluation.as_of, *findings)
        scores["plan-quality"], known["plan-quality"] = quality.score, quality.known
    return _Standing(scores, known)


def _lever(change: Change, before: _Standing, after: _Standing) -> Lever:
    effects, known = {}, {}
    for name, was in before.scores.items():
        becomes = after.scores[name]
        if not change.is_open and was is not None and becomes is not None and abs(becomes - was) > NOTHING:
            effects[name] = becomes - was
        if abs(after.known[name] - before.known[name]) > NOTHING:
            known[name] = after.known[name] - before.known[name]
    return Lever(change.said, change.path, effects, known)


def _is_worthwhile(lever: Lever) -> bool:
    gains, learnt = lever.effects.values(), lever.known.values()
    if any(gain < 0 for gain in gains) or any(share < 0 for share in learnt):
        return False
    return max(gains, default=ZERO) >= LEAST_POINTS or max(learnt, default=ZERO) >= LEAST_KNOWN


def _best_first(lever: Lever) -> tuple[Decimal, tuple[str, ...], str]:
    """Return what levers are sorted by: their worth, then where they are written, so that the order never varies."""
    worth = sum(lever.effects.values(), ZERO) + POINTS_OF_KNOWN * sum(lever.known.values(), ZERO)
    path = tuple(str(part).zfill(6) if isinstance(part, int) else part for part in lever.path)
    return -worth, path, lever.change.pattern
