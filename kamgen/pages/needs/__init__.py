"""What customers need, and where they could still buy from us."""
