"""Textual's driver for Linux and macOS with an input thread that sleeps until there is something to read.

The stock thread wakes ten times a second for ever and keeps a quitting app waiting for two of its naps. This one
waits on the terminal and on a pipe; the pipe is written when the app ends or is suspended. A terminal that is gone
ends the app: not every one says so with a signal.
"""

import os
import signal
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ, DefaultSelector
from threading import Event
from time import monotonic
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver

from companion.ui.hearing import Hearing
from companion.ui.terminal import typed_early

_CHUNK = 4096


class _WakingEvent(Event):
    """An event whose setting can be waited for together with the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.readable, self._writable = os.pipe()

    def set(self) -> None:
        """Set it and wake whoever waits on the pipe."""
        super().set()
        os.write(self._writable, b"\0")

    def clear(self) -> None:
        """Take it back and empty the pipe."""
        if self.is_set():
            os.read(self.readable, _CHUNK)
        super().clear()


class _Output:
    """Where frames are written; once the terminal is gone, nowhere, so that nobody waits for them to be taken."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        """Write it, if somebody takes it."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Send what is written."""
        with suppress(OSError):
            self._file.flush()


class QuietDriver(LinuxDriver):
    """No wake-ups while nobody types."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self._file is not None:
            self._file = _Output(self._file)  # type: ignore[assignment]  # its writer thread asks for no more of a file
        self.exit_event = self._exit = _WakingEvent()

    def run_input_thread(self) -> None:
        """Turn what is typed into events until the app ends or is suspended."""
        hearing = Hearing(is_logged=self._debug)
        for event in hearing.hear(typed_early()):
            self.process_message(event)
        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            selector.register(self._exit.readable, EVENT_READ)
            while not self.exit_event.is_set():
                until = hearing.until
                for key, _ in selector.select(None if until is None else max(0.0, until - monotonic())):
                    if key.fd != self.fileno:
                        continue
                    if not (data := self._read()):
                        self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))
                        return
                    for event in hearing.hear(data):
                        self.process_message(event)
                for event in hearing.due():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Return what is typed; nothing if the terminal is gone."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""
