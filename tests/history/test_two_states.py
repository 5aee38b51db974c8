"""Which two states are compared, and what is found in each."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kamgen.history.git import repository_of
from kamgen.history.git_failures import NothingInCommon, UnknownRevision
from kamgen.history.two_states import TwoStates, two_states
from kamgen.workspace.text_file import LARGEST_FILE
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
ACME, BRAVO = "accounts/acme.yaml", "accounts/bravo.yaml"


@pytest.fixture
def root(workspace: Write) -> Path:
    """Return a repository of two commits: Acme of 1 April, with a status since 1 May."""
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, day="2026-04-01T09:00:00Z")
    (root / ACME).write_text(SMALLEST_PLAN + "status: dormant\n")
    commit(root, day="2026-05-01T09:00:00Z")
    return root


def found(root: Path, asked: str | None = None) -> TwoStates:
    repository = repository_of(root)
    assert repository is not None
    return two_states(repository, asked)


def status(states: TwoStates) -> tuple[str, str]:
    plans = (state.read(["acme"])["acme"].account for state in (states.before, states.after))
    before, after = (plan.status if plan is not None else "" for plan in plans)
    return before, after


def test_what_is_meant_is_read_as_git_reads_it(root: Path) -> None:
    (root / ACME).write_text(SMALLEST_PLAN + "status: lost\n")
    assert status(found(root)) == ("dormant", "lost")
    assert status(found(root, "HEAD~1")) == ("active", "lost")
    assert status(found(root, "HEAD~1..HEAD")) == ("active", "dormant")
    assert status(found(root, "HEAD~1..")) == ("active", "dormant")
    assert status(found(root, "..HEAD~1")) == ("dormant", "active")


def test_three_dots_compare_with_where_the_other_left(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "work", "HEAD~1")
    (root / ACME).write_text(SMALLEST_PLAN + "status: prospect\n")
    commit(root, "Work")
    states = found(root, "main...work")
    assert status(states) == ("active", "prospect")
    assert states.before.commit == git(root, "rev-parse", "main~1").strip()


def test_a_revision_has_the_day_of_its_commit_unless_its_settings_or_the_person_name_one(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN}, settings="currency: USD\n")
    commit(root, day="2026-04-01T23:30:00-0500")
    states, today = found(root), date(2026, 6, 9)
    assert states.before.day_of(None, today) == date(2026, 4, 2)
    assert states.after.day_of(None, today) == today
    assert states.before.day_of(date(2026, 1, 1), today) == date(2026, 1, 1)
    (root / "kamgen.yaml").write_text("as_of: 2026-05-05\n")
    assert found(root).after.day_of(None, today) == date(2026, 5, 5)


def test_the_working_tree_has_what_is_not_under_git_and_lacks_what_was_deleted(root: Path) -> None:
    (root / BRAVO).write_text(SMALLEST_PLAN.replace("Acme", "Bravo"))
    (root / ACME).unlink()
    states = found(root)
    assert (set(states.before.plans), set(states.after.plans)) == ({"acme"}, {"bravo"})


def test_a_plan_that_was_not_touched_has_the_same_name_on_both_sides(root: Path) -> None:
    states = found(root)
    assert states.before.plans == states.after.plans
    (root / "accounts/acme.purchases.csv").write_text("date,amount\n2026-01-01,5\n")
    assert found(root).after.plans["acme"].purchases is not None


def test_line_ends_that_git_turned_over_are_no_change(root: Path) -> None:
    (root / ACME).write_bytes((root / ACME).read_bytes().replace(b"\n", b"\r\n"))
    states = found(root)
    assert states.before.plans == states.after.plans


def test_a_workspace_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    root = tmp_path / "plans" / "2026"
    (root / "accounts").mkdir(parents=True)
    (root / ACME).write_text(SMALLEST_PLAN)
    commit(tmp_path)
    assert status(found(root)) == ("active", "active")


def test_settings_are_those_of_each_side(root: Path) -> None:
    (root / "kamgen.yaml").write_text("currency: EUR\nas_of: soon\n")
    states = found(root)
    assert (states.before.settings.currency, states.after.settings.currency) == ("USD", "EUR")
    assert len(states.after.settings_findings) == 1


def test_the_version_that_made_a_site_is_read_from_its_manifest(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/manifest.json").write_text('{\n  "format": 1,\n  "kamgen": "0.9.2",\n  "outputs": {}\n}\n')
    states = found(root)
    assert (states.before.made_by, states.after.made_by) == (None, "0.9.2")


class TestWhatCannotBeRead:
    def test_too_big_a_file_is_never_read_and_says_so(self, root: Path) -> None:
        (root / ACME).write_bytes(b"#" * (LARGEST_FILE + 1))
        commit(root, "Big")
        for state in (found(root, "HEAD~1..HEAD").after, found(root, "HEAD~1").after):
            plan = state.read(["acme"])["acme"]
            assert (plan.usable, plan.findings[0].rule) == (None, "unreadable-file")

    def test_a_binary_file_and_one_in_another_encoding_say_so(self, root: Path) -> None:
        for data in (b"\x00\x01\x02", "name: 客户".encode("gb18030")):
            (root / ACME).write_bytes(data)
            plan = found(root).after.read(["acme"])["acme"]
            assert (plan.usable, plan.findings[0].rule) == (None, "wrong-encoding")

    def test_a_link_is_no_plan_in_a_commit(self, root: Path) -> None:
        (root / ACME).unlink()
        (root / ACME).symlink_to("elsewhere.yaml")
        commit(root, "Link")
        plan = found(root, "HEAD~1..HEAD").after.read(["acme"])["acme"]
        assert plan.findings[0].message.pattern == "this is not a file"

    def test_files_whose_names_are_no_ids_are_kept_apart(self, root: Path) -> None:
        (root / "accounts/Big Customer.yaml").write_text(SMALLEST_PLAN)
        odd = os.fsdecode(b"accounts/gr\xfc\xdf.yaml")
        (root / odd).write_text(SMALLEST_PLAN)
        commit(root, "Odd")
        states = found(root, "HEAD~1..HEAD")
        assert set(states.after.misnamed) == {"accounts/Big Customer.yaml", odd}
        assert set(states.after.plans) == {"acme"}
        assert found(root).before.misnamed == found(root).after.misnamed


class TestNothingToCompare:
    def test_a_revision_that_is_not_there_says_why(self, root: Path, tmp_path: Path) -> None:
        with pytest.raises(UnknownRevision) as unknown:
            found(root, "no-such-branch")
        assert unknown.value.why == "unknown"
        git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "shallow")
        with pytest.raises(UnknownRevision) as cut_off:
            found(tmp_path / "shallow", "HEAD~1")
        assert cut_off.value.why == "cut off"

    def test_a_repository_without_a_commit(self, workspace: Write) -> None:
        root = workspace({ACME: SMALLEST_PLAN})
        git(root, "init", "--quiet")
        with pytest.raises(UnknownRevision) as none:
            found(root)
        assert none.value.why == "no commits"

    def test_branches_that_never_met(self, root: Path) -> None:
        git(root, "checkout", "--quiet", "--orphan", "other")
        commit(root, "Other")
        with pytest.raises(NothingInCommon) as apart:
            found(root, "main...other")
        assert not apart.value.cut_off


class TestRenamed:
    def test_a_plan_under_another_name_is_the_same_account(self, root: Path) -> None:
        (root / ACME).rename(root / BRAVO)
        states = found(root)
        assert (states.renamed, states.former_id("bravo")) == ({"bravo": "acme"}, "acme")

    def test_also_when_it_was_changed_on_the_way(self, root: Path) -> None:
        (root / BRAVO).write_text((root / ACME).read_text() + "tags: [food]\n")
        (root / ACME).unlink()
        assert found(root).renamed == {"bravo": "acme"}

    def test_also_when_little_but_its_name_was_kept(self, root: Path) -> None:
        (root / BRAVO).write_text("kamgen: 1\nname: Acme\nowner: bo\nsummary: All of this was written anew.\n")
        (root / ACME).unlink()
        assert found(root).renamed == {"bravo": "acme"}

    def test_what_a_scaffold_writes_into_every_plan_makes_no_two_alike(self, root: Path) -> None:
        scaffold = "# Who they are\nkamgen: 1\nname: {}\nowner: lin\nprofile:\n  # Facts\n  facts: []\ngoals:\n"
        (root / ACME).write_text(scaffold.format("Acme"))
        commit(root, "Acme")
        (root / ACME).unlink()
        (root / BRAVO).write_text(scaffold.format("Bravo and sons"))
        assert found(root).renamed == {}

    def test_nobody_is_renamed_while_the_old_name_is_there(self, root: Path) -> None:
        (root / BRAVO).write_text((root / ACME).read_text())
        assert found(root).renamed == {}


def test_how_it_was_asked_for_is_how_it_can_be_asked_for_again(root: Path) -> None:
    assert found(root).asked == "HEAD"
    assert found(root, "HEAD~1..").asked == "HEAD~1..HEAD"
