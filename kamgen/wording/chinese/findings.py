"""Phrases of findings: what is wrong, and how to mend it."""

PHRASES: dict[str, str] = {}
