"""kamgen's own phrases in Chinese, by their English pattern: one module for each room that speaks."""

from kamgen.wording.chinese import (
    briefs,
    charts,
    explanations,
    findings,
    keys,
    metrics,
    pages,
    portfolio,
    power_map,
    rules,
)

PHRASES: dict[str, str] = {
    **keys.PHRASES,
    **findings.PHRASES,
    **rules.PHRASES,
    **charts.PHRASES,
    **power_map.PHRASES,
    **pages.PHRASES,
    **portfolio.PHRASES,
    **metrics.PHRASES,
    **briefs.PHRASES,
    **explanations.PHRASES,
}
"""English pattern to Chinese pattern, with the same parameters."""
