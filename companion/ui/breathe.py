"""Breathing, from anywhere: a rhythm and nothing else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.ui.pacer import Pacer
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place


class BreatheScreen(PlaceScreen):
    """One rhythm at a time; `tab` takes the next, `esc` goes back to where one was."""

    CSS_PATH = [STYLES / "breathe.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next", "Another rhythm", id="breathe.next"),
        Binding("escape,b,enter", "back", "Back", id="breathe.back"),
    ]

    place = Place.NOW
    is_breathing = True
    """Somebody follows it without a key: it goes on when the words are locked."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._rhythms = tuple(library.rhythms.values())
        self._at = 0

    def compose_place(self) -> ComposeResult:
        """The rhythm's name, the pacer, who should leave it out."""
        with Vertical(id="breath"):
            yield Static("", id="rhythm", markup=False)
            yield Pacer(self._rhythms[0], self.clock)
            yield Static(_("Stop any time. Breathe your own way."), classes="quiet")
            yield Static("", id="skip", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Name the first rhythm."""
        self._show_rhythm()

    def _show_rhythm(self) -> None:
        rhythm = self._rhythms[self._at]
        self.query_one("#rhythm", Static).update(rhythm.title)
        self.query_one("#skip", Static).update(rhythm.skip)

    def action_next(self) -> None:
        """Take the next rhythm."""
        self._at = (self._at + 1) % len(self._rhythms)
        self.query_one(Pacer).rhythm = self._rhythms[self._at]
        self._show_rhythm()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
