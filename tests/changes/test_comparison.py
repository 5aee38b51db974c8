"""A plan compared with a plan: nothing missed, nothing invented, order and form are no content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamgen.changes.comparison import Change, Item, compare, item_name
from kamgen.changes.matching import IDENTITY, WHOLE, identity_of
from kamgen.changes.rewording import is_edited
from kamgen.plan.account import Account
from kamgen.plan.goals import Action
from kamgen.plan.values import LocalisedText, Section
from kamgen.workspace.model_types import is_model
from tests.changes.edited_plans import NAMES, each_without_a_value, edited, rich_plan, shuffled, two_plans, typed

Tree = dict[str, Any]


# The plan rebuilt from its changes: written as plainly as can be, and by none of the code that it tries.


class Entry:
    """An item of a list, known by the object that it was."""

    def __init__(self, item: Any) -> None:
        self.item, self.value = item, _tree(item)


def _tree(value: Any) -> Any:
    if isinstance(value, Section) and not isinstance(value, WHOLE):
        return {name: _tree(inner) for name, inner in value.__dict__.items()}
    return [Entry(item) for item in value] if isinstance(value, tuple) else value


def _apply(tree: Tree, change: Change) -> None:
    """Make one change, whose value before must be there."""
    holder: Any = tree
    for step, following in zip(change.place, change.place[1:], strict=False):
        if isinstance(step, Item):
            holder = next(entry for entry in holder if entry.item is step.item).value
        else:
            if holder.get(step) is None:
                holder[step] = [] if isinstance(following, Item) else {}
            holder = holder[step]
    last = change.place[-1]
    if isinstance(last, str):
        assert holder.get(last, _default(change)) == change.before
        holder[last] = change.after
    elif change.after is None:
        del holder[next(at for at, entry in enumerate(holder) if entry.item is change.before)]
    else:
        assert change.before is None
        holder.append(Entry(change.after))


def _default(change: Change) -> Any:
    kind: Any = Account
    for step in change.place[:-1]:
        kind = type(step.item) if isinstance(step, Item) else _section(kind.model_fields[step].annotation)
    info = kind.model_fields[change.place[-1]]
    return None if info.is_required() else info.get_default()


def _section(kind: Any) -> Any:
    while not is_model(kind):
        kind = next(argument for argument in kind.__args__ if argument is not type(None))
    return kind


def _said(value: Any, kind: Any) -> Any:
    """Return what a value says, whatever the order of its lists; None for nothing."""
    if isinstance(value, Entry):
        return _said(value.value, type(value.item))
    if isinstance(value, list):
        return frozenset(Counter(_said(entry, None) for entry in value).items()) or None
    if not isinstance(value, dict):
        return value
    said = {}
    for name, inner in value.items():
        info = kind.model_fields[name]
        below = _section(info.annotation) if isinstance(inner, dict) else None
        found = _said(inner, below)
        if found is not None and found != info.default:
            said[name] = found
    return frozenset(said.items()) or None


def said(account: Account) -> Any:
    return _said(_tree(account), Account)


def applied(before: Account, changes: Iterable[Change]) -> Tree:
    tree: Tree = _tree(before)
    for change in changes:
        _apply(tree, change)
    return tree


SEEDS = st.integers(0, 2**32)
PLANS = st.sampled_from(NAMES)


@settings(max_examples=150)
@given(PLANS, SEEDS, st.integers(1, 25))
def test_the_changes_make_the_new_plan_out_of_the_old_one(name: str, seed: int, times: int) -> None:
    before, after = two_plans(name, Random(seed), times)
    changes = compare(before, after)
    assert _said(applied(before, changes), Account) == said(after)
    assert (changes == ()) == (said(before) == said(after))


@settings(max_examples=100)
@given(PLANS, SEEDS, st.integers(1, 12))
def test_no_change_is_told_that_did_not_happen(name: str, seed: int, times: int) -> None:
    before, after = two_plans(name, Random(seed), times)
    changes = compare(before, after)
    for left_out in changes[:20]:
        rest = [change for change in changes if change is not left_out]
        assert _said(applied(before, rest), Account) != said(after)


@settings(max_examples=100)
@given(PLANS, SEEDS, st.integers(1, 25))
def test_undoing_the_changes_gives_the_old_plan_again(name: str, seed: int, times: int) -> None:
    before, after = two_plans(name, Random(seed), times)
    changes = compare(before, after)
    tree = applied(before, changes)
    for change in reversed(changes):
        _apply(tree, replace(change, before=change.after, after=change.before))
    assert _said(tree, Account) == said(before)


def test_every_value_of_the_format_is_compared() -> None:
    whole, tried = rich_plan("every-key"), 0
    for less in each_without_a_value(whole):
        tried += 1
        assert _said(applied(whole, compare(whole, less)), Account) == said(less)
        assert _said(applied(less, compare(less, whole)), Account) == said(whole)
    assert tried > 250


@settings(max_examples=60)
@given(PLANS, SEEDS)
def test_a_plan_sorted_and_written_differently_has_not_changed(name: str, seed: int) -> None:
    plan = edited(rich_plan(name), Random(seed), 8)
    assert compare(plan, shuffled(plan, Random(seed))) == ()


def plan(**sections: Any) -> Account:
    return Account.model_validate({"kamgen": "1", "name": "Acme", "owner": "lin", **sections})


def paths(before: Account, after: Account) -> list[tuple[str, Any, Any]]:
    return [(change.path, change.before, change.after) for change in compare(before, after)]


def people(*persons: dict[str, Any]) -> Account:
    return plan(power_map={"people": list(persons)})


CFO = {"id": "cfo", "name": "Jana", "title": "CFO", "level": "executive", "role": "economic", "support": "0"}


def test_a_path_has_ids_in_place_of_numbers() -> None:
    assert paths(people(CFO), people(CFO | {"support": "1"})) == [("power_map.people[cfo].support", 0, 1)]


def test_a_renamed_person_is_the_same_person() -> None:
    assert paths(people(CFO), people(CFO | {"id": "finance"})) == [("power_map.people[cfo].id", "cfo", "finance")]


def test_of_two_that_are_alike_the_more_alike_is_the_renamed_one() -> None:
    other = {**CFO, "id": "coo", "title": "COO"}
    found = paths(people(CFO, other), people({**other, "id": "x", "support": "2"}, {**CFO, "id": "y", "support": "2"}))
    assert [(path, after) for path, _, after in found if path.endswith("id")] == [
        ("power_map.people[cfo].id", "y"),
        ("power_map.people[coo].id", "x"),
    ]


def test_a_person_of_the_same_name_is_the_same_person_however_much_changed() -> None:
    changed = {"id": "x", "name": "Jana", "title": "COO", "level": "director", "role": "user", "support": "2"}
    assert {path.removeprefix("power_map.people[cfo].") for path, _, _ in paths(people(CFO), people(changed))} == {
        *("id", "title", "level", "role", "support")
    }


def test_another_person_is_another_person() -> None:
    other = {"id": "new", "name": "Karl", "role": "user"}
    assert [change.path for change in compare(people(CFO), people(other))] == [
        "power_map.people[cfo]",
        "power_map.people[new]",
    ]


def test_a_reworded_milestone_is_the_same_milestone() -> None:
    def outcome(text: str) -> Account:
        milestone = {"text": text, "due": "2026-05-01", "owner": "lin", "status": "doing"}
        return plan(success_plan={"outcomes": [{"id": "a", "text": "A", "milestones": [milestone]}]})

    assert paths(outcome("Test agreed"), outcome("Test signed")) == [
        ("success_plan.outcomes[a].milestones[Test agreed].text", "Test agreed", "Test signed")
    ]


def test_a_milestone_that_was_reworded_and_is_done_is_the_same_but_another_one_is_not() -> None:
    def outcome(text: str, status: str) -> Account:
        milestone = {"text": text, "due": "2026-05-01", "owner": "lin", "status": status}
        return plan(success_plan={"outcomes": [{"id": "a", "text": "A", "milestones": [milestone]}]})

    before = outcome("Test agreed", "doing")
    assert [path for path, _, _ in paths(before, outcome("Test agreed and signed", "done"))] == [
        "success_plan.outcomes[a].milestones[Test agreed].text",
        "success_plan.outcomes[a].milestones[Test agreed].status",
    ]
    assert len(paths(before, outcome("Loggers bought", "done"))) == 2
    assert paths(before, outcome("Loggers bought", "done"))[1][1] is None


def test_a_member_of_the_team_who_covers_another_phase_is_the_same_member() -> None:
    old, new = plan(team=[{"member": "bo", "phase": "sales"}]), plan(team=[{"member": "bo", "phase": "service"}])
    assert paths(old, new) == [("team[bo].phase", "sales", "service")]


@pytest.mark.parametrize(
    ("before", "after", "edited"),
    [
        ("Cost of 410 suppliers", "Cost of 300 suppliers", True),
        ("NINE FORMATS", "nine formats", True),
        ("三家门店试点", "五家门店试点", True),
        ("Loggers", "Purchasing", False),
        ("", "!", False),
    ],
)
def test_a_text_is_edited_where_half_of_its_words_stay(before: str, after: str, edited: bool) -> None:
    assert is_edited(before, after) is edited


def test_a_default_that_is_written_out_is_no_change() -> None:
    assert paths(plan(), plan(status="active", reviews=[], profile={}, reviewed=None)) == []


def test_a_section_that_came_tells_each_of_its_values() -> None:
    changed = plan(sentiment={"value": "4", "reason": "Answers"})
    assert paths(plan(), changed) == [("sentiment.value", None, 4), ("sentiment.reason", None, "Answers")]


def test_case_and_spaces_inside_a_text_are_content() -> None:
    assert paths(plan(summary="Two stores"), plan(summary="Two  Stores")) == [("summary", "Two stores", "Two  Stores")]


def test_a_number_written_differently_is_the_same_even_among_equal_rows() -> None:
    def rows(*amounts: str) -> Account:
        return plan(value={"purchases": [{"date": "2026-01-01", "amount": amount, "order": "1"} for amount in amounts]})

    assert paths(rows("10.0", "20"), rows("20.00", "10")) == []


def test_meetings_of_a_day_with_sorted_lists_have_not_changed() -> None:
    def meetings(*orders: list[str]) -> Account:
        return plan(reviews=[{"date": "2026-01-01", "decisions": order} for order in orders])

    assert paths(meetings(["a", "b"], ["c", "d"]), meetings(["d", "c"], ["b", "a"])) == []


def test_a_name_in_a_path_is_one_short_line() -> None:
    action = Action(id="a", text="x")
    assert item_name(action) == "a"
    assert item_name("two\nlines \x1b[31m and more " * 20) == item_name("two lines [31m and more " * 20)
    assert len(item_name("x" * 500)) == 80


def test_every_kind_of_item_has_something_to_be_known_by() -> None:
    def items(kind: Any) -> Iterable[type[Section]]:
        for info in kind.model_fields.values():
            inner = info.annotation
            is_list = getattr(inner, "__origin__", None) is tuple
            arguments = [inner, *getattr(inner, "__args__", ())]
            for section in (each for each in arguments if is_model(each) and each is not LocalisedText):
                if is_list:
                    yield section
                yield from items(section)

    kinds = set(items(Account))
    assert len(kinds) > 25
    assert all(set(identity_of(kind)) <= kind.model_fields.keys() for kind in kinds)
    assert set(IDENTITY) == {kind for kind in kinds if "id" not in kind.model_fields}


@pytest.mark.parametrize("renamed", [False, True])
def test_long_lists_made_anew_take_no_more_time_than_they_are_long(renamed: bool, monkeypatch: Any) -> None:
    import kamgen.changes.matching as matching

    calls = Counter[str]()
    likeness = matching._likeness
    monkeypatch.setattr(matching, "_likeness", lambda *pair: calls.update(["likeness"]) or likeness(*pair))
    old = [{"date": f"20{n // 250:02}-01-01", "amount": str(n), "order": f"a{n}"} for n in range(5000)]
    new = [row | {"order": f"b{n}", "amount": str(n + 1 if renamed else n)} for n, row in enumerate(old)]
    changes = compare(plan(value={"purchases": old}), plan(value={"purchases": new}))
    assert len(changes) == 10_000
    assert calls["likeness"] == 0


def test_a_typed_plan_reads_as_the_plan() -> None:
    assert [compare(plan, Account.model_validate(typed(plan))) for plan in map(rich_plan, NAMES)] == [()] * len(NAMES)
