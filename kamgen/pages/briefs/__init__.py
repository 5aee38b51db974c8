"""What the briefs say: the internal plan, and the joint review for the customer."""
