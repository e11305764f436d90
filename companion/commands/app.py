"""Opening the app, or saying why it can't be drawn here."""

import gc
import sys
from contextlib import nullcontext

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.content import Link
from companion.domain.settings import BY_THE_TERMINAL
from companion.storage.opened_files import FOLDER as FILE
from companion.storage.opened_files import OpenedFiles
from companion.storage.paths import KEYS
from companion.storage.traces import hide_memory
from companion.ui.places import Place
from companion.ui.terminal import asking_for_light, drop_variables, has_colours, is_interactive

_PATIENCE = 1.0
"""Seconds that a key press may wait for another process's change; then the words stay where they are."""

_NO_TERMINAL = 2
"""Exit code when the app can not be drawn: bad use, as everywhere."""


def can_open() -> bool:
    """Return whether the app can be drawn here, and nobody takes what is printed elsewhere."""
    return is_interactive() and sys.stdout.isatty()


def open_app(context: Context, place: Place = Place.NOW, opened: OpenedFiles | None = None) -> int:
    """Run the app until it is left; return its exit code.

    Args:
        context: Where the store is.
        place: The place to begin at.
        opened: A file to read first, if one was named.
    """
    if not is_interactive():
        print_overview()
        return _NO_TERMINAL
    gc.disable()  # nothing made while starting is garbage: a tenth of the time to the first frame
    sys.modules["ssl"] = None  # type: ignore[assignment]  # asyncio would load it; nothing here opens a connection
    drop_variables()
    hide_memory()
    colours = has_colours()
    is_asked = colours and context.store.settings.theme == BY_THE_TERMINAL
    with asking_for_light() if is_asked else nullcontext(bool) as is_light:  # it answers while all this is loaded
        import logging

        from companion.ui.app import CompanionApp
        from companion.ui.clock import system_clock
        from companion.ui.themes import theme_for

        light = is_light()
    logging.disable()  # asyncio would print the error of a failed task, and the words in it
    context.patience = _PATIENCE
    library = shipped_library(context)
    library.opened = opened
    first = Link(FILE) if opened else None
    app = CompanionApp(context.store, library, system_clock, theme_for(light=light, has_colours=colours), place, first)
    if (context.folder / KEYS).exists():
        from companion.ui.keymap import read_keymap  # imports every place: only who moved keys waits for that

        keymap = read_keymap(context.folder)
        app.move_keys(keymap.keys, keymap.whole, keymap.problem)
    app.run()
    context.store.close()
    return app.return_code or 0


def print_overview() -> None:
    """Print Now as plain lines, for a pipe or a terminal that can't draw."""
    print(_("What is happening?\n"))
    for situation in shipped_library().situations.values():
        print(f"  {situation.sentence}")
        print(f"    {situation.do.text}")
    print(_("\nThe app needs a terminal. The verbs work anywhere: companion --help"))
