"""Everyone on any power map."""
