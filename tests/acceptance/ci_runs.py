"""CI runs without a server: the steps of a GitHub action and the scripts of a GitLab job, run by bash.

Stand-ins take the place of what the scripts reach over the network or as root; curl, jq and git are the real ones.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.acceptance import stand_ins

GITHUB_SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
"""What GitHub runs a step with whose shell is bash."""
GITLAB_SHELL = ["bash", "-eo", "pipefail", "-c"]
"""What GitLab's runner runs a job with, in an image that has bash."""

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_NAME = re.compile(r"'[^']*'|[a-z_]+(?:\.[a-z_-]+)+")

_STAND_INS = ("apt-get", "python", "sudo")


@dataclass(frozen=True)
class Step:
    """How a step of a run went."""

    name: str
    code: int
    out: str
    err: str


@dataclass
class Machine:
    """A machine of a CI server, with a folder that it keeps its own files in.

    Attributes:
        folder: Its own files, apart from the checkout.
        checkout: The repository that it works on.
        environment: What the server sets for every step.

    """

    folder: Path
    checkout: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._programs.mkdir(parents=True)
        for name in _STAND_INS:
            self._stand_in_for(name)
        (self._programs / "kamgen").symlink_to(Path(sys.executable).parent / "kamgen")

    @property
    def _programs(self) -> Path:
        return self.folder / "programs"

    def _stand_in_for(self, program: str) -> None:
        path = self._programs / program
        path.unlink(missing_ok=True)
        path.write_text(f"#!{sys.executable}\n{Path(stand_ins.__file__).read_text('utf-8')}", "utf-8")
        path.chmod(0o755)

    def expect(self, told: str, *, code: int = 1, moved: str = "") -> None:
        """Let a stand-in for kamgen tell the same every time, for what is about the way of it, not about what it says.

        Args:
            told: What ``kamgen diff`` says in Markdown.
            code: How it ends: 1 where there is something to tell.
            moved: What it says in JSON.

        """
        self._stand_in_for("kamgen")
        folder = self.folder / "told"
        folder.mkdir(exist_ok=True)
        for form, text in {"markdown": told or "Nothing changed.\n", "json": moved}.items():
            (folder / form).write_text(text, encoding="utf-8")
        self.environment |= {"TOLD": str(folder), "CODE": str(code)}

    @property
    def calls(self) -> list[list[str]]:
        """The calls of stand-ins, in their order."""
        path = self.folder / "calls"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []

    def run(self, shell: list[str], script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script of a step."""
        theirs = ("GIT", "CI_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
        ours = {name: value for name, value in os.environ.items() if not name.upper().startswith(theirs)}
        own = {
            "PATH": f"{self._programs}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "CALLS": str(self.folder / "calls"),
        }
        environment = ours | own | self.environment | variables
        return subprocess.run(
            [*shell, script], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )


@dataclass
class ActionRun:
    """A run of a composite action as GitHub's runner would do it: conditions, expressions, outputs, failures.

    Attributes:
        machine: Where it runs.
        context: What expressions may name, such as ``github.event_name``; anything else is an error of the test.
        steps: The scripts that have run, by the name of their step.
        used: What was used of other actions, with what it was given.
        answers: What other actions put out, by the names of expressions.

    """

    machine: Machine
    context: dict[str, str]
    steps: dict[str, Step] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    def run(self, action: Mapping[str, Any], given: Mapping[str, str]) -> ActionRun:
        """Run all steps and return this run."""
        for name, described in action["inputs"].items():
            self.context[f"inputs.{name}"] = given.get(name, described.get("default", ""))
        for step in action["runs"]["steps"]:
            if "id" in step:
                self.context.update(dict.fromkeys(outputs_named(action, step["id"]), ""))
        for step in action["runs"]["steps"]:
            if self._is_due(step):
                self._take(step)
        return self

    @property
    def failed(self) -> bool:
        """Whether a step has failed."""
        return any(step.code for step in self.steps.values())

    def _is_due(self, step: Mapping[str, Any]) -> bool:
        condition = step.get("if", "success()")
        found = EXPRESSION.fullmatch(condition)
        expression = found[1] if found else condition
        due: bool = eval(self._in_python(expression))
        return due and ("cancelled()" in expression or not self.failed)

    def _in_python(self, expression: str) -> str:
        """Return a condition in Python's words."""
        named = _NAME.sub(lambda name: name[0] if name[0][0] == "'" else repr(self.context[name[0]]), expression)
        known = {"!cancelled()": "True", "success()": "True", "&&": "and", "||": "or"}
        for word, meaning in known.items():
            named = named.replace(word, meaning)
        return named

    def filled(self, text: str) -> str:
        """Return a text with its expressions replaced by what they stand for."""
        return EXPRESSION.sub(lambda found: self.context[found[1]], text)

    def _take(self, step: Mapping[str, Any]) -> None:
        if "uses" in step:
            self.used[step["uses"]] = {name: self.filled(value) for name, value in step.get("with", {}).items()}
            outputs_of_step = f"steps.{step.get('id')}.outputs."
            self.context |= {name: value for name, value in self.answers.items() if name.startswith(outputs_of_step)}
            return
        outputs = self.machine.folder / "outputs"
        outputs.write_text("", encoding="utf-8")
        variables = {name: self.filled(value) for name, value in step.get("env", {}).items()}
        folder = self.machine.checkout / self.filled(step.get("working-directory", "."))
        done = self.machine.run(GITHUB_SHELL, step["run"], folder, GITHUB_OUTPUT=str(outputs), **variables)
        self.steps[step["name"]] = Step(step["name"], done.returncode, done.stdout, done.stderr)
        for line in outputs.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step['id']}.outputs.{name}"] = value


def outputs_named(action: Mapping[str, Any], step: str) -> set[str]:
    """Return the outputs of a step that other steps of an action name."""
    return set(re.findall(rf"steps\.{step}\.outputs\.[a-z_-]+", yaml.safe_dump(action, width=10_000)))


def run_job(machine: Machine, pipeline: Mapping[str, Any], job: str, **variables: str) -> tuple[Step, Step]:
    """Run a job of a GitLab pipeline; return how its script went, and what it does afterwards."""
    described = extended(pipeline, job)
    environment = {**pipeline["variables"], **described.get("variables", {}), **variables}
    script = "\n".join([*described.get("before_script", []), *described["script"]])
    afterwards = "\n".join(described.get("after_script", []))
    steps = []
    for name, text in (("script", script), ("after_script", afterwards)):
        done = machine.run(GITLAB_SHELL, text, machine.checkout, **environment)
        steps.append(Step(name, done.returncode, done.stdout, done.stderr))
        environment["CI_JOB_STATUS"] = "failed" if done.returncode else "success"
    return steps[0], steps[1]


def extended(pipeline: Mapping[str, Any], job: str) -> dict[str, Any]:
    """Return a job with what it extends; of variables, its own count."""
    described = dict(pipeline[job])
    base = dict(pipeline.get(described.pop("extends", ""), {}))
    variables = {**base.get("variables", {}), **described.get("variables", {})}
    return base | described | {"variables": variables}
