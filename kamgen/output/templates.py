"""The jinja environment: kamgen's templates, overridden file by file, or block by block, by a workspace's own.

A workspace's ``templates/site/account.html`` takes the place of kamgen's. It changes one block and keeps the rest when
it begins with ``{% extends "kamgen/site/account.html" %}``: under ``kamgen/`` kamgen's own are always there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from kamgen.output.folders import templates_folder
from kamgen.output.template_checks import KAMGENS, check_links, check_template
from kamgen.output.template_errors import explained

_NO_TEMPLATES = ("site/assets/", "scaffold/")
_OWN_BRIEF_STYLE = "briefs/own.css"


class Templates:
    """Everything that is rendered from templates; a workspace's own ``templates/`` wins file by file.

    A workspace's templates may come from anyone's pull request, so they run in jinja's sandbox: they see what pages
    say, and no more of Python. Where there are none, kamgen's run without it, twice as fast (2.5 ms for an account's
    page instead of 4.8); both write the same.

    Raises:
        OwnTemplateError: if one of the workspace's own has a mistake that shows without rendering it.

    """

    def __init__(self, own: Path | None = None, cache: Path | None = None) -> None:
        kamgens = templates_folder()
        self._own = own if own is not None and own.is_dir() and own.resolve() != kamgens.resolve() else None
        self.folders = (kamgens,) if self._own is None else (self._own, kamgens)
        self._own_names = () if self._own is None else _own_names(self._own)
        environment = SandboxedEnvironment if self._own_names else jinja2.Environment
        self._environment = environment(
            loader=jinja2.ChoiceLoader(
                [
                    jinja2.PrefixLoader({KAMGENS: jinja2.FileSystemLoader(kamgens)}),
                    jinja2.FileSystemLoader(self.folders),
                ]
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # Compiled code calls what it was compiled for: the sandbox's must never be taken from outside it.
            bytecode_cache=_compiled(None if cache is None else cache / environment.__name__),
            auto_reload=False,
        )
        for name in self._own_names:
            check_template(self._environment, self.folders[0], name)

    def render(self, name: str, **values: Any) -> str:
        """Return a template's text with these values; ``t`` is the page's :class:`~kamgen.wording.language.Wording`.

        Raises:
            OwnTemplateError: if a workspace's own template is wrong.

        """
        with explained(self.folders[0] if self._own_names else None, templates_folder()):
            return self._environment.get_template(name).render(**values)

    def read(self, name: str) -> str:
        """Return a file of the templates as it stands, such as a style sheet."""
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                return path.read_text(encoding="utf-8")
        raise FileNotFoundError(name)

    def own_brief_style(self) -> str:
        """Return the workspace's own ``briefs/own.css``, which comes after kamgen's; empty where there is none."""
        own = None if self._own is None else self._own / _OWN_BRIEF_STYLE
        return own.read_text(encoding="utf-8") if own is not None and own.is_file() else ""


def _own_names(own: Path) -> tuple[str, ...]:
    """Return the names of a workspace's own templates; what is only copied or read as text is not among them."""
    check_links(own)
    paths = sorted(path for path in own.rglob("*") if path.suffix in (".html", ".svg") and path.is_file())
    names = (path.relative_to(own).as_posix() for path in paths)
    return tuple(name for name in names if not name.startswith(_NO_TEMPLATES) and not _is_logo(name))


def _is_logo(name: str) -> bool:
    """Tell whether it is a picture that briefs show: those are drawn as they stand."""
    return name.startswith("briefs/") and name.endswith(".svg")


def _compiled(cache: Path | None) -> jinja2.BytecodeCache | None:
    """Return where compiled templates are kept; None where the folder cannot be written."""
    if cache is None:
        return None
    try:
        cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(cache)) if os.access(cache, os.W_OK | os.X_OK) else None
