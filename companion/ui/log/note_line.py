"""The line of a new entry in the full form: its signs are offered to be taken in, and left alone otherwise."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from companion.catalogue import _
from companion.ui.line import Line
from companion.ui.log.quick_reading import LineReader, Reading


class NoteLine(Line):
    """Says what the signs in it mean; one key takes them into the fields."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_in", "Take them in", id="entry.take-in")]

    class TakenIn(Message):
        """What its signs mean belongs into the fields; they stand in it no more."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    def __init__(self, value: str, placeholder: str, reader: LineReader, *, id: str) -> None:
        super().__init__(value, placeholder, id=id)
        self._reader = reader
        self._understood = ""

    def _read(self) -> Reading:
        """Return what was typed; what was only looked at, such as pasted lines, is left alone."""
        return self._reader.read("" if self.value == self._shown else self.value)

    @on(Input.Changed)
    def follow(self) -> None:
        """Find out what the signs mean, if there are any."""
        self._understood = self._reader.understood(self._read())
        self.screen.refresh_bindings()

    @property
    def said(self) -> str:
        """What there is to say of its signs; nothing where it is plain words."""
        return _("{signs}: tab takes them in", signs=self._understood) if self._understood else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take signs in only where there are some."""
        return bool(self._understood) if action == "take_in" else super().check_action(action, parameters)

    def action_take_in(self) -> None:
        """Hand on what the signs mean, and keep the rest."""
        reading = self._read()
        self.value = reading.said.note
        self.cursor_position = len(self.value)
        self.post_message(self.TakenIn(reading))
