"""What a method is: its name and text in both languages, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["S0", "S1", "S2", "S3", "S4"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method: its name and what kamgen does about it, English first, Chinese second.

    Attributes:
        name: What people call it.
        text: What it asks for and what kamgen does, in Markdown. In backticks stand keys of plans and settings
            (``goals.strategies``), names of metrics, and formulas; a paragraph in Chinese is one line.
        sources: Keys of :data:`kamgen.wording.methods.SOURCES`.
        our_reading: Whether the source gives a name only, and the content is kamgen's reading of it.

    """

    name: tuple[str, str]
    text: tuple[str, str]
    sources: tuple[Source, ...]
    our_reading: bool = False
