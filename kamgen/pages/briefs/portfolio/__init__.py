"""The portfolio brief: all accounts on paper, for the management meeting."""
