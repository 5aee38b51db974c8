"""Plans of which only a part could be read: what is compared, and what nobody can compare."""

from __future__ import annotations

import pytest

from kamgen.changes.account_changes import compared_plans, reading_of
from kamgen.workspace.plan_file import PlanFile, plan_from_text

HEAD = "kamgen: 1\nname: Acme\nowner: lin\n"
PEOPLE = "power_map:\n  people:\n    - {id: cfo, name: Ann, influence: 4, support: 1}\n"
NEEDS = "profile:\n  needs:\n    - {id: cold, text: Cold chain, kind: real}\n"


def plan(text: str, purchases: bytes | None = None) -> PlanFile:
    return plan_from_text("acme", "accounts/acme.yaml", text, "accounts/acme.purchases.csv", purchases)


def paths(before: PlanFile, after: PlanFile) -> list[str]:
    changes, _ = compared_plans(before, after)
    return [change.path for change in changes]


class TestAValueThatCouldNotBeRead:
    @pytest.mark.parametrize("wrong", ["before", "after"])
    def test_has_neither_come_nor_gone(self, wrong: str) -> None:
        good, bad = plan(HEAD + PEOPLE), plan(HEAD + PEOPLE.replace("support: 1", "support: friendly"))
        before, after = (bad, good) if wrong == "before" else (good, bad)
        assert compared_plans(before, after) == ((), 1)

    def test_does_not_hide_what_changed_beside_it(self) -> None:
        bad = plan(HEAD + PEOPLE.replace("support: 1", "support: friendly"))
        after = plan(HEAD + PEOPLE.replace("influence: 4", "influence: 5").replace("support: 1", "support: 2"))
        assert paths(bad, after) == ["power_map.people[cfo].influence"]

    def test_does_not_hide_the_same_value_of_another_item(self) -> None:
        two = HEAD + PEOPLE + "    - {id: ceo, name: Bob, support: 0}\n"
        before = plan(two.replace("support: 1", "support: friendly"))
        after = plan(two.replace("support: 0", "support: 2"))
        assert paths(before, after) == ["power_map.people[ceo].support"]

    def test_takes_its_item_with_it_where_it_must_be_there(self) -> None:
        before = plan(HEAD + NEEDS.replace("text: Cold chain", "text: [a]"))
        assert compared_plans(before, plan(HEAD + NEEDS)) == ((), 1)

    def test_is_no_default_of_its_own(self) -> None:
        before = plan(HEAD + "status: alive\n")
        assert compared_plans(before, plan(HEAD + "status: lost\n")) == ((), 1)


def test_a_new_item_with_something_wrong_in_it_is_new_all_the_same() -> None:
    after = plan(HEAD + NEEDS.replace("kind: real", "kidn: real"))
    assert paths(plan(HEAD), after) == ["profile.needs[cold]"]


def test_purchases_that_could_not_be_read_did_not_go() -> None:
    good = plan(HEAD, b"date,amount\n2026-01-05,100\n2026-02-05,200\n")
    bad = plan(HEAD, b"date,amount\n2026-01-05,100\nsoon,200\n")
    assert good.findings == ()
    assert compared_plans(good, bad) == ((), 1)


class TestReading:
    def test_counts_what_is_wrong_and_reads_the_rest(self) -> None:
        assert reading_of(plan(HEAD)).problems == 0
        partly = reading_of(plan(HEAD + "status: alive\ntype: big\n"))
        assert (partly.problems, partly.nothing) == (2, None)

    @pytest.mark.parametrize("text", ["name: [", "- a list\n", HEAD.replace("kamgen: 1", "kamgen: 2")])
    def test_says_why_nothing_can_be_used(self, text: str) -> None:
        reading = reading_of(plan(text))
        assert reading.nothing is not None

    def test_a_plan_without_its_format_is_read_as_any_other(self) -> None:
        assert reading_of(plan("name: Acme\nowner: lin\n")).nothing is None
