"""Findings as a broken plan has them, with text that would like to be markup."""

from __future__ import annotations

from kamgen.preview.shown import Shown
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding

HOSTILE = "<img src=x onerror=alert(1)>"
SOURCE = f"owner: {HOSTILE}"


def finding(account: str | None = "acme", **values: object) -> Finding:
    given: dict[str, object] = {
        "rule": "unknown-key",
        "level": "error",
        "message": phrase("{key} is not a key here", key=HOSTILE),
        "file": "kamgen.yaml" if account is None else f"accounts/{account}.yaml",
        "account": account,
        "hint": phrase("did you mean {name}?", name="owner"),
        "line": 3,
        "column": 8,
        "width": len(HOSTILE),
        "source": SOURCE,
    }
    return Finding(**{**given, **values})  # type: ignore[arg-type]


def shown(*errors: Finding, **values: object) -> Shown:
    given: dict[str, object] = {"version": "a-1", "errors": errors, "kept": "accounts" if errors else "nothing"}
    return Shown(**{**given, **values})  # type: ignore[arg-type]
