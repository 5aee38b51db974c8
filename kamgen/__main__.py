"""``python -m kamgen`` is the same as ``kamgen``."""

from kamgen.commands.main import run

if __name__ == "__main__":
    run()
