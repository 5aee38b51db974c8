"""The way in: ``kamgen`` and ``python -m kamgen``."""

import sys


def run() -> None:
    """Run the command line; an interrupt while it is still loading ends it as quietly as one later."""
    try:
        from kamgen.commands.main import run as run_commands

        run_commands()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
