"""The suppliers' shares of what the customer spends add up to more than the whole. Shares are estimates, so by default
5 percentage points too many are allowed.

A share that is too large hides white space, and makes us look safer, or a rival stronger, than they are.

Correct share: of the rivals; or the spend under wallet:, if our own share is too large: ours is what the customer buys
from us, divided by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.wording.phrase import phrase

POINTS = Parameter("points", 5, "Percentage points above 100% that are allowed, since shares are estimates")
HUNDRED = Decimal(100)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the rivals where their shares and ours are too much; the wallet where it is too small for ours alone."""
    limit = HUNDRED + subject.number(POINTS)
    metric = subject.scores.metrics["share-of-wallet"]
    own = HUNDRED * metric if isinstance(metric, Decimal) else None
    known = [HUNDRED * rival.share for rival in subject.account.profile.rivals if rival.share is not None]
    rivals = sum(known, Decimal(0))
    if own is not None and own > limit:
        yield Problem(
            ("value", "wallet", _latest_wallet(subject), "amount"),
            phrase("the customer's purchases from us come to {own}% of its spend with all suppliers", own=round(own)),
            phrase("write under amount: what the customer spends in a year with all suppliers, us included"),
        )
    elif rivals > limit:
        yield Problem(
            ("profile", "rivals"),
            phrase("the rivals' shares add up to {rivals}%", rivals=round(rivals)),
            phrase("correct share: of each rival (0.25 is 25%)"),
        )
    elif own is not None and own + rivals > limit:
        yield Problem(
            ("profile", "rivals"),
            phrase(
                "the rivals' shares ({rivals}%) and ours ({own}%) add up to more than 100%",
                rivals=round(rivals),
                own=round(own),
            ),
            phrase("correct share: of the rivals, or the spend under wallet: that our share is computed from"),
        )


def _latest_wallet(subject: Subject) -> int:
    """Return the position of the wallet that our share is computed from."""
    wallets = enumerate(subject.account.value.wallet)
    return max((found.year, index) for index, found in wallets if found.year <= subject.as_of.year and found.amount)[1]


RIVALS = """\
profile:
  rivals: [{{name: Cascade Fine Foods, share: 0.45}}, {{name: Bluepine Wholesale, share: {share}}}]
value:
  purchases: [{{date: 2025-09-08, amount: 120000}}, {{date: 2025-03-10, amount: 90000}}]
  wallet: [{{year: 2025, amount: 600000, source: The buyer}}]
"""

RULE = PlanRule(
    name="shares-over-whole",
    level="warning",
    family="references",
    methods=("A1", "B2", "B4"),
    parameters=(POINTS,),
    documentation=__doc__,
    check=check,
    bad=Example(RIVALS.format(share="0.30")),
    good=Example(RIVALS.format(share="0.18")),
)
