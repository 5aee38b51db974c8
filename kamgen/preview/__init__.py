"""A preview of the site for the person who edits plans: watched, rebuilt, served on this machine, reloaded."""
