"""Words: own scripts and the shipped ones by situation, filled in and ready to copy."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Input

from companion.domain.pause import PauseDefaults
from companion.domain.script import OwnScript, fill, open_slots
from companion.domain.slots import pause_slots
from companion.domain.times import Clock
from companion.domain.worksheet import pause_defaults
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.clipboard import copy
from companion.ui.dialogs import Ask
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.words.detail import ScriptDetail
from companion.ui.words.shelf import Shelf, Standing
from companion.ui.words.writing import WriteScript

_QUESTIONS = {
    "place": ("Where will you be?", "the bedroom"),
    "name": ("Who is it for?", "their name, or what you call them"),
    "feeling": ("What do you feel?", "tired"),
    "need": ("What do you need?", "an evening to myself"),
    "topic": ("What is it about?", "the weekend"),
}
"""Slot to the question that fills it and an example; clock times fill themselves."""


class WordsScreen(PlaceScreen):
    """A list of scripts, and the one under the cursor whole."""

    CSS_PATH = [STYLES / "words.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="words.copy"),
        Binding("f", "fill", "Fill in", id="words.fill", show=False),
        Binding("n", "write", "New", id="words.write"),
        Binding("e", "edit", "Edit", id="words.edit"),
        Binding("d", "delete", "Delete", id="words.delete"),
        Binding("u", "undo", "Undo", id="words.undo"),
        Binding("slash", "filter", "Filter", key_display="/", id="words.filter"),
        Binding("down", "to_the_list", "To the list", id="words.list", show=False),
    ]

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._shelf = Shelf()
        self._slots: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._forgotten: OwnScript | None = None
        self._wanted: str | None = None
        self._usual = PauseDefaults()

    def compose_place(self) -> ComposeResult:
        """The filter, the list, the detail."""
        yield Input(placeholder="words to look for", compact=True, id="filter")
        with Container(id="body"):
            yield RowList(id="scripts")
            yield ScriptDetail()

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one("#filter").display = False
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the scripts, once the first frame is out."""
        self.call_after_refresh(self._read)

    def reveal(self, slug: str) -> None:
        """Stand on the first script of the situation of that name, its label at the top."""
        self._wanted = slug
        if self.is_shown:
            self._drop_filter()
            self.call_after_refresh(self._read)

    def _read(self) -> None:
        self._usual = pause_defaults(self._library.worksheets.values(), self._store.worksheets)
        self._read_shelf()
        self._draw()
        if self._wanted is not None:
            self._go_to_situation(self._wanted)
            self._wanted = None

    def _read_shelf(self) -> None:
        self._shelf.read(self._store.scripts, self._library.script_files.values(), self._store.is_locked)

    def _filled(self) -> dict[str, str]:
        """Return what fills the slots: what the pause says, else what was typed."""
        known = {name: value for name, value in pause_slots(self.pause, self.clock(), self._usual).items() if value}
        return self._typed | known

    def _draw(self, at: str | None = None) -> None:
        """Show the scripts that the filter leaves, the cursor on the one with that id."""
        self._slots = self._filled()
        words = self.query_one("#filter", Input).value
        self.query_one(RowList).show(self._shelf.rows(words, self._slots), at)
        self._draw_detail()

    def _go_to_situation(self, situation_id: str) -> None:
        """Stand on a situation's first script, with the label as the first line that is seen."""
        if first := self._shelf.first_of(situation_id):
            self._draw(at=first)
            rows = self.query_one(RowList)
            line = (rows.cursor or 1) - 1
            self.call_after_refresh(rows.scroll_to, y=line, animate=False, force=True)

    @on(RowList.Moved)
    def _draw_detail(self) -> None:
        self.query_one(ScriptDetail).show(self._here(), self._slots)
        self.refresh_bindings()

    def _here(self) -> Standing | None:
        """Return the script under the cursor."""
        row = self.query_one(RowList).chosen
        return self._shelf.get(row.id) if row else None

    def _own_here(self) -> OwnScript | None:
        here = self._here()
        return self._store.scripts.get(here.script.id) if here else None

    def tick(self) -> None:
        """Keep the clock times in the words true."""
        super().tick()
        if self.is_shown and self._slots and self._slots != self._filled():
            self._draw()

    def action_filter(self) -> None:
        """Open the field that filters."""
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self._draw()

    @on(Input.Submitted, "#filter")
    def action_to_the_list(self) -> None:
        """Leave the filter as it is."""
        self.focus_first()

    def action_leave_field(self) -> None:
        """Show all scripts again."""
        self._drop_filter()
        self.focus_first()

    def _drop_filter(self) -> None:
        field = self.query_one("#filter", Input)
        field.value = ""
        field.display = False

    @on(RowList.Chosen)
    def action_copy(self) -> None:
        """Copy the script as it is shown."""
        if here := self._here():
            self._draw()
            copy(self.app, fill(here.script.text, self._slots))

    def action_fill(self) -> None:
        """Ask for what the script leaves open."""
        self.run_worker(self._fill(), exclusive=True)

    async def _fill(self) -> None:
        here = self._here()
        known = pause_slots(self.pause, self.clock(), self._usual)
        names = open_slots(here.script.text) if here else []
        asked = [name for name in names if name in _QUESTIONS and not known.get(name)]
        if not asked:
            self.notify("These words leave nothing open.", markup=False)
        for name in asked:
            question, example = _QUESTIONS[name]
            dialog = Ask(question, self._typed.get(name, ""), placeholder=example)
            said = await self.app.push_screen_wait(dialog)
            if said is None:
                return
            self._typed[name] = said.strip()
            self._draw()

    def action_write(self) -> None:
        """Write a new script."""
        self._ask_for_words("Your own words", OwnScript, "")

    def action_edit(self) -> None:
        """Edit an own script; of a shipped one, an own copy."""
        if own := self._own_here():
            self._ask_for_words("Your own words", partial(msgspec.structs.replace, own), own.text)
        elif here := self._here():
            self._ask_for_words("A copy in your own words", OwnScript, here.script.text)

    def _ask_for_words(self, title: str, make: Callable[..., OwnScript], text: str) -> None:
        """Open the dialog; what is kept is shown under the cursor."""

        def keep(words: str) -> None:
            kept = self._store.scripts.keep(make(text=words.strip()))
            self._drop_filter()
            self._read_shelf()
            self._draw(at=kept.id)

        self.app.push_screen(WriteScript(title, text, self._slots, keep))

    def action_delete(self) -> None:
        """Delete an own script; it can be undone."""
        if own := self._own_here():
            self._change(partial(self._store.scripts.forget, own.id), "Deleted. u brings it back.", own)

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if own := self._forgotten:
            self._change(partial(self._store.scripts.keep, own), "It is back.", None)

    def _change(self, change: Callable[[], object], done: str, forgotten: OwnScript | None) -> None:
        try:
            change()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        back, self._forgotten = self._forgotten, forgotten
        self._read_shelf()
        self._draw(at=back.id if back and not forgotten else None)
        self.notify(done, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to delete own words only, and to undo only what was deleted; while they are locked, neither."""
        if action in ("write", "edit", "delete", "undo") and self._store.is_locked:
            return False
        if action == "delete":
            here = self._here() if self.is_shown else None
            return here is not None and here.is_own
        return self._forgotten is not None if action == "undo" else True
