"""What the scores come to, by hand and by property."""
