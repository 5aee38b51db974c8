"""What an account is worth: one method per file, pure functions from plans, settings and a date."""
