"""The revenue goal asks for more than the open opportunities and the white space could bring: by default, 100% of what
is still to be won must be covered, at full amounts and whatever the chances. White space of a product counts for what
it is beyond the open opportunities for that product. Not reported while one of the amounts is unknown and could change
this, or while what is missing is, by default, at most 5% of the target.

A target is proven by naming where it will come from: which products, in which units, in which opportunities. What
nothing is named for will be missing at the end of the year.

Add the opportunities, or the white space (product:, unit:, potential:, current:) that is to bring it; or set a target
that they can carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kamgen.checks.goal_work import running_goals
from kamgen.checks.rule import Example, Parameter, PlanRule, Problem, Subject
from kamgen.scoring.money import exchange_rate
from kamgen.scoring.target_proof import TargetProof, prove_target
from kamgen.wording.phrase import Phrase, phrase

PERCENT = Parameter("percent", 100, "Percent of what is still to be won that must be covered", least=1, most=100)

TOLERANCE = Parameter("tolerance", 5, "Percent of the target that may be missing without a finding", most=100)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the target of the revenue goal where too little stands behind what is still to be won."""
    proof = prove_target(subject.account, subject.settings, subject.as_of)
    if proof is None or proof.to_win is None or proof.covered is None or proof.uncovered is None:
        return
    if 100 * proof.covered >= subject.number(PERCENT) * proof.to_win:
        return
    if 100 * proof.uncovered <= subject.number(TOLERANCE) * abs(proof.target or Decimal(0)):
        return
    for path, goal in running_goals(subject):
        if goal is proof.goal:
            yield Problem((*path, "target"), *_said(proof, subject))


def _said(proof: TargetProof, subject: Subject) -> tuple[Phrase, Phrase]:
    """Return message and hint, with the amounts in the goal's own currency."""
    currency = proof.goal.unit or subject.settings.currency
    rate = exchange_rate(currency, subject.settings) or Decimal(1)

    def stated(amount: Decimal | None) -> int:
        return round((amount or Decimal(0)) / rate)

    return phrase(
        "of {to_win} {currency} still to be won, opportunities and white space cover {covered}: {uncovered} missing",
        to_win=stated(proof.to_win),
        currency=currency,
        covered=stated(proof.covered),
        uncovered=stated(proof.uncovered),
    ), phrase("add the opportunities and white space that will bring it, or set a target that they can carry")


PLAN = """\
value:
  currency: USD
  white_space: [{product: dairy, unit: North, potential: 60000, current: 21000}]
goals:
  goals:
    - {id: revenue, text: Net purchases, unit: USD, baseline: 62000, target: 110000, actual: 71000, due: 2026-12-31}
  strategies:
    - id: season
      text: Move dairy from spot orders to a season contract
      serves: [revenue]
      measures: [{id: share, text: Share of dairy spend, target: 35, owner: lin-yue}]
      actions: [{id: price, text: Price model, owner: lin-yue, due: 2026-07-10}]
"""

RULE = PlanRule(
    name="uncovered-target",
    level="warning",
    family="goals",
    methods=("B7",),
    parameters=(PERCENT, TOLERANCE),
    documentation=__doc__,
    check=check,
    bad=Example(PLAN.replace("potential: 60000", "potential: 40000")),
    good=Example(PLAN),
)
