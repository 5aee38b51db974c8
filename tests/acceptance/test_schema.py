"""``kamgen schema``: what editors check plans with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.conftest import REPOSITORY, Said


def test_prints_the_schema_of_a_plan(kamgen: Callable[..., Said]) -> None:
    said = kamgen("schema")
    assert (said.code, said.err) == (0, "")
    schema: dict[str, Any] = json.loads(said.out)
    Draft7Validator.check_schema(schema)
    assert schema["required"] == ["kamgen", "name", "owner"]
    assert "power_map" in schema["properties"]


def test_prints_the_schema_of_the_settings(kamgen: Callable[..., Said]) -> None:
    said = kamgen("schema", "--settings")
    assert said.code == 0
    assert {"team", "currency", "scoring"} <= json.loads(said.out)["properties"].keys()
    assert "required" not in json.loads(said.out)


def test_explains_the_keys_in_the_language_asked_for(kamgen: Callable[..., Said]) -> None:
    titles = {
        language: json.loads(kamgen("schema", "--language", language).out)["properties"]["power_map"]["title"]
        for language in ("en", "zh")
    }
    assert titles == {"en": "Power map", "zh": "权力地图"}
    chinese = kamgen("schema", "--settings", "--language", "zh")
    assert json.loads(chinese.out)["properties"]["currency"]["description"] == "报告货币"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_workspace_has_its_schemas_in_its_language(
    kamgen: Callable[..., Said], tmp_path: Path, language: str
) -> None:
    kamgen("init", tmp_path, "--language", language)
    for name, options in (("plan", ()), ("kamgen", ("--settings",))):
        schema = (tmp_path / f"{name}.schema.json").read_text(encoding="utf-8")
        assert schema == kamgen("schema", *options, "--language", language).out
    recommended = json.loads((tmp_path / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    for editor in ("redhat.vscode-yaml", "Neovim", "Helix", "JetBrains"):
        assert editor in readme


@pytest.mark.parametrize(("name", "options"), [("plan", ()), ("kamgen", ("--settings",))])
def test_the_sample_workspace_has_current_schemas(kamgen: Callable[..., Said], name: str, options: tuple[str]) -> None:
    schema = (REPOSITORY / f"{name}.schema.json").read_text(encoding="utf-8")
    assert schema == kamgen("schema", *options).out, "write it anew with kamgen schema"


def test_the_plans_and_settings_of_the_sample_workspace_lead_editors_to_their_schemas() -> None:
    plans = sorted((REPOSITORY / "accounts").glob("*.yaml"))
    assert plans
    for file in [REPOSITORY / "kamgen.yaml", *plans]:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        name = "kamgen" if file.name == "kamgen.yaml" else "plan"
        place = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / place).resolve() == REPOSITORY / f"{name}.schema.json", file.name


def test_refuses_a_language_that_it_does_not_speak(kamgen: Callable[..., Said]) -> None:
    said = kamgen("schema", "--language", "de")
    assert (said.code, said.out) == (2, "")
    assert "'zh'" in said.err


def test_needs_no_workspace_and_survives_a_terminal_without_chinese(tmp_path: Any) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "kamgen", "schema", "--language", "zh"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    # Escaped for the terminal, and so still the same JSON.
    assert "潜在客户" in json.loads(done.stdout.decode("latin-1"))["properties"]["status"]["description"]


def test_refuses_an_option_that_is_none(kamgen: Callable[..., Said]) -> None:
    said = kamgen("schema", "--plan")
    assert said.code == 2
    assert "--plan" in said.err
