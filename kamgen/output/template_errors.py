"""What is wrong with a workspace's own template: the file, the line, and a way out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

import jinja2


class OwnTemplateError(Exception):
    """A template of the workspace is wrong; its text says where, why, and what to do.

    Attributes:
        file: The file, from the workspace: ``templates/site/account.html``.
        line: The line in it; None where the file as a whole is meant.
        reason: What is wrong.

    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(file, line, reason)

    def __str__(self) -> str:
        """Return the sentences for a person."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.reason.rstrip('.')}. Mend it, or move it away: then kamgen's own takes its place."


def name_of(path: Path, own: Path) -> str:
    """Return the name of a file of a workspace's templates as people write it: ``templates/site/account.html``."""
    return f"{own.name}/{path.relative_to(own).as_posix()}"


@contextmanager
def explained(own: Path | None, kamgens: Path) -> Iterator[None]:
    """Turn whatever rendering with a workspace's own templates raises into one error that names the file and line.

    Args:
        own: The folder of the workspace's own; None where no such template is at work: then an error stays what it is.
        kamgens: The folder of kamgen's.

    Raises:
        OwnTemplateError: if it came out of a template.

    """
    try:
        yield
    except OwnTemplateError:
        raise
    except Exception as error:
        told = None if own is None else _told(error, own, kamgens)
        if told is None:
            raise
        raise told from error


def _told(error: Exception, own: Path, kamgens: Path) -> OwnTemplateError | None:
    """Return what to tell of an error; None where none of the workspace's own templates was at work."""
    places = list(_places(error))
    at_work = [place for place in places if place[0].is_relative_to(own)]
    if not at_work:
        return None
    path, line = at_work[-1]
    deepest = next((place for place in reversed(places) if place[0].is_relative_to(kamgens)), None)
    within = "" if deepest is None or places.index(deepest) < places.index(at_work[-1]) else _within(*deepest, kamgens)
    return OwnTemplateError(name_of(path, own), line, reason_of(error) + within)


def _within(path: Path, line: int, kamgens: Path) -> str:
    return f" (in kamgen's own {path.relative_to(kamgens).as_posix()}:{line})"


def reason_of(error: Exception) -> str:
    """Return why a template cannot be used, in one sentence."""
    if isinstance(error, jinja2.TemplateNotFound):
        return missing_template(str(error.name), ())
    if isinstance(error, RecursionError):
        return "templates include one another without end"
    if isinstance(error, jinja2.TemplateError):
        return str(error.message)
    if isinstance(error, UnicodeDecodeError):
        return "this is not UTF-8 text"
    return f"{error} ({type(error).__name__})"


def missing_template(name: str, names: Iterable[str]) -> str:
    """Return the sentence about a template that is not there, with the name that was perhaps meant."""
    near = difflib.get_close_matches(name, list(names), n=1)
    return f"there is no template {name}" + (f"; did you mean {near[0]}" if near else "")


def _places(error: Exception) -> Iterable[tuple[Path, int]]:
    """Yield files and lines that an error came through, the innermost last."""
    for frame, line in walk_tb(error.__traceback__):
        yield Path(frame.f_code.co_filename), line
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename is not None:
        yield Path(error.filename), error.lineno
