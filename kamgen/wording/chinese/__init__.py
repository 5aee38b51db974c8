"""kamgen's own phrases in Chinese, by their English pattern: one module for each room that speaks."""

from kamgen.wording.chinese import (
    briefs,
    charts,
    explanations,
    findings,
    keeping,
    keys,
    levers,
    metrics,
    pages,
    plan_quality,
    portfolio,
    power_map,
    rules,
    score_explanations,
)

PHRASES: dict[str, str] = {
    **keys.PHRASES,
    **keeping.PHRASES,
    **findings.PHRASES,
    **rules.PHRASES,
    **charts.PHRASES,
    **power_map.PHRASES,
    **pages.PHRASES,
    **portfolio.PHRASES,
    **metrics.PHRASES,
    **levers.PHRASES,
    **plan_quality.PHRASES,
    **score_explanations.PHRASES,
    **briefs.PHRASES,
    **explanations.PHRASES,
}
"""English pattern to Chinese pattern, with the same parameters."""
