"""Copying words out of the app (OSC 52), and taking them back a while later; nothing is ever sent."""

import os
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.timer import Timer

from companion.catalogue import _, ngettext

_MAY_NOT_ARRIVE = _("Nothing arrives? Then select the words with shift and the mouse.")

_TMUX_LISTS = _("tmux keeps it in its own list too (tmux list-buffers).")


class Clipboard:
    """What this app has copied last, by whatever key, until it is cleared.

    The terminal's clipboard can be written, not read: whether something was copied elsewhere since is not known.
    """

    def __init__(self, app: App[Any], clear_after: Callable[[], int | None] = lambda: None) -> None:
        """Make the app's clipboard; nothing is copied yet.

        Args:
            app: Whose terminal it is; it tells of each of its copies by `note`.
            clear_after: Gives the seconds until a copy is cleared; None for never.
        """
        self._app = app
        self.clear_after = clear_after
        self._timer: Timer | None = None
        self._is_full = self._has_said = False

    def note(self, text: str) -> None:
        """Let the time of this copy begin; that of an earlier one is over."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._is_full = bool(text)
        seconds = self.clear_after() if text else None
        if seconds is not None:
            self._timer = self._app.set_timer(seconds, self.clear, name="clear the clipboard")

    def clear(self) -> None:
        """Empty the terminal's clipboard, if what was copied here last may still lie there.

        An empty OSC 52 clears (xterm: data that is neither base64 nor “?”; ghostty, Alacritty and others follow it).
        tmux takes no buffer away (tmux #3485), nor does Alacritty on Windows (#8319): so a blank is laid over it first.
        """
        if self._is_full:
            for nothing in (" ", ""):
                self._app.copy_to_clipboard(nothing)

    def say(self) -> str:
        """Return what is said of a copy; the first time, also what to do where it does not arrive."""
        first, self._has_said = not self._has_said, True
        more = (_MAY_NOT_ARRIVE, _TMUX_LISTS if "TMUX" in os.environ else "") if first else ()
        return " ".join(filter(None, (say_copied(self.clear_after()), *more)))


def say_copied(seconds: int | None) -> str:
    """Return what is said of a copy: how long it stays."""
    if seconds is None:
        return _("Copied.")
    return ngettext(
        "Copied. Cleared from the clipboard in {n} second.",
        "Copied. Cleared from the clipboard in {n} seconds.",
        seconds,
    )


def copy(app: App[Any], text: str) -> None:
    """Copy the text to the terminal's clipboard; the screen says so."""
    app.copy_to_clipboard(text)
    clipboard = getattr(app, "own_clipboard", None)
    said = clipboard.say() if isinstance(clipboard, Clipboard) else say_copied(None)
    app.screen.notify(said, markup=False, timeout=6 if len(said) > len(say_copied(60)) else 3)
