"""Textual's driver for Linux and macOS with an input thread that sleeps until there is something to read.

The stock thread wakes ten times a second for ever and keeps a quitting app waiting for two of its naps. This one
waits on the terminal and on a pipe; the pipe is written when the app ends or is suspended.
"""

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, DefaultSelector
from threading import Event
from time import monotonic
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from companion.ui.terminal import AnswerFilter, typed_early

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


class QuietDriver(LinuxDriver):
    """No wake-ups while nobody types."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.exit_event = self._exit = _WakingEvent()

    def run_input_thread(self) -> None:
        """Turn what is typed into events until the app ends or is suspended."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        answers = AnswerFilter()
        if typed := answers.typed(typed_early()):
            for event in parser.feed(decode(typed)):
                self.process_message(event)
        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            selector.register(self._exit.readable, EVENT_READ)
            while not self.exit_event.is_set():
                until = parser._timeout_time  # a lone escape becomes a key after this
                for key, _ in selector.select(None if until is None else max(0.0, until - monotonic())):
                    if key.fd != self.fileno:
                        continue
                    if not (data := os.read(self.fileno, _CHUNK)):
                        return  # the terminal is gone
                    if typed := answers.typed(data):
                        for event in parser.feed(decode(typed)):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
