"""The joint review: the one brief that the customer reads."""
