"""Letting go of a rupture on purpose, with a line about it or without."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from companion.domain.times import Clock
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.line import Line
from companion.ui.unkept_dialog import UnkeptDialog

_NOTE = "note"


class LetGo(UnkeptDialog):
    """A line that may stay empty; it waits until it is let go."""

    AUTO_FOCUS = "Line"

    def __init__(self, store: Store, clock: Clock, rupture: str, keep: Callable[[str], bool]) -> None:
        """Ask for a line.

        Args:
            store: Where it waits until it is kept.
            clock: Tells when it was typed.
            rupture: The id of the entry that is let go of.
            keep: Called with the line; returns whether it is on the disk.
        """
        super().__init__(store, clock, f"letgo:{rupture}", {_NOTE: ""}, "L on it")
        self._keep = keep

    def compose_question(self) -> ComposeResult:
        """The question, and the line."""
        yield Static("Let it go on purpose. A line about it, if you like", classes="dialog-title", markup=False)
        yield self.about()
        yield Line(str(self.start[_NOTE]), "enter lets it go without one")

    @property
    def typed(self) -> Words:
        """The line."""
        return {_NOTE: self.query_one(Line).words}

    def put(self, words: Words) -> None:
        """Show that line."""
        self.query_one(Line).value = str(words[_NOTE])

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Let it go."""
        if self._keep(self.query_one(Line).words):
            self.leave("")
