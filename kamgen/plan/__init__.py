"""What an account plan is: one module per section of the file, frozen models, nothing that reads or prints."""
