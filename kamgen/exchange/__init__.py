"""Other formats in and out: what kamgen knows, as text for terminals and as data for other programs."""
