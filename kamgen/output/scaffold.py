"""What ``init`` and ``new`` write: a workspace and a plan, from the templates in ``scaffold/``.

The templates are YAML, JSON and Markdown with a few places to fill: days around a given one, so that a fresh sample
is never stale, and texts, quoted as YAML. Nothing is ever overwritten, and a failure leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jinja2
import yaml
from jinja2.sandbox import SandboxedEnvironment

from kamgen import __version__
from kamgen.checks.editor_schema import plan_schema, settings_schema
from kamgen.output.folders import own_templates, templates_folder
from kamgen.output.pdf import FONT_PACKAGE, PACKAGES
from kamgen.output.staging import CannotWrite
from kamgen.output.template_errors import explained
from kamgen.plan.settings import Settings
from kamgen.plan.values import Language
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE
from kamgen.workspace.schema import schema_text

FOLDER = "scaffold"
"""Folder of the templates, in kamgen's own and in a workspace's."""

EXAMPLE = "example-customer"
LONGEST_NAME = 200
"""Characters of an account's name; it stands in headings and file lists."""

_COMMON = {
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".github/actions/kamgen/action.yml": "github-action.yml",
    ".github/workflows/kamgen.yml": "github-workflow.yml",
    ".gitignore": "gitignore",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".vscode/settings.json": "vscode-settings.json",
    "CODEOWNERS": "CODEOWNERS",
}
"""Files of a workspace and their templates, which have no leading dot: git would obey them here."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


class AlreadyThere(CannotWrite):
    """Files that would have to be overwritten; nothing was written.

    Attributes:
        addresses: Every such file, relative to the target.

    """

    def __init__(self, target: Path, addresses: tuple[str, ...]) -> None:
        self.addresses = addresses
        listed = "".join(f"\n  {address}" for address in addresses)
        super().__init__(
            f"nothing was written, because this is already in {target}:{listed}\n"
            "Move it away, or name another folder: kamgen init DIR"
        )


def begin_workspace(target: Path, language: Language, day: date, *, sample: bool = False) -> tuple[str, ...]:
    """Write a new workspace into a folder, which may be there already; return its files, relative and sorted.

    Args:
        target: The folder.
        language: Of the texts, and of the pages to come.
        day: Days in the plans lie around this one.
        sample: Two complete plans instead of one short example.

    Raises:
        AlreadyThere: if a file would have to be overwritten; nothing is written then.
        CannotWrite: if the folder cannot be written; what was written is taken back.

    """
    files = workspace_files(language, day, sample=sample)
    _refuse_conflicts(target, files)
    _write_new(target, files)
    return tuple(files)


def workspace_files(language: Language, day: date, *, sample: bool = False) -> dict[str, str]:
    """Return the files of a new workspace with their texts, sorted by name."""
    templates = _environment([templates_folder()])
    names = _COMMON | {"README.md": f"README.{language}.md"}
    if sample:
        folder = f"sample/{language}"
        names[SETTINGS_FILE] = f"{folder}/{SETTINGS_FILE}"
        for name in sorted(templates.list_templates(filter_func=_is_within(f"{FOLDER}/{folder}/"))):
            file = name.rsplit("/", 1)[-1]
            if file != SETTINGS_FILE:
                names[f"{ACCOUNTS_FOLDER}/{file}"] = f"{folder}/{file}"
    else:
        names[SETTINGS_FILE] = f"kamgen.{language}.yaml"
        names[f"{ACCOUNTS_FOLDER}/{EXAMPLE}.yaml"] = f"example.{language}.yaml"
    values = _days(day) | {"version": __version__, "packages": f"{PACKAGES} {FONT_PACKAGE}"}
    files = {address: templates.get_template(f"{FOLDER}/{name}").render(values) for address, name in names.items()}
    files["plan.schema.json"] = schema_text(plan_schema(language))
    files["kamgen.schema.json"] = schema_text(settings_schema(language))
    return dict(sorted(files.items()))


def begin_plan(root: Path, account_id: str, name: str, settings: Settings, day: date) -> str:
    """Write a new plan into a workspace and return its file, relative to the root.

    Its language is the settings', its owner the first member of the team. A workspace's own
    ``templates/scaffold/plan.en.yaml`` (or ``zh``) takes the place of kamgen's.

    Raises:
        CannotWrite: if there is such a plan already, or the file cannot be written.

    """
    address = f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
    taken = _taken(root / ACCOUNTS_FOLDER, account_id)
    if taken is not None:
        raise CannotWrite(f"there is a plan {taken} already: choose another id, or edit that file")
    _write_new(root, {address: plan_text(root, account_id, name, settings, day)})
    return address


def plan_text(root: Path, account_id: str, name: str, settings: Settings, day: date) -> str:
    """Return the text of a new plan.

    Raises:
        OwnTemplateError: if the workspace's own template is wrong.

    """
    own = own_templates(root)
    templates = _environment([own, templates_folder()])
    values = {
        "id": account_id,
        "name": yaml_scalar(name),
        "owner": settings.team[0].id if settings.team else "nobody",
        "currency": settings.currency,
    }
    with explained(own if own.is_dir() else None, templates_folder()):
        return templates.get_template(f"{FOLDER}/plan.{settings.language}.yaml").render(_days(day) | values)


def yaml_scalar(text: str) -> str:
    """Return a one-line text as a YAML value: as it is where YAML reads it so, else in double quotes."""
    try:
        plain = yaml.safe_load(f"name: {text}\n") == {"name": text} and yaml.safe_load(f"[{text}]") == [text]
    except (yaml.YAMLError, ValueError):
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def name_from(account_id: str) -> str:
    """Return a first guess at an account's name: ``north-foods`` becomes ``North Foods``."""
    return " ".join(word.capitalize() for word in account_id.split("-") if word)


def clean_name(name: str) -> str | None:
    """Return a name on one line without needless spaces; None if it is empty, too long or cannot be written."""
    name = " ".join(name.split())
    unwritable = any(unicodedata.category(character) in ("Cc", "Cs", "Cn") for character in name)
    return None if not name or len(name) > LONGEST_NAME or unwritable else name


def is_id(text: str) -> bool:
    """Tell whether a text can be an account's id, and so a file's name on every system."""
    return _ID.fullmatch(text) is not None and text not in _DEVICES


def suggested_id(text: str) -> str:
    """Return the id most like a text; a general one where nothing of it can be kept, as in Chinese."""
    stem = re.split(r"[/\\]", text.strip().rstrip("/\\"))[-1]
    stem = re.sub(r"\.ya?ml$", "", stem, flags=re.IGNORECASE)
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", letters)).strip("-")[:64].strip("-")
    if slug in _DEVICES:
        return f"{slug}-account"
    return slug or "north-foods"


def repository_above(folder: Path) -> Path | None:
    """Return the root of the git repository that a folder lies in, if it lies in one."""
    folder = folder.resolve()
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


def _environment(folders: list[Path]) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader([str(folder) for folder in folders])
    return SandboxedEnvironment(
        loader=loader,
        autoescape=False,  # not HTML: YAML and Markdown, and texts are quoted as YAML
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )


def _is_within(prefix: str) -> Any:
    return lambda name: name.startswith(prefix)


def _days(today: date) -> dict[str, Any]:
    """Return what templates say days and years with, both counted from a day."""
    return {
        "day": lambda days: (today + timedelta(days=days)).isoformat(),
        "year": lambda years: str(today.year + years),
    }


def _refuse_conflicts(target: Path, files: Mapping[str, str]) -> None:
    if os.path.lexists(target) and not target.is_dir():
        raise CannotWrite(f"{target} is not a folder: name another, or leave DIR out to use the folder you are in")
    found: set[str] = set()
    for address in files:
        path = target / address
        if os.path.lexists(path):
            found.add(address)
        for folder in path.parents:
            if folder == target:
                break
            if os.path.lexists(folder) and not folder.is_dir():
                found.add(f"{folder.relative_to(target).as_posix()} (a folder is needed)")
    if found:
        raise AlreadyThere(target, tuple(sorted(found)))


def _taken(folder: Path, account_id: str) -> str | None:
    """Return the file that an id would clash with on any system, if there is one."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise CannotWrite(f"{folder} is not a folder: plans lie in {ACCOUNTS_FOLDER}/. Move that file away.")
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    clashing = {f"{account_id}.yaml", f"{account_id}.yml"}
    return next((f"{ACCOUNTS_FOLDER}/{name}" for name in names if name.casefold() in clashing), None)


def _write_new(target: Path, files: Mapping[str, str]) -> None:
    """Write files that must not be there yet; take everything back if one cannot be written."""
    made: list[Path] = []
    try:
        for address, text in files.items():
            path = target / address
            _make_folders(path.parent, made)
            with path.open("xb") as file:
                made.append(path)
                file.write(text.encode("utf-8"))
    except BaseException as error:
        for path in reversed(made):
            _take_back(path)
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            raise CannotWrite(
                f"{error.filename or target} cannot be written ({reason}); nothing was left behind. "
                "Change its permissions, or use another folder."
            ) from error
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        made.append(place)


def _take_back(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return
