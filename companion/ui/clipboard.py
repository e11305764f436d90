"""Copying words out of the app (OSC 52), and taking them back a while later; nothing is ever sent."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.timer import Timer

_MAY_NOT_ARRIVE = "If nothing arrives, your terminal does not take it: select the words with shift and the mouse."


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
        """Empty the terminal's clipboard, if what was copied here last may still lie there."""
        if self._is_full:
            self._app.copy_to_clipboard("")  # an empty OSC 52 clears (xterm: neither base64 nor “?”)

    def say(self) -> str:
        """Return what is said of a copy; the first time, also what to do where it does not arrive."""
        first, self._has_said = not self._has_said, True
        return f"{say_copied(self.clear_after())}{f' {_MAY_NOT_ARRIVE}' if first else ''}"


def say_copied(seconds: int | None) -> str:
    """Return what is said of a copy: how long it stays."""
    if seconds is None:
        return "Copied."
    return f"Copied. Cleared from the clipboard in {seconds} second{'' if seconds == 1 else 's'}."


def copy(app: App[Any], text: str) -> None:
    """Copy the text to the terminal's clipboard and say so."""
    app.copy_to_clipboard(text)
    clipboard = getattr(app, "own_clipboard", None)
    said = clipboard.say() if isinstance(clipboard, Clipboard) else say_copied(None)
    app.notify(said, markup=False, timeout=6 if len(said) > len(say_copied(60)) else 3)
