"""Phrases of the site's pages."""

PHRASES: dict[str, str] = {}
