"""What servers run for a workspace: the GitHub workflow and its action, and the GitLab pipeline. Their scripts run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from kamgen.output.scaffold import workspace_files
from tests.acceptance.ci_runs import EXPRESSION, ActionRun, Machine, Step, extended, run_job
from tests.acceptance.web_interfaces import TOKEN, Answer, GitHub, GitLab, listening
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

FILES = workspace_files("en", date(2026, 5, 6))
ACTION = yaml.safe_load(FILES[".github/actions/kamgen/action.yml"])
WORKFLOW = yaml.safe_load(FILES[".github/workflows/kamgen.yml"])
PIPELINE = yaml.safe_load(FILES[".gitlab-ci.yml"])
COMMIT = WORKFLOW["jobs"]["site"]["steps"][-1]
"""The step that commits the site."""
JOBS = ("account-plans", "account-plans-site", "pages")

PLAN = f"{SMALLEST_PLAN}profile: {{ needs: [{{ id: grow, text: Grow in the north }}] }}\n"
RENAMED = PLAN.replace("grow", "expand")
BROKEN = SMALLEST_PLAN.replace("lin", "nobody-here")
SHELLCHECK = shutil.which("shellcheck")
needs_curl = pytest.mark.skipif(
    shutil.which("curl") is None or shutil.which("jq") is None, reason="the scripts need curl and jq"
)


def scripts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of everything that a shell is given."""
    for step in ACTION["runs"]["steps"]:
        if "run" in step:
            yield step["name"], step["run"]
    yield COMMIT["name"], COMMIT["run"]
    for job in JOBS:
        for part in ("before_script", "script", "after_script"):
            lines = extended(PIPELINE, job).get(part)
            if lines:
                yield f"{job}-{part}", "\n".join(lines)


NAMED_SCRIPTS = [pytest.param(text, id=name.replace(" ", "-")) for name, text in scripts()]


def uses() -> list[dict[str, Any]]:
    jobs = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
    steps = [*jobs, *ACTION["runs"]["steps"]]
    return [step for step in steps if "uses" in step]


class TestScripts:
    @pytest.mark.parametrize("script", NAMED_SCRIPTS)
    def test_are_shell(self, script: str) -> None:
        done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    @pytest.mark.skipif(SHELLCHECK is None, reason="shellcheck is not installed")
    @pytest.mark.parametrize("script", NAMED_SCRIPTS)
    def test_have_no_known_mistake(self, script: str) -> None:
        # SC2086: the packages are words. SC2154: $reports and others come from earlier lines or from the server.
        command = [str(SHELLCHECK), "--shell=bash", "--exclude=SC2086,SC2154", "-"]
        done = subprocess.run(command, input=f"set -eo pipefail\n{script}", text=True, capture_output=True, check=False)
        assert done.stdout == ""

    @pytest.mark.parametrize("script", NAMED_SCRIPTS)
    def test_hold_no_expression_that_somebody_else_could_fill(self, script: str) -> None:
        assert "${{" not in script


class TestGitHubFiles:
    def test_the_workflow_says_where_kamgen_comes_from(self) -> None:
        assert WORKFLOW["env"] == {"KAMGEN": ""}
        assert WORKFLOW["jobs"]["plans"]["steps"][-1]["with"]["kamgen"] == "${{ env.KAMGEN }}"

    def test_what_looks_at_plans_may_read_and_comment_and_nothing_else(self) -> None:
        assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
        assert "permissions" not in WORKFLOW["jobs"]["plans"]
        # "on" is read as true by YAML 1.1; a pull_request_target would hand a stranger's plans our token.
        assert set(WORKFLOW[True]) == {"push", "pull_request"}

    def test_what_may_write_runs_nothing_but_git_and_only_where_the_team_asked_for_it(self) -> None:
        job = WORKFLOW["jobs"]["site"]
        assert job["permissions"] == {"contents": "write"}
        assert job["if"].split(" && ") == [
            "github.event_name == 'push'",
            "github.ref_name == github.event.repository.default_branch",
            "vars.KAMGEN_COMMIT_SITE == 'true'",
        ]
        assert not any(step.get("uses", "").startswith("./") for step in job["steps"])
        assert "kamgen " not in COMMIT["run"]
        assert "python" not in COMMIT["run"]

    def test_the_whole_history_is_checked_out_and_the_token_left_behind(self) -> None:
        checkout = WORKFLOW["jobs"]["plans"]["steps"][0]
        assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}

    def test_other_actions_are_of_a_known_version(self) -> None:
        others = [step["uses"] for step in uses() if not step["uses"].startswith("./")]
        assert len(others) == 6
        assert all(re.fullmatch(r"(actions|github)/[a-z/-]+@v\d+", name) for name in others)

    def test_the_action_is_where_the_workflow_looks_for_it(self) -> None:
        (own,) = [step for step in uses() if step["uses"].startswith("./")]
        assert f"{own['uses'].removeprefix('./')}/action.yml" in FILES
        assert set(own["with"]) <= set(ACTION["inputs"])
        needed = {name for name, described in ACTION["inputs"].items() if described.get("required")}
        assert needed <= set(own["with"])

    def test_every_input_is_described_and_used(self) -> None:
        text = json.dumps(ACTION["runs"])
        for name, described in ACTION["inputs"].items():
            assert described["description"]
            assert isinstance(described.get("default", ""), str)
            assert f"inputs.{name}" in text

    def test_every_expression_names_what_there_is(self) -> None:
        named = {
            found for text in EXPRESSION.findall(json.dumps(ACTION)) for found in re.findall(r"inputs\.[a-z-]+", text)
        }
        assert named == {f"inputs.{name}" for name in ACTION["inputs"]}
        ids = {step.get("id") for step in ACTION["runs"]["steps"]}
        assert set(re.findall(r"steps\.([a-z]+)\.", json.dumps(ACTION))) <= ids

    def test_every_script_says_which_shell_it_is_for(self) -> None:
        assert {step.get("shell") for step in ACTION["runs"]["steps"] if "run" in step} == {"bash"}


@pytest.fixture
def checkout(workspace: Callable[..., Path]) -> Path:
    """Return a repository with a plan on main, as the server has it too; a branch for changes is checked out."""
    root = workspace({"accounts/acme.yaml": PLAN})
    commit(root)
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(root, "switch", "--quiet", "--create", "change")
    return root


def change(checkout: Path, text: str) -> None:
    (checkout / "accounts" / "acme.yaml").write_text(text, encoding="utf-8")
    commit(checkout, "A change")


@pytest.fixture
def github(tmp_path: Path, checkout: Path) -> Machine:
    machine = Machine(tmp_path / "runner", checkout)
    machine.environment = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": "http://127.0.0.1:9",  # where nobody listens
        "GITHUB_REPOSITORY": "acme/plans",
        "GITHUB_STEP_SUMMARY": str(machine.folder / "summary.md"),
        "RUNNER_TEMP": str(machine.folder / "temp"),
    }
    return machine


def context(event: str, source: str = "") -> dict[str, str]:
    return {
        "github.event_name": event,
        "github.repository": "acme/plans",
        "github.token": TOKEN,
        "github.event.pull_request.number": "12" if source else "",
        "github.event.pull_request.head.repo.full_name": source,
        "github.event.pull_request.user.login": "lin-yue" if source else "",
    }


def inputs(given: dict[str, str]) -> dict[str, str]:
    return {"kamgen": "kamgen", "build": "false"} | {name.replace("_", "-"): value for name, value in given.items()}


def pushed(machine: Machine, **given: str) -> ActionRun:
    """Return the run of the action at a push."""
    return ActionRun(machine, context("push")).run(ACTION, inputs(given))


def proposed(machine: Machine, *, source: str = "acme/plans", base: str = "main", **given: str) -> ActionRun:
    """Return the run of the action for a pull request."""
    machine.environment["GITHUB_BASE_REF"] = base
    uploaded = {"steps.upload.outputs.artifact-url": "https://github.com/acme/plans/actions/runs/1/artifacts/2"}
    return ActionRun(machine, context("pull_request", source), answers=uploaded).run(ACTION, inputs(given))


COMMENT = "Comment on the pull request"
REVIEW = "Ask for a review of moved tiers"
MARK = "<!-- kamgen: . -->"
TOLD = "### Acme\n\n- Goal: actual 71,000 → 78,500\n- 🔴 客户：新增风险\n"
MOVED = {"format": 1, "accounts": [{"id": "acme", "changes": [{"path": "service_level"}], "scores": []}]}
UNMOVED = {"format": 1, "accounts": [{"id": "acme", "changes": [{"path": "risks[price].type"}], "scores": []}]}
REFUSED = Answer(403, {"message": "Resource not accessible by integration", "status": "403"})
BROKEN_DOWN = Answer(502, {"message": "Server Error"})


class TestGitHubPullRequest:
    def test_findings_are_annotated_and_summed_up(self, github: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        run = proposed(github, comment="false")
        assert run.steps["Validate"].code == 1
        assert "::error file=accounts/acme.yaml,line=3," in run.steps["Validate"].out
        assert "nobody-here" in (github.folder / "summary.md").read_text(encoding="utf-8")
        assert COMMENT not in run.steps

    def test_an_id_that_the_branch_renamed_is_found(self, github: Machine, checkout: Path) -> None:
        change(checkout, RENAMED)
        (checkout / "notes.md").write_text("Another commit\n", encoding="utf-8")
        commit(checkout, "Notes")
        assert "renamed" in proposed(github, comment="false").steps["Validate"].out

    def test_what_was_merged_since_is_no_change_of_the_branch(self, github: Machine, checkout: Path) -> None:
        git(checkout, "switch", "--quiet", "--detach", "origin/main")
        change(checkout, RENAMED)
        git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
        git(checkout, "switch", "--quiet", "change")
        assert "renamed" not in proposed(github, comment="false").steps["Validate"].out

    @pytest.mark.parametrize("base", ["gone", "$(touch hit);touch hit"])
    def test_a_base_that_is_not_there_is_a_notice(self, github: Machine, checkout: Path, base: str) -> None:
        change(checkout, SMALLEST_PLAN)
        run = proposed(github, base=base)
        assert not run.failed
        assert run.steps["Validate"].out.startswith("::notice")
        assert COMMENT not in run.steps
        assert not (checkout / "hit").exists()

    def test_warnings_fail_where_that_is_asked_for(self, github: Machine, checkout: Path) -> None:
        change(checkout, RENAMED)
        assert not proposed(github, comment="false").failed
        assert proposed(github, comment="false", strict="true").failed

    def test_a_site_that_is_committed_with_changes_must_be_what_the_plans_say(self, github: Machine) -> None:
        github.expect("")
        proposed(github, comment="false", build="true", check_site="true")
        assert [call[2:] for call in github.calls if call[:2] == ["kamgen", "build"]] == [["--check"]]


@pytest.fixture
def github_com(github: Machine) -> Iterator[GitHub]:
    with listening(GitHub()) as interface:
        github.environment["GITHUB_API_URL"] = interface.address
        yield interface


@needs_curl
class TestGitHubComment:
    def test_says_what_kamgen_tells_of_the_change(self, github: Machine, github_com: GitHub, checkout: Path) -> None:
        github.expect(TOLD)
        assert proposed(github).steps[COMMENT].code == 0
        assert github_com.bodies == [f"{MARK}\n{TOLD}"]
        assert github_com.asked == [
            "GET /repos/acme/plans/issues/12/comments",
            "POST /repos/acme/plans/issues/12/comments",
        ]
        (asked,) = [call for call in github.calls if call[:2] == ["kamgen", "diff"]]
        assert asked[2] == git(checkout, "rev-parse", "origin/main").strip()
        assert asked[3:] == [
            *("--format", "markdown", "--findings", "--limit", "65000", "--exit-code"),
            *("-o", str(github.folder / "temp" / "kamgen" / "diff.md")),
        ]

    def test_comes_after_the_build_and_links_its_artifact_and_a_preview(
        self, github: Machine, github_com: GitHub
    ) -> None:
        github.expect(TOLD)
        run = proposed(github, build="true", pages="https://preview.example.com/12/")
        assert list(run.steps)[-2:] == ["Build", COMMENT]
        link = "📦 [site.zip](https://github.com/acme/plans/actions/runs/1/artifacts/2)"
        assert github_com.bodies == [f"{MARK}\n{TOLD}\n{link}\n"]
        (asked,) = [call for call in github.calls if call[:2] == ["kamgen", "diff"]]
        assert asked[asked.index("--pages") + 1] == "https://preview.example.com/12/"

    def test_is_updated_at_the_next_push(self, github: Machine, github_com: GitHub) -> None:
        github_com.add(f"{MARK}\nWhat was told before")
        github.expect(TOLD)
        proposed(github)
        assert github_com.bodies == [f"{MARK}\n{TOLD}"]

    def test_is_updated_where_nothing_is_left_to_tell(self, github: Machine, github_com: GitHub) -> None:
        github_com.add(f"{MARK}\nWhat was told before")
        github.expect("", code=0)
        proposed(github)
        assert github_com.bodies == [f"{MARK}\nNothing changed.\n"]

    def test_is_not_begun_where_there_is_nothing_to_tell(self, github: Machine, github_com: GitHub) -> None:
        github.expect("", code=0)
        assert proposed(github).steps[COMMENT].code == 0
        assert github_com.bodies == []

    def test_is_found_behind_hundreds_of_others(self, github: Machine, github_com: GitHub) -> None:
        for number in range(250):
            github_com.comments.append(github_com.comment(number, f"Thank you {number}", "robin-lee"))
        own = github_com.add(f"{MARK}\nWhat was told before")
        github.expect(TOLD)
        proposed(github)
        assert len(github_com.comments) == 251
        assert own["body"] == f"{MARK}\n{TOLD}"
        assert [asked.query["page"] for asked in github_com.requests[:-1]] == ["1", "2", "3"]

    def test_leaves_somebody_elses_with_its_mark_as_it_is(self, github: Machine, github_com: GitHub) -> None:
        github_com.comments.append(github_com.comment(1, f"{MARK}\nAll is well", "stranger"))
        github_com.comments.append(github_com.comment(2, f"As {MARK} says"))
        github.expect(TOLD)
        proposed(github)
        assert github_com.bodies == [f"{MARK}\nAll is well", f"As {MARK} says", f"{MARK}\n{TOLD}"]

    def test_is_written_anew_where_it_was_deleted_a_moment_ago(self, github: Machine, github_com: GitHub) -> None:
        github_com.add(f"{MARK}\nWhat was told before")
        github_com.after_listing = github_com.comments.clear
        github.expect(TOLD)
        proposed(github)
        assert github_com.bodies == [f"{MARK}\n{TOLD}"]
        assert [asked.split()[0] for asked in github_com.asked] == ["GET", "PATCH", "POST"]

    def test_of_another_workspace_stays_as_it_is(self, github: Machine, github_com: GitHub, checkout: Path) -> None:
        (checkout / "plans").mkdir()
        other = github_com.add(f"{MARK}\nAnother workspace")
        github.expect(TOLD)
        proposed(github, workspace="plans")
        assert other["body"] == f"{MARK}\nAnother workspace"
        assert github_com.bodies[1] == f"<!-- kamgen: plans -->\n{TOLD}"

    @pytest.mark.parametrize("method", ["GET", "PATCH", "POST"])
    @pytest.mark.parametrize("answer", [REFUSED, BROKEN_DOWN], ids=["refused", "broken-down"])
    def test_that_cannot_be_written_is_in_the_summary_and_fails_nothing(
        self, github: Machine, github_com: GitHub, method: str, answer: Answer
    ) -> None:
        if method == "PATCH":
            github_com.add(f"{MARK}\nWhat was told before")
        github_com.refusals[method] = answer
        github.expect(TOLD)
        run = proposed(github)
        assert not run.failed
        assert run.steps[COMMENT].out.startswith("::warning")
        assert f"({answer.status})" in run.steps[COMMENT].out
        assert TOLD in (github.folder / "summary.md").read_text(encoding="utf-8")
        assert TOLD not in "".join(github_com.bodies)

    def test_fails_nothing_where_the_server_is_out_of_reach(self, github: Machine) -> None:
        github.expect(TOLD)
        run = proposed(github)
        assert not run.failed
        assert "(no answer)" in run.steps[COMMENT].out

    @pytest.mark.usefixtures("github_com")
    def test_that_is_longer_than_github_takes_is_in_the_summary(self, github: Machine) -> None:
        github.expect("客" * 65_536)
        run = proposed(github)
        assert "(422)" in run.steps[COMMENT].out
        assert "客" * 65_536 in (github.folder / "summary.md").read_text(encoding="utf-8")

    def test_of_the_longest_document_is_taken_with_mark_and_link(self, github: Machine, github_com: GitHub) -> None:
        github.expect("客" * 65_000)
        assert proposed(github, build="true").steps[COMMENT].out == ""
        assert github_com.bodies[0].endswith("/artifacts/2)\n")

    def test_is_not_written_where_kamgen_fails(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD, code=3)
        run = proposed(github)
        assert run.steps[COMMENT].out.startswith("::warning")
        assert github_com.asked == []

    def test_of_a_fork_is_in_the_summary(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD)
        run = proposed(github, source="stranger/plans", code_scanning="true")
        assert run.steps[COMMENT].out.startswith("::notice")
        assert TOLD in (github.folder / "summary.md").read_text(encoding="utf-8")
        assert github_com.asked == []
        assert not any("upload-sarif" in name for name in run.used)

    def test_text_of_plans_runs_nothing(self, github: Machine, github_com: GitHub, checkout: Path) -> None:
        nasty = "$(touch hit) `touch hit` \"; touch hit; ' {{ x }} ${HOME} \\n ::error::x\n"
        github.expect(nasty)
        proposed(github)
        assert github_com.bodies == [f"{MARK}\n{nasty}"]
        assert not (checkout / "hit").exists()

    def test_is_not_begun_for_what_time_alone_moves(self, github: Machine, github_com: GitHub, checkout: Path) -> None:
        (checkout / "kamgen.yaml").write_text(FILES["kamgen.yaml"], encoding="utf-8")
        change(checkout, FILES["accounts/example-customer.yaml"])
        git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
        (checkout / "notes.md").write_text("No plan\n", encoding="utf-8")
        commit(checkout, "Notes")
        assert proposed(github).steps[COMMENT].code == 0
        assert github_com.bodies == []

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_shows_the_change_the_finding_and_the_way_to_the_page(
        self, github: Machine, github_com: GitHub, checkout: Path, language: str
    ) -> None:
        settings = checkout / "kamgen.yaml"
        settings.write_text(f"{settings.read_text('utf-8')}language: {language}\n", encoding="utf-8")
        commit(checkout, "Language")
        git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
        (checkout / "accounts" / "brook.yaml").write_text(BROKEN, encoding="utf-8")
        change(checkout, PLAN.replace("Acme", "Acme Ltd"))
        run = proposed(github, pages="https://preview.example.com/12")
        assert run.steps[COMMENT].code == 0
        (body,) = github_com.bodies
        assert body.startswith(MARK)
        for said in ("Acme Ltd", "nobody-here", "https://preview.example.com/12/"):
            assert said in body
        assert any("\u4e00" <= letter <= "\u9fff" for letter in body) is (language == "zh")


@needs_curl
class TestGitHubReview:
    def test_is_asked_for_where_a_tier_moves(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD, moved=json.dumps(MOVED))
        assert not proposed(github, comment="false", tier_reviewers="robin-lee").failed
        assert github_com.reviewers == ["robin-lee"]

    @pytest.mark.parametrize(("causes", "asked"), [(["facts"], 1), (["time", "rules"], 1), (["time"], 0)])
    def test_is_asked_for_where_facts_or_rules_move_a_class(
        self, github: Machine, github_com: GitHub, causes: list[str], asked: int
    ) -> None:
        scores = [{"score": "key_account.class", "before": "A3", "after": "A4", "causes": causes}]
        github.expect(TOLD, moved=json.dumps({"accounts": [{"id": "acme", "changes": [], "scores": scores}]}))
        proposed(github, comment="false", tier_reviewers="robin-lee")
        assert len(github_com.reviewers) == asked

    @pytest.mark.parametrize(("stage", "asked"), [("service_level: basic", 1), ("stage: basic", 0)])
    def test_is_asked_for_by_what_kamgen_tells(
        self, github: Machine, github_com: GitHub, checkout: Path, stage: str, asked: int
    ) -> None:
        change(checkout, f"{PLAN}{stage}\n")
        assert proposed(github, comment="false", tier_reviewers="robin-lee").steps[REVIEW].code == 0
        assert len(github_com.reviewers) == asked

    def test_is_not_asked_for_otherwise(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD, moved=json.dumps(UNMOVED))
        assert proposed(github, comment="false", tier_reviewers="robin-lee").steps[REVIEW].code == 0
        assert github_com.asked == []

    def test_is_asked_of_a_team_with_a_token_that_knows_it(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD, moved=json.dumps(MOVED))
        asked = {"comment": "false", "tier_reviewers": "acme/heads"}
        assert "acme/heads could not be asked" in proposed(github, **asked).steps[REVIEW].out
        proposed(github, **asked, reviewers_token="a-persons-token")
        assert github_com.reviewers == ["heads"]

    def test_refused_for_one_is_asked_of_the_others_and_never_of_the_author(
        self, github: Machine, github_com: GitHub
    ) -> None:
        github.expect(TOLD, moved=json.dumps(MOVED))
        run = proposed(github, comment="false", tier_reviewers="nobody-here lin-yue robin-lee")
        assert run.steps[REVIEW].code == 0
        assert run.steps[REVIEW].out.startswith("::warning title=kamgen::nobody-here could not be asked")
        assert github_com.reviewers == ["robin-lee"]
        assert len(github_com.asked) == 2

    def test_of_a_fork_is_not_asked_for(self, github: Machine, github_com: GitHub) -> None:
        github.expect(TOLD, moved=json.dumps(MOVED))
        assert REVIEW not in proposed(github, source="stranger/plans", tier_reviewers="robin-lee").steps
        assert github_com.reviewers == []

    @pytest.mark.usefixtures("github_com")
    def test_is_nobodys_unless_the_team_names_one(self, github: Machine) -> None:
        github.expect(TOLD, moved=json.dumps(MOVED))
        assert REVIEW not in proposed(github).steps


class TestGitHubPush:
    def test_findings_fail_the_run_without_a_comment_or_a_site(self, github: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        run = pushed(github, build="true")
        assert run.failed
        assert set(run.steps) == {"Install kamgen", "Validate"}
        assert set(run.used) == {"actions/setup-python@v6"}

    def test_findings_go_to_code_scanning_where_that_is_asked_for(self, github: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        given = pushed(github, code_scanning="true").used["github/codeql-action/upload-sarif@v4"]
        log = json.loads(Path(given["sarif_file"]).read_text(encoding="utf-8"))
        assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["unknown-reference"]

    @pytest.mark.pdf
    def test_the_site_is_built_and_kept(self, github: Machine, checkout: Path) -> None:
        run = pushed(github, build="true")
        assert not run.failed, run.steps
        assert (checkout / "site" / "index.html").is_file()
        assert run.used["actions/upload-artifact@v6"]["path"] == "./site/"
        assert ["sudo", "apt-get", "install"] in [call[:3] for call in github.calls]

    def test_kamgen_comes_from_where_the_workflow_says(self, github: Machine) -> None:
        pushed(github, kamgen="git+https://git.example.com/kamgen")
        assert github.calls == [["python", "-m", "pip", "install", "git+https://git.example.com/kamgen"]]

    def test_without_that_the_run_ends_with_what_to_do(self, github: Machine) -> None:
        run = pushed(github, kamgen="")
        assert list(run.steps) == ["Install kamgen"]
        assert "say in .github/workflows/kamgen.yml where kamgen comes from" in run.steps["Install kamgen"].err

    def test_a_failure_of_kamgen_itself_is_none_of_the_plans(self, github: Machine, checkout: Path) -> None:
        shutil.rmtree(checkout / "accounts")
        (checkout / "kamgen.yaml").unlink()
        run = pushed(github)
        assert run.failed
        assert "::error" not in run.steps["Validate"].out
        assert run.steps["Validate"].err


class TestCodeOwners:
    EXAMPLE = FILES["CODEOWNERS"]
    RULES = tuple(line[2:].split() for line in EXAMPLE.splitlines() if re.match(r"# \S+ @", line))

    def test_names_nobody_until_the_team_does(self) -> None:
        assert all(line.startswith("#") for line in self.EXAMPLE.splitlines() if line)

    @pytest.mark.parametrize(
        ("file", "owner"),
        {
            "kamgen.yaml": "@acme/heads-of-sales",
            "templates/scaffold/plan.en.yaml": "@acme/heads-of-sales",
            ".github/workflows/kamgen.yml": "@acme/heads-of-sales",
            ".gitlab-ci.yml": "@acme/heads-of-sales",
            "CODEOWNERS": "@acme/heads-of-sales",
            "accounts/north-foods.yaml": "@acme/heads-of-sales",
            "accounts/north-foods.purchases.csv": "@acme/heads-of-sales",
            "accounts/example-customer.yaml": "@acme/key-accounts",
            "README.md": "@acme/key-accounts",
        }.items(),
    )
    def test_gives_what_makes_tiers_to_the_heads(self, tmp_path: Path, file: str, owner: str) -> None:
        """Its patterns are those of ``.gitignore``, so git itself can tell which is the last one that fits."""
        owners = dict(self.RULES)
        everything = owners.pop("*")  # to git a folder that it fits is done with
        (tmp_path / ".gitignore").write_text("".join(f"{pattern}\n" for pattern in owners), encoding="utf-8")
        git(tmp_path, "init", "--quiet")
        found = git(tmp_path, "check-ignore", "--verbose", "--non-matching", "--no-index", file, "kamgen.yaml")
        pattern = found.split("\t")[0].split(":", 2)[2]
        assert owners.get(pattern, everything) == owner


class TestGitLabFile:
    def test_says_where_kamgen_comes_from(self) -> None:
        assert PIPELINE["variables"]["KAMGEN"] == ""

    def test_every_job_has_a_stage_that_there_is(self) -> None:
        described = {
            name for name in PIPELINE if "stage" in (PIPELINE[name] if isinstance(PIPELINE[name], dict) else {})
        }
        assert described == set(JOBS)
        assert {PIPELINE[job]["stage"] for job in JOBS} == set(PIPELINE["stages"])

    def test_reports_are_the_files_that_the_job_writes(self) -> None:
        job = PIPELINE["account-plans"]
        for report in job["artifacts"]["reports"].values():
            assert any(f'"$reports/{report.removeprefix("kamgen-reports/")}"' in line for line in job["script"])

    def test_the_site_is_published_only_where_that_is_asked_for(self) -> None:
        assert [rule["if"] for rule in PIPELINE["pages"]["rules"]] == [
            '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $KAMGEN_PAGES == "true"'
        ]
        assert "KAMGEN_PAGES" not in PIPELINE["variables"]

    def test_the_site_is_committed_only_where_that_is_asked_for(self) -> None:
        assert [rule["if"] for rule in PIPELINE["account-plans-site"]["rules"]] == [
            "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $KAMGEN_SITE_TOKEN"
        ]
        assert "KAMGEN_SITE_TOKEN" not in PIPELINE["variables"]


@pytest.fixture
def gitlab(tmp_path: Path, checkout: Path) -> Machine:
    machine = Machine(tmp_path / "runner", checkout)
    machine.environment = {
        "CI_API_V4_URL": "http://127.0.0.1:9/api/v4",  # where nobody listens
        "CI_JOB_URL": "https://gitlab.example.com/acme/plans/-/jobs/56",
        "CI_PROJECT_DIR": str(checkout),
    }
    return machine


@pytest.fixture
def gitlab_com(gitlab: Machine) -> Iterator[GitLab]:
    with listening(GitLab()) as interface:
        gitlab.environment["CI_API_V4_URL"] = f"{interface.address}/api/v4"
        yield interface


def merge_request(machine: Machine, **variables: str) -> tuple[Step, Step]:
    """Return how the job goes for a merge request, and what it does afterwards."""
    server = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(machine.checkout, "rev-parse", "origin/main").strip(),
        "CI_MERGE_REQUEST_IID": "12",
        "CI_MERGE_REQUEST_PROJECT_ID": "34",
        "KAMGEN": "kamgen",
        "KAMGEN_TOKEN": TOKEN,
    }
    return run_job(machine, PIPELINE, "account-plans", **(server | variables))


class TestGitLabMergeRequest:
    def test_findings_are_reported(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        script, _ = merge_request(gitlab, CI_MERGE_REQUEST_IID="")
        assert script.code == 1
        assert "accounts/acme.yaml:3:8" in script.out
        reports = PIPELINE["account-plans"]["artifacts"]["reports"]
        quality = json.loads((checkout / reports["codequality"]).read_text(encoding="utf-8"))
        assert [found["location"]["path"] for found in quality] == ["accounts/acme.yaml"]
        assert ElementTree.parse(checkout / reports["junit"]).find(".//failure") is not None

    def test_an_id_that_the_branch_renamed_is_found(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, RENAMED.replace("lin", "nobody-here"))
        assert "renamed" in merge_request(gitlab, CI_MERGE_REQUEST_IID="")[0].out

    @pytest.mark.parametrize("base", ["", "0" * 40])
    def test_a_base_that_is_not_there_breaks_nothing(self, gitlab: Machine, base: str) -> None:
        gitlab.expect(TOLD)
        script, afterwards = merge_request(gitlab, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        assert (script.code, afterwards.code, afterwards.out) == (0, 0, "")
        assert not any("--since" in call or "diff" in call for call in gitlab.calls)

    def test_a_site_that_is_committed_with_changes_must_be_what_the_plans_say(self, gitlab: Machine) -> None:
        gitlab.expect("")
        merge_request(gitlab, CHECK_SITE="true")
        assert [call[2:] for call in gitlab.calls if call[:2] == ["kamgen", "build"]] == [["--check"]]


@needs_curl
class TestGitLabNote:
    def test_says_what_kamgen_tells_of_the_change(self, gitlab: Machine, gitlab_com: GitLab, checkout: Path) -> None:
        gitlab.expect(TOLD)
        assert [(step.code, step.err) for step in merge_request(gitlab)] == [(0, ""), (0, "")]
        assert gitlab_com.bodies == [f"{MARK}\n{TOLD}"]
        notes = "/api/v4/projects/34/merge_requests/12/notes"
        assert gitlab_com.asked == ["GET /api/v4/user", f"GET {notes}", f"POST {notes}"]
        (asked,) = [call for call in gitlab.calls if call[:2] == ["kamgen", "diff"]]
        assert asked[2] == git(checkout, "rev-parse", "origin/main").strip()
        assert asked[3:] == [
            *("--format", "markdown", "--findings", "--exit-code"),
            *("--pages", "https://gitlab.example.com/acme/plans/-/jobs/56/artifacts/file/site"),
            *("-o", str(checkout / "kamgen-reports" / "diff.md")),
        ]

    def test_links_the_pages_of_a_workspace_below_the_top(
        self, gitlab: Machine, gitlab_com: GitLab, checkout: Path
    ) -> None:
        (checkout / "plans").mkdir()
        gitlab.expect(TOLD)
        merge_request(gitlab, WORKSPACE="plans")
        (asked,) = [call for call in gitlab.calls if call[:2] == ["kamgen", "diff"]]
        assert asked[asked.index("--pages") + 1].endswith("/-/jobs/56/artifacts/file/plans/site")
        assert gitlab_com.bodies == [f"<!-- kamgen: plans -->\n{TOLD}"]

    def test_is_updated_at_the_next_push(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab_com.add(f"{MARK}\nWhat was told before")
        gitlab.expect(TOLD)
        merge_request(gitlab)
        assert gitlab_com.bodies == [f"{MARK}\n{TOLD}"]

    def test_is_updated_where_nothing_is_left_to_tell(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab_com.add(f"{MARK}\nWhat was told before")
        gitlab.expect("", code=0)
        merge_request(gitlab)
        assert gitlab_com.bodies == [f"{MARK}\nNothing changed.\n"]

    def test_is_not_begun_where_there_is_nothing_to_tell(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab.expect("", code=0)
        assert merge_request(gitlab)[1].code == 0
        assert gitlab_com.bodies == []

    def test_is_found_behind_hundreds_of_others_that_are_partly_hidden(
        self, gitlab: Machine, gitlab_com: GitLab
    ) -> None:
        for number in range(250):
            other = gitlab_com.comment(number, f"Thank you {number}", author=8)
            gitlab_com.comments.append(other | {"internal": number % 2 == 0})
        own = gitlab_com.add(f"{MARK}\nWhat was told before")
        gitlab.expect(TOLD)
        merge_request(gitlab)
        assert len(gitlab_com.comments) == 251
        assert own["body"] == f"{MARK}\n{TOLD}"

    def test_leaves_somebody_elses_with_its_mark_as_it_is(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab_com.comments.append(gitlab_com.comment(1, f"{MARK}\nAll is well", author=8))
        gitlab.expect(TOLD)
        merge_request(gitlab)
        assert gitlab_com.bodies == [f"{MARK}\nAll is well", f"{MARK}\n{TOLD}"]

    def test_is_written_anew_where_it_was_deleted_a_moment_ago(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab_com.add(f"{MARK}\nWhat was told before")
        gitlab_com.after_listing = gitlab_com.comments.clear
        gitlab.expect(TOLD)
        merge_request(gitlab)
        assert gitlab_com.bodies == [f"{MARK}\n{TOLD}"]

    @pytest.mark.parametrize("method", ["GET", "PUT", "POST"])
    def test_that_cannot_be_written_is_in_the_log_and_fails_nothing(
        self, gitlab: Machine, gitlab_com: GitLab, method: str
    ) -> None:
        if method == "PUT":
            gitlab_com.add(f"{MARK}\nWhat was told before")
        gitlab_com.refusals[method] = Answer(503, {"message": "503 Service Unavailable"})
        gitlab.expect(TOLD)
        script, afterwards = merge_request(gitlab)
        assert (script.code, afterwards.code) == (0, 0)
        assert f"{TOLD}No note on the merge request: GitLab's answer was 503" in afterwards.out
        assert TOLD not in "".join(gitlab_com.bodies)

    @pytest.mark.usefixtures("gitlab_com")
    def test_with_a_token_that_is_refused_is_in_the_log(self, gitlab: Machine) -> None:
        gitlab.expect(TOLD)
        _, afterwards = merge_request(gitlab, KAMGEN_TOKEN="an-old-token")
        assert "answer was 401" in afterwards.out
        assert TOLD in afterwards.out

    def test_without_a_token_is_in_the_log(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab.expect(TOLD)
        _, afterwards = merge_request(gitlab, KAMGEN_TOKEN="")
        assert (afterwards.code, afterwards.err) == (0, "")
        assert f"{TOLD}No note on the merge request: there is no KAMGEN_TOKEN." in afterwards.out
        assert gitlab_com.asked == []

    def test_fails_nothing_where_the_server_is_out_of_reach(self, gitlab: Machine) -> None:
        gitlab.expect(TOLD)
        _, afterwards = merge_request(gitlab)
        assert afterwards.code == 0
        assert "GitLab's answer was none" in afterwards.out

    def test_is_not_written_where_kamgen_fails(self, gitlab: Machine, gitlab_com: GitLab) -> None:
        gitlab.expect(TOLD, code=3)
        assert "because kamgen diff failed" in merge_request(gitlab)[1].out
        assert gitlab_com.asked == []

    def test_commands_nothing(self, gitlab: Machine, gitlab_com: GitLab, checkout: Path) -> None:
        gitlab.expect("Text\n/approve\n  /merge\nand/or $(touch hit)\n")
        merge_request(gitlab)
        assert gitlab_com.bodies == [f"{MARK}\nText\n&#47;approve\n  &#47;merge\nand/or $(touch hit)\n"]
        assert not (checkout / "hit").exists()

    def test_shows_the_change_and_the_finding_where_there_is_no_page(
        self, gitlab: Machine, gitlab_com: GitLab, checkout: Path
    ) -> None:
        change(checkout, BROKEN.replace("Acme", "Acme Ltd"))
        script, afterwards = merge_request(gitlab)
        assert (script.code, afterwards.code) == (1, 0)
        (body,) = gitlab_com.bodies
        assert "Acme Ltd" in body
        assert "nobody-here" in body
        assert "artifacts/file" not in body


class TestGitLabPush:
    def test_findings_fail_the_job_without_a_note(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        script, afterwards = run_job(gitlab, PIPELINE, "account-plans", KAMGEN="kamgen", KAMGEN_TOKEN=TOKEN)
        assert script.code == 1
        assert (afterwards.code, afterwards.out) == (0, "")

    def test_without_knowing_where_kamgen_comes_from_the_job_ends_with_what_to_do(self, gitlab: Machine) -> None:
        script, afterwards = run_job(gitlab, PIPELINE, "account-plans")
        assert script.code != 0
        assert "say in .gitlab-ci.yml where kamgen comes from" in script.err
        assert afterwards.code == 0

    @pytest.mark.pdf
    def test_the_site_is_built_and_published(self, gitlab: Machine, checkout: Path) -> None:
        script, _ = run_job(gitlab, PIPELINE, "account-plans", KAMGEN="kamgen")
        assert script.code == 0, script.err
        assert (checkout / "site" / "index.html").is_file()
        installed = next(call for call in gitlab.calls if call[:2] == ["apt-get", "install"])
        assert "fonts-noto-cjk" in installed
        script, _ = run_job(gitlab, PIPELINE, "pages")
        assert script.code == 0, script.err
        assert (checkout / "public" / "index.html").is_file()
