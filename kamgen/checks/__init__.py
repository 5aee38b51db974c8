"""What is wrong or missing in plans that can be read."""
