"""Saying how far a rupture is mended, or that it is let go on purpose: with a line about it or without."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.threads import Mended
from companion.domain.times import Clock
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.bindings import key_of
from companion.ui.line import Line
from companion.ui.unkept_dialog import UnkeptDialog

_NOTE = "note"
_SAYS_SO = _("enter says so without one")
_ASKED = {
    Mended.HALF: ("half", ("log.half", "M"), _("Half mended. A line about it, if you like"), _SAYS_SO),
    Mended.BRIDGED: ("bridged", ("log.bridged", "m"), _("Bridged. A line about it, if you like"), _SAYS_SO),
    Mended.LET_GO: (
        "letgo",
        ("log.let-go", "L"),
        _("Let it go on purpose. A line about it, if you like"),
        _("enter lets it go without one"),
    ),
}
"""What is said: the form's id, the binding that leads back to it, the question, and what enter does."""


class SayMended(UnkeptDialog):
    """A line that may stay empty; it waits until it is kept."""

    AUTO_FOCUS = "Line"

    def __init__(self, store: Store, clock: Clock, rupture: str, mended: Mended, keep: Callable[[str], bool]) -> None:
        """Ask for a line.

        Args:
            store: Where it waits until it is kept.
            clock: Tells when it was typed.
            rupture: The id of the entry that it is about.
            mended: How far that is mended.
            keep: Called with the line; returns whether it is on the disk.
        """
        form, way, self._question, self._hint = _ASKED[mended]
        super().__init__(store, clock, f"{form}:{rupture}", {_NOTE: ""}, _("{key} on it", key=key_of(*way)))
        self._keep = keep

    def compose_question(self) -> ComposeResult:
        """The question, and the line."""
        yield Static(self._question, classes="dialog-title", markup=False)
        yield self.about()
        yield Line(str(self.start[_NOTE]), self._hint)

    @property
    def typed(self) -> Words:
        """The line."""
        return {_NOTE: self.query_one(Line).words}

    def put(self, words: Words) -> None:
        """Show that line."""
        self.query_one(Line).value = str(words[_NOTE])

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep it."""
        if self._keep(self.query_one(Line).words):
            self.leave("")
