"""What changed between two states, for people at a terminal, for a pull request, and for other programs."""
