"""Starting and ending without a trace: signals, suspend, crashes, Textual's own logs."""

import asyncio
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import Any

from rich.text import Text
from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.widget import MountError
from textual.worker import WorkerFailed

from companion.catalogue import _
from companion.storage.errors import ContentError, StoreError
from companion.text.crash import name_crash
from companion.ui.clipboard import Clipboard


def quiet_driver() -> type[Driver] | None:
    """Return the driver that sleeps until a key comes, where there is one; None for Textual's own."""
    if sys.platform not in ("linux", "darwin"):
        return None
    from companion.ui.driver import QuietDriver

    return QuietDriver


class PrivateApp(App[None]):
    """An app that leaves the terminal clean, however it ends."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.own_clipboard = Clipboard(self)

    def on_mount(self) -> None:
        """Answer the signals that Textual leaves to the shell, and repaint after `fg`."""
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        self.app_resume_signal.subscribe(self, self._repaint)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and let the time until it is cleared begin."""
        super().copy_to_clipboard(text)
        self.own_clipboard.note(text)

    def clear_selection(self) -> None:
        """Let go of what is selected; from Python 3.12 on a field asks for it before the first screen is there."""
        with suppress(ScreenStackError):
            super().clear_selection()

    def exit(self, *arguments: Any, **options: Any) -> None:
        """Take back what was copied, then leave."""
        self.own_clipboard.clear()
        super().exit(*arguments, **options)

    def _repaint(self, _: Any) -> None:
        self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong for a test's pilot; show a person none of it."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._exit and isinstance(cause, MountError | NoMatches):
            return  # it came to draw where all is being taken down
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End with a sentence: a traceback would print local variables, private words among them."""
        if self._exit_renderables:
            return
        if isinstance(self._exception, StoreError | ContentError):
            self.panic(Text(str(self._exception)))
            return
        what = name_crash(self._exception) if self._exception else _("unknown error")
        self.panic(Text(_("Sorry, something went wrong ({what}). What you had kept is on the disk.", what=what)))
