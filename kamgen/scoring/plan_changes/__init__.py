"""Single changes that are within a person's reach: each a plan as it would be after it. One module per family."""
