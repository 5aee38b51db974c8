"""What other pages need to know about an account; small, in no language yet, and kept between builds."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from kamgen.changes.freshness import Freshness
from kamgen.pages.attention import Attention, attention
from kamgen.plan.account import Account
from kamgen.plan.opportunities import Opportunity
from kamgen.plan.settings import Settings
from kamgen.plan.values import LocalisedText
from kamgen.scoring.earlier_scores import EarlierScores
from kamgen.scoring.forecast import existing_opportunities
from kamgen.scoring.ledger import read_ledger
from kamgen.scoring.losses import PricedLoss, score_losses
from kamgen.scoring.plan_quality import score_plan_quality
from kamgen.scoring.score import AccountScores, Judgement, PlanQuality
from kamgen.scoring.sentiment import judgement
from kamgen.workspace.problems import Finding

QUARTERS = 8
"""How many quarters of purchases other pages see: two years, so that a year can be held against the one before."""


@dataclass(frozen=True)
class AccountSummary:
    """An account in a few facts.

    ``purchases_by_quarter`` holds the amounts of the last eight quarters up to the day, oldest first, in the
    reporting currency; ``None`` where no purchase history is known. They are quarters of a year *back from the day*,
    not of the calendar, so that the last one is as long as the others. ``tags`` are those of the plan,
    then the rule-made ones. ``attention`` is sorted, most urgent first. ``losses`` are those of the last 12 months.
    ``decided`` are the opportunities won or lost up to the day, with no more than win rates are counted from.
    ``earlier`` are the scores of a quarter before; only a build adds them, where git knows the plan of that day.
    ``freshness`` tells since when each part of the plan has said what it says, where git knows it; only the
    account's own pages show it, so it is not told with the rest.
    """

    id: str
    name: str | LocalisedText
    owner: str
    status: str
    type: str | None
    tags: tuple[str, ...]
    parent: str | None
    reviewed: date | None
    scores: AccountScores
    plan_quality: PlanQuality
    sentiment: Judgement | None
    attention: tuple[Attention, ...]
    purchases_by_quarter: tuple[Decimal, ...] | None
    losses: tuple[PricedLoss, ...]
    decided: tuple[Opportunity, ...]
    errors: int
    warnings: int
    earlier: EarlierScores | None = None
    freshness: Freshness | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Neighbour:
    """Another account that a page points to."""

    id: str
    name: str | LocalisedText


def summarise(
    account_id: str,
    account: Account,
    scores: AccountScores,
    findings: Iterable[Finding],
    settings: Settings,
    as_of: date,
    freshness: Freshness | None = None,
) -> AccountSummary:
    """Return an account in a few facts. Of the findings, those about other accounts are left out."""
    own = [finding.level for finding in findings if finding.account in (account_id, None)]
    errors, warnings = own.count("error"), own.count("warning")
    return AccountSummary(
        id=account_id,
        name=account.name,
        owner=account.owner,
        status=account.status,
        type=account.type,
        tags=(*account.tags, *scores.made_tags),
        parent=account.profile.parent,
        reviewed=account.reviewed.date if account.reviewed else None,
        scores=scores,
        plan_quality=score_plan_quality(account, settings, as_of, errors, warnings),
        sentiment=judgement(account.sentiment, scores.health, as_of),
        attention=attention(account, scores, as_of),
        purchases_by_quarter=_purchases_by_quarter(account, settings, as_of),
        losses=score_losses(account, settings, as_of).recent,
        decided=_decided(account, as_of),
        errors=errors,
        warnings=warnings,
        freshness=freshness,
    )


def _decided(account: Account, as_of: date) -> tuple[Opportunity, ...]:
    """Return the decided opportunities without their texts, people and tasks, which nobody needs on other pages."""
    return tuple(
        Opportunity.model_construct(
            id=found.id, name=found.name, process=found.process, stage=found.stage, status=found.status
        )
        for found in existing_opportunities(account.opportunities, as_of)
        if found.status != "open"
    )


def _purchases_by_quarter(account: Account, settings: Settings, as_of: date) -> tuple[Decimal, ...] | None:
    """Return the amounts of the last quarters; before the first purchase on record nothing was bought."""
    ledger = read_ledger(account, settings, as_of)
    if ledger.to_date is None:
        return None
    ends = [_months_before(as_of, 3 * quarter) for quarter in range(QUARTERS, -1, -1)]
    return tuple(ledger.amount(before + timedelta(days=1), last) or Decimal(0) for before, last in pairwise(ends))


def _months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last day of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
