"""What pages about all accounts need of each plan: small frozen values in no language yet, one module for each list."""
