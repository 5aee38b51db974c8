"""Programs of npm that tests run on Node; ``package.json`` names them, ``scripts/setup`` installs them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

MODULES = Path(sys.prefix) / "node" / "node_modules"


def why_missing(program: Path) -> str | None:
    """Return why a program in ``MODULES`` cannot run here, or None if it can."""
    if shutil.which("node") is None:
        return "no node on this machine (Debian: apt-get install nodejs npm)"
    name = program.relative_to(MODULES).parts[0]
    return None if program.is_file() else f"{name} is not installed; scripts/test installs it with npm"
