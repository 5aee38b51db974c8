"""A place in a file as words that lead there, where the files can be read in the browser."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urldefrag

from kamgen.plan.web_address import FILE, LINE


class SourceLink(NamedTuple):
    """A file and line as people read it, and its web address.

    Attributes:
        label: ``accounts/acme.yaml:12``; only the line where the link before it is one to the same file.
        href: Empty where the settings do not say where files are read in the browser.
        before: What stands between the link before it and this one.

    """

    label: str
    href: str = ""
    before: str = ""


def source_address(repository: str, file: str, line: int | None) -> str:
    """Return the web address of a line of a file; of the file where no line is known.

    Args:
        repository: A folder's address or a template, as :func:`~kamgen.plan.web_address.read_repository` gives it.
        file: The file relative to the workspace, with forward slashes. It may have any name: what would mean something
            in an address is quoted.
        line: From 1.

    """
    template = repository if FILE in repository else f"{repository.rstrip('/')}/{FILE}#L{LINE}"
    if line is None:
        whole, fragment = urldefrag(template)
        template = (whole if LINE in fragment else template).replace(LINE, "1")
    # In this order, or a file that is called {line} would have a number. Names that are no UTF-8 hold surrogates.
    return template.replace(LINE, str(line)).replace(FILE, quote(file, safe="/", errors="surrogateescape"))
