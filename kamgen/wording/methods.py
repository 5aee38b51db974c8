"""The methods that kamgen carries out, in both languages: what each is, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["S0", "S1", "S2", "S3", "S4"]


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name and what kamgen does about it, English first, Chinese second.

    Attributes:
        name: What people call it.
        text: What the source asks for and what kamgen does, in Markdown.
        sources: Keys of :data:`SOURCES`.
        our_reading: Whether the source gives a name only, and the content is kamgen's reading of it.

    """

    name: tuple[str, str]
    text: tuple[str, str]
    sources: tuple[Source, ...]
    our_reading: bool = False


SOURCES: dict[Source, tuple[str, str]] = {}
"""What each source is, English first, Chinese second."""

METHODS: dict[str, Method] = {}
"""Every method by its letter and number, in the order in which an account is worked."""
