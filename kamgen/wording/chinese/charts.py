"""Phrases of charts and power maps."""

PHRASES: dict[str, str] = {}
