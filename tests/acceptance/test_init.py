"""``kamgen init``: a workspace that validates and builds from its first minute, and never costs a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamgen.output.scaffold import begin_plan, begin_workspace, workspace_files
from kamgen.plan.values import Language
from kamgen.workspace.workspace import list_files, read_settings
from tests.conftest import Said

Run = Callable[..., Said]

FILES = {
    ".editorconfig",
    ".gitattributes",
    ".github/actions/kamgen/action.yml",
    ".github/workflows/kamgen.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "CODEOWNERS",
    "README.md",
    "accounts/example-customer.yaml",
    "kamgen.schema.json",
    "kamgen.yaml",
    "plan.schema.json",
}


BEGUN = [
    date(2026, 1, 1),
    date(2026, 6, 15),
    date(2026, 9, 30),
    date(2026, 12, 31),
    date(2027, 1, 31),  # its next month is the shortest
    date(2027, 2, 28),
    date(2028, 2, 29),
]
DAYS_WITHOUT_FINDINGS = (0, 1, 7, 14, 21)
"""Days since it was begun: whoever tries a workspace out for three weeks is not told that something is late."""


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def findings(kamgen: Run, root: Path) -> list[object]:
    found: list[object] = json.loads(kamgen("validate", "--format", "json", root=root).out)["findings"]
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("sample", [(), ("--sample",)], ids=["example", "sample"])
class TestFreshWorkspace:
    def test_validates_without_any_finding(
        self, kamgen: Run, tmp_path: Path, language: str, sample: tuple[str, ...]
    ) -> None:
        assert kamgen("init", tmp_path / "new", "--language", language, *sample).code == 0
        assert kamgen("new", "north-foods", root=tmp_path / "new").code == 0
        assert findings(kamgen, tmp_path / "new") == []
        assert kamgen("validate", "--strict", root=tmp_path / "new").code == 0

    def test_builds_a_site_in_its_language(
        self, kamgen: Run, tmp_path: Path, language: str, sample: tuple[str, ...]
    ) -> None:
        root = tmp_path / "new"
        kamgen("init", root, "--language", language, *sample)
        built = kamgen("build", "--no-pdf", root=root)
        assert built.code == 0, built.err
        page = (root / "site" / "index.html").read_text(encoding="utf-8")
        assert f'lang="{"zh-Hans" if language == "zh" else "en"}"' in page
        for plan in (root / "accounts").glob("*.yaml"):
            assert f"{plan.stem}" in page

    def test_says_that_its_customers_are_invented(
        self, kamgen: Run, tmp_path: Path, language: str, sample: tuple[str, ...]
    ) -> None:
        kamgen("init", tmp_path, "--language", language, *sample)
        plans = sorted((tmp_path / "accounts").glob("*.yaml"))
        assert plans
        for plan in plans:
            head = plan.read_text(encoding="utf-8").split("kamgen:")[0]
            assert ("虚构" if language == "zh" else "invented") in head

    def test_texts_are_in_its_language(
        self, kamgen: Run, tmp_path: Path, language: str, sample: tuple[str, ...]
    ) -> None:
        kamgen("init", tmp_path, "--language", language, *sample)
        for name in ("README.md", "kamgen.yaml", *(f"accounts/{p.name}" for p in (tmp_path / "accounts").iterdir())):
            text = (tmp_path / name).read_text(encoding="utf-8")
            chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
            assert (chinese > 50) is (language == "zh"), name


def test_writes_everything_a_team_needs_and_nothing_else(kamgen: Run, tmp_path: Path) -> None:
    said = kamgen("init", tmp_path / "new")
    assert said.code == 0
    assert written(tmp_path / "new") == FILES


def test_samples_take_the_place_of_the_example(kamgen: Run, tmp_path: Path) -> None:
    kamgen("init", tmp_path / "new", "--sample")
    plans = sorted(path.stem for path in (tmp_path / "new" / "accounts").iterdir())
    assert plans == ["harbour-grocers", "northlight-care"]
    assert written(tmp_path / "new") - {f"accounts/{plan}.yaml" for plan in plans} == FILES - {
        "accounts/example-customer.yaml"
    }


def test_prints_the_next_steps(kamgen: Run, tmp_path: Path) -> None:
    said = kamgen("init", tmp_path / "my accounts")
    assert f"cd '{tmp_path / 'my accounts'}'" in said.out
    for step in ("git init", "kamgen validate", "kamgen build", "kamgen new", "kamgen doctor"):
        assert step in said.out


def test_says_nothing_when_asked_to(kamgen: Run, tmp_path: Path) -> None:
    said = kamgen("init", tmp_path / "new", "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize("name", ["deep/er/folder", "with space", "客户", "-"])
def test_makes_the_folder_whatever_its_name(kamgen: Run, tmp_path: Path, name: str) -> None:
    assert kamgen("init", tmp_path / name).code == 0
    assert (tmp_path / name / "kamgen.yaml").is_file()


def test_without_a_folder_uses_the_one_you_are_in(kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = kamgen("init")
    assert said.code == 0
    assert "cd " not in said.out
    assert written(tmp_path) == FILES


def test_works_in_a_repository_and_keeps_what_is_there(kamgen: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "LICENSE").write_text("ours", encoding="utf-8")
    (tmp_path / "accounts").mkdir()
    said = kamgen("init", tmp_path)
    assert said.code == 0
    assert "git init" not in said.out
    assert (tmp_path / "LICENSE").read_text(encoding="utf-8") == "ours"


def test_below_the_root_of_a_repository_says_what_servers_will_not_see(kamgen: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    said = kamgen("init", tmp_path / "sales")
    assert f"The repository's root is {tmp_path}" in said.out
    assert ".github/" in said.out


class TestRefusal:
    def test_lists_every_conflict_and_writes_nothing(self, kamgen: Run, tmp_path: Path) -> None:
        (tmp_path / "kamgen.yaml").write_text("title: Ours\n", encoding="utf-8")
        (tmp_path / "README.md").write_text("Ours\n", encoding="utf-8")
        (tmp_path / "accounts").mkdir()
        (tmp_path / "accounts" / "example-customer.yaml").write_text("ours", encoding="utf-8")
        before = {name: (tmp_path / name).read_bytes() for name in written(tmp_path)}
        said = kamgen("init", tmp_path)
        assert said.code == 2
        assert said.out == ""
        for name in before:
            assert f"\n  {name}\n" in said.err
        assert ".gitignore" not in said.err
        assert {name: (tmp_path / name).read_bytes() for name in written(tmp_path)} == before

    def test_a_second_run_changes_nothing(self, kamgen: Run, tmp_path: Path) -> None:
        kamgen("init", tmp_path)
        said = kamgen("init", tmp_path, "--language", "zh")
        assert said.code == 2
        for name in FILES:
            assert name in said.err
        assert "Key accounts" in (tmp_path / "README.md").read_text(encoding="utf-8")

    def test_a_link_that_leads_nowhere_is_there_too(self, kamgen: Run, tmp_path: Path) -> None:
        (tmp_path / "kamgen.yaml").symlink_to(tmp_path / "nowhere")
        said = kamgen("init", tmp_path)
        assert said.code == 2
        assert "kamgen.yaml" in said.err
        assert not (tmp_path / "nowhere").exists()

    def test_a_file_where_a_folder_is_needed(self, kamgen: Run, tmp_path: Path) -> None:
        (tmp_path / ".github").write_text("a file", encoding="utf-8")
        said = kamgen("init", tmp_path)
        assert said.code == 2
        assert ".github (a folder is needed)" in said.err
        assert written(tmp_path) == {".github"}

    def test_a_file_is_not_a_folder(self, kamgen: Run, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("a file", encoding="utf-8")
        for place in (tmp_path / "notes.txt", tmp_path / "notes.txt" / "below"):
            said = kamgen("init", place)
            assert said.code == 2
            assert "notes.txt" in said.err
            assert "bug" not in said.err
        assert written(tmp_path) == {"notes.txt"}

    @pytest.mark.skipif(os.name != "posix", reason="permissions")
    def test_a_folder_that_cannot_be_written_is_named(self, kamgen: Run) -> None:
        # Nobody, not even root, may write below /proc.
        said = kamgen("init", "/proc/kamgen")
        assert said.code == 2
        assert "cannot be written" in said.err
        assert "bug" not in said.err

    def test_a_failure_half_way_takes_everything_back(
        self, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from kamgen.output import scaffold

        texts = scaffold.workspace_files("en", date(2026, 5, 6))
        # A name longer than file systems take fails where the disk, not a check beforehand, says so.
        monkeypatch.setattr(scaffold, "workspace_files", lambda *_, **__: texts | {f"{'n' * 300}.md": "x"})
        said = kamgen("init", tmp_path / "new")
        assert said.code == 2
        assert "nothing was left behind" in said.err
        assert not (tmp_path / "new").exists()

    def test_an_unknown_language_names_the_known_ones(self, kamgen: Run, tmp_path: Path) -> None:
        said = kamgen("init", tmp_path / "new", "--language", "de")
        assert said.code == 2
        assert "'en'" in said.err
        assert "'zh'" in said.err
        assert not (tmp_path / "new").exists()


class TestFiles:
    """What the files for other programs say."""

    @pytest.fixture
    def files(self) -> dict[str, str]:
        return workspace_files("en", date(2026, 5, 6))

    def test_schemas_are_what_the_command_prints(self, kamgen: Run, files: dict[str, str]) -> None:
        assert files["plan.schema.json"] == kamgen("schema").out
        assert files["kamgen.schema.json"] == kamgen("schema", "--settings").out

    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("sample", [False, True])
    def test_plans_are_fine_in_an_editor(self, language: str, sample: bool) -> None:
        from tests.workspace.test_schema import PLAN, SETTINGS, problems_in_editor

        texts = workspace_files("zh" if language == "zh" else "en", date(2026, 5, 6), sample=sample)
        assert problems_in_editor(SETTINGS, texts["kamgen.yaml"]) == []
        for name, text in texts.items():
            if name.startswith("accounts/"):
                assert problems_in_editor(PLAN, text) == [], name
                assert text.startswith("# yaml-language-server: $schema=../plan.schema.json\n")

    def test_the_editor_knows_which_schema_is_for_what(self, files: dict[str, str]) -> None:
        settings = json.loads(files[".vscode/settings.json"])
        assert settings["yaml.schemas"] == {
            "./plan.schema.json": "accounts/*.yaml",
            "./kamgen.schema.json": "kamgen.yaml",
        }

    def test_git_folds_what_is_generated(self, files: dict[str, str]) -> None:
        assert "site/** linguist-generated" in files[".gitattributes"]
        assert "site/manifest.json" in files[".gitattributes"]
        assert "site" not in files[".gitignore"].replace("beside the site", "")

    def test_the_same_day_gives_the_same_bytes(self, files: dict[str, str]) -> None:
        assert workspace_files("en", date(2026, 5, 6)) == files


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("sample", [False, True], ids=["example", "sample"])
@pytest.mark.parametrize("day", BEGUN, ids=date.isoformat)
def test_stays_without_findings_for_three_weeks_whenever_it_was_begun(
    kamgen: Run, tmp_path: Path, language: Language, sample: bool, day: date
) -> None:
    begin_workspace(tmp_path, language, day, sample=sample)
    settings, _, _ = read_settings(tmp_path, list_files(tmp_path))
    begin_plan(tmp_path, "north-foods", "North Foods", settings, day)
    for days in DAYS_WITHOUT_FINDINGS:
        said = kamgen("validate", "--strict", "--as-of", day + timedelta(days), root=tmp_path)
        assert said.code == 0, f"after {days} days:\n{said.out}"


def test_the_sample_shows_what_a_waiver_is_for(kamgen: Run, tmp_path: Path) -> None:
    begin_workspace(tmp_path, "en", date(2026, 6, 15), sample=True)
    plan = tmp_path / "accounts" / "northlight-care.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text[: text.index("waivers:")], encoding="utf-8")
    said = kamgen("validate", "--format", "json", "--as-of", "2026-06-15", root=tmp_path)
    assert [finding["rule"] for finding in json.loads(said.out)["findings"]] == ["missing-coach"]


def test_runs_as_a_program_of_its_own(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kamgen", "init", "new", "--language", "zh"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "客户" in (tmp_path / "new" / "README.md").read_text(encoding="utf-8")
