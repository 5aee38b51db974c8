"""What is wrong or missing in plans that can be read: one rule per file, each documented by its module docstring."""
