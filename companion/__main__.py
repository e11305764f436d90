"""The contents page: arguments lead to a verb, or to the app."""

import sys


def main() -> None:
    """Run what the command line asks for."""
    from companion.commands.main import companion

    companion(prog_name="companion")


if __name__ == "__main__":
    sys.exit(main())
