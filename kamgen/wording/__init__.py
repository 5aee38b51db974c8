"""The words: labels, phrases, numbers, money and dates in one language."""
