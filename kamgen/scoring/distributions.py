"""How the accounts spread over matrix, 5A classes, stars and slices, by number and by value (A2, A3, A6, F3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import get_args

from kamgen.plan.settings import Scoring
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import AccountScores, Distributions, Placement, Portion, Quadrant, SliceName

Key = str | int | None
Values = dict[Key, list[Decimal | None]]


def distribute(
    scores: Mapping[str, AccountScores], placements: Mapping[str, Placement], scoring: Scoring
) -> Distributions:
    """Return how many accounts are in each quadrant, class, number of stars and slice, and what they are worth.

    Value is the pyramid's measure. Portions stand from the best to the least, also where no account is in them, and
    end with the accounts of which it is not known: over each list, accounts add up to all accounts.
    """
    matrix = _places(get_args(Quadrant))
    classes = _places(label for _, label in scoring.classes)
    stars = _places(number for _, number in scoring.stars)
    slices = _places(get_args(SliceName))
    for account_id in sorted(scores):
        score = scores[account_id]
        measure, standing = score.metrics.get(scoring.pyramid.by), score.key_account
        value = measure if isinstance(measure, Decimal) else None
        matrix[standing.quadrant].append(value)
        classes[standing.class_label].append(value)
        stars[standing.stars].append(value)
        slices[placements[account_id].slice_name].append(value)
    return Distributions(_portions(matrix), _portions(classes), _portions(stars), _portions(slices))


def _places(keys: Iterable[Key]) -> Values:
    """Return a place for the values of each key, each once, and one for the unknown."""
    return {key: [] for key in (*keys, None)}


def _portions(values: Values) -> tuple[Portion, ...]:
    """Return what is in each place, with its share of the value in all of them."""
    worth = {key: known_sum(found) for key, found in values.items()}
    whole = known_sum(part.amount for part in worth.values()).amount
    return tuple(Portion(key, len(values[key]), part, _share(part.amount, whole)) for key, part in worth.items())


def _share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or whole is None or whole <= 0 else part / whole
