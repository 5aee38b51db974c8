"""Every page is valid HTML, by a validator that others wrote."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.node import MODULES, why_missing

PROGRAM = MODULES / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html_validate.cjs")
MISSING = why_missing(PROGRAM)
pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")


def findings(folder: Path) -> list[str]:
    """Return what is wrong with the pages below a folder, as ``FILE:LINE:COLUMN: rule: message``; one Node for all."""
    command = ["node", str(PROGRAM), "--config", str(RULES), "--formatter", "json", "--ext", "html", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=folder)
    assert run.returncode in (0, 1), run.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{found['line']}:{found['column']}:"
        f" {found['ruleId']}: {found['message']}"
        for page in json.loads(run.stdout)
        for found in page["messages"]
    ]


def test_every_page_of_the_site_is_valid(sample_site: Path) -> None:
    found = findings(sample_site)
    assert not found, "\n".join(found)


def test_a_page_that_is_not_valid_is_found(sample_site: Path, tmp_path: Path) -> None:
    page = (sample_site / "404.html").read_text(encoding="utf-8")
    broken = page.replace("<h1>", "<p><div>in a paragraph</div></p><ul><p>in a list</p></ul><h1 id=main>")
    (tmp_path / "page.html").write_text(broken, encoding="utf-8")
    rules = {one.split(": ")[1] for one in findings(tmp_path)}
    assert {"close-order", "element-permitted-content", "no-dup-id"} <= rules
