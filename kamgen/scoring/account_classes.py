"""5A classes: five classes of accounts as bands of the composite score (method: A6, source S3, our reading).

The source names the classes A1 to A5 and no more. Read as bands of the composite score (A1), from 85, 70, 55, 40 and 0
points unless the settings say otherwise; the settings may also name them differently.
"""

from __future__ import annotations

from decimal import Decimal

from kamgen.plan.settings import Scoring
from kamgen.scoring.thresholds import first_reached


def account_class(score: Decimal | None, scoring: Scoring) -> str | None:
    """Return the label of the class that a composite score (0 to 100) is in.

    None where the score is unknown, and where it is below every class of the settings.
    """
    return first_reached(score, scoring.classes)
