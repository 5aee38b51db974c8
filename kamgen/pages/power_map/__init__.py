"""The power map: how it is laid out, drawn and said, as a tree, as a grid and by levels."""
