"""What git knows of the plans: how they stood at a revision or on a day."""
