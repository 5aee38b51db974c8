"""A folder of plans: find, read, locate every value, report problems as values."""
