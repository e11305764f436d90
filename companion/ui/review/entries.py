"""The entries behind a figure, as a list."""

from collections.abc import Sequence
from typing import ClassVar, overload

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.entry import Entry
from companion.domain.log import say_entry
from companion.domain.review.sentences import count
from companion.domain.times import Clock, local
from companion.domain.vocabulary import Vocabulary
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.review.entry import EntryScreen
from companion.ui.row_list import RowList
from companion.ui.rows import LazyRows, Row


class EntryRows(LazyRows):
    """A row for each entry."""

    def __init__(self, entries: Sequence[Entry], vocabulary: Vocabulary, *, whole: bool) -> None:
        self._entries = entries
        self._vocabulary = vocabulary
        self._whole = whole

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        return list(map(self._row, self._entries[at])) if isinstance(at, slice) else self._row(self._entries[at])

    def number_of(self, row_id: str) -> int | None:
        """Return the number of the entry with that id."""
        return next((number for number, entry in enumerate(self._entries) if entry.id == row_id), None)

    def _row(self, entry: Entry) -> Row:
        at = local(entry.at)
        said = say_entry(entry, self._vocabulary, whole=self._whole)
        return Row(said, entry.id, lead=f"{at.day:2} {at:%b} {at.year}  {at:%H:%M}")


class EntriesScreen(PlaceScreen):
    """The entries, newest first; `enter` reads one."""

    CSS_PATH = [STYLES / "entries.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="entries.back")]

    place = Place.REVIEW

    def __init__(self, title: str, entries: Sequence[Entry], store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._title = title
        self._entries = entries
        self._store = store
        self._vocabulary = library.vocabulary

    def compose_place(self) -> ComposeResult:
        """What they have in common, and the entries."""
        yield Static(one_line(self._title), id="title", markup=False)
        yield Static(count(len(self._entries), "entry"), id="count", classes="quiet", markup=False)
        yield RowList()

    def on_mount(self) -> None:
        """Start at the newest."""
        self.query_one(RowList).show(EntryRows(self._entries, self._vocabulary, whole=self._whole))
        self.focus_first()

    @property
    def _whole(self) -> bool:
        return self._store.settings.show_names

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    @on(RowList.Chosen)
    def read(self) -> None:
        """Read the entry under the cursor."""
        at = self.query_one(RowList).cursor
        if at is not None:
            self.app.push_screen(EntryScreen(self._entries[at], self._vocabulary, self.clock, whole=self._whole))

    def action_back(self) -> None:
        """Go back to the review."""
        self.dismiss()
