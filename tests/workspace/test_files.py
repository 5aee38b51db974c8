"""Files that cannot be read as plans: a clear finding each, and all others are read all the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.wording.language import WORDINGS
from kamgen.workspace.problems import Finding
from kamgen.workspace.root import NoWorkspace, find_root
from tests.conftest import SMALLEST_PLAN
from tests.workspaces import read_workspace

Write = Callable[..., Path]


def findings_by_file(root: Path) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in read_workspace(root).findings:
        found.setdefault(finding.file, []).append(finding)
    return found


def words(finding: Finding) -> str:
    say = WORDINGS["en"].say
    return say(finding.message) + (f" | {say(finding.hint)}" if finding.hint else "")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("\ufeff".encode("utf-16-le") + SMALLEST_PLAN.encode("utf-16-le"), "saved as UTF-16 | save it again as UTF-8"),
        ("kamgen: 1\nname: 大客户\nowner: lin\n".encode("gbk"), "looks like GBK | save it again as UTF-8"),
        (b"kamgen: 1\nname: \xff\xfe\xff\nowner: lin\n", "not saved as UTF-8 | save it again"),
        (b"kamgen: 1\nname: A\x00B\nowner: lin\n", "control character here (U+0000)"),
        (b"kamgen: 1\nname: A\x1b[31mB\nowner: lin\n", "control character here (U+001B)"),
        (b"", "this plan is empty"),
        (b"\xef\xbb\xbf", "this plan is empty"),
        (b"[" * 10_000, "nested more than 40 levels deep"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not saved as UTF-8"),
    ],
)
def test_a_file_that_is_no_text_or_no_plan_is_named(workspace: Write, content: bytes, expected: str) -> None:
    root = workspace({"accounts/bad.yaml": content, "accounts/good.yaml": SMALLEST_PLAN})
    found = findings_by_file(root)
    assert list(found) == ["accounts/bad.yaml"]
    assert expected in words(found["accounts/bad.yaml"][0])


def test_wrong_bytes_are_placed(workspace: Write) -> None:
    root = workspace({"accounts/bad.yaml": "kamgen: 1\nname: 大".encode() + b"\xff\n"})
    (finding,) = findings_by_file(root)["accounts/bad.yaml"]
    assert (finding.line, finding.column) == (2, 8)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": b"\xef\xbb\xbf" + SMALLEST_PLAN.replace("\n", "\r\n").encode()})
    loaded = read_workspace(root)
    assert loaded.findings == ()
    assert loaded.plans[0].account is not None
    assert loaded.plans[0].account.name == "Acme"


def test_a_huge_file_is_not_read(workspace: Write) -> None:
    root = workspace({"accounts/bad.yaml": ""})
    os.truncate(root / "accounts/bad.yaml", 100 * 2**20)
    (finding,) = findings_by_file(root)["accounts/bad.yaml"]
    assert "the file has 100 MB; 8 MB is the limit" in words(finding)


def test_a_link_out_of_the_workspace_is_not_followed(workspace: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(SMALLEST_PLAN.replace("Acme", "Secret"), encoding="utf-8")
    root = workspace()
    (root / "accounts/stolen.yaml").symlink_to(secret)
    (root / "accounts/stolen.purchases.csv").symlink_to(tmp_path / "nowhere")
    loaded = read_workspace(root)
    assert loaded.plans[0].account is None
    assert "this link leads out of the workspace" in words(loaded.findings[0])
    assert "Secret" not in repr(loaded)


def test_a_link_inside_the_workspace_is_followed(workspace: Write) -> None:
    root = workspace({"drafts/acme.yaml": SMALLEST_PLAN})
    (root / "accounts/acme.yaml").symlink_to(root / "drafts/acme.yaml")
    assert read_workspace(root).findings == ()


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("..yaml", "account.yaml"),
        (".yaml", "account.yaml"),
        (".hidden.yaml", "hidden.yaml"),
        ("Big Customer.yaml", "big-customer.yaml"),
        ("大客户.yaml", "account.yaml"),
        ("a_b.yaml", "a-b.yaml"),
        ("-x.yaml", "x.yaml"),
        ("acme.yml", "acme.yaml"),
    ],
)
def test_a_name_that_is_no_id_is_refused_with_a_better_one(workspace: Write, name: str, better: str) -> None:
    root = workspace({f"accounts/{name}": SMALLEST_PLAN})
    loaded = read_workspace(root)
    (finding,) = loaded.findings
    assert finding.rule == "bad-file-name"
    assert f"rename it to {better}" in words(finding)
    assert loaded.plans == ()


def test_names_that_differ_in_case_only_are_refused(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, "accounts/ACME.yaml": SMALLEST_PLAN})
    if len(list((root / "accounts").iterdir())) == 1:
        pytest.skip("this disk does not tell names by case")
    assert any("differs from ACME.yaml only in case" in words(finding) for finding in read_workspace(root).findings)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    (root / "accounts/acme.yaml").chmod(0)
    assert "no permission" in words(read_workspace(root).findings[0])


def test_no_permission_is_a_finding_for_root_as_well(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (root / "kamgen.yaml").unlink()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "no permission to read this file" in words(read_workspace(root).findings[0])


def test_a_folder_named_like_a_plan_is_named(workspace: Write) -> None:
    root = workspace()
    (root / "accounts/acme.yaml").mkdir()
    assert "this is not a file" in words(read_workspace(root).findings[0])


def test_plans_in_a_folder_below_are_not_lost_silently(workspace: Write) -> None:
    root = workspace({"accounts/north/acme.yaml": SMALLEST_PLAN})
    assert "plans lie directly in accounts/" in words(read_workspace(root).findings[0])


def test_editors_leavings_and_other_files_are_left_alone(workspace: Write) -> None:
    root = workspace({"accounts/README.md": "notes", "accounts/.#acme.yaml": "lock", "accounts/acme.yaml~": "backup"})
    assert read_workspace(root).findings == ()


def test_broken_settings_are_reported_and_the_plans_still_read(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN}, settings="currency: dollars\n")
    loaded = read_workspace(root)
    assert [finding.file for finding in loaded.findings] == ["kamgen.yaml"]
    assert loaded.plans[0].account is not None
    assert loaded.settings.currency == "USD"


def test_a_workspace_without_settings_has_defaults(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    (root / "kamgen.yaml").unlink()
    loaded = read_workspace(root)
    assert loaded.findings == ()
    assert loaded.settings.language == "en"


def test_an_empty_workspace_has_no_plans_and_no_findings(workspace: Write) -> None:
    root = workspace(settings="")
    assert read_workspace(root).plans == ()
    assert read_workspace(root).findings == ()


def test_the_workspace_is_the_nearest_folder_upwards(workspace: Write) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    inner = root / "notes/2026"
    inner.mkdir(parents=True)
    assert find_root(inner) == root.resolve()


def test_outside_of_any_workspace_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace):
        find_root(tmp_path)
