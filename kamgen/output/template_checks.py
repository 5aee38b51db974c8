"""Mistakes in a workspace's own templates that show before anything is rendered with them.

jinja says nothing about a block that the page does not have: what stands in it is on no page. After an upgrade of
kamgen that renames a block, a workspace's own words would be gone without a sound.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

from kamgen.output.template_errors import OwnTemplateError, missing_template, name_of, reason_of

KAMGENS = "kamgen"
"""Prefix of the names under which kamgen's own templates cannot be overridden."""


def check_links(own: Path) -> None:
    """Refuse links out of a workspace's templates: whatever they lead to would be published with the site.

    Raises:
        OwnTemplateError: for the first one.

    """
    inside = own.resolve()
    if not inside.is_relative_to(own.parent.resolve()):
        raise OwnTemplateError(f"{own.name}/", None, "it is a link that leads out of the workspace")
    for base, folders, files in os.walk(own):
        for path in (Path(base, name) for name in sorted(folders + files)):
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                raise OwnTemplateError(name_of(path, own), None, f"it is a link that leads out of {own.name}/")


def check_template(environment: jinja2.Environment, own: Path, name: str) -> None:
    """Check one of a workspace's own templates: its syntax, and that it goes with kamgen's.

    Args:
        environment: Finds and parses templates; the workspace's own and kamgen's.
        own: The folder of the workspace's own.
        name: The template's name, such as ``site/account.html``.

    Raises:
        OwnTemplateError: for the first mistake.

    """
    tree = _parsed(environment, own, name)
    extended = tree.find(nodes.Extends)
    if extended is None:
        _check_macros(environment, own, name, tree)
        return
    parent = _parent(tree)
    if parent is None:
        return
    file = name_of(own / name, own)
    if parent == name:
        reason = f'it extends itself; kamgen\'s own is {{% extends "{KAMGENS}/{name}" %}}'
        raise OwnTemplateError(file, extended.lineno, reason)
    try:
        known = set(_blocks_of(environment, own, parent))
    except jinja2.TemplateNotFound as error:
        reason = missing_template(str(error.name), environment.list_templates())
        raise OwnTemplateError(file, extended.lineno, reason) from error
    for block in tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            near = difflib.get_close_matches(block.name, known, n=1)
            there = f"did you mean {near[0]}" if near else f"its blocks are {', '.join(sorted(known))}"
            raise OwnTemplateError(file, block.lineno, f"{parent} has no block {block.name}; {there}")


def _check_macros(environment: jinja2.Environment, own: Path, name: str, tree: nodes.Template) -> None:
    """Tell what a file of macros lacks that kamgen's own of the same name has: kamgen's templates call it."""
    try:
        kamgens = _parsed(environment, own, f"{KAMGENS}/{name}")
    except jinja2.TemplateNotFound:
        return
    if any(isinstance(node, nodes.Output) and not _is_blank(node) for node in kamgens.body):
        return  # a page or a part of one, and its macros are its own affair
    there = {node.name for node in tree.body if isinstance(node, nodes.Macro)}
    there |= {target.name for node in tree.find_all(nodes.Assign) for target in node.find_all(nodes.Name)}
    missing = sorted({macro.name for macro in kamgens.find_all(nodes.Macro)} - there)
    if missing:
        reason = f"it lacks {', '.join(missing)}, which kamgen's own templates call"
        raise OwnTemplateError(name_of(own / name, own), None, reason)


def _is_blank(output: nodes.Output) -> bool:
    return all(isinstance(node, nodes.TemplateData) and not node.data.strip() for node in output.nodes)


def _blocks_of(environment: jinja2.Environment, own: Path, name: str) -> Iterator[str]:
    """Yield the names of the blocks of a template and of all that it extends."""
    seen: set[str] = set()
    following: str | None = name
    while following is not None and following not in seen:
        seen.add(following)
        tree = _parsed(environment, own, following)
        yield from (block.name for block in tree.find_all(nodes.Block))
        following = _parent(tree)


def _parent(tree: nodes.Template) -> str | None:
    """Return the name of the template that one extends; None where it extends none, or one that it computes."""
    extended = tree.find(nodes.Extends)
    if extended is None or not isinstance(extended.template, nodes.Const):
        return None
    return str(extended.template.value)


def _parsed(environment: jinja2.Environment, own: Path, name: str) -> nodes.Template:
    if environment.loader is None:
        raise jinja2.TemplateNotFound(name)
    try:
        source, filename, _ = environment.loader.get_source(environment, name)
        return environment.parse(source, name, filename)
    except (jinja2.TemplateSyntaxError, UnicodeDecodeError) as error:
        line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else None
        raise OwnTemplateError(name_of(own / name, own), line, reason_of(error)) from error
