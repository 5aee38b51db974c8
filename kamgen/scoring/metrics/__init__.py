"""Everything computed for an account by name: criteria, segments and pages name these metrics, a family a module."""
