"""What a change did to the scores, and by what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kamgen.changes.score_moves import ADDED_UP, Course, ScoreMove, ScoreName, Standing, score_moves, scores_of_one
from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.scoring.account import score_account
from kamgen.scoring.plan_quality import score_plan_quality
from tests.scoring.test_any_plan import any_plan

MAY, JULY = date(2026, 5, 6), date(2026, 7, 20)
OTHER_RULES = Settings.model_validate(
    {"scoring": {"health": {"weights": {"goals": 60}}, "classes": [[50, "Top"], [0, "Base"]]}, "as_of": None}
)


def plan(support: int, *, last: str = "2026-05-01", amount: int = 1000, **more: object) -> Account:
    person = {"id": "cfo", "role": "economic", "influence": 4, "support": support, "covered_by": "lin"}
    return Account.model_validate(
        {
            "kamgen": "1",
            "name": "Acme",
            "owner": "lin",
            "type": "strategic",
            "power_map": {"people": [person | {"contact": {"last": last, "every_days": 30}}]},
            "opportunities": [{"id": "a", "name": "A", "amount": amount, "probability": "0.5"}],
            **more,
        }
    )


def standing(account: Account, settings: Settings, day: date) -> Standing:
    return Standing(score_account("acme", account, settings, day), score_plan_quality(account, settings, day, 0, 0))


def course(before: Account, after: Account, rules: Settings | None = None, later: date | None = None) -> Course:
    first, second, day = Settings(), rules or Settings(), later or MAY
    return Course(
        before=standing(before, first, MAY),
        time=standing(before, first, day),
        rules=standing(before, second, day),
        facts=standing(after, second, day),
    )


def moves(changed: Course) -> dict[ScoreName, ScoreMove]:
    return {move.score: move for move in score_moves(changed)}


def test_where_nothing_is_different_nothing_moved() -> None:
    assert moves(course(plan(1), plan(1))) == {}


def test_what_is_written_in_the_plan_moves_scores_as_facts() -> None:
    found = moves(course(plan(0), plan(2)))
    relationship = found["relationship.score"]
    assert relationship.causes == ("facts",)
    assert relationship.parts["facts"] > 0
    assert set(found["health.score"].parts) == {"facts"}


def test_days_that_pass_move_scores_as_time() -> None:
    found = moves(course(plan(1), plan(1), later=JULY))
    assert found["relationship.score"].causes == ("time",)
    assert found["relationship.score"].parts["time"] < 0


def test_settings_move_scores_as_rules_also_where_they_are_words() -> None:
    found = moves(course(plan(1), plan(1), OTHER_RULES))
    assert (found["key_account.class"].before, found["key_account.class"].after) == ("A1", "Top")
    assert (found["key_account.class"].causes, found["key_account.class"].parts) == (("rules",), {})


def test_each_cause_has_its_part_and_the_largest_comes_first() -> None:
    move = moves(course(plan(2), plan(-2), later=JULY))["relationship.score"]
    assert move.causes == ("facts", "time")
    assert abs(move.parts["facts"]) > abs(move.parts["time"]) > 0


def test_a_score_that_came_back_to_where_it_was_is_told_too() -> None:
    there = course(plan(0), plan(2))
    back = Course(there.before, there.facts, there.facts, there.before)
    move = moves(back)["relationship.score"]
    assert move.before == move.after
    assert move.parts["time"] == -move.parts["facts"] != 0


def test_what_was_not_known_before_has_causes_and_no_parts() -> None:
    move = moves(course(plan(1, power_map={"people": []}), plan(1)))["relationship.score"]
    assert (move.before, move.causes, move.parts) == (None, ("facts",), {})


def test_money_in_two_currencies_is_not_added_up() -> None:
    changed = course(plan(1, amount=1000), plan(1, amount=2000))
    (move,) = score_moves(changed, same_currency=False)
    assert (move.score, move.parts, move.causes) == ("forecast.weighted", {}, ("facts",))
    assert score_moves(changed)[0].parts == {"facts": Decimal(500)}


class TestDriver:
    def test_is_the_part_that_moved_the_score_most(self) -> None:
        risks = [{"id": "r", "text": "Risk", "likelihood": 5, "impact": 5}]
        found = moves(course(plan(0), plan(2)))
        assert found["relationship.score"].driver is not None
        assert found["relationship.score"].driver.part == "support"
        assert found["health.score"].driver is not None
        assert found["health.score"].driver.part == "relationship"
        risky = moves(course(plan(1), plan(1, risks=risks)))["health.score"].driver
        assert risky is not None
        assert (risky.part, risky.before) == ("risk", Decimal(0))

    def test_went_the_way_that_the_score_went(self) -> None:
        # The contact has gone cold (−), the support has grown by more (+).
        move = moves(course(plan(-2, last="2026-05-01"), plan(2, last="2026-05-01"), later=JULY))["relationship.score"]
        assert move.after is not None
        assert move.driver is not None
        assert (move.driver.part, move.driver.before, move.driver.after) == ("support", Decimal(0), Decimal(100))

    def test_of_the_key_account_score_is_a_criterion(self) -> None:
        driver = moves(course(plan(1), plan(1, type="economic")))["key_account.score"].driver
        assert driver is not None
        assert (driver.part, driver.before, driver.after) == ("type", Decimal(100), Decimal(50))


def test_an_account_that_came_or_went_has_scores_on_one_side() -> None:
    one = standing(plan(1), Settings(), MAY)
    came, went = scores_of_one(one), scores_of_one(one, gone=True)
    assert {move.before for move in came} == {None} == {move.after for move in went}
    assert [move.after for move in came] == [move.before for move in went]
    assert scores_of_one(replace(one, quality=None)) == tuple(m for m in came if m.score != "plan_quality.score")


@given(any_plan, any_plan, st.dates(MAY, date(2027, 1, 1)))
def test_the_parts_of_a_number_add_up_to_its_move(before: Account, after: Account, later: date) -> None:
    for move in score_moves(course(before, after, OTHER_RULES, later)):
        if move.parts:
            assert move.score in ADDED_UP
            assert isinstance(move.before, Decimal)
            assert isinstance(move.after, Decimal)
            assert abs(sum(move.parts.values(), Decimal(0)) - (move.after - move.before)) < Decimal("1e-12")
