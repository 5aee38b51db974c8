"""Phrases of the PDF briefs."""

PHRASES: dict[str, str] = {}
