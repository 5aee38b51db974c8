"""The portfolio: where all accounts stand."""
