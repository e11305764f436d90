"""The part of the log that takes new entries: the quick line, what is said after it, and the ways from there."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import ScreenResume

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.log.context import ContextNotes
from companion.ui.log.line import QuickLine
from companion.ui.log.quick import QuickEntry
from companion.ui.log.quick_nudge import RIDE_OUT, say_nudge
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen


class QuickScreen(PlaceScreen):
    """A screen with the quick line on top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "line", "Line", id="log.line", show=False),
        Binding("w", "context_notes", "What else goes on", id="log.context-notes", show=False),
        Binding("x", "ride_out", "An exercise", id="log.ride-out", show=False),
    ]

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library

    @on(QuickEntry.Written)
    def keep_line(self, event: QuickEntry.Written) -> None:
        """Keep the line as an entry; it leaves the field only once it is on the disk, and one can type on there."""
        kept = _("Kept. esc goes to the entries · {edit} there adds more", edit=key_of("log.edit", "e"))
        if self.keep_entry(event.entry, kept):
            event.quick.kept(event.line)
            if said := say_nudge(self._store, event.entry, self._library.vocabulary, is_typing=True):
                self.say(said)

    @on(QuickEntry.Refused)
    def say_refused(self, event: QuickEntry.Refused) -> None:
        """Say why the line is no entry yet."""
        self.say(event.sentence)

    def keep_entry(self, entry: Entry, sentence: str) -> bool:
        """Keep an entry, and say so; return whether it is on the disk."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say something under the line."""
        raise NotImplementedError

    @on(ScreenResume)
    def take_up_line(self) -> None:
        """Take up what was typed before, also by another window."""
        self.query_one(QuickEntry).take_up_later()

    def action_line(self) -> None:
        """Go to the line."""
        self.set_focus(self.query_one(QuickLine))

    def action_ride_out(self) -> None:
        """Open an exercise that rides a hard moment out."""
        self.post_message(Follow(RIDE_OUT))

    def action_context_notes(self) -> None:
        """Show what else goes on over a stretch of days."""
        self.app.push_screen(ContextNotes(self._store, self._library, self.clock))

    def keep_unkept(self) -> bool:
        """Write down what stands in the line."""
        return self.query_one(QuickEntry).keep_unkept() if self.is_shown else True
