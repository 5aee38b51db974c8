"""What each page and brief says: plain view objects, ready-formatted in one language."""
