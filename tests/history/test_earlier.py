"""How plans stood at the end of an earlier day, in real repositories."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamgen.history.earlier import EarlierPlan, EarlierPlans, HistoryCutOff, plans_at_the_end_of
from kamgen.history.git import repository_of
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

Write = Callable[..., Path]
DAY = date(2026, 2, 4)
BEFORE = "2026-02-04T23:59:59Z"
AFTER = "2026-02-05T00:00:00Z"
ACME = "accounts/acme.yaml"


def plan(name: str) -> str:
    return SMALLEST_PLAN.replace("Acme", name)


def then(root: Path, day: date = DAY) -> EarlierPlans | None:
    return plans_at_the_end_of(repository_of(root), day)


def names(root: Path, *account_ids: str, day: date = DAY) -> dict[str, str | None]:
    """Return the names that accounts had; None for a plan that was broken."""
    found = then(root, day)
    assert found is not None
    plans = found.of(account_ids or ("acme",))
    return {
        id_: None if (account := earlier.account(id_)) is None else str(account.name) for id_, earlier in plans.items()
    }


def test_the_last_commit_up_to_the_end_of_the_day_tells(workspace: Write) -> None:
    commit(workspace({ACME: plan("First")}), day="2026-01-10T09:00:00Z")
    commit(workspace({ACME: plan("Second")}), day=BEFORE)
    root = workspace({ACME: plan("Third")})
    commit(root, day=AFTER)
    (root / ACME).write_text(plan("Not committed"), encoding="utf-8")
    assert names(root) == {"acme": "Second"}
    assert names(root, day=DAY + timedelta(days=1)) == {"acme": "Third"}
    assert names(root, day=date(2026, 1, 31)) == {"acme": "First"}


def test_the_day_ends_at_midnight_in_greenwich_whatever_the_clocks_of_people_say(
    workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(workspace({ACME: plan("First")}), day="2026-02-05T07:59:59+08:00")
    commit(workspace({ACME: plan("Second")}), day="2026-02-04T16:00:00-08:00")
    for zone in ("Asia/Shanghai", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        assert names(workspace()) == {"acme": "First"}


def test_without_a_repository_there_is_nothing(workspace: Write) -> None:
    assert then(workspace({ACME: SMALLEST_PLAN})) is None


def test_before_the_first_commit_there_is_nothing(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    git(root, "init", "--quiet")
    assert then(root) is None
    commit(root, day=AFTER)
    assert then(root) is None


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31)], ids=str)
def test_a_day_that_no_computer_has_seen_has_no_commit(workspace: Write, day: date) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, day=BEFORE)
    assert then(root, day) is None


def test_a_day_far_ahead_is_after_every_commit(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, day=BEFORE)
    assert names(root, day=date(2199, 1, 1)) == {"acme": "Acme"}


def test_before_there_were_plans_there_is_nothing(workspace: Write) -> None:
    root = workspace()
    commit(root, day=BEFORE)
    assert then(root) is None


def shallow_clone(root: Path, depth: int) -> Path:
    clone = root.parent / f"clone-{depth}"
    git(root.parent, "clone", "--quiet", f"--depth={depth}", root.as_uri(), str(clone))
    return clone


def test_a_history_that_is_cut_off_later_tells_nothing(workspace: Write) -> None:
    commit(workspace({ACME: plan("First")}), day=BEFORE)
    root = workspace({ACME: plan("Second")})
    commit(root, day=AFTER)
    with pytest.raises(HistoryCutOff):
        then(shallow_clone(root, 1))


def test_a_history_that_is_cut_off_earlier_is_enough(workspace: Write) -> None:
    commit(workspace({ACME: plan("First")}), day="2026-01-10T09:00:00Z")
    commit(workspace({ACME: plan("Second")}), day=BEFORE)
    root = workspace({ACME: plan("Third")})
    commit(root, day=AFTER)
    assert names(shallow_clone(root, 2)) == {"acme": "Second"}


def test_files_that_are_still_to_be_fetched_are_not_fetched(workspace: Write) -> None:
    commit(workspace({ACME: plan("First")}), day=BEFORE)
    root = workspace({ACME: plan("Second")})
    commit(root, day=AFTER)
    git(root, "config", "uploadpack.allowFilter", "true")
    clone = root.parent / "partial"
    git(root.parent, "clone", "--quiet", "--filter=blob:none", root.as_uri(), str(clone))
    earlier = then(clone)
    assert earlier is not None
    with pytest.raises(HistoryCutOff):
        earlier.of(["acme"])


def test_a_workspace_may_lie_in_a_folder_of_the_repository(workspace: Write) -> None:
    root = workspace({ACME: plan("Ours")})
    top = root.parent
    (top / "accounts").mkdir()
    (top / ACME).write_text(plan("Not ours"), encoding="utf-8")
    commit(top, day=BEFORE)
    assert names(root) == {"acme": "Ours"}


def test_what_stood_in_a_branch_that_was_merged_later_does_not_count(workspace: Write) -> None:
    root = workspace({ACME: plan("Ours")})
    commit(root, day="2026-01-10T09:00:00Z")
    git(root, "switch", "--quiet", "--create", "aside")
    commit(workspace({ACME: plan("Theirs")}), day=BEFORE)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "aside", day=AFTER)
    assert names(root) == {"acme": "Ours"}
    assert names(root, day=DAY + timedelta(days=1)) == {"acme": "Theirs"}


def test_an_account_that_was_added_or_renamed_later_was_not_there(workspace: Write) -> None:
    commit(workspace({ACME: SMALLEST_PLAN, "accounts/gone.yaml": plan("Gone")}), day=BEFORE)
    root = workspace({"accounts/new.yaml": plan("New")})
    git(root, "mv", "accounts/gone.yaml", "accounts/renamed.yaml")
    commit(root, day=AFTER)
    assert names(root, "acme", "new", "renamed") == {"acme": "Acme"}


def test_a_plan_that_was_broken_then_has_no_account(workspace: Write) -> None:
    wrong = {ACME: SMALLEST_PLAN, "accounts/b.yaml": "name: [", "accounts/c.yaml": SMALLEST_PLAN + "nonsense: 1\n"}
    root = workspace({**wrong, "accounts/d.yaml": SMALLEST_PLAN.encode("utf-16")})
    commit(root, day=BEFORE)
    assert names(root, "acme", "b", "c", "d") == {"acme": "Acme", "b": None, "c": None, "d": None}


def test_purchases_are_those_of_the_file_beside_the_plan(workspace: Write) -> None:
    purchases = "accounts/acme.purchases.csv"
    commit(workspace({ACME: SMALLEST_PLAN, purchases: "date,amount\n2026-01-02,100\n"}), day=BEFORE)
    root = workspace({purchases: "date,amount\n2026-01-02,100\n2026-03-02,900\n"})
    commit(root, day=AFTER)
    earlier = then(root)
    assert earlier is not None
    account = earlier.of(["acme"])["acme"].account("acme")
    assert account is not None
    assert [str(purchase.amount) for purchase in account.value.purchases] == ["100"]


def test_a_link_and_a_folder_are_no_plans(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN, "accounts/folder.yaml/x": "x"})
    (root / "accounts/link.yaml").symlink_to("acme.yaml")
    commit(root, day=BEFORE)
    assert names(root, "acme", "folder", "link") == {"acme": "Acme"}


def test_a_plan_that_is_too_large_is_left_out(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN, "accounts/vast.yaml": SMALLEST_PLAN + "#" * (8 * 1024 * 1024)})
    commit(root, day=BEFORE)
    assert names(root, "acme", "vast") == {"acme": "Acme"}


def test_the_same_plans_have_the_same_tree_whatever_the_commit(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, day="2026-01-10T09:00:00Z")
    (root / "notes.txt").write_text("x")
    commit(root, day=BEFORE)
    earlier, now = then(root, date(2026, 1, 20)), then(root)
    assert earlier is not None
    assert now is not None
    assert earlier.tree == now.tree


def test_what_a_repository_would_run_is_not_run(workspace: Write) -> None:
    root = workspace({ACME: SMALLEST_PLAN, ".gitattributes": "*.yaml diff=trap filter=trap\n"})
    commit(root, day=BEFORE)
    trace = root.parent / "ran"
    trap = root.parent / "trap"
    trap.write_text(f"#!/bin/sh\necho \"$0\" >> '{trace}'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"):
        (root / ".git/hooks").mkdir(exist_ok=True)
        (root / ".git/hooks" / hook).symlink_to(trap)
    for name in ("core.fsmonitor", "core.pager", "diff.trap.textconv", "filter.trap.smudge", "filter.trap.clean"):
        git(root, "config", name, str(trap))
    git(root, "config", "alias.rev-list", f"!{trap}")
    git(root, "config", "log.showSignature", "true")
    assert names(root) == {"acme": "Acme"}
    assert not trace.exists()


def test_it_is_the_workspaces_repository_whatever_a_hook_has_set(
    workspace: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = workspace({ACME: SMALLEST_PLAN})
    commit(root, day=BEFORE)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert names(root) == {"acme": "Acme"}


def test_many_plans_take_one_call_of_git(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace({f"accounts/a{number}.yaml": plan(f"A{number}") for number in range(30)})
    commit(root, day=BEFORE)
    called: list[str] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, command: list[str], **options: object) -> None:
            known = ("rev-parse", "rev-list", "ls-tree", "cat-file")
            called.append(next(word for word in command[1:] if word in known))
            super().__init__(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", Counted)
    found = names(root, *(f"a{number}" for number in range(30)))
    assert found == {f"a{number}": f"A{number}" for number in range(30)}
    assert called == ["rev-parse", "rev-list", "rev-parse", "ls-tree", "cat-file"]


def test_an_earlier_plan_travels_between_processes() -> None:
    import pickle

    earlier = EarlierPlan(SMALLEST_PLAN.encode(), None)
    assert pickle.loads(pickle.dumps(earlier)) == earlier
