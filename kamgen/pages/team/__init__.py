"""Our team, and a page for each member."""
