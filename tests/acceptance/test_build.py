"""``kamgen build`` from outside; its briefs are in ``test_brief.py``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SMALLEST_PLAN, Said

Write = Callable[..., Path]
Run = Callable[..., Said]
JOINT = SMALLEST_PLAN + "joint_plan: {value_proposition: Fewer write-offs, next_review: 2026-07-02}\n"


def test_a_build_says_what_it_did_and_where_to_look(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    first = kamgen("build", "--no-pdf", root=root)
    assert first.code == 0
    assert first.out.startswith("1 account: ")
    assert first.out.endswith(f"See {root / 'site/index.html'}\n")
    second = kamgen("build", "--no-pdf", root=root)
    assert second.out == f"Nothing changed. See {root / 'site/index.html'}\n"


def test_errors_in_plans_stop_it_with_all_findings(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, "accounts/bad.yaml": "kamgen: 1\nname: B\nowner: x y\n"})
    said = kamgen("build", "--no-pdf", root=root)
    assert said.code == 1
    assert "accounts/bad.yaml:3:8" in said.err
    assert "nothing was written" in said.err
    assert not (root / "site").exists()
    going = kamgen("build", "--no-pdf", "--keep-going", root=root)
    assert going.code == 1
    assert "Left out: bad." in going.err
    assert (root / "site/accounts/acme.html").is_file()


def test_check_fails_where_the_site_is_out_of_date(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    assert kamgen("build", "--no-pdf", "--check", root=root).code == 1
    kamgen("build", "--no-pdf", root=root)
    good = kamgen("build", "--no-pdf", "--check", root=root)
    assert (good.code, good.out) == (0, f"{root / 'site'} is what the plans say.\n")
    (root / "accounts/acme.yaml").write_text(SMALLEST_PLAN + "tags: [new]\n", encoding="utf-8")
    stale = kamgen("build", "--no-pdf", "--check", root=root)
    assert stale.code == 1
    assert "out of date: accounts/acme.html" in stale.err


def test_an_output_folder_that_cannot_be_is_said(workspace: Write, kamgen: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = kamgen("build", "--no-pdf", "--output", tmp_path / "file", root=workspace())
    assert said.code == 2
    assert "is not a folder" in said.err
    assert "Traceback" not in said.err


def test_a_wrong_template_of_the_workspace_is_named_with_its_line(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN, "templates/site/account.html": "{% if %}"})
    said = kamgen("build", "--no-pdf", root=root)
    assert said.code == 2
    assert "templates/site/account.html:1: " in said.err
    assert not (root / "site/index.html").exists()


def test_an_account_that_is_not_there_is_wrong_usage(workspace: Write, kamgen: Run) -> None:
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN})
    for arguments in (("build", "nobody"), ("brief", "nobody")):
        said = kamgen(*arguments, root=root)
        assert said.code == 2
        assert "nobody" in said.err


def test_a_machine_without_the_libraries_gets_everything_but_briefs_and_one_clear_line(
    workspace: Write, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint/__init__.py").write_text(
        "print('a page of advice')\nraise OSError(\"cannot load library 'libgobject-2.0-0': no such file\")\n",
        encoding="utf-8",
    )
    root = workspace({"accounts/acme.yaml": JOINT, "accounts/beta.yaml": SMALLEST_PLAN})
    for jobs in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "kamgen", "--workspace", str(root), "build", "--force", "--jobs", jobs],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
        )
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert line.startswith("kamgen: The libraries that lay out PDF are missing (cannot load library")
        assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in line
        assert "kamgen doctor" in line
        assert "advice" not in done.stdout
        page = (root / "site/accounts/acme.html").read_text(encoding="utf-8")
        assert "-plan.pdf" not in page


@pytest.mark.pdf
def test_briefs_are_laid_out_once(workspace: Write, kamgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace({"accounts/acme.yaml": JOINT, "accounts/beta.yaml": SMALLEST_PLAN})
    first = kamgen("build", root=root)
    assert (first.code, first.err) == (0, "")
    assert "6 of them PDF" in first.out
    assert sorted(path.name for path in (root / "site/briefs").iterdir()) == [
        "acme-card.pdf",
        "acme-plan.pdf",
        "acme-review.pdf",
        "beta-card.pdf",
        "beta-plan.pdf",
        "portfolio.pdf",
    ]
    # A fresh clone on another machine: the site is there, the cache is not.
    monkeypatch.setenv("KAMGEN_CACHE", str(root / "other-cache"))
    assert kamgen("build", root=root).out.startswith("Nothing changed.")
    before = {path: path.stat().st_mtime_ns for path in (root / "site/briefs").iterdir()}
    (root / "accounts/acme.yaml").write_text(JOINT + "summary: New\n", encoding="utf-8")
    assert kamgen("build", root=root).code == 0
    laid_out = {path.name for path, moment in before.items() if path.stat().st_mtime_ns != moment}
    assert "acme-plan.pdf" in laid_out
    assert not laid_out & {"acme-review.pdf", "beta-card.pdf", "beta-plan.pdf"}, "they say nothing of the summary"


@pytest.mark.pdf
def test_characters_that_no_font_can_draw_fail_their_brief_by_name(workspace: Write, kamgen: Run) -> None:
    # A character of a block that is reserved for private use: no font of a system draws it.
    root = workspace({"accounts/acme.yaml": SMALLEST_PLAN + "tags: ['\\uE123']\nsummary: \"box \\uE123 here\"\n"})
    said = kamgen("build", root=root)
    assert said.code == 2
    assert "U+E123" in said.err
    assert not (root / "site/briefs/acme-plan.pdf").exists()
    assert (root / "site/accounts/acme.html").is_file()
    allowed = kamgen("build", "--allow-missing-glyphs", root=root)
    assert allowed.code == 0
    assert (root / "site/briefs/acme-plan.pdf").is_file()
    strict = kamgen("build", root=root)
    assert strict.code == 2, "boxes that were allowed once are not allowed for ever"
    assert "U+E123" in strict.err


def test_a_bug_is_reported_without_a_traceback_or_any_text_of_the_plans(
    workspace: Write, kamgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kamgen.output import site

    words = " of ".join(("secret", "Acme"))

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(words)

    monkeypatch.setattr(site, "last_build", broken)
    said = kamgen("build", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert said.code == 3
    assert "Traceback" not in said.err
    report = Path(said.err.split("A report is in ")[1].split(";")[0])
    text = report.read_text(encoding="utf-8")
    report.unlink()
    assert "RuntimeError" in text
    assert "site.py" in text
    assert "secret of Acme" not in text


def test_an_interrupt_that_other_code_turned_into_an_error_is_still_an_interrupt(
    workspace: Write, kamgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kamgen.commands import main
    from kamgen.output import site

    def wrapped(*_: object, **__: object) -> None:
        main._interrupts.append(2)
        raise ValueError("an error of a library's own")

    monkeypatch.setattr(main, "_interrupts", [])
    monkeypatch.setattr(site, "last_build", wrapped)
    said = kamgen("build", root=workspace({"accounts/acme.yaml": SMALLEST_PLAN}))
    assert said.code == 130
    assert said.err == "\nInterrupted; nothing was left half-written.\n"


def test_a_reader_that_goes_away_is_no_error(workspace: Write) -> None:
    root = workspace({f"accounts/a{n}.yaml": SMALLEST_PLAN for n in range(40)})
    command = f"'{sys.executable}' -m kamgen --workspace '{root}' score --format json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert done.stderr == b""


def test_a_command_that_is_not_there_offers_the_nearest(kamgen: Run) -> None:
    said = kamgen("biuld")
    assert said.code == 2
    assert "Did you mean 'build'?" in said.err


def test_help_has_an_example_for_every_command(kamgen: Run) -> None:
    from kamgen.commands.main import COMMANDS

    for command in COMMANDS:
        assert "Example:" in kamgen(command, "--help").out
