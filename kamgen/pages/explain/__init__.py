"""Explanations: of rules, metrics, criteria and methods, and of every score of an account."""
