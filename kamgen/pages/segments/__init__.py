"""Segments and tags made by rules, with the accounts that are in them."""
