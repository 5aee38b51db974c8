"""The made-up plans that speed is measured with: valid, the same everywhere, half of them Chinese."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.plans import made_up_plan, main, write_workspace
from kamgen.output.survey import survey_root
from tests.workspaces import Workspace, read_workspace

NUMBER = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up")
    write_workspace(folder, NUMBER)
    return folder


@pytest.fixture(scope="module")
def workspace(folder: Path) -> Workspace:
    return read_workspace(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_kamgen_finds_no_error_in_them(folder: Path) -> None:
    validation = survey_root(folder, None, date(2026, 5, 6))
    assert [finding for finding in validation.findings if finding.level == "error"] == []
    assert len(validation.accounts) == NUMBER


def test_the_command_writes_the_workspace_that_the_function_writes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "again"), "--number", str(NUMBER)]) == 0
    assert capsys.readouterr().out == f"{NUMBER} plans in {tmp_path / 'again'}\n"
    assert contents(tmp_path / "again") == contents(folder)


def test_a_plan_is_the_same_in_a_larger_workspace(folder: Path, tmp_path: Path) -> None:
    write_workspace(tmp_path, NUMBER + 2)
    larger = contents(tmp_path)
    smaller = contents(folder)
    assert len(larger) > len(smaller)
    assert {name: larger[name] for name in smaller} == smaller


def test_another_seed_makes_other_plans() -> None:
    assert made_up_plan(1, seed=1).text != made_up_plan(1, seed=2).text


def test_half_of_them_are_in_chinese(workspace: Workspace) -> None:
    accounts = [plan.account for plan in workspace.plans]
    chinese = [account for account in accounts if account is not None and account.language == "zh"]
    assert len(chinese) == NUMBER / 2
    for account in chinese:
        assert any("\u4e00" <= character <= "\u9fff" for character in str(account.summary))


def test_half_of_them_keep_their_purchases_in_a_file_of_their_own(folder: Path, workspace: Workspace) -> None:
    apart = {file.name.removesuffix(".purchases.csv") for file in (folder / "accounts").glob("*.purchases.csv")}
    assert apart == {made_up_plan(number).id for number in (0, 1, 4, 5)}
    for plan in workspace.plans:
        assert plan.account is not None
        assert len(plan.account.value.purchases) >= 16


def test_they_are_about_ten_kilobytes_each(folder: Path) -> None:
    size = sum(file.stat().st_size for file in (folder / "accounts").iterdir())
    assert 9_000 < size / NUMBER < 12_000
