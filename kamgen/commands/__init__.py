"""One click command per file, thin: options, one call, exit code."""
