"""Where an account stands among all, explained."""

from __future__ import annotations

from decimal import Decimal

from kamgen.scoring.account import score_account
from kamgen.scoring.explanations.standing import explain_standing
from kamgen.scoring.score import Placement
from kamgen.wording.language import WORDINGS
from tests.scoring.plans import TODAY, plan, settings

SAY = WORDINGS["en"].say


def test_rank_and_slice_and_the_figure_that_accounts_are_ranked_by() -> None:
    given = settings(scoring={"pyramid": {"by": "revenue-to-date"}})
    account = plan(value={"purchases": [{"date": "2026-04-01", "amount": "1200"}]})
    scores = score_account("acme", account, given, TODAY)
    tree = explain_standing(scores, Placement(2, "high-value", 4, 3, 5), 14, given)
    assert tree.value == "high-value"
    assert tree.rule is not None
    assert SAY(tree.rule) == "rank 2 of 14 accounts"
    ranked_by, *fifths = tree.children
    assert (ranked_by.metric, ranked_by.value) == ("revenue-to-date", Decimal(1200))
    assert [(part.value, part.children[0].metric) for part in fifths] == [
        ("4", "recency-days"),
        ("3", "frequency"),
        ("5", "monetary"),
    ]
    assert fifths[2].children[0].value == Decimal(1200)


def test_an_account_without_purchases_has_no_place_and_says_what_would_give_it_one() -> None:
    scores = score_account("acme", plan(), settings(), TODAY)
    tree = explain_standing(scores, Placement(None, None, None, None, None), 14, settings())
    assert (tree.value, tree.rule) == (None, None)
    assert [part.missing is not None and SAY(part.missing) for part in (tree, *tree.children[1:])] == [
        "Add purchases"
    ] * 4
