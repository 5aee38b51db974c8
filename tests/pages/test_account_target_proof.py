"""What the rest of the target rests on, as the account's page says it (B7)."""

from __future__ import annotations

from typing import Any

import pytest

from kamgen.pages.account.target_proof import TargetProofTable, target_proof_table
from kamgen.pages.account.terms import AccountTerms, Mention
from kamgen.pages.context import Context
from kamgen.plan.settings import Settings
from tests.pages.test_account_page import TODAY, plan

GOAL = {"id": "revenue", "text": "Revenue", "unit": "USD", "baseline": "100", "target": "300", "due": "2026-12-31"}


def table(*deals: dict[str, Any], space: str | None = None, **goal: Any) -> TargetProofTable | None:
    white_space = [] if space is None else [{"product": "milk", "potential": space, "current": "0"}]
    account = plan(
        goals={"goals": [{**GOAL, **goal}]},
        opportunities=[{"id": f"d{n}", "name": f"Deal {n}", **deal} for n, deal in enumerate(deals)],
        value={"currency": "USD", "white_space": white_space},
    )
    return target_proof_table(AccountTerms(account, Context(Settings(), TODAY, "en")))


def deal(amount: str, owner: str | None = "lin") -> dict[str, Any]:
    return {"amount": amount, "next_step": {"text": "Call", "owner": owner}}


@pytest.mark.parametrize(
    ("deals", "space", "verdict", "state"),
    [
        ([deal("200")], None, "Opportunities with an owner cover it", "green"),
        ([deal("150")], "60", "Covered on paper, $50 of it without an owner", "amber"),
        ([deal("200", None)], None, "Covered on paper, $200 of it without an owner", "amber"),
        ([deal("150")], "20", "Nothing is named yet for $30", "red"),
        ([deal("150"), {}], None, "$50 of it without an owner; what else there is, is not known", "none"),
    ],
)
def test_the_verdict_says_whether_what_is_named_is_enough(
    deals: list[dict[str, Any]], space: str | None, verdict: str, state: str
) -> None:
    found = table(*deals, space=space)
    assert found is not None
    assert (found.to_win, found.verdict, found.state) == ("$200", verdict, state)


def test_opportunities_stand_one_by_one_and_white_space_in_one_line() -> None:
    found = table(deal("150"), space="60")
    assert found is not None
    deal_row, space_row = found.rows
    assert deal_row.what == Mention("Deal 0", "#opportunity-d0")
    assert deal_row.owner == Mention("lin", "team/lin.html")
    assert (space_row.what.href, space_row.owner.text, space_row.amount) == ("#white-space", "", "$60")


@pytest.mark.parametrize("goal", [{"target": None}, {"actual": "300"}, {"unit": "%"}])
def test_there_is_nothing_to_prove_without_a_target_that_is_still_to_be_won(goal: dict[str, Any]) -> None:
    assert table(deal("1"), **goal) is None
