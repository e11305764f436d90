"""Naming what went wrong inside the program with no word of the person's in it."""

from pathlib import Path
from traceback import walk_tb

_PACKAGE = Path(__file__).parent.parent


def name_crash(error: BaseException) -> str:
    """Return what a report needs: the error's type, and our innermost line. What it says may hold private words."""
    lines = [
        (Path(frame.f_code.co_filename), number)
        for frame, number in walk_tb(error.__traceback__)
        if frame.f_code.co_name != "on_event"  # every event of the screen passes there
    ]
    ours = [(path, number) for path, number in lines if path.is_relative_to(_PACKAGE)]
    if not ours:
        return type(error).__name__
    path, number = ours[-1]
    return f"{type(error).__name__} at {path.relative_to(_PACKAGE.parent).as_posix()}:{number}"
