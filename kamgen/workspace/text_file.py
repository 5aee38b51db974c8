"""Read a text file of a workspace, or say why it cannot be read."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.problems import Finding

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes; a plan of 10 KB is usual, so anything above this is a mistake."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_bytes(path: Path, root: Path, file: str) -> bytes | Finding:
    """Return a file's bytes, or the finding that says why they cannot be had.

    A link that leads out of the workspace is not followed: plans come from people, and what a link shows
    would end up on the site.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return _unreadable(file, phrase("this link leads out of the workspace"), phrase("put the file itself here"))
        if not path.is_file():
            return _unreadable(file, phrase("this is not a file"), phrase("remove it, or put a plan in its place"))
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return _unreadable(
                file,
                phrase(
                    "the file has {size} MB; {limit} MB is the limit",
                    size=size // 2**20,
                    limit=LARGEST_FILE // 2**20,
                ),
                phrase("a plan is a few pages of text; keep data beside it"),
            )
        return path.read_bytes()
    except PermissionError:
        return _unreadable(file, phrase("no permission to read this file"), phrase("ask for it with: chmod u+r"))
    except OSError as error:
        return _unreadable(
            file, phrase("cannot be read: {reason}", reason=error.strerror or type(error).__name__), None
        )


def decode(data: bytes, file: str) -> str | Finding:
    """Return the text of UTF-8 bytes without a byte order mark, or the finding that says what is wrong with them."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _encoding(file, phrase("this file is saved as UTF-16"), 1, 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        return _encoding(file, _other_encoding(data), line, column)
    found = _NOT_TEXT.search(text)
    if found is not None:
        start = found.start()
        return Finding(
            rule="wrong-encoding",
            level="error",
            message=phrase("there is a control character here ({code})", code=f"U+{ord(found[0]):04X}"),
            hint=phrase("delete it; it came from a copy or from another encoding"),
            file=file,
            line=text.count("\n", 0, start) + 1,
            column=start - text.rfind("\n", 0, start),
        )
    return text


def _other_encoding(data: bytes) -> Phrase:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return phrase("this file is not saved as UTF-8")
    return phrase("this file is not saved as UTF-8; it looks like GBK")


def _unreadable(file: str, message: Phrase, hint: Phrase | None) -> Finding:
    return Finding(rule="unreadable-file", level="error", message=message, hint=hint, file=file)


def _encoding(file: str, message: Phrase, line: int, column: int) -> Finding:
    return Finding(
        rule="wrong-encoding",
        level="error",
        message=message,
        hint=phrase("save it again as UTF-8 in your editor"),
        file=file,
        line=line,
        column=column,
    )
