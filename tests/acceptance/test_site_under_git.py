"""``site/`` under git: committed by the main branch's CI alone, or with every change. Scripts and git are real."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from kamgen.output.scaffold import workspace_files
from tests.acceptance.ci_runs import GITHUB_SHELL, Machine, Step, run_job
from tests.conftest import SMALL_SETTINGS, SMALLEST_PLAN, Said
from tests.repositories import commit, git

FILES = workspace_files("en", date(2026, 5, 6))
COMMIT = yaml.safe_load(FILES[".github/workflows/kamgen.yml"])["jobs"]["site"]["steps"][-1]
PIPELINE = yaml.safe_load(FILES[".gitlab-ci.yml"])
CHANGES = {
    "left": ("stage: cooperative", "stage: interdependent"),
    "right": ("name: Sam Field", "name: Sam Fielding"),
}
"""Two changes of the example in different places."""
ADDRESS = "gitlab.example.com/acme/plans.git"


class Team:
    """A repository on a server, and a clone to work in.

    Attributes:
        server: The server's repository.
        clone: Ours, with ``accounts/acme.yaml`` and ``accounts/brook.yaml`` on main.

    """

    def __init__(self, folder: Path) -> None:
        self.server, self.clone = folder / "server.git", folder / "clone"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.server))
        git(self.server, "config", "receive.advertisePushOptions", "true")
        self.clone.mkdir()
        self.write("kamgen.yaml", SMALL_SETTINGS)
        self.write(".gitattributes", FILES[".gitattributes"])
        for name in ("acme", "brook"):
            self.write(f"accounts/{name}.yaml", SMALLEST_PLAN.replace("Acme", name.title()))
        commit(self.clone)
        git(self.clone, "remote", "add", "origin", str(self.server))
        git(self.clone, "push", "--quiet", "origin", "main")

    def write(self, name: str, text: str) -> None:
        (self.clone / name).parent.mkdir(exist_ok=True)
        (self.clone / name).write_text(text, encoding="utf-8")

    def branch(self, name: str) -> None:
        """Commit a change of one plan on a branch named after it."""
        git(self.clone, "switch", "--quiet", "--create", name, "main")
        self.write(f"accounts/{name}.yaml", f"{SMALLEST_PLAN}stage: basic\n")
        commit(self.clone, f"Change {name}")

    def push_somebody_elses(self) -> str:
        """Let somebody push to the server's main; return the commit."""
        other = self.server.parent / "other"
        git(self.server.parent, "clone", "--quiet", str(self.server), str(other))
        (other / "notes.md").write_text("Seen\n", encoding="utf-8")
        new = commit(other, "Notes")
        git(other, "push", "--quiet", "origin", "main")
        return new

    @property
    def tip(self) -> str:
        """The last commit of the server's main."""
        return git(self.server, "rev-parse", "main").strip()

    def on_server(self, *arguments: str) -> list[str]:
        return git(self.server, *arguments).splitlines()


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


class GitHubRun:
    """The job that commits the site, at a push to main: a fresh checkout, and the artifact of the job before it."""

    def __init__(self, team: Team, name: str = "runner") -> None:
        folder = team.server.parent / name
        self.machine = Machine(folder, folder / "checkout")
        git(folder, "clone", "--quiet", "--depth=1", f"file://{team.server}", "checkout")
        self.machine.expect("")
        built = self.machine.run(GITHUB_SHELL, "kamgen build", self.machine.checkout)
        assert built.returncode == 0, built.stderr
        (folder / "temp").mkdir()
        shutil.move(self.machine.checkout / "site", folder / "temp" / "site")
        git(self.machine.checkout, "restore", ".")
        self.machine.environment |= {"GITHUB_REF_NAME": "main", "GITHUB_SHA": team.tip}

    def commit_site(self) -> Step:
        given = COMMIT["env"] | {"RUNNER_TEMP": str(self.machine.folder / "temp")}
        done = self.machine.run(["bash", "-e", "-c"], COMMIT["run"], self.machine.checkout, **given)
        return Step(COMMIT["name"], done.returncode, done.stdout, done.stderr)


class GitLabRun:
    """The same of a GitLab pipeline."""

    def __init__(self, team: Team, name: str = "runner") -> None:
        folder = team.server.parent / name
        self.machine = Machine(folder, folder / "checkout")
        git(folder, "clone", "--quiet", f"file://{team.server}", "checkout")
        self.machine.expect("")
        (folder / ".gitconfig").write_text(
            f'[url "file://{team.server}"]\n\tinsteadOf = https://kamgen:a-token@{ADDRESS}\n', encoding="utf-8"
        )
        self.machine.environment |= {
            "CI_COMMIT_BRANCH": "main",
            "CI_COMMIT_SHA": team.tip,
            "CI_REPOSITORY_URL": f"https://gitlab-ci-token:secret@{ADDRESS}",
            "CI_SERVER_PROTOCOL": "https",
            "KAMGEN_SITE_TOKEN": "a-token",
        }

    def commit_site(self) -> Step:
        return run_job(self.machine, PIPELINE, "account-plans-site", KAMGEN="kamgen")[0]


Run = type[GitHubRun] | type[GitLabRun]


@pytest.mark.parametrize("run", [GitHubRun, GitLabRun])
class TestCommittedByTheMainBranchAlone:
    def test_branches_merge_without_a_conflict_and_the_site_follows(self, team: Team, run: Run) -> None:
        assert run(team).commit_site().code == 0
        git(team.clone, "pull", "--quiet", "origin", "main")
        team.branch("acme")
        team.branch("brook")
        git(team.clone, "switch", "--quiet", "main")
        for name in ("acme", "brook"):
            git(team.clone, "merge", "--quiet", "--no-edit", "--no-ff", name)
        git(team.clone, "rm", "--quiet", "accounts/brook.yaml")
        git(team.clone, "commit", "--quiet", "--message", "Lost")
        git(team.clone, "push", "--quiet", "origin", "main")
        done = run(team, "next").commit_site()
        assert done.code == 0, done.err
        assert team.on_server("show", "--name-status", "--format=%s", "main") == [
            "Build the site",
            "",
            "M\tsite/acme.html",
            "D\tsite/brook.html",
        ]
        assert "stage: basic" in team.on_server("show", "main:site/acme.html")

    def test_nothing_is_committed_where_nothing_changed(self, team: Team, run: Run) -> None:
        run(team).commit_site()
        tip = team.tip
        assert run(team, "next").commit_site().code == 0
        assert team.tip == tip

    def test_a_push_meanwhile_leaves_it_to_its_own_run(self, team: Team, run: Run) -> None:
        late = run(team)
        pushed = team.push_somebody_elses()
        done = late.commit_site()
        assert done.code == 0, done.err
        assert "main has moved on" in done.out
        assert team.tip == pushed
        assert run(team, "next").commit_site().code == 0
        assert team.on_server("rev-parse", "main~") == [pushed]

    def test_a_server_that_refuses_fails_the_job(self, team: Team, run: Run) -> None:
        hook = team.server / "hooks" / "pre-receive"
        hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        hook.chmod(0o755)
        tip = team.tip
        done = run(team).commit_site()
        assert done.code == 1
        assert "pre-receive hook declined" in done.err
        assert team.tip == tip


@pytest.mark.pdf
class TestCommittedWithEveryChange:
    def test_is_built_again_after_a_conflict(self, team: Team, kamgen: Callable[..., Said]) -> None:
        def build() -> Said:
            return kamgen("build", "--quiet", root=team.clone)

        plan = FILES["accounts/example-customer.yaml"]
        team.write("kamgen.yaml", f"as_of: 2026-05-06\n{FILES['kamgen.yaml']}")
        for name in ("acme", "brook"):
            team.write(f"accounts/{name}.yaml", plan.replace("Example Customer", name.title()))
        build()
        commit(team.clone, "Site")
        for branch, (old, new) in CHANGES.items():
            git(team.clone, "switch", "--quiet", "--create", branch, "main")
            team.write(
                "accounts/acme.yaml", (team.clone / "accounts" / "acme.yaml").read_text("utf-8").replace(old, new)
            )
            build()
            commit(team.clone, branch)
        with pytest.raises(subprocess.CalledProcessError) as refused:
            git(team.clone, "merge", "--quiet", "--no-edit", "left")
        conflicting = {line.split(" in ")[-1] for line in refused.value.stdout.splitlines() if "CONFLICT" in line}
        assert {Path(name).suffix for name in conflicting} >= {".json", ".html", ".pdf"}
        assert all(name.startswith("site/") for name in conflicting)
        assert "<<<<<<<" not in (team.clone / "site" / "index.html").read_text(encoding="utf-8")

        assert build().code == 0
        git(team.clone, "add", "--all")
        git(team.clone, "commit", "--quiet", "--no-edit")
        assert kamgen("build", "--check", root=team.clone).code == 0
        assert git(team.clone, "status", "--porcelain") == ""

    def test_check_finds_a_site_that_was_not_built_again(self, team: Team, kamgen: Callable[..., Said]) -> None:
        kamgen("build", root=team.clone)
        team.write("accounts/acme.yaml", f"{SMALLEST_PLAN}stage: basic\n")
        commit(team.clone, "A change without its site")
        assert kamgen("build", "--check", root=team.clone).code == 1
