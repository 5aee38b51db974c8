"""Plans merged by git: what goes together by itself, what conflicts, and what only ``validate`` sees."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kamgen.changes.comparison import compare
from kamgen.output.scaffold import workspace_files
from kamgen.plan.account import Account
from kamgen.workspace.plan_file import read_plan
from tests.conftest import REPOSITORY, Said
from tests.repositories import commit, git

Run = Callable[..., Said]

DAY = date(2026, 5, 6)
LISTS: dict[str, tuple[tuple[str | int, ...], str]] = {
    "action": (
        ("goals", "strategies", 0, "actions"),
        "{{id: {id}, text: Visit the {id} plant, owner: {owner}, due: 2026-07-01}}",
    ),
    "person": (
        ("power_map", "people"),
        "{{id: {id}, name: Ada {id}, title: Buyer, role: user, influence: 2, support: 0}}",
    ),
    "opportunity": (
        ("opportunities",),
        "{{id: {id}, name: Offer {id}, amount: 900, probability: 0.2, created: 2026-05-01, close: 2026-09-01}}",
    ),
    "risk": (("risks",), "{{id: {id}, text: Risk {id}, likelihood: 2, impact: 2, owner: {owner}}}"),
    "survey": (
        ("service", "surveys"),
        "{{date: {day}, very_satisfied: 1, satisfied: 2, neutral: 0, dissatisfied: 0, very_dissatisfied: 0}}",
    ),
}
"""What is added: the list that it belongs to, and its text."""
FIRST, LAST = 0, -1
LEFT = {"id": "left", "day": "2025-11-03"}
RIGHT = {"id": "right", "day": "2026-05-04"}


def sample_texts() -> dict[str, tuple[str, str]]:
    """Return the settings and the text of each plan that is tried, by its file's name."""
    found = {}
    for language, sample in (("en", False), ("en", True), ("zh", True)):
        files = workspace_files("zh" if language == "zh" else "en", DAY, sample=sample)
        found |= {
            Path(name).name: (files["kamgen.yaml"], text)
            for name, text in files.items()
            if name.startswith("accounts/")
        }
    settings = (REPOSITORY / "kamgen.yaml").read_text(encoding="utf-8")
    for name in ("save-a-lot.yaml", "lichuan-jingmi.yaml", "quick-stop.yaml"):
        found[name] = settings, (REPOSITORY / "accounts" / name).read_text(encoding="utf-8")
    del found["northlight-care.yaml"], found["lanli-yiyang.yaml"]  # have no survey yet
    return found


SAMPLES = sample_texts()


@pytest.fixture(params=SAMPLES)
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a plan on the branch main of a repository."""
    settings, text = SAMPLES[request.param]
    return begun(tmp_path, {f"accounts/{request.param}": text}, settings)


@pytest.fixture
def small_plan(tmp_path: Path) -> Path:
    """Return one plan of those, for what does not depend on how it is written."""
    settings, text = SAMPLES["harbour-grocers.yaml"]
    return begun(tmp_path, {"accounts/harbour-grocers.yaml": text}, settings)


def begun(root: Path, files: dict[str, str], settings: str) -> Path:
    """Return the first of some files of a workspace, on the branch main of a repository."""
    attributes = workspace_files("en", DAY)[".gitattributes"]
    for name, text in {"kamgen.yaml": settings, ".gitattributes": attributes, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    commit(root)
    return root / next(iter(files))


def with_item(text: str, kind: str, place: int, **values: str) -> str:
    """Return a plan with one more item of a kind, before the first one of its list or behind the last one."""
    way, item = LISTS[kind]
    node = yaml.compose(text, yaml.SafeLoader)
    owner = next(value.value for key, value in node.value if key.value == "owner")
    for step in way:
        node = node.value[step] if isinstance(step, int) else next(v for k, v in node.value if k.value == step)
    assert not node.flow_style, f"{kind}: not a list with a line for each item"
    lines = text.splitlines(keepends=True)
    at = node.value[0].start_mark.line
    if place == LAST:
        at = node.value[-1].end_mark.line + (1 if node.value[-1].flow_style else 0)
        while not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#"):
            at -= 1
    indent = " " * (node.value[0].start_mark.column - 2)
    lines.insert(at, f"{indent}- {item.format(owner=owner, **values)}\n")
    return "".join(lines)


def with_items(place: int, values: dict[str, str], *kinds: str) -> Callable[[str], str]:
    """Return what adds one item of each kind to a plan, or of those that are named."""

    def change(text: str) -> str:
        for kind in kinds or LISTS:
            text = with_item(text, kind, place, **values)
        return text

    return change


def on_branches(plan: Path, left: Callable[[str], str], right: Callable[[str], str]) -> bool:
    """Change a plan on two branches and merge them; tell whether git could."""
    root = plan.parents[1]
    for name, changed in {"left": left, "right": right}.items():
        git(root, "switch", "--quiet", "--create", name, "main")
        text = plan.read_text(encoding="utf-8")
        assert changed(text) != text
        plan.write_text(changed(text), encoding="utf-8")
        commit(root, name)
    return merges(root, "left")


def merges(root: Path, branch: str) -> bool:
    """Merge a branch, and tell whether git could."""
    try:
        git(root, "merge", "--quiet", "--no-edit", branch)
    except subprocess.CalledProcessError as error:
        if "CONFLICT" not in error.stdout:
            raise
        return False
    return True


def conflicts(plan: Path) -> int:
    """Count the places of a plan that a person has to decide on."""
    return plan.read_text(encoding="utf-8").count("<<<<<<< ")


def at(plan: Path, revision: str) -> Account:
    """Return a plan as it stood at a revision."""
    root = plan.parents[1]
    text = git(root, "show", f"{revision}:{plan.relative_to(root).as_posix()}")
    other = root / "elsewhere" / "accounts" / plan.name
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text(text, encoding="utf-8")
    account = read_plan(root / "elsewhere", f"accounts/{plan.name}").usable
    assert account is not None
    return account


def changes(plan: Path, before: str, after: str) -> list[str]:
    return sorted(f"{change.path} {change.after!r}" for change in compare(at(plan, before), at(plan, after)))


def errors(kamgen: Run, plan: Path) -> list[tuple[str, str]]:
    """Return the rules and messages of all errors."""
    said = kamgen("validate", "--format", "json", "--as-of", DAY, root=plan.parents[1])
    found: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return sorted((finding["rule"], finding["message"]) for finding in found if finding["level"] == "error")


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


class TestAddedOnBothSides:
    def test_in_two_places_of_lists_merges_to_the_sum(self, kamgen: Run, plan: Path) -> None:
        before = errors(kamgen, plan)
        assert on_branches(plan, with_items(FIRST, LEFT), with_items(LAST, RIGHT))
        added = [*changes(plan, "main", "left"), *changes(plan, "main", "right~")]
        assert changes(plan, "main", "HEAD") == sorted(added)
        assert len(added) == 2 * len(LISTS)
        assert errors(kamgen, plan) == before

    def test_at_the_end_of_lists_conflicts_there_alone(self, plan: Path) -> None:
        assert not on_branches(plan, with_items(LAST, LEFT), with_items(LAST, RIGHT))
        assert conflicts(plan) == len(LISTS)

    @pytest.mark.parametrize("kind", LISTS)
    def test_in_one_list_merges_or_conflicts_by_place(self, small_plan: Path, kind: str) -> None:
        root = small_plan.parents[1]
        assert on_branches(small_plan, with_items(FIRST, LEFT, kind), with_items(LAST, RIGHT, kind))
        git(root, "switch", "--quiet", "--create", "last", "main")
        small_plan.write_text(with_item(small_plan.read_text("utf-8"), kind, LAST, **LEFT), encoding="utf-8")
        commit(root, "last")
        assert not merges(root, "right")
        assert conflicts(small_plan) == 1


class TestOneValue:
    def test_changed_to_two_others_conflicts(self, small_plan: Path) -> None:
        assert not on_branches(
            small_plan,
            replaced("stage: cooperative", "stage: basic"),
            replaced("stage: cooperative", "stage: integrated"),
        )
        assert conflicts(small_plan) == 1

    def test_changed_to_the_same_merges(self, small_plan: Path) -> None:
        change = replaced("stage: cooperative", "stage: basic")
        assert on_branches(small_plan, change, lambda text: f"{change(text)}# seen\n")
        assert changes(small_plan, "main", "HEAD") == ["stage 'basic'"]

    def test_of_an_item_that_the_other_side_removed_conflicts(self, small_plan: Path) -> None:
        (line,) = [line for line in small_plan.read_text("utf-8").splitlines(True) if "{id: sunday-bread" in line]
        assert not on_branches(small_plan, replaced(line, ""), replaced(line, line.replace("met: none", "met: partly")))

    def test_next_to_another_one_conflicts_where_they_share_a_line(self, small_plan: Path) -> None:
        assert not on_branches(
            small_plan, replaced("value: 4, reason", "value: 5, reason"), replaced("The new buyer", "Their new buyer")
        )


class TestWhatOnlyValidateSees:
    def test_an_id_renamed_on_one_side_and_named_on_the_other(self, kamgen: Run, small_plan: Path) -> None:
        assert errors(kamgen, small_plan) == []
        assert on_branches(
            small_plan,
            replaced("sunday-bread", "bread-on-sunday"),
            lambda text: text.replace(
                "\nopportunities:\n", "\nopportunities:\n  - {id: new, name: New, needs: [sunday-bread]}\n"
            ),
        )
        ((rule, message),) = errors(kamgen, small_plan)
        assert rule == "unknown-reference"
        assert "sunday-bread" in message

    def test_the_same_id_added_on_both_sides(self, kamgen: Run, small_plan: Path) -> None:
        same = {"id": "ada-ray", "day": "2026-05-04"}
        assert on_branches(
            small_plan,
            with_items(FIRST, same, "person"),
            with_items(LAST, same, "person"),
        )
        assert [rule for rule, _ in errors(kamgen, small_plan)] == ["duplicate-id"]


ORDERS = "date,amount,margin,order\n2026-01-10,100,20,A-1\n2026-02-10,100,20,A-2\n2026-03-10,100,20,A-3\n"


class TestPurchases:
    @pytest.fixture
    def orders(self, tmp_path: Path) -> Path:
        settings, text = SAMPLES["example-customer.yaml"]
        files = {"accounts/acme.purchases.csv": ORDERS, "accounts/acme.yaml": text.replace("  purchases:", "  orders:")}
        return begun(tmp_path, files, settings)

    def test_appended_on_both_sides_conflict(self, orders: Path) -> None:
        assert not on_branches(
            orders, lambda text: f"{text}2026-04-10,100,20,A-4\n", lambda text: f"{text}2026-05-04,50,10,A-5\n"
        )
        assert conflicts(orders) == 1

    def test_put_in_by_date_merge(self, orders: Path) -> None:
        late = "2026-01-20,70,10,A-9\n2026-02-10"
        assert on_branches(orders, replaced("2026-02-10", late), lambda text: f"{text}2026-04-10,100,20,A-4\n")
        days = [line.split(",")[0] for line in orders.read_text(encoding="utf-8").splitlines()[1:]]
        assert days == sorted(days)
        assert len(days) == 5


def test_merge_union_keeps_both_sides_of_a_value(kamgen: Run, small_plan: Path) -> None:
    """Why no template of ours says ``merge=union`` of plans."""
    root = small_plan.parents[1]
    (root / ".gitattributes").write_text("accounts/*.yaml merge=union\n", encoding="utf-8")
    commit(root, "Union")
    assert on_branches(
        small_plan, replaced("stage: cooperative", "stage: basic"), replaced("stage: cooperative", "stage: integrated")
    )
    assert small_plan.read_text(encoding="utf-8").count("\nstage: ") == 2
    assert errors(kamgen, small_plan)


def test_no_template_merges_plans_in_another_way_than_git_does() -> None:
    attributes = workspace_files("en", DAY)[".gitattributes"].splitlines()
    merging = [line for line in attributes if "merge" in line and not line.startswith("#")]
    assert all(line.startswith("site/") and "-merge" in line for line in merging)
