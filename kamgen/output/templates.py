"""The jinja environment: kamgen's templates, overridden file by file by a workspace's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2

from kamgen.output.folders import templates_folder


class Templates:
    """Everything that is rendered from templates; a workspace's own ``templates/`` wins file by file."""

    def __init__(self, own: Path | None = None, cache: Path | None = None) -> None:
        folders = [templates_folder()]
        if own is not None and own.is_dir() and own.resolve() != folders[0].resolve():
            folders.insert(0, own)
        self.folders = tuple(folders)
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_compiled(cache),
            auto_reload=False,
        )

    def render(self, name: str, **values: Any) -> str:
        """Return a template's text with these values; ``t`` is the page's :class:`~kamgen.wording.language.Wording`.

        Raises:
            jinja2.TemplateError: if a workspace's own template is wrong.

        """
        return self._environment.get_template(name).render(**values)

    def text(self, name: str) -> str:
        """Return a file of the templates as it stands, such as a style sheet."""
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                return path.read_text(encoding="utf-8")
        raise FileNotFoundError(name)


def _compiled(cache: Path | None) -> jinja2.BytecodeCache | None:
    """Return where compiled templates are kept; None where the folder cannot be written."""
    if cache is None:
        return None
    try:
        cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(cache)) if os.access(cache, os.W_OK | os.X_OK) else None
