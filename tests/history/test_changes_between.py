"""What changed between two states: plans, settings, scores and findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from kamgen.changes.account_changes import AccountChange, WorkspaceChanges
from kamgen.changes.score_moves import ScoreName
from kamgen.history import workspace_state
from kamgen.history.changes_between import ChangesBetween
from kamgen.history.git import repository_of
from kamgen.history.two_states import two_states
from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN
from tests.repositories import commit

Write = Callable[..., Path]
PEOPLE = (
    "power_map:\n  people:\n    - {id: cfo, name: Ann, role: economic, influence: 4, support: 0, covered_by: lin,\n"
    "       contact: {last: 2026-04-20, every_days: 30}}\n"
)
ACME, BRAVO = SMALLEST_PLAN + PEOPLE, SMALLEST_PLAN.replace("Acme", "Bravo") + PEOPLE
FILE = "accounts/acme.yaml"
TODAY = date(2026, 5, 6)


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a repository with two accounts, both of 6 May 2026."""
    root = workspace({FILE: ACME, "accounts/bravo.yaml": BRAVO})
    commit(root, day="2026-05-06T09:00:00Z")
    return root


def between(
    root: Path, asked: str | None = None, as_of: date | None = None, only: tuple[str, ...] = ()
) -> ChangesBetween:
    repository = repository_of(root)
    assert repository is not None
    return ChangesBetween(two_states(repository, asked), as_of, TODAY, only)


def changes(root: Path, asked: str | None = None, as_of: date | None = None) -> WorkspaceChanges:
    return between(root, asked, as_of).changes


def only_change(found: WorkspaceChanges) -> AccountChange:
    (account,) = found.changed
    return account


def causes(account: AccountChange, score: ScoreName) -> tuple[str, ...]:
    return next((move.causes for move in account.moves if move.score == score), ())


def test_a_clean_tree_has_nothing_to_tell(root: Path) -> None:
    found = changes(root)
    assert (found.accounts, found.unchanged, found.tells_something) == ((), 2, False)


def test_a_file_written_differently_is_no_change(root: Path) -> None:
    (root / FILE).write_text("# Our oldest customer\n" + PEOPLE + "owner:   lin\nname: 'Acme'\n\nkamgen: 1\n")
    found = changes(root)
    assert (found.changed, found.unchanged, found.rewritten, found.is_different) == ((), 2, 1, False)


def test_a_changed_plan_is_told_with_what_it_did_to_the_scores(root: Path) -> None:
    (root / FILE).write_text(ACME.replace("support: 0", "support: 2"))
    account = only_change(changes(root))
    assert [change.path for change in account.changes] == ["power_map.people[cfo].support"]
    assert causes(account, "relationship.score") == ("facts",)
    assert causes(account, "health.score") == ("facts",)


def test_new_and_removed_plans_have_their_scores_on_one_side(root: Path) -> None:
    (root / FILE).unlink()
    (root / "accounts/new.yaml").write_text("kamgen: 1\nname: New\nowner: bo\ntype: strategic\ntags: [a, b, c]\n")
    gone, come = changes(root).changed
    assert (gone.kind, come.kind) == ("removed", "added")
    assert all(move.after is None for move in gone.moves)
    assert all(move.before is None for move in come.moves)


def test_a_renamed_account_is_compared_with_what_it_was(root: Path) -> None:
    (root / FILE).rename(root / "accounts/acme-group.yaml")
    (root / "accounts/acme-group.yaml").write_text(ACME.replace("support: 0", "support: 1"))
    account = only_change(changes(root))
    assert (account.id, account.former_id, account.kind) == ("acme-group", "acme", "changed")
    assert [change.path for change in account.changes] == ["power_map.people[cfo].support"]


def test_purchases_beside_a_plan_are_a_part_of_it(root: Path) -> None:
    (root / "accounts/acme.purchases.csv").write_text("date,amount\n2026-05-01,500\n")
    account = only_change(changes(root))
    assert {str(change.place[0]) for change in account.changes} == {"value"}


class TestScoresOfPlansThatDidNotChange:
    def test_move_by_rules(self, root: Path) -> None:
        (root / "kamgen.yaml").write_text(SMALL_SETTINGS + "scoring: {health: {bands: {red: 10, amber: 20}}}\n")
        found = changes(root)
        assert found.changed == ()
        assert [account.id for account in found.moved_alone] == ["acme", "bravo"]
        assert causes(found.moved_alone[0], "health.band") == ("rules",)

    def test_move_in_time_where_nobody_asked_for_one_day(self, workspace: Write) -> None:
        root = workspace({FILE: ACME}, settings="currency: USD\n")
        commit(root, day="2026-05-01T09:00:00Z")
        commit_empty = (root / "README").write_text("x") and commit(root, day="2026-07-01T09:00:00Z")
        assert commit_empty
        (moved,) = changes(root, "HEAD~1..HEAD").moved_alone
        assert causes(moved, "relationship.score") == ("time",)
        assert changes(root, "HEAD~1..HEAD", date(2026, 5, 1)).accounts == ()

    def test_are_not_even_read_where_nothing_can_have_moved_them(self, root: Path) -> None:
        (root / FILE).write_text(ACME.replace("support: 0", "support: 2"))
        (root / "kamgen.yaml").write_text(SMALL_SETTINGS + "title: Another title\n")
        with patch.object(workspace_state, "plan_from_text", wraps=workspace_state.plan_from_text) as reading:
            assert len(changes(root).changed) == 1
        assert {call.args[0] for call in reading.call_args_list} == {"acme"}


def test_the_working_tree_is_never_looked_at_before_its_commit(workspace: Write) -> None:
    root = workspace({FILE: ACME}, settings="currency: USD\n")
    commit(root, day="2026-05-07T00:30:00Z")
    found = changes(root)
    assert found.before.day == found.after.day == date(2026, 5, 7)


class TestAPlanThatCannotBeRead:
    def test_is_never_said_to_be_gone(self, root: Path) -> None:
        (root / FILE).write_text(ACME + "foo: [\n")
        account = only_change(changes(root))
        assert (account.kind, account.changes, account.after) == ("changed", (), None)
        assert account.read_after.nothing is not None

    def test_of_another_format_is_not_compared(self, root: Path) -> None:
        (root / FILE).write_text(ACME.replace("kamgen: 1", "kamgen: 2"))
        account = only_change(changes(root))
        assert account.read_after.nothing is not None
        assert account.read_after.nothing.message.pattern == "plan format {value} is not known"

    def test_and_could_not_be_read_before_is_no_change_where_it_says_the_same(self, root: Path) -> None:
        (root / FILE).write_text(ACME + "foo: [\n")
        commit(root)
        (root / FILE).write_bytes((ACME + "foo: [\n").replace("\n", "\r\n").encode())
        assert changes(root).changed == ()

    def test_in_part_is_compared_as_far_as_it_can_be(self, root: Path) -> None:
        (root / FILE).write_text(ACME.replace("support: 0", "support: warm") + "tags: [food]\n")
        account = only_change(changes(root))
        assert [change.path for change in account.changes] == ["tags[food]"]
        assert (account.not_compared, account.read_after.problems, account.has_errors) == (1, 1, True)


def test_only_the_accounts_that_were_asked_for_are_told(root: Path) -> None:
    for name in ("acme", "bravo"):
        (root / f"accounts/{name}.yaml").write_text(ACME.replace("support: 0", "support: 2"))
    found = between(root, only=("bravo",)).changes
    assert [account.id for account in found.changed] == ["bravo"]
    assert found.unchanged == 0


class TestFindings:
    def test_are_those_of_changed_lines_then_others_that_are_new_then_a_count(self, root: Path) -> None:
        risks = "risks:\n  - {id: old, text: Old}\n"
        (root / FILE).write_text(ACME + risks)
        commit(root, day="2026-05-06T10:00:00Z")
        (root / FILE).write_text(ACME.replace("owner: lin", "owner: nobody") + risks + "  - {id: new, text: New}\n")
        found = between(root).findings()
        lines = {finding.line for finding in found.on_changed_lines}
        assert lines == {3, 10}
        assert ("unknown-reference", 3) in {(finding.rule, finding.line) for finding in found.on_changed_lines}
        assert found.new == ()
        assert found.remaining > 0

    def test_know_what_only_shows_among_all_plans(self, root: Path) -> None:
        (root / FILE).write_text(ACME + "profile: {parent: bravo}\n")
        commit(root)
        (root / "accounts/bravo.yaml").unlink()
        found = between(root).findings()
        assert [(finding.rule, finding.account) for finding in found.new] == [("unknown-parent", "acme")]
        assert between(root, only=("acme",)).findings().new == found.new

    def test_of_a_plan_that_went_or_cannot_be_read_are_not_mended(self, root: Path) -> None:
        (root / "accounts/bravo.yaml").unlink()
        (root / FILE).write_text(ACME + "foo: [\n")
        assert between(root).findings().resolved == 0

    def test_follow_a_renamed_account(self, root: Path) -> None:
        (root / FILE).rename(root / "accounts/acme-group.yaml")
        found = between(root).findings()
        assert (found.on_changed_lines, found.new, found.resolved) == ((), (), 0)
