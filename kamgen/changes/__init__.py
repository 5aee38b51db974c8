"""A plan compared with a plan: what changed, since when it has been so, and what that did to the scores."""
