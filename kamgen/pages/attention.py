"""What needs a person's attention about one account: the first thing every page says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamgen.wording.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing to look after.

    Attributes:
        urgency: 0 to 100; the highest stands first.
        message: A sentence that a colleague would say.
        anchor: The section of the account's page that it is about, such as ``power-map``.
        due: The day it is or was due, where there is one.
        owner: Id of the member who looks after it, where there is one.

    """

    urgency: int
    message: Phrase
    anchor: str
    due: date | None = None
    owner: str | None = None
