"""Where kamgen's own files and a workspace's own templates are."""

from __future__ import annotations

from pathlib import Path


def code_folder() -> Path:
    """Return the folder of kamgen's own modules."""
    return Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """Return the folder of kamgen's own templates: inside the installed package, or beside it in a checkout."""
    packaged = code_folder() / "templates"
    return packaged if packaged.is_dir() else code_folder().parent / "templates"


def own_templates(root: Path) -> Path:
    """Return the folder of a workspace's own templates; it may not exist."""
    return root / "templates"
