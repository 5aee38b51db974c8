"""What changed in plans, said in one language."""
