"""The rules: one per file. A module's docstring is the rule's documentation."""
