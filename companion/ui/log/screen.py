"""The log: a line to write in, and all entries by day."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.entry import Entry, newest_first
from companion.domain.log import GOOD, ORDINARY_ALREADY, ORDINARY_KEPT, Filter
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Ask, Choose
from companion.ui.locked import kept
from companion.ui.log.entry_list import EntryList, kind_of_row
from companion.ui.log.form import EntryForm
from companion.ui.log.found import FoundEntries
from companion.ui.log.line import QuickLine
from companion.ui.messages import NoteMoment
from companion.ui.ordinary import OrdinaryDays
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList

_NEEDS_ENTRIES = ("edit", "delete", "undo", "filter_words", "filter_kind", "show_all")
"""What can't be done while the entries are locked."""

_WAYS = "n the full form · o an ordinary day · g a good moment"
_CANT_DELETE = "It can't be deleted here: it is gone already, or Companion can't read it any more."


class LogScreen(PlaceScreen):
    """A line is enough; below it, what was noted."""

    CSS_PATH = [STYLES / "log.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "line", "Line", id="log.line", show=False),
        Binding("n", "new", "New", id="log.new"),
        Binding("e", "edit", "Edit", id="log.edit"),
        Binding("d", "delete", "Delete", id="log.delete"),
        Binding("u", "undo", "Undo", id="log.undo"),
        Binding("slash", "filter_words", "Words", id="log.words"),
        Binding("k", "filter_kind", "Kind", id="log.kind"),
        Binding("c", "show_all", "Clear", id="log.clear"),
        Binding("o", "ordinary", "Ordinary day", id="log.ordinary", show=False),
        Binding("g", "good", "Good moment", id="log.good", show=False),
    ]

    place = Place.LOG

    def __init__(self, store: Store, library: Library, clock: Clock, *, ordinary: OrdinaryDays) -> None:
        super().__init__(clock)
        self._store = store
        self._ordinary = ordinary
        self._library = library
        self._found = FoundEntries(library.vocabulary, clock)
        self._has_read = False
        self._deleted: list[Entry] = []
        self._form: EntryForm | None = None
        self._was_away = True

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The line, what was said last, the entries."""
        yield QuickLine(placeholder="What happened? A line is enough.", id="line")
        yield Static(_WAYS, id="said", classes="quiet -ways", markup=False)
        yield self._found

    def focus_first(self) -> None:
        """Focus the entries; while they are locked, nothing, so that the keys are keys."""
        self.set_focus(None if self._store.is_locked else self.query_one(EntryList))

    def on_screen_suspend(self) -> None:
        """Remember whether one went to another place, or only opened something over this one."""
        self._was_away = self not in self.app.screen_stack

    def on_screen_resume(self) -> None:
        """Coming from another place, start in the line."""
        if self._was_away:
            self._was_away = False
            self._say(_WAYS)
            self.action_line()

    def reload(self) -> None:
        """Read the entries again; the first time only once the frame is out."""
        if not self._has_read:
            self._has_read = True
            self.call_after_refresh(self._read)
            return
        form, self._form = self._form, None
        self._read(at=form.entry_id if form else None)

    def _read(self, at: str | None = None) -> None:
        if self._store.is_locked:
            self._found.show_locked()
        else:
            self._found.show(newest_first(list(self._store.entries)), at)

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(sentence)
        said.set_class(sentence == _WAYS, "-ways")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer undo and clear only when there is something to bring back or to clear; nothing of what is locked."""
        if action in _NEEDS_ENTRIES and self._store.is_locked:
            return False
        match action:
            case "undo":
                return bool(self._deleted)
            case "show_all":
                return bool(self._found.filter)
            case "filter_words":  # the footer does not know that a field eats the slash
                return not isinstance(self.focused, Input)
        return True

    # -- keeping

    @on(Input.Submitted, "#line")
    def keep_line(self, event: Input.Submitted) -> None:
        """Keep the line as an entry of now; it leaves the field only once it is on the disk."""
        note = event.value.strip()
        if not note:
            self._say("Write a line first. esc goes to the entries")
        elif self._keep(Entry(at=self.clock(), note=note), "Kept. e adds more · l another line"):
            event.input.clear()
            self.focus_first()

    def _keep(self, entry: Entry, sentence: str) -> bool:
        """Keep an entry, stand on it, and say so."""
        try:
            self._store.entries.keep(entry)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        self._show_kept(entry, sentence)
        return True

    def _show_kept(self, entry: Entry, sentence: str) -> None:
        self._say(kept(self._store.is_locked, sentence))
        self._read(at=entry.id)

    def action_line(self) -> None:
        """Go to the line."""
        self.set_focus(self.query_one(QuickLine))

    def action_ordinary(self) -> None:
        """Keep an ordinary day, once a day."""
        try:
            entry, is_kept = self._ordinary.keep()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._show_kept(entry, ORDINARY_ALREADY if is_kept else f"{ORDINARY_KEPT} e adds more")

    def action_good(self) -> None:
        """Keep a good moment."""
        self._keep(Entry(at=self.clock(), kind=GOOD), "Kept: a good moment. e adds a line")

    def action_new(self) -> None:
        """Open the full form."""
        self._open(None)

    @on(RowList.Chosen, "#entries")
    def action_edit(self) -> None:
        """Open the form of the entry under the cursor."""
        chosen = self._found.chosen
        entry = self._store.entries.get(chosen) if chosen else None
        if entry:
            self._open(entry)

    def _open(self, entry: Entry | None) -> None:
        self._say(_WAYS)
        self._form = EntryForm(self._store, self._library, self.clock, NoteMoment(), entry)
        self.app.push_screen(self._form)

    # -- deleting and bringing back

    def action_delete(self) -> None:
        """Delete the entry under the cursor; it can be brought back until Companion is left."""
        chosen = self._found.chosen
        if chosen is None:
            return
        try:
            entry = self._store.entries.forget(chosen)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if entry:
            self._deleted.append(entry)
        self._say("Deleted. u brings it back, as long as Companion is open." if entry else _CANT_DELETE)
        self._read()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted and self._keep(self._deleted[-1], "Brought back."):
            self._deleted.pop()
            self.refresh_bindings()

    # -- filtering

    def action_filter_words(self) -> None:
        """Ask for words to show only entries with them."""
        ask = Ask("Show only entries with these words", self._found.filter.words, placeholder="kitchen")
        self.app.push_screen(ask, self._filter_words)

    def _filter_words(self, answer: str | None) -> None:
        if answer is not None:
            self._found.narrow(msgspec.structs.replace(self._found.filter, words=answer.strip()))

    def action_filter_kind(self) -> None:
        """Ask for the kind to show only."""
        at = f"={self._found.filter.kind}"
        self.app.push_screen(Choose("Show only one kind", self._found.kind_rows(), at), self._filter_kind)

    def _filter_kind(self, answer: str | None) -> None:
        if answer is not None:
            self._found.narrow(msgspec.structs.replace(self._found.filter, kind=kind_of_row(answer)))

    def action_show_all(self) -> None:
        """Show every entry again."""
        self._found.narrow(Filter())

    # -- leaving

    def keep_unkept(self) -> bool:
        """Keep the line that was typed."""
        line = self.query_one(QuickLine) if self.is_shown else None
        if line and line.words:
            try:
                self._store.entries.keep(Entry(at=self.clock(), note=line.words))
            except StoreError:
                return False
            line.clear()
        return True
