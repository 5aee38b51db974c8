"""Everything that is to be mended, in every plan."""
