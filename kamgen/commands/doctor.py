"""``kamgen doctor``: what this machine has and lacks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kamgen.commands.options import color_option, wants_color

if TYPE_CHECKING:
    from kamgen.output.machine import Part


@click.command(name="doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quiet", is_flag=True, help="Say nothing; the exit code tells")
@color_option
def command(form: str, quiet: bool, color: str) -> int:
    """Say what this machine has and lacks for kamgen, and the command that mends what is missing.

    Ends with 0 when everything is there, with 2 when something is missing. It needs no workspace.

    \b
    Example:
      kamgen doctor
      kamgen doctor --format json
    """
    from kamgen.output.machine import examine

    parts = examine()
    ok = all(part.ok for part in parts)
    if not quiet:
        click.echo(_json(parts, ok) if form == "json" else _text(parts, color=wants_color(color)), color=True)
    return 0 if ok else 2


def _json(parts: tuple[Part, ...], ok: bool) -> str:
    listed = [
        {"name": part.name, "state": "ok" if part.ok else "missing", "found": part.found, "mend": part.mend or None}
        for part in parts
    ]
    return json.dumps({"format": 1, "ok": ok, "parts": listed}, ensure_ascii=False, indent=2)


def _text(parts: tuple[Part, ...], *, color: bool) -> str:
    width = max(len(part.name) for part in parts)
    lines = []
    for part in parts:
        state = f"{'ok' if part.ok else 'missing':<7}"
        if color:
            state = click.style(state, fg="green" if part.ok else "red")
        lines.append(f"{state}  {part.name:<{width}}  {part.found}")
        if part.mend:
            lines.append(f"{'':<7}  {'':<{width}}  → {part.mend}")
    missing = sum(not part.ok for part in parts)
    counted = "1 thing is" if missing == 1 else f"{missing} things are"
    lines.append("Everything is there." if not missing else f"{counted} missing; mend them, then run this again.")
    return "\n".join(lines)
