"""``kamgen set``: one value of a plan, changed in its file and checked."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.output import plan_edit
from tests.conftest import Said

Run = Callable[..., Said]
Workspace = Callable[..., Path]

PLAN = """\
# yaml-language-server: $schema=../plan.schema.json
kamgen: 1
name: {en: Acme, zh: 甲公司}    # both
owner: lin
tags: [food]
reviewed: {date: 2026-04-27, by: lin}
summary: A customer

goals:
  goals:
    - {id: revenue, text: Net purchases, unit: USD, baseline: 50, target: 100, actual: 60, due: 2026-12-31}

power_map:
  people:
    - id: cfo
      name: Ann Field       # the new one
      support: 0
      evidence:
        - {about: support, text: Said so, date: 2026-04-02, status: confirmed}
    - {id: ceo, name: Bo Hart, support: 1}

opportunities:
  - {id: offer, name: Offer, people: [cfo]}
"""


@pytest.fixture
def root(workspace: Workspace) -> Path:
    return workspace({"accounts/acme.yaml": PLAN, "accounts/north.yaml": "kamgen: 1\nname: North\nowner: bo\n"})


def text_of(root: Path) -> str:
    return (root / "accounts" / "acme.yaml").read_bytes().decode()


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_changes_one_value_and_says_what_changed(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acme", "power_map.people[cfo].support", "1", root=root)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("accounts/acme.yaml:17: Ann Field")
    assert "neutral → supporter" in said.out
    assert text_of(root) == PLAN.replace("support: 0", "support: 1")


def test_speaks_the_language_of_the_settings(kamgen: Run, workspace: Workspace) -> None:
    root = workspace(
        {"accounts/acme.yaml": PLAN}, settings="language: zh\nteam: [{id: lin, name: 林}]\nas_of: 2026-05-06\n"
    )
    assert "支持" in kamgen("set", "acme", "power_map.people[cfo].support", "1", root=root).out
    assert "是否想写 support？" in kamgen("set", "acme", "power_map.people[cfo].suport", "1", root=root).err
    assert "wording" not in kamgen("set", "acme", "name.zh", "乙", root=root).out
    assert "Tags" in kamgen("set", "acme", "tags", "--add", "new", "--language", "en", root=root).out


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("power_map.people[0].support", "-2", "support: 0", "support: -2"),
        ("power_map.people[ceo].support", "-1", "support: 1}", "support: -1}"),
        ("power_map.people[cfo].evidence[support Said so].status", "assumed", "confirmed}", "assumed}"),
        ("goals.goals[revenue].actual", "78.50", "actual: 60", "actual: 78.50"),
        ("reviewed.date", "2026-05-06", "2026-04-27", "2026-05-06"),
        ("name.zh", "乙公司", "甲公司", "乙公司"),
        ("tags[food]", "drinks", "[food]", "[drinks]"),
        ("summary", "- a list: #1", "A customer", '"- a list: #1"'),
        (
            "power_map.people[cfo].contact.last",
            "2026-05-05",
            "      evidence",
            "      contact: {last: 2026-05-05}\n      evidence",
        ),
        (
            "joint_plan.next_review",
            "2026-07-02",
            "people: [cfo]}\n",
            "people: [cfo]}\n\njoint_plan:\n  next_review: 2026-07-02\n",
        ),
    ],
)
def test_nothing_but_the_value_changes(kamgen: Run, root: Path, path: str, value: str, old: str, new: str) -> None:
    assert kamgen("set", "acme", path, value, root=root).code == 0
    assert text_of(root) == PLAN.replace(old, new)


def test_a_word_comes_and_goes(kamgen: Run, root: Path) -> None:
    assert kamgen("set", "acme", "tags", "--add", "export", root=root).code == 0
    assert "tags: [food, export]\n" in text_of(root)
    assert "already" in kamgen("set", "acme", "tags", "--add", "export", root=root).out
    assert kamgen("set", "acme", "tags[export]", "--remove", root=root).code == 0
    assert text_of(root) == PLAN


def test_a_value_goes(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acme", "reviewed", "--remove", root=root)
    assert (said.code, said.out.split(": ")[0]) == (0, "accounts/acme.yaml:6")
    assert text_of(root) == PLAN.replace("reviewed: {date: 2026-04-27, by: lin}\n", "")
    again = kamgen("set", "acme", "reviewed", "--remove", root=root)
    assert (again.code, again.out) == (0, "reviewed is not in the plan; nothing was written.\n")


def test_what_is_there_already_is_not_written(kamgen: Run, root: Path) -> None:
    before = (root / "accounts" / "acme.yaml").stat()
    said = kamgen("set", "acme", "owner", "lin", root=root)
    assert (said.code, said.out) == (0, "owner says that already; nothing was written.\n")
    after = (root / "accounts" / "acme.yaml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_long_text_is_read_from_standard_input(kamgen: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "\ufeffFirst: #1\r\n\r\n- 青禾\r\n".encode())
    assert kamgen("set", "acme", "summary", "-", root=root).code == 0
    assert text_of(root) == PLAN.replace("A customer\n", "|\n  First: #1\n\n  - 青禾\n")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"caf\xe9", b"a\x00b", b"", b" \n"])
def test_what_is_no_text_is_refused(kamgen: Run, root: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    pipe(monkeypatch, data)
    said = kamgen("set", "acme", "summary", "-", root=root)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert text_of(root) == PLAN


def test_a_dry_run_shows_the_difference_and_writes_nothing(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acme", "owner", "bo", "--dry-run", root=root)
    assert said.code == 0
    assert "\n-owner: lin\n+owner: bo\n" in said.out
    assert text_of(root) == PLAN


def test_says_nothing_when_quiet(kamgen: Run, root: Path) -> None:
    assert kamgen("set", "acme", "owner", "bo", "--quiet", root=root) == Said(0, "", "")
    assert kamgen("set", "acme", "owner", "nobody", "--quiet", root=root).out != ""


@pytest.mark.parametrize(
    ("path", "value", "rule", "place"),
    [
        ("reviewed.date", "2026-02-30", "wrong-type", "acme.yaml:6:18"),
        ("power_map.people[cfo].support", "5", "off-scale-value", "acme.yaml:17:16"),
        ("power_map.people[cfo].reports_to", "cto", "unknown-reference", "acme.yaml:17:19"),
        ("power_map.people[cfo].id", "chief", "unknown-reference", "acme.yaml:23"),
        ("profile.parent", "south", "unknown-parent", "acme.yaml:"),
        ("owner", "zoe", "unknown-reference", "acme.yaml:4:8"),
        ("summary", "x" * 100_000, "wrong-type", "acme.yaml:7:10"),
        ("kamgen", "2", "wrong-type", "acme.yaml:2:9"),
    ],
)
def test_nothing_is_written_that_brings_an_error(
    kamgen: Run, root: Path, path: str, value: str, rule: str, place: str
) -> None:
    said = kamgen("set", "acme", path, value, root=root)
    assert said.code == 1
    assert rule in said.out
    assert place in said.out
    assert "Nothing was written" in said.out
    assert text_of(root) == PLAN


def test_an_account_of_the_workspace_is_a_parent(kamgen: Run, root: Path) -> None:
    assert kamgen("set", "acme", "profile.parent", "north", root=root).code == 0


def test_what_the_plan_must_have_does_not_go(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acme", "owner", "--remove", root=root)
    assert (said.code, "missing-key" in said.out, text_of(root)) == (1, True, PLAN)


def test_other_errors_do_not_keep_one_from_being_mended(kamgen: Run, workspace: Workspace) -> None:
    wrong = PLAN.replace("2026-04-27", "27 April").replace("support: 0", "support: 9").replace("[cfo]", "[cto]")
    root = workspace({"accounts/acme.yaml": wrong})
    assert kamgen("set", "acme", "power_map.people[cfo].support", "2", root=root).code == 0
    assert kamgen("set", "acme", "reviewed.date", "2026-04-27", root=root).code == 0
    assert kamgen("set", "acme", "reviewed.date", "28 April", root=root).code == 1
    assert text_of(root) == PLAN.replace("support: 0", "support: 2").replace("[cfo]", "[cto]")


def test_other_errors_move_up_with_an_item_that_goes(kamgen: Run, workspace: Workspace) -> None:
    wrong = PLAN.replace("support: 1}", "support: 9}").replace("people: [cfo]", "people: []")
    root = workspace({"accounts/acme.yaml": wrong})
    assert kamgen("set", "acme", "power_map.people[cfo]", "--remove", root=root).code == 0
    assert "cfo" not in text_of(root)


def test_new_warnings_are_told_and_written(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acme", "opportunities[offer].next_step.text", "Call", root=root)
    assert said.code == 0
    assert "warning" in said.out
    assert "next_step: {text: Call}" in text_of(root)


@pytest.mark.parametrize(
    ("path", "hints"),
    [
        ("gaols.goals[revenue].actual", ["did you mean goals?", "one of: kamgen, name"]),
        ("goals.goals[revenu].actual", ["goals.goals has no item revenu", "did you mean revenue?"]),
        ("goals.goals[9].actual", ["goals.goals has no item 9", "one of: revenue"]),
        ("goals.goals.revenue.actual", ["in brackets, such as goals.goals[revenue]"]),
        ("power_map.people[cfo].suport", ["did you mean support?"]),
        ("power_map.people", ["is a list", "such as power_map.people[cfo]"]),
        ("power_map.people[cfo]", ["holds several values", "power_map.people[0].support"]),
        ("power_map.people[cfo", ["has no item cfo"]),
        ("power_map.people[]", ["has no item"]),
        ("power_map..people", ["does not name a value"]),
        ("owner.x", ["is one value"]),
        ("name", ["name.en, name.zh"]),
        ("summary.zh", ["one text here", "{en: …, zh: …}"]),
        ("risks[0].text", ["risks has no items yet"]),
        ("reviewed", ["holds several values"]),
        ("service", ["holds several values", "service.requests"]),
        ("risks", ["is a list"]),
        ("service.switching_costs", ["--add"]),
        ("", ["does not name a value"]),
        ("[0]", ["does not name a value"]),
        ("\x1b[31mred", ["is not a key here"]),
    ],
)
def test_a_path_that_leads_nowhere_is_explained(kamgen: Run, root: Path, path: str, hints: list[str]) -> None:
    said = kamgen("set", "acme", path, "1", root=root)
    assert (said.code, said.out) == (2, "")
    assert "\x1b" not in said.err
    for hint in hints:
        assert hint in said.err
    assert text_of(root) == PLAN


def test_items_that_are_called_the_same_are_told_apart_by_position(kamgen: Run, workspace: Workspace) -> None:
    facts = "profile:\n  facts:\n    - {text: a, source: b}\n    - {text: a}\n    - {text: 'a [b]. c'}\n"
    root = workspace({"accounts/acme.yaml": PLAN + facts})
    said = kamgen("set", "acme", "profile.facts[a].source", "c", root=root)
    assert (said.code, "profile.facts[0], profile.facts[1]" in said.err) == (2, True)
    assert kamgen("set", "acme", "profile.facts[1].source", "c", root=root).code == 0
    assert kamgen("set", "acme", "profile.facts[a [b]. c].source", "d", root=root).code == 0
    assert text_of(root) == PLAN + facts.replace("{text: a}", "{text: a, source: c}").replace("c'}", "c', source: d}")


def test_an_unknown_account_is_told_with_the_nearest(kamgen: Run, root: Path) -> None:
    said = kamgen("set", "acne", "owner", "bo", root=root)
    assert (said.code, "did you mean 'acme'?" in said.err) == (2, True)
    assert kamgen("set", "kamgen.yaml", "title", "x", root=root).code == 2
    assert kamgen("set", "accounts/acme.yaml", "owner", "bo", root=root).code == 0


@pytest.mark.parametrize(
    "arguments", [("owner",), ("owner", "bo", "--remove"), ("tags", "--add", "--remove"), ("a", "b", "c")]
)
def test_wrong_usage_is_told(kamgen: Run, root: Path, arguments: tuple[str, ...]) -> None:
    assert kamgen("set", "acme", *arguments, root=root).code == 2
    assert text_of(root) == PLAN


def test_purchases_in_a_file_of_their_own_are_changed_there(kamgen: Run, root: Path) -> None:
    (root / "accounts" / "acme.purchases.csv").write_text("date,amount\n2026-01-01,5\n", encoding="utf-8")
    said = kamgen("set", "acme", "value.purchases[0].amount", "6", root=root)
    assert said.code == 2
    assert "accounts/acme.purchases.csv" in said.err


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        (PLAN + "owner: bo\n", "duplicate-key", "acme.yaml:24:1"),
        (PLAN + "\tstatus: active\n", "bad-yaml", "acme.yaml:24"),
        (PLAN + "---\nkamgen: 1\n", "bad-yaml", "acme.yaml:24"),
        ("- a\n", "wrong-type", "acme.yaml:1:1"),
        ("", "empty-file", "acme.yaml:1:1"),
        (b"\xff\xfea\x00", "wrong-encoding", "acme.yaml:1:1"),
        (b"owner: caf\xe9\n", "wrong-encoding", "acme.yaml:1:11"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_alone(
    kamgen: Run, workspace: Workspace, text: str | bytes, rule: str, place: str
) -> None:
    root = workspace({"accounts/acme.yaml": text})
    before = (root / "accounts" / "acme.yaml").read_bytes()
    said = kamgen("set", "acme", "owner", "bo", root=root)
    assert said.code == 1
    assert rule in said.out
    assert place in said.out
    assert "mend this first" in said.err
    assert (root / "accounts" / "acme.yaml").read_bytes() == before


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_bytes_around_the_value_stay(kamgen: Run, workspace: Workspace, mark: bytes, newline: str, end: str) -> None:
    data = mark + (PLAN.rstrip("\n") + end).replace("\n", newline).encode()
    root = workspace({"accounts/acme.yaml": data})
    assert kamgen("set", "acme", "power_map.people[cfo].support", "1", root=root).code == 0
    assert (root / "accounts" / "acme.yaml").read_bytes() == data.replace(b"support: 0", b"support: 1")


def test_the_mode_stays_and_nothing_is_left_beside(kamgen: Run, root: Path) -> None:
    path = root / "accounts" / "acme.yaml"
    path.chmod(0o640)
    assert kamgen("set", "acme", "owner", "bo", root=root).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["acme.yaml", "north.yaml"]


def test_a_link_stays_a_link_and_none_leads_out(kamgen: Run, root: Path, tmp_path: Path) -> None:
    path = root / "accounts" / "acme.yaml"
    kept = root / "plans" / "acme.yaml"
    kept.parent.mkdir()
    path.rename(kept)
    path.symlink_to(os.path.relpath(kept, path.parent))
    assert kamgen("set", "acme", "owner", "bo", root=root).code == 0
    assert path.is_symlink()
    assert "owner: bo\n" in kept.read_text(encoding="utf-8")
    outside = tmp_path / "outside.yaml"
    outside.write_text(PLAN, encoding="utf-8")
    path.unlink()
    path.symlink_to(outside)
    assert kamgen("set", "acme", "owner", "bo", root=root).code == 1
    assert outside.read_text(encoding="utf-8") == PLAN


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    kamgen: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "accounts" / "acme.yaml"
    whole = plan_edit.survey_root

    def meanwhile(*arguments: object) -> object:
        path.write_text(PLAN + "# mine\n", encoding="utf-8")
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(plan_edit, "survey_root", meanwhile)
    said = kamgen("set", "acme", "owner", "bo", root=root)
    assert said.code == 2
    assert "meanwhile" in said.err
    assert text_of(root) == PLAN + "# mine\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_left_alone(kamgen: Run, root: Path) -> None:
    (root / "accounts" / "acme.yaml").chmod(0o444)
    said = kamgen("set", "acme", "owner", "bo", root=root)
    assert (said.code, "no permission" in said.err) == (2, True)
    assert text_of(root) == PLAN
