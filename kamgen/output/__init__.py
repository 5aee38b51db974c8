"""How pages and briefs are written: templates, PDF, digests, atomic files, workers."""
