"""The contents page: arguments lead to a verb, or to the app."""

import gc
import os
import sys
from pathlib import Path

from companion.commands.traces import start_privately


def main() -> None:
    """Run what the command line asks for; without arguments, open the app at once."""
    gc.disable()  # nothing made while importing is garbage; whoever has imported enables it again
    start_privately()
    _import_msgspec()
    match sys.argv[1:]:
        case [] if "_COMPANION_COMPLETE" not in os.environ:  # a shell's completion asks without words
            _open(None)
        case ["--data-dir", folder] if folder and "_COMPANION_COMPLETE" not in os.environ:
            _open(Path(folder))
        case ["status"] | ["status", "--json"] as words:
            _tell_bar(None, words)
        case ["--data-dir", folder, "status"] | ["--data-dir", folder, "status", "--json"] as words if folder:
            _tell_bar(Path(folder), words)
        case _:
            _run_verb()


def _import_msgspec() -> None:
    """Import msgspec without `typing_extensions`, which takes longer than msgspec; with Python 3.11 it needs none."""
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import msgspec  # noqa: F401

    del sys.modules["typing_extensions"]  # others may need it


def _open(data_dir: Path | None) -> None:
    """Open the app; any other way to ask for it leads through click to the same."""
    from companion.commands.app import open_app
    from companion.commands.context import Context
    from companion.commands.errors import spoken

    with spoken():
        sys.exit(open_app(Context(data_dir)))


def _tell_bar(data_dir: Path | None, words: list[str]) -> None:
    """Say the status, which a prompt asks each second; any other way to type it leads through click to the same."""
    from companion.commands.bar import tell_bar

    try:
        sys.exit(tell_bar(data_dir, as_json=words[-1] == "--json"))
    finally:
        gc.freeze()


def _run_verb() -> None:
    from companion.commands.main import companion

    try:
        companion(prog_name="companion")
    finally:
        gc.freeze()  # else Python looks for garbage among all that is left before it ends: a tenth of a short verb


if __name__ == "__main__":
    main()
