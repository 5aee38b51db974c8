"""Account plans as code: read, check, score and render key account plans kept as YAML under git."""

__version__ = "0.1.0"
