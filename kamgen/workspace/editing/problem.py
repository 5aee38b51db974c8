"""Why a value is not changed, as a value that others say."""

from __future__ import annotations

from kamgen.wording.phrase import Phrase


class NotEdited(Exception):
    """What was asked for cannot be done with this text.

    Attributes:
        message: Why.
        hints: Ways out, and what there is to choose from.
        line: The line that it is about, from 1; None where it is about none.

    """

    def __init__(self, message: Phrase, *hints: Phrase | None, line: int | None = None) -> None:
        super().__init__(message.pattern)
        self.message = message
        self.hints = tuple(hint for hint in hints if hint is not None)
        self.line = line
