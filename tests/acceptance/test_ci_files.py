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
from tests.acceptance.stand_ins import BOT, TOKEN_OWNER
from tests.conftest import SMALLEST_PLAN
from tests.repositories import commit, git

FILES = workspace_files("en", date(2026, 5, 6))
ACTION = yaml.safe_load(FILES[".github/actions/kamgen/action.yml"])
WORKFLOW = yaml.safe_load(FILES[".github/workflows/kamgen.yml"])
PIPELINE = yaml.safe_load(FILES[".gitlab-ci.yml"])
JOBS = ("account-plans-validate", "account-plans-build", "pages")

PLAN = f"{SMALLEST_PLAN}profile: {{ needs: [{{ id: grow, text: Grow in the north }}] }}\n"
RENAMED = PLAN.replace("grow", "expand")
BROKEN = SMALLEST_PLAN.replace("lin", "nobody-here")
SHELLCHECK = shutil.which("shellcheck")


def scripts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of everything that a shell is given."""
    for step in ACTION["runs"]["steps"]:
        if "run" in step:
            yield step["name"], step["run"]
    for job in JOBS:
        for part in ("before_script", "script", "after_script"):
            lines = extended(PIPELINE, job).get(part)
            if lines:
                yield f"{job}-{part}", "\n".join(lines)


NAMED_SCRIPTS = [pytest.param(text, id=name.replace(" ", "-")) for name, text in scripts()]


def uses() -> list[dict[str, Any]]:
    steps = [*WORKFLOW["jobs"]["plans"]["steps"], *ACTION["runs"]["steps"]]
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

    def test_the_workflow_may_read_and_comment_and_nothing_else(self) -> None:
        assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
        assert all("permissions" not in job for job in WORKFLOW["jobs"].values())
        # "on" is read as true by YAML 1.1; a pull_request_target would hand a stranger's plans our token.
        assert set(WORKFLOW[True]) == {"push", "pull_request"}

    def test_the_whole_history_is_checked_out_and_the_token_left_behind(self) -> None:
        checkout = WORKFLOW["jobs"]["plans"]["steps"][0]
        assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}

    def test_other_actions_are_of_a_known_version(self) -> None:
        others = [step["uses"] for step in uses() if not step["uses"].startswith("./")]
        assert len(others) == 4
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


def own_comment(number: int, body: str, login: str = BOT) -> dict[str, Any]:
    return {"id": number, "user": {"login": login}, "body": body}


@pytest.fixture
def github(tmp_path: Path, checkout: Path) -> Machine:
    machine = Machine(tmp_path / "runner", checkout)
    machine.environment = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_REPOSITORY": "acme/plans",
        "GITHUB_STEP_SUMMARY": str(machine.folder / "summary.md"),
        "RUNNER_TEMP": str(machine.folder / "temp"),
    }
    return machine


def pushed(machine: Machine, **given: str) -> ActionRun:
    """Return the run of the action at a push."""
    context = {
        "github.event_name": "push",
        "github.repository": "acme/plans",
        "github.token": "a-token",
        "github.event.pull_request.number": "",
        "github.event.pull_request.head.repo.full_name": "",
    }
    inputs = {"kamgen": "kamgen", "build": "false"} | {name.replace("_", "-"): value for name, value in given.items()}
    return ActionRun(machine, context).run(ACTION, inputs)


def proposed(machine: Machine, *, source: str = "acme/plans", base: str = "main", **given: str) -> ActionRun:
    """Return the run of the action for a pull request."""
    machine.environment["GITHUB_BASE_REF"] = base
    context = {
        "github.event_name": "pull_request",
        "github.repository": "acme/plans",
        "github.token": "a-token",
        "github.event.pull_request.number": "12",
        "github.event.pull_request.head.repo.full_name": source,
    }
    inputs = {"kamgen": "kamgen", "build": "false"} | {name.replace("_", "-"): value for name, value in given.items()}
    return ActionRun(machine, context).run(ACTION, inputs)


COMMENT = "Comment on the pull request"
MARK = "<!-- kamgen validate: . -->"


class TestGitHubPullRequest:
    def test_findings_are_annotated_summed_up_and_commented(self, github: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        run = proposed(github)
        assert run.steps["Validate"].code == 1
        assert "::error file=accounts/acme.yaml,line=3," in run.steps["Validate"].out
        assert "nobody-here" in (github.folder / "summary.md").read_text(encoding="utf-8")
        assert run.steps[COMMENT].code == 0
        (comment,) = github.comments
        assert comment["body"].startswith(f"{MARK}\n### ❌")
        assert "nobody-here" in comment["body"]

    def test_the_comment_is_updated_at_the_next_push(self, github: Machine, checkout: Path) -> None:
        github.tell(own_comment(1, f"{MARK}\n### ❌ What was found before"))
        change(checkout, SMALLEST_PLAN)
        assert not proposed(github).failed
        (comment,) = github.comments
        assert comment["body"].startswith(f"{MARK}\n### ✅")

    def test_there_is_no_comment_where_there_is_nothing_to_say(self, github: Machine, checkout: Path) -> None:
        change(checkout, SMALLEST_PLAN)
        run = proposed(github)
        assert "::notice title=kamgen::2 files checked" in run.steps["Validate"].out
        assert not run.failed
        assert run.steps[COMMENT].code == 0
        assert github.comments == []

    def test_somebody_elses_comment_with_the_mark_stays_as_it_is(self, github: Machine) -> None:
        github.tell(own_comment(1, MARK, login="stranger"), own_comment(2, "Thank you"))
        github.expect("### ❌ 1 error")
        proposed(github)
        assert [comment["body"] for comment in github.comments[:2]] == [MARK, "Thank you"]
        assert github.comments[2]["body"] == f"{MARK}\n### ❌ 1 error"

    @pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
    def test_the_query_for_the_own_comment_finds_it(self, github: Machine) -> None:
        github.expect("### ❌ 1 error")
        proposed(github)
        (query,) = {call[call.index("--jq") + 1] for call in github.calls if "--jq" in call}
        comments = [own_comment(1, MARK, "stranger"), own_comment(2, f"On {MARK}"), own_comment(3, f"{MARK}\n### ✅")]
        done = subprocess.run(
            ["jq", query], input=json.dumps(comments), env={"MARK": MARK}, text=True, capture_output=True, check=True
        )
        assert done.stdout == "3\n"

    def test_a_fork_gets_a_notice_in_place_of_the_comment(self, github: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        run = proposed(github, source="stranger/plans", code_scanning="true")
        assert "::error file=accounts/acme.yaml" in run.steps["Validate"].out
        assert run.steps[COMMENT].code == 0
        assert run.steps[COMMENT].out.startswith("::notice")
        assert [call for call in github.calls if call[0] == "gh"] == []
        assert not any("upload-sarif" in name for name in run.used)

    def test_a_comment_that_is_refused_does_not_hide_the_findings(self, github: Machine) -> None:
        github.expect("### ❌ 1 error")
        github.environment["REFUSED"] = "yes"
        run = proposed(github)
        assert run.steps[COMMENT].out.startswith("::warning")
        assert [step.name for step in run.steps.values() if step.code] == ["Validate"]

    def test_no_comment_is_written_where_none_is_wanted(self, github: Machine) -> None:
        github.expect("### ❌ 1 error")
        assert COMMENT not in proposed(github, comment="false").steps

    def test_an_id_that_the_branch_renamed_is_found(self, github: Machine, checkout: Path) -> None:
        change(checkout, RENAMED)
        (checkout / "notes.md").write_text("Another commit\n", encoding="utf-8")
        commit(checkout, "Notes")
        assert "renamed" in proposed(github).steps["Validate"].out

    def test_what_was_merged_since_is_no_change_of_the_branch(self, github: Machine, checkout: Path) -> None:
        git(checkout, "switch", "--quiet", "--detach", "origin/main")
        change(checkout, RENAMED)
        git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
        git(checkout, "switch", "--quiet", "change")
        assert "renamed" not in proposed(github).steps["Validate"].out

    @pytest.mark.parametrize("base", ["gone", "$(touch hit);touch hit"])
    def test_a_base_that_is_not_there_is_a_notice(self, github: Machine, checkout: Path, base: str) -> None:
        change(checkout, SMALLEST_PLAN)
        run = proposed(github, base=base)
        assert not run.failed
        assert run.steps["Validate"].out.startswith("::notice")
        assert not (checkout / "hit").exists()

    def test_warnings_fail_where_that_is_asked_for(self, github: Machine, checkout: Path) -> None:
        change(checkout, RENAMED)
        assert not proposed(github).failed
        assert proposed(github, strict="true").failed

    def test_a_workspace_below_the_top_is_checked_with_its_own_comment(self, github: Machine, checkout: Path) -> None:
        for name in ("accounts", "kamgen.yaml"):
            (checkout / "plans").mkdir(exist_ok=True)
            (checkout / name).rename(checkout / "plans" / name)
        (checkout / "plans" / "accounts" / "acme.yaml").write_text(BROKEN, encoding="utf-8")
        commit(checkout)
        github.tell(own_comment(1, f"{MARK}\nAnother workspace"))
        run = proposed(github, workspace="plans")
        assert "::error file=plans/accounts/acme.yaml," in run.steps["Validate"].out
        assert github.comments[0]["body"] == f"{MARK}\nAnother workspace"
        assert github.comments[1]["body"].startswith("<!-- kamgen validate: plans -->\n")


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


class TestGitLabFile:
    def test_says_where_kamgen_comes_from(self) -> None:
        assert PIPELINE["variables"]["KAMGEN"] == ""

    def test_every_job_has_a_stage_that_there_is(self) -> None:
        described = {
            name for name in PIPELINE if "stage" in (PIPELINE[name] if isinstance(PIPELINE[name], dict) else {})
        }
        assert described == set(JOBS)
        assert [PIPELINE[job]["stage"] for job in JOBS] == PIPELINE["stages"]

    def test_reports_are_the_files_that_the_job_writes(self) -> None:
        job = PIPELINE["account-plans-validate"]
        for report in job["artifacts"]["reports"].values():
            assert any(f'"$reports/{report.removeprefix("kamgen-reports/")}"' in line for line in job["script"])

    def test_the_site_is_published_only_where_that_is_asked_for(self) -> None:
        assert [rule["if"] for rule in PIPELINE["pages"]["rules"]] == [
            '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $KAMGEN_PAGES == "true"'
        ]
        assert "KAMGEN_PAGES" not in PIPELINE["variables"]


@pytest.fixture
def gitlab(tmp_path: Path, checkout: Path) -> Machine:
    machine = Machine(tmp_path / "runner", checkout)
    machine.environment = {"CI_PROJECT_DIR": str(checkout), "CI_API_V4_URL": "https://gitlab.example.com/api/v4"}
    return machine


def merge_request(machine: Machine, **variables: str) -> tuple[Step, Step]:
    """Return how the validating job goes for a merge request, and what it does afterwards."""
    server = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(machine.checkout, "rev-parse", "origin/main").strip(),
        "CI_MERGE_REQUEST_IID": "12",
        "CI_MERGE_REQUEST_PROJECT_ID": "34",
        "KAMGEN": "kamgen",
        "KAMGEN_TOKEN": "a-token",
    }
    return run_job(machine, PIPELINE, "account-plans-validate", **(server | variables))


def note(number: int, body: str, author: int = TOKEN_OWNER) -> dict[str, Any]:
    return {"id": number, "author": {"id": author}, "body": body}


class TestGitLabMergeRequest:
    def test_findings_are_reported_and_noted(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, BROKEN)
        script, afterwards = merge_request(gitlab)
        assert script.code == 1
        assert "accounts/acme.yaml:3:8" in script.out
        reports = PIPELINE["account-plans-validate"]["artifacts"]["reports"]
        quality = json.loads((checkout / reports["codequality"]).read_text(encoding="utf-8"))
        assert [found["location"]["path"] for found in quality] == ["accounts/acme.yaml"]
        assert ElementTree.parse(checkout / reports["junit"]).find(".//failure") is not None
        assert (afterwards.code, afterwards.out) == (0, "")
        (left,) = gitlab.comments
        assert left["body"].startswith(f"{MARK}\n### ❌")
        assert "nobody-here" in left["body"]
        asked = [word for call in gitlab.calls for word in call if word.startswith("https://")]
        notes = "https://gitlab.example.com/api/v4/projects/34/merge_requests/12/notes"
        assert asked == ["https://gitlab.example.com/api/v4/user", f"{notes}?sort=asc&per_page=100", notes]

    def test_the_note_is_updated_at_the_next_push(self, gitlab: Machine, checkout: Path) -> None:
        gitlab.tell(note(1, f"{MARK}\n### ❌ What was found before"))
        change(checkout, SMALLEST_PLAN)
        assert merge_request(gitlab)[0].code == 0
        (left,) = gitlab.comments
        assert left["body"].startswith(f"{MARK}\n### ✅")

    def test_there_is_no_note_where_there_is_nothing_to_say(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, SMALLEST_PLAN)
        assert [step.code for step in merge_request(gitlab)] == [0, 0]
        assert gitlab.comments == []

    def test_somebody_elses_note_with_the_mark_stays_as_it_is(self, gitlab: Machine) -> None:
        gitlab.tell(note(1, MARK, author=8), note(2, "Thank you"))
        gitlab.expect("### ❌ 1 error")
        merge_request(gitlab)
        assert [left["body"] for left in gitlab.comments[:2]] == [MARK, "Thank you"]
        assert gitlab.comments[2]["body"] == f"{MARK}\n### ❌ 1 error"

    def test_without_a_token_the_reports_remain(self, gitlab: Machine, checkout: Path) -> None:
        gitlab.expect("### ❌ 1 error")
        script, afterwards = merge_request(gitlab, KAMGEN_TOKEN="")
        assert script.code == 1
        assert (checkout / "kamgen-reports" / "code-quality.json").is_file()
        assert (afterwards.code, afterwards.err) == (0, "")
        assert "there is no KAMGEN_TOKEN" in afterwards.out

    def test_a_note_that_is_refused_is_said(self, gitlab: Machine) -> None:
        gitlab.expect("### ❌ 1 error")
        _, afterwards = merge_request(gitlab, REFUSED="yes")
        assert afterwards.code == 0
        assert "could not be written" in afterwards.out

    def test_an_id_that_the_branch_renamed_is_found(self, gitlab: Machine, checkout: Path) -> None:
        change(checkout, RENAMED)
        assert "renamed" in merge_request(gitlab)[0].out

    @pytest.mark.parametrize("base", ["", "0" * 40])
    def test_a_base_that_is_not_there_breaks_nothing(self, gitlab: Machine, checkout: Path, base: str) -> None:
        change(checkout, RENAMED)
        script, _ = merge_request(gitlab, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        assert script.code == 0
        assert "renamed" not in script.out


class TestGitLabPush:
    def test_findings_fail_the_job_without_a_note(self, gitlab: Machine) -> None:
        gitlab.expect("### ❌ 1 error")
        script, afterwards = run_job(
            gitlab, PIPELINE, "account-plans-validate", KAMGEN="kamgen", KAMGEN_TOKEN="a-token"
        )
        assert script.code == 1
        assert (afterwards.code, afterwards.out, gitlab.comments) == (0, "", [])

    def test_without_knowing_where_kamgen_comes_from_the_job_ends_with_what_to_do(self, gitlab: Machine) -> None:
        script, afterwards = run_job(gitlab, PIPELINE, "account-plans-validate")
        assert script.code != 0
        assert "say in .gitlab-ci.yml where kamgen comes from" in script.err
        assert afterwards.code == 0

    @pytest.mark.pdf
    def test_the_site_is_built_and_published(self, gitlab: Machine, checkout: Path) -> None:
        script, _ = run_job(gitlab, PIPELINE, "account-plans-build", KAMGEN="kamgen")
        assert script.code == 0, script.err
        assert (checkout / "site" / "index.html").is_file()
        installed = next(call for call in gitlab.calls if call[:2] == ["apt-get", "install"])
        assert "fonts-noto-cjk" in installed
        script, _ = run_job(gitlab, PIPELINE, "pages")
        assert script.code == 0, script.err
        assert (checkout / "public" / "index.html").is_file()
