"""kamgen's own phrases in Chinese, by their English pattern: one module for each room that speaks."""

from kamgen.wording.chinese import briefs, charts, findings, pages

PHRASES: dict[str, str] = {**findings.PHRASES, **charts.PHRASES, **pages.PHRASES, **briefs.PHRASES}
"""English pattern to Chinese pattern, with the same parameters."""
