"""The house stands: rooms import downwards only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY


def test_rooms_import_downwards_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_command_line_starts_without_loading_what_it_does_not_need() -> None:
    script = (
        "import sys; from kamgen.commands.main import exit_code; exit_code(['--version'])\n"
        "print([name for name in ('pydantic', 'jinja2', 'weasyprint', 'babel', 'rich', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_build_with_nothing_to_do_loads_neither_models_nor_templates(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "kamgen.yaml").write_text("as_of: 2026-05-06\n", encoding="utf-8")
    script = (
        "import sys; from kamgen.commands.main import exit_code\n"
        f"exit_code(['--workspace', {str(tmp_path)!r}, 'build', '--no-pdf'])\n"
        "print([name for name in ('pydantic', 'jinja2', 'babel', 'yaml') if name in sys.modules])"
    )
    outputs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()
        for _ in range(2)
    ]
    assert outputs[0][-1] != "[]"
    assert outputs[1][-1] == "[]"
