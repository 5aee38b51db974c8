"""The forecast of several accounts together: of the portfolio, or of what one owner answers for (method: D3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kamgen.scoring.forecast import P10, P50, P90, chance_to_reach, gap_to
from kamgen.scoring.forecast_distribution import WinChance, WinDistribution, distribution_of_wins
from kamgen.scoring.known_sum import known_sum
from kamgen.scoring.score import Forecast


@dataclass(frozen=True)
class SummedForecast:
    """What the open opportunities of several accounts may bring, against their revenue goals together.

    Fields as in :class:`Forecast`, summed over the accounts that know them. ``unmeasured`` counts the accounts whose
    goal has a target and no actual: while there are any, the gap and the chance to reach the target are unknown. The
    distribution is computed when the range is asked for: few who sum up accounts want it, and it takes up to 0.2 s.
    """

    open_count: int
    unweighted: int
    weighted: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    unmeasured: int
    chances: tuple[WinChance, ...]

    @cached_property
    def wins(self) -> WinDistribution | None:
        """The distribution of the sum of all wins; None where no account knows what its opportunities are worth.

        The low ends of accounts do not add up to the low end of all: where one loses, another one wins.
        """
        return None if self.weighted is None else distribution_of_wins(self.chances)

    @property
    def gap(self) -> Decimal | None:
        """``target − actual − weighted``, never below 0; None without a target, or while an actual is missing."""
        return gap_to(self.target, self._measured, self.weighted)

    @property
    def p10(self) -> Decimal | None:
        """The low end: the wins come to this or less in one case of ten."""
        return None if self.wins is None else self.wins.quantile(P10)

    @property
    def p50(self) -> Decimal | None:
        """The middle: the wins come to this or less in half of all cases."""
        return None if self.wins is None else self.wins.quantile(P50)

    @property
    def p90(self) -> Decimal | None:
        """The high end: the wins come to this or less in nine cases of ten."""
        return None if self.wins is None else self.wins.quantile(P90)

    @property
    def reach(self) -> Decimal | None:
        """Probability that actual and wins come to the target, 0 to 1; None as the gap, and where no wins are known."""
        return chance_to_reach(self.target, self._measured, self.wins)

    @property
    def _measured(self) -> Decimal | None:
        return None if self.unmeasured else self.actual


def sum_forecasts(forecasts: Iterable[Forecast]) -> SummedForecast:
    """Return the forecast of several accounts together; their order changes nothing.

    The pipeline of an account without a revenue goal counts all the same: it is won for the same company.
    """
    parts = tuple(forecasts)
    return SummedForecast(
        open_count=sum(part.open_count for part in parts),
        unweighted=sum(part.unweighted for part in parts),
        weighted=known_sum(part.weighted for part in parts).amount,
        target=known_sum(part.target for part in parts).amount,
        actual=known_sum(part.actual for part in parts).amount,
        unmeasured=sum(part.target is not None and part.actual is None for part in parts),
        chances=tuple(sorted(chance for part in parts for chance in part.chances)),
    )
