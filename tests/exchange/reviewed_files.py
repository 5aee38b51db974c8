"""Whole outputs, compared with files that a person has looked at.

After a change that is meant, ``KAMGEN_REVIEW=1 pytest tests/exchange tests/checks`` writes the files anew; look at what
git shows.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = "reviewed"
"""Beside the tests that compare with it."""


def assert_as_reviewed(name: str, text: str, tests: Path = Path(__file__).parent) -> None:
    path = tests / FOLDER / name
    if os.environ.get("KAMGEN_REVIEW"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()
