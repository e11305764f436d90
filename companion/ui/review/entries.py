"""The entries behind a figure, as a list."""

from collections.abc import Callable, Sequence
from typing import ClassVar, overload

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.domain.content import Link
from companion.domain.day_names import short_month
from companion.domain.entry import Entry
from companion.domain.log import say_entry
from companion.domain.person import INITIALS, Names
from companion.domain.review.sentences import count
from companion.domain.times import Clock, local
from companion.domain.vocabulary import Vocabulary
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.list_screen import ListScreen
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.review.entry import EntryScreen
from companion.ui.row_list import RowList
from companion.ui.rows import LazyRows, Row


class EntryRows(LazyRows):
    """A row for each entry."""

    def __init__(self, entries: Sequence[Entry], vocabulary: Vocabulary, names: Names) -> None:
        self._entries = entries
        self._vocabulary = vocabulary
        self._names = names

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
        said = say_entry(entry, self._vocabulary, self._names)
        return Row(said, entry.id, lead=f"{at.day:2} {short_month(at)} {at.year}  {at:%H:%M}")


class EntriesScreen(ListScreen):
    """The entries, newest first; `enter` reads one, `e` changes it."""

    CSS_PATH = [STYLES / "entries.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="entries.edit"),
        Binding("escape", "back", "Back", id="entries.back"),
    ]

    place = Place.REVIEW

    def __init__(
        self, title: str, find: Callable[[], Sequence[Entry]], store: Store, library: Library, clock: Clock
    ) -> None:
        """Make the screen.

        Args:
            title: What they have in common.
            find: Finds them, as they are kept by then.
            store: Where they are kept.
            library: What their words are called.
            clock: Tells the time.
        """
        super().__init__(store, library, clock)
        self._title = title
        self._find = find
        self._names = INITIALS

    def compose_place(self) -> ComposeResult:
        """What they have in common, how many there are, and the entries."""
        yield Static(one_line(self._title), id="title", markup=False)
        yield Static("", id="count", classes="quiet", markup=False)
        yield RowList()

    def reload(self) -> None:
        """Show those that there are now; leave if there are none any more."""
        entries = self._find()
        self._names = Names.among(self._store.entries, whole=self._store.settings.show_names)
        self.query_one("#count", Static).update(count(len(entries), "entry"))
        self._rows.show(EntryRows(entries, self._library.vocabulary, self._names))
        if not entries:
            self.dismiss()

    @on(RowList.Chosen)
    def read(self) -> None:
        """Read the entry under the cursor."""
        if entry := self._store.entries.get(self._row_id):
            self.app.push_screen(EntryScreen(entry, self._store, self._library, self._names, self.clock))

    def action_edit(self) -> None:
        """Change the entry under the cursor in the log's form."""
        if self._row_id:
            self.post_message(Follow(Link("log", self._row_id)))
