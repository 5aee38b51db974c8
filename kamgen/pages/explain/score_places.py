"""Where the figures of a score are written: file and line, as people and editors know them."""

from __future__ import annotations

from typing import NamedTuple

from kamgen.scoring.explanation import Path, Source
from kamgen.workspace.locate import Places
from kamgen.workspace.root import ACCOUNTS_FOLDER, SETTINGS_FILE

_PURCHASES = ("value", "purchases")


class Written(NamedTuple):
    """A file of the workspace and a line in it; no line where a figure is the sum of many."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        """Return ``accounts/acme.yaml:123``, which editors and terminals open."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class ScorePlaces:
    """Where the figures of one account's scores are written.

    Lines are looked up when they are asked for, since most scores are never explained.
    """

    def __init__(self, account_id: str, plan_text: str, settings_places: Places) -> None:
        """Take the text of an account's plan, and the places of the settings, which all accounts share."""
        self._plan = f"{ACCOUNTS_FOLDER}/{account_id}.yaml"
        self._purchases = f"{ACCOUNTS_FOLDER}/{account_id}.purchases.csv"
        self._in_plan = Places(plan_text)
        self._in_settings = settings_places

    def of(self, source: Source) -> Written | None:
        """Return where a source is written; None for a setting that nobody wrote, so that kamgen's own holds.

        Purchases that do not stand in the plan are in the file beside it.
        """
        if source.of == "settings":
            line = self._in_settings.line(source.path)
            return None if line is None else Written(SETTINGS_FILE, line)
        line = self._in_plan.line(source.path)
        if line is not None:
            return Written(self._plan, line)
        return Written(self._purchases) if source.path[:2] == _PURCHASES else None

    def of_plan(self, path: Path) -> Written:
        """Return where something is written in the plan, or what it would be added to."""
        for end in range(len(path), 0, -1):
            line = self._in_plan.line(path[:end])
            if line is not None:
                return Written(self._plan, line)
        return Written(self._plan)
