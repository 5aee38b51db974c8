"""What kept the site from being built, as a finding like those of the plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kamgen.output.staging import CannotWrite
from kamgen.output.template_errors import OwnTemplateError
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding

Report = Callable[[Exception], Path | None]
"""Keeps what is known of a bug of kamgen's and returns the file; None where none can be written."""


def failure(error: Exception, root: Path, report: Report) -> Finding:
    """Return why the site could not be built: a template of the workspace's own, the disk, or a bug of kamgen's."""
    if isinstance(error, OwnTemplateError):
        return _wrong_template(error, root)
    if isinstance(error, CannotWrite):
        return _without_a_place("cannot-write", str(error))
    return _bug(error, report(error))


def missing_brief(problem: str) -> Finding:
    """Return why a brief could not be made."""
    return _without_a_place("missing-brief", problem)


def _wrong_template(error: OwnTemplateError, root: Path) -> Finding:
    source = "" if error.line is None else _line_of(root / error.file, error.line)
    return Finding(
        rule="wrong-template",
        level="error",
        message=phrase("this template is wrong: {problem}", problem=error.reason),
        file=error.file,
        hint=phrase("mend it, or move it away: then kamgen's own takes its place"),
        line=error.line,
        column=len(source) - len(source.lstrip()) + 1 if source else None,
        width=max(1, len(source.strip())),
        source=source or None,
    )


def _line_of(path: Path, number: int) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _bug(error: Exception, report: Path | None) -> Finding:
    message = phrase("this is a bug in kamgen: {problem}", problem=f"{type(error).__name__}: {error}")
    hint = phrase("please send its authors the report, which holds no text of your plans: {file}", file=str(report))
    return Finding("bug", "error", message, file="", hint=None if report is None else hint)


def _without_a_place(rule: str, problem: str) -> Finding:
    return Finding(rule, "error", phrase("{problem}", problem=problem), file="")
