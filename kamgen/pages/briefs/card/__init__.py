"""The card: one page that says who they are, where we stand, and what happens next."""
