"""Charts as values: lengths, places and words, ready to be written as SVG."""
