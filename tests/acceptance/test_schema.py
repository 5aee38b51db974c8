"""``kamgen schema``: what editors check plans with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from jsonschema import Draft7Validator

from tests.conftest import Said


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


def test_needs_no_workspace_and_survives_a_terminal_without_chinese(tmp_path: Any) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "kamgen", "schema"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    # Escaped for the terminal, and so still the same JSON.
    assert "潜在客户" in json.loads(done.stdout.decode("latin-1"))["properties"]["status"]["description"]


def test_refuses_an_option_that_is_none(kamgen: Callable[..., Said]) -> None:
    said = kamgen("schema", "--plan")
    assert said.code == 2
    assert "--plan" in said.err
