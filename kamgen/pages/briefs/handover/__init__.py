"""The handover brief (E8): what a new owner of an account has to know, do and confirm again."""
