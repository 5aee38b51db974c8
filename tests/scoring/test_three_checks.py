"""Three checks of what was done."""

from decimal import Decimal
from typing import Any

from kamgen.plan.goals import Action
from kamgen.scoring.three_checks import CheckCount, score_three_checks
from kamgen.wording.chinese import PHRASES
from tests.scoring.plans import TODAY


def action(status: str = "done", **checks: str) -> Action:
    return Action.model_validate({"id": "a", "text": "A", "status": status, "checks": checks})


def test_what_is_there_is_held_against_the_checks_that_the_plan_keeps() -> None:
    found = score_three_checks(
        [action(owner="2026-04-01", lead="2026-04-02"), action(owner="2026-04-03"), action(lead="2026-04-05")], TODAY
    )
    assert found.kept == ("owner", "lead")  # nobody has ever audited
    assert found.by_check == {"owner": CheckCount(2, 3), "lead": CheckCount(2, 3)}
    assert found.share == Decimal(4) / 6
    assert [checked.missing for checked in found.actions] == [(), ("lead",), ("owner",)]


def test_only_actions_that_are_done_are_due() -> None:
    found = score_three_checks([action(owner="2026-04-01"), action("doing", lead="2026-04-01"), action("todo")], TODAY)
    assert found.kept == ("owner", "lead")
    assert (found.total, found.share) == (CheckCount(1, 2), Decimal("0.5"))


def test_an_action_that_carries_no_checks_asks_for_none() -> None:
    plain = Action.model_validate({"id": "a", "text": "A", "status": "done"})
    assert score_three_checks([plain, action(owner="2026-04-01")], TODAY).share == 1


def test_a_check_of_a_later_day_was_not_made() -> None:
    found = score_three_checks([action(owner="2026-05-06"), action(owner="2026-05-07")], TODAY)
    assert found.share == Decimal("0.5")


def test_where_no_check_was_ever_made_nothing_is_known() -> None:
    actions: Any
    for actions in ([], [action()], [action("doing", owner="2026-04-01")]):
        assert score_three_checks(actions, TODAY).share is None


def test_what_it_assumes_can_be_said_in_chinese() -> None:
    assert all(said.pattern in PHRASES for said in score_three_checks([], TODAY).assumptions)
