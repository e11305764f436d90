"""The log: a line to write in, and all entries, by day or by thread."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur, DescendantFocus, ScreenResume
from textual.screen import Screen
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.entry import Entry, newest_first
from companion.domain.log import GOOD, ORDINARY_ALREADY, ORDINARY_KEPT
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.locked import kept
from companion.ui.log.form import EntryForm
from companion.ui.log.handling import HandlingScreen
from companion.ui.log.line import QuickLine
from companion.ui.log.quick import QuickEntry
from companion.ui.log.unkept_form import say_waiting
from companion.ui.messages import NoteMoment
from companion.ui.ordinary import OrdinaryDays
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.safety_first import SafetyFirst

_WAYS = _("{new} the full form · {ordinary} an ordinary day · {good} a good moment")
_WAYS_FROM_LINE = _("esc, then {new} the full form · {ordinary} an ordinary day · {good} a good moment")
"""While one writes in the line, it takes the letters."""


def _say_keys(ways: str) -> str:
    """Return the ways with the keys that hold now."""
    new, ordinary, good = key_of("log.new", "n"), key_of("log.ordinary", "o"), key_of("log.good", "g")
    return _(ways, new=new, ordinary=ordinary, good=good)


class LogScreen(HandlingScreen, inherit_bindings=False):
    """A line is enough; below it, what was noted. Its keys stand in the order in which they are shown."""

    CSS_PATH = [STYLES / "log.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *Screen.BINDINGS,
        *PlaceScreen.BINDINGS,
        *HandlingScreen.BINDINGS,
        Binding("o", "ordinary", "Ordinary day", id="log.ordinary", show=False),
        Binding("g", "good", "Good moment", id="log.good", show=False),
    ]

    place = Place.LOG

    def __init__(self, store: Store, library: Library, clock: Clock, *, ordinary: OrdinaryDays) -> None:
        super().__init__(store, library, clock)
        self._ordinary = ordinary
        self._has_read = False
        self._form: EntryForm | None = None
        self._was_away = True
        self._says_ways = True
        """Whether the line under the quick one says the ways from here."""

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The line, what was said last, the entries."""
        yield SafetyFirst(self._store, self.clock)
        yield QuickEntry(self._store, self._library, self.clock)
        yield Static(_WAYS_FROM_LINE, id="said", classes="quiet -ways", markup=False)
        yield self._found

    def focus_first(self) -> None:
        """Focus the entries; while they are locked, nothing, so that the keys are keys."""
        self.set_focus(None if self._store.is_locked else self._found.entries)

    def on_screen_suspend(self) -> None:
        """Remember whether one went to another place, or only opened something over this one."""
        self._was_away = self not in self.app.screen_stack

    @on(ScreenResume)
    def start_in_line(self) -> None:
        """Coming from another place, start in the line."""
        if self._was_away:
            self._was_away = False
            self._say_ways()
            self.action_line()

    def reload(self) -> None:
        """Read the entries again; the first time only once the frame is out."""
        if not self._has_read:
            self._has_read = True
            self.call_after_refresh(self.read)
            return
        form, self._form = self._form, None
        self.read(form.entry_id if form else None)

    def read(self, at: str | None = None) -> None:
        """Show what is kept now, the cursor on the entry with that id."""
        self.query_one(SafetyFirst).look()
        if self._says_ways:
            self._say_ways()
        if self._store.is_locked:
            self._found.show_locked()
        else:
            self.take_up_filter()
            entries = newest_first(list(self._store.entries))
            self._found.show(entries, at, whole_names=self._store.settings.show_names)

    def say(self, sentence: str) -> None:
        """Say something under the line."""
        self._says_ways = False
        said = self.query_one("#said", Static)
        said.update(sentence)
        said.set_class(sentence in (_say_keys(_WAYS), _say_keys(_WAYS_FROM_LINE)), "-ways")

    def _say_ways(self) -> None:
        """Say the ways from here; of words that wait in the form, the way to them."""
        ways = _WAYS_FROM_LINE if isinstance(self.focused, QuickLine) else _WAYS
        self.say(say_waiting(self._store, self.clock()) or _say_keys(ways))
        self._says_ways = True

    @on(DescendantFocus)
    @on(DescendantBlur)
    def say_ways_from_here(self) -> None:
        """Say the ways as they are from where one writes now."""
        if self._says_ways and self.is_shown:
            self._say_ways()

    # -- keeping

    def keep_entry(self, entry: Entry, sentence: str) -> bool:
        """Keep an entry, stand on it, and say so."""
        try:
            self._store.entries.keep(entry)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        self._show_kept(entry, sentence)
        return True

    def _show_kept(self, entry: Entry, sentence: str) -> None:
        self.say(kept(self._store.is_locked, sentence))
        self.read(entry.id)

    def action_ordinary(self) -> None:
        """Keep an ordinary day, once a day."""
        try:
            entry, is_kept = self._ordinary.keep()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            edit = key_of("log.edit", "e")
            said = _("{ordinary_kept} {edit} adds more", ordinary_kept=ORDINARY_KEPT, edit=edit)
            self._show_kept(entry, ORDINARY_ALREADY if is_kept else said)

    def action_good(self) -> None:
        """Keep a good moment."""
        self.keep_entry(
            Entry(at=self.clock(), kind=GOOD),
            _("Kept: a good moment. {edit} adds a line", edit=key_of("log.edit", "e")),
        )

    @on(RowList.Chosen, "#entries")
    def _open_chosen(self) -> None:
        self.action_edit()

    def open_form(self, entry: Entry | None, like: Entry | None = None, answer: Entry | None = None) -> None:
        """Open the full form; what it keeps is under the cursor afterwards."""
        self._say_ways()
        self._form = EntryForm(self._store, self._library, self.clock, answer or NoteMoment(), entry, like)
        self.app.push_screen(self._form)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; the footer does not know that a field eats a sign."""
        if action in ("filter", "person") and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)
