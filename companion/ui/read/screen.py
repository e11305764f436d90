"""Read: everything there is to read, by topic, and a search over all of it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.content import parse_link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.search import Search
from companion.storage.store import Store
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.read.rows import found_rows, library_rows
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_ROOMY = 70
"""Columns from which a row says for whom it is."""


class ReadScreen(PlaceScreen):
    """Topics, articles and exercises; words in the field on top show what holds them."""

    CSS_PATH = [STYLES / "read.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="read.search", key_display="/"),
        Binding("down", "list", "To the list", id="read.list", show=False),
        Binding("escape", "leave_field", "Leave the search", id="read.leave-search", show=False),
    ]

    place = Place.READ

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._search: Search | None = None

    def compose_place(self) -> ComposeResult:
        """The field, the list, and what the row stood on is about."""
        yield Input(placeholder="/  search titles and texts", compact=True, id="words")
        yield RowList(Row("One moment …", indent=True), wrapped=True, id="pieces")
        yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Start in the list; make the index when the list has been drawn."""
        self.focus_first()
        self.call_after_refresh(self._make_index)

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show the list as it is now, once the first frame is out."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Say more or less in each row."""
        if self._search:
            self._show()

    @work(thread=True, exclusive=True)
    def _make_index(self) -> None:
        """Read all texts beside the screen's own work."""
        search = Search(self._library.articles.values(), self._library.exercises.values())
        self.app.call_from_thread(self._take_index, search)

    def _take_index(self, search: Search) -> None:
        self._search = search
        if self.is_running and self._words:
            self._show()

    @property
    def _words(self) -> str:
        return self.query_one("#words", Input).value.strip()

    @on(Input.Changed, "#words")
    def _show(self) -> None:
        """Show everything, or what holds the words."""
        readings = {reading.id: reading for reading in self._store.reading}
        rows = self.query_one(RowList)
        if self._words and self._search:
            hits = self._search.find(self._words)
            found = found_rows(self._library, hits, readings)
            rows.show(found, at=next((row.id for row in found if row.id), None))
        else:
            rows.show(library_rows(self._library, readings, self.size.width >= _ROOMY))

    @on(RowList.Moved)
    def say_what_it_is_about(self, event: RowList.Moved) -> None:
        """Show the summary of the row stood on."""
        summary = ""
        if event.row and event.row.id:
            link = parse_link(event.row.id)
            pieces = self._library.articles if link.folder == "articles" else self._library.exercises
            summary = pieces[link.slug].summary
        self.query_one("#about", Static).update(summary)

    @on(RowList.Chosen)
    def open_piece(self, event: RowList.Chosen) -> None:
        """Open what was chosen."""
        self.post_message(Follow(parse_link(event.row.id or "")))

    @on(Input.Submitted, "#words")
    def open_first(self) -> None:
        """Open what was found first; without words, go back to the list."""
        row = self.query_one(RowList).chosen
        if self._words and row and row.id:
            self.post_message(Follow(parse_link(row.id)))
        else:
            self.focus_first()

    def action_search(self) -> None:
        """Go to the field."""
        self.query_one("#words", Input).focus()

    def action_list(self) -> None:
        """Go from the field to the list."""
        self.focus_first()

    def action_leave_field(self) -> None:
        """Leave the field; from the list, take the words away."""
        if self.focused is not self.query_one("#words", Input):
            self.query_one("#words", Input).value = ""
        self.focus_first()
