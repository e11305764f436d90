"""The contents page: arguments lead to a verb, or to the app."""

import gc
import sys

from companion.commands.traces import start_privately


def main() -> None:
    """Run what the command line asks for; without arguments, open the app at once."""
    gc.disable()  # nothing made while importing is garbage; whoever has imported enables it again
    start_privately()
    if len(sys.argv) == 1:
        from companion.commands.app import open_app
        from companion.commands.context import Context
        from companion.commands.errors import spoken

        with spoken():
            sys.exit(open_app(Context()))
    from companion.commands.main import companion

    try:
        companion(prog_name="companion")
    finally:
        gc.freeze()  # else Python looks for garbage among all that is left before it ends: a tenth of a short verb


if __name__ == "__main__":
    main()
