"""Change one value in a plan's own text: everything else in the file stays as people wrote it."""
