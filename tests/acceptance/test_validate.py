"""``kamgen validate`` from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kamgen.exchange.finding_words import why as reason
from kamgen.exchange.terminal_text import wrapped
from tests.conftest import SMALLEST_PLAN, Said
from tests.repositories import commit

Write = Callable[..., Path]
Run = Callable[..., Said]
BROKEN = SMALLEST_PLAN + "status: alive\nprofile:\n  needs:\n    - {id: 冷链, text: 冷链, kidn: real}\n"


def why(rule: str) -> str:
    """Return the lines that say why a rule matters."""
    return "".join(f"  {line}\n" for line in wrapped(f"Why: {reason(rule, 'en')}", 100))


def test_good_plans_are_good_in_one_line(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert (said.code, said.out) == (0, "2 files checked, nothing to mend.\n")


def test_every_problem_stands_with_its_line_and_a_caret_under_the_value(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": BROKEN}))
    assert said.code == 1
    assert said.out == (
        "── Acme (acme): 3 errors\n"
        "\n"
        "accounts/acme.yaml:4:9 error off-scale-value\n"
        "  4 │ status: alive\n"
        "    │         ^^^^^\n"
        "  alive is not on the scale\n"
        "  → did you mean active?\n"
        f"{why('off-scale-value')}"
        "\n"
        "accounts/acme.yaml:7:12 error wrong-type\n"
        "  7 │     - {id: 冷链, text: 冷链, kidn: real}\n"
        "    │            ^^^^\n"
        "  冷链 is not an id\n"
        "  → use small letters, digits and hyphens, such as cold-chain\n"
        f"{why('wrong-type')}"
        "\n"
        "accounts/acme.yaml:7:26 error unknown-key\n"
        "  7 │     - {id: 冷链, text: 冷链, kidn: real}\n"
        "    │                              ^^^^\n"
        "  kidn is not a key of profile.needs[0]\n"
        "  → did you mean kind?\n"
        f"{why('unknown-key')}"
        "\n"
        "2 files checked: 3 errors.\n"
        "By rule: off-scale-value 1, unknown-key 1, wrong-type 1.\n"
        "More about a rule: kamgen explain off-scale-value\n"
    )


def test_json_is_for_machines(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "--format", "json", root=workspace({"accounts/acme.yaml": BROKEN}))
    data = json.loads(said.out)
    assert (data["format"], data["as_of"]) == (1, "2026-05-06")
    assert data["summary"] == {"files": 2, "errors": 3, "warnings": 0}
    assert data["findings"][2] == {
        "rule": "unknown-key",
        "level": "error",
        "account": "acme",
        "file": "accounts/acme.yaml",
        "line": 7,
        "column": 26,
        "end_column": 30,
        "path": "profile.needs[0].kidn",
        "message": "kidn is not a key of profile.needs[0]",
        "hint": "did you mean kind?",
        "why": reason("unknown-key", "en"),
    }


def test_all_files_are_reported_in_one_run_and_one_can_be_asked_for(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/a.yaml": "kamgen: 2\n", "accounts/b.yaml": "", "accounts/c.yaml": SMALLEST_PLAN})
    everything = kamgen("validate", root=root).out
    assert "accounts/a.yaml:1:9" in everything
    assert "accounts/b.yaml:1:1" in everything
    assert "accounts/a.yaml" not in kamgen("validate", "b", root=root).out
    assert kamgen("validate", "accounts/c.yaml", root=root).code == 0


def test_warnings_fail_only_where_that_is_wanted(workspace: Write, kamgen: Run) -> None:
    settings = "team: [{id: lin, name: L}]\nchecks: {unknown-reference: {level: warning}}\n"
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + "reviewed: {date: 2026-05-01, by: nina}\n"}, settings)
    said = kamgen("validate", "--as-of", "2026-05-06", root=root)
    assert said.code == 0
    assert "2 files checked: 1 warning.\n" in said.out
    assert kamgen("validate", "--strict", "--as-of", "2026-05-06", root=root).code == 1


def test_quiet_says_nothing(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "--quiet", root=workspace({"accounts/acme.yaml": BROKEN}))
    assert (said.code, said.out, said.err) == (1, "", "")


def test_colour_is_for_those_who_ask(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": BROKEN})
    assert "\x1b[" not in kamgen("validate", root=root).out
    assert "\x1b[" in kamgen("validate", "--color", "always", root=root).out


def test_a_plan_cannot_steer_the_terminal(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + 'status: "\\e[31mred\\u202e"\n'})
    said = kamgen("validate", root=root)
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


def test_outside_of_a_workspace_the_way_in_is_named(
    tmp_path: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = kamgen("validate")
    assert said.code == 2
    assert "kamgen init" in said.err


def test_a_thousand_problems_in_a_long_line_stay_readable(workspace: Write, kamgen: Run) -> None:
    long = "tags: [" + ", ".join(f"tag{n}" for n in range(400)) + ", {a: b}]\n"
    said = kamgen("validate", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN + long}))
    assert said.code == 1
    assert max(len(line) for line in said.out.splitlines()) < 130
    assert "{a: b}" in said.out


class TestNames:
    """What a person or a hook may name, and from where."""

    @pytest.fixture
    def root(self, workspace: Write) -> Path:
        files = {"accounts/acme.yaml": BROKEN, "accounts/acme.purchases.csv": "date,amount\n2026-01-02,x\n"}
        files |= {"accounts/bolt.yaml": SMALLEST_PLAN + "status: alive\n", "accounts/README.md": "# Plans\n"}
        files |= {"accounts/Cé.yaml": SMALLEST_PLAN, "accounts/gone.purchases.csv": "date,amount\n"}
        return workspace(files, "as_of: 2026-05-06\nteam: [{id: lin, name: Lin}]\ncurency: EUR\n")

    @pytest.mark.parametrize(
        ("name", "checked"),
        [
            ("acme", {"accounts/acme.yaml", "accounts/acme.purchases.csv"}),
            ("acme.yaml", {"accounts/acme.yaml", "accounts/acme.purchases.csv"}),
            ("accounts/acme.yaml", {"accounts/acme.yaml", "accounts/acme.purchases.csv"}),
            ("./accounts/../accounts/acme.purchases.csv", {"accounts/acme.yaml", "accounts/acme.purchases.csv"}),
            ("kamgen.yaml", {"kamgen.yaml"}),
            ("kamgen", {"kamgen.yaml"}),
            ("accounts/Cé.yaml", {"accounts/Cé.yaml"}),
            ("accounts/gone.purchases.csv", {"accounts/gone.purchases.csv"}),
            ("accounts/README.md", set()),
        ],
    )
    def test_an_id_or_any_file_of_an_account_means_the_account(
        self, root: Path, kamgen: Run, name: str, checked: set[str]
    ) -> None:
        data = json.loads(kamgen("validate", name, "--format", "json", root=root).out)
        assert {finding["file"] for finding in data["findings"]} == checked
        assert data["summary"]["files"] == len(checked)

    def test_paths_are_seen_from_here_from_the_workspace_or_from_the_repository(
        self, root: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        top = root.parent
        commit(top)
        (top / "link").symlink_to(root)
        for here, name in (
            (top, "workspace/accounts/bolt.yaml"),
            (root, "workspace/accounts/bolt.yaml"),
            (root / "accounts", "bolt.yaml"),
            (root / "accounts", "../accounts/bolt.yaml"),
            (Path("/"), "accounts/bolt.yaml"),
            (Path("/"), str(root / "accounts" / "bolt.yaml")),
            (top, "link/accounts/bolt.yaml"),
        ):
            monkeypatch.chdir(here)
            data = json.loads(kamgen("validate", name, "--format", "json", root=root).out)
            assert [finding["rule"] for finding in data["findings"]] == ["off-scale-value"], (here, name)

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("acne", "there is no account 'acne' in this workspace; did you mean 'acme'?"),
            ("nobody-at-all", "there is no account 'nobody-at-all' in this workspace; see: ls accounts"),
            ("accounts/acne.yaml", "'accounts/acne.yaml' is no file of this workspace; did you mean 'acme'?"),
            ("/elsewhere/accounts/acme.yaml", "'/elsewhere/accounts/acme.yaml' is no file of this workspace"),
            ("kamgen.yml", "'kamgen.yml' is no file of this workspace; did you mean 'kamgen.yaml'?"),
            ("README.md", "'README.md' is no file of this workspace"),
            ("..", "'..' is no file of this workspace"),
            ("", "there is no account ''"),
        ],
    )
    def test_a_name_that_means_nothing_is_wrong_usage_and_the_nearest_is_offered(
        self, root: Path, kamgen: Run, name: str, sentence: str
    ) -> None:
        said = kamgen("validate", "acme", name, root=root)
        assert (said.code, said.out) == (2, "")
        assert sentence in said.err

    def test_a_folder_means_all_that_is_below_it(
        self, root: Path, kamgen: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        everything = kamgen("validate", "--format", "json", root=root).out
        monkeypatch.chdir(root)
        assert kamgen("validate", ".", "--format", "json").out == everything
        data = json.loads(kamgen("validate", "accounts/", "--format", "json").out)
        assert {finding["file"] for finding in data["findings"]} == {
            finding["file"] for finding in json.loads(everything)["findings"]
        } - {"kamgen.yaml"}

    def test_an_account_may_be_called_like_the_settings(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({"accounts/kamgen.yaml": SMALLEST_PLAN + "status: alive\n"})
        assert kamgen("validate", "kamgen", root=root).code == 1
        assert kamgen("validate", "accounts/kamgen.yaml", root=root).code == 1
        assert kamgen("validate", "kamgen.yaml", root=root).out == "1 file checked, nothing to mend.\n"


class TestLanguage:
    def test_is_that_of_the_settings_but_programs_get_english(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({"accounts/acme.yaml": BROKEN}, "language: zh\nteam: [{id: lin, name: Lin}]\n")
        assert "alive 不在可选范围内" in kamgen("validate", root=root).out
        assert "alive 不在可选范围内" in kamgen("validate", "--format", "github", root=root).out
        assert "alive is not on the scale" in kamgen("validate", "--format", "json", root=root).out

    def test_is_the_one_that_was_asked_for(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({"accounts/acme.yaml": BROKEN})
        assert "alive 不在可选范围内" in kamgen("validate", "--language", "zh", "--format", "json", root=root).out
        assert kamgen("validate", "--language", "fr", root=root).code == 2


class TestOutput:
    def test_a_report_goes_to_a_file_and_its_summary_is_said(
        self, workspace: Write, kamgen: Run, tmp_path: Path
    ) -> None:
        root = workspace({"accounts/acme.yaml": BROKEN})
        for form in ("json", "sarif", "junit", "text"):
            file = tmp_path / "reports" / f"report.{form}"
            said = kamgen("validate", "--format", form, "-o", file, root=root)
            assert (said.code, said.out) == (1, f"Wrote {file}. 2 files checked: 3 errors.\n")
            assert file.read_text(encoding="utf-8") == kamgen("validate", "--format", form, root=root).out
        assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
            "report.json", "report.junit", "report.sarif", "report.text",
        ]  # fmt: skip

    def test_quiet_writes_it_all_the_same(self, workspace: Write, kamgen: Run, tmp_path: Path) -> None:
        root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
        said = kamgen("validate", "--quiet", "--format", "gitlab", "-o", tmp_path / "x.json", root=root)
        assert (said.code, said.out, said.err) == (0, "", "")
        assert (tmp_path / "x.json").read_text() == "[]\n"

    def test_a_hyphen_is_standard_output(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
        assert kamgen("validate", "-o", "-", root=root).out == "2 files checked, nothing to mend.\n"

    def test_a_refused_path_is_one_sentence(self, workspace: Write, kamgen: Run, tmp_path: Path) -> None:
        root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
        (tmp_path / "file").write_text("")
        for refused in (tmp_path, tmp_path / "file" / "report.txt", "/dev/null", "/proc/nowhere/report.txt"):
            said = kamgen("validate", "-o", refused, root=root)
            assert (said.code, said.out) == (2, ""), refused
            assert len(said.err.splitlines()) == 1
            assert said.err.startswith("kamgen: ")
        assert Path("/dev/null").is_char_device()

    def test_a_link_stays_a_link(self, workspace: Write, kamgen: Run, tmp_path: Path) -> None:
        root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
        (tmp_path / "link").symlink_to(tmp_path / "real")
        assert kamgen("validate", "-o", tmp_path / "link", root=root).code == 0
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "real").read_text() == "2 files checked, nothing to mend.\n"


class TestGithub:
    def test_files_are_named_from_the_top_of_the_repository(self, workspace: Write, kamgen: Run) -> None:
        root = workspace({"accounts/acme.yaml": BROKEN})
        said = kamgen("validate", "--format", "github", root=root).out
        assert "::error file=accounts/acme.yaml,line=4," in said
        commit(root.parent)
        said = kamgen("validate", "--format", "github", root=root).out
        assert "::error file=workspace/accounts/acme.yaml,line=4," in said

    def test_the_summary_of_the_job_is_added_to(
        self, workspace: Write, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root, file = workspace({"accounts/acme.yaml": BROKEN}), tmp_path / "summary"
        file.write_text("From another step.\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
        kamgen("validate", root=root)
        kamgen("validate", "--quiet", "--format", "github", root=root)
        assert file.read_text() == "From another step.\n"
        kamgen("validate", "--format", "github", root=root)
        written = kamgen("validate", "--format", "markdown", root=root).out
        assert file.read_text(encoding="utf-8") == "From another step.\n" + written

    def test_a_summary_that_cannot_be_written_fails_no_check(
        self, workspace: Write, kamgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
        said = kamgen("validate", "--format", "github", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
        assert said.code == 0
        assert said.err == "kamgen: the job's summary cannot be written: Is a directory\n"


def test_help_says_what_each_format_is_for(kamgen: Run) -> None:
    said = kamgen("validate", "--help").out
    assert "SARIF 2.1.0, for code scanning services and editors" in said


def test_a_format_that_is_not_there_is_wrong_usage(workspace: Write, kamgen: Run) -> None:
    said = kamgen("validate", "--format", "xml", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert said.code == 2
    assert "'sarif'" in said.err


def test_what_changed_since_a_revision_is_checked_too(workspace: Write, kamgen: Run) -> None:
    risk = "risks: [{id: new-buyer, text: The buyer retires, owner: lin}]\n"
    before = commit(workspace({"accounts/acme.yaml": SMALLEST_PLAN + risk}))
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + risk.replace("new-buyer", "buyer-gone")})
    assert "new-buyer was renamed to buyer-gone" in kamgen("validate", root=root).out
    commit(root, "Rename")
    assert "renamed-id" not in kamgen("validate", root=root).out
    assert "renamed-id" in kamgen("validate", "--since", before, root=root).out


@pytest.mark.parametrize(("in_git", "words"), [(True, "git knows no revision nowhere"), (False, "no git repository")])
def test_a_revision_that_is_not_there_is_said_in_one_sentence(
    workspace: Write, kamgen: Run, in_git: bool, words: str
) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    if in_git:
        commit(root)
    said = kamgen("validate", "--since", "nowhere", root=root)
    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
