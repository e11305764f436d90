"""Read: everything there is to read, by topic, and a search over all of it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.content import parse_link
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.marks import find_mark
from companion.storage.search.document import Hit
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.dialogs import Choose
from companion.ui.line import Line
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.read.found import found_rows
from companion.ui.read.index import ScreenIndex
from companion.ui.read.lately import LATELY, LatelyScreen
from companion.ui.read.marks import MARKS_ROW, MarksScreen, marks_rows, open_mark
from companion.ui.read.own_rows import UNREAD, OwnRows, say_unread, unread_rows
from companion.ui.read.rows import about, library_rows
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_ROOMY = 70
"""Columns from which a row says for whom it is."""
_ONE_MOMENT = Row(_("One moment …"), indent=True)
_LOOK_EVERY = 5.0
"""Seconds between looks for articles of one's own."""


class ReadScreen(PlaceScreen):
    """Trails, topics, articles and exercises; words in the field on top show what holds them."""

    CSS_PATH = [STYLES / "read.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="read.search", key_display="/"),
        Binding("h", "lately", LATELY, id="read.lately"),
        Binding("apostrophe", "marks", "Marks", id="read.marks", key_display="'", show=False),
        Binding("down", "list", "To the list", id="read.list", show=False),
        Binding("escape", "leave_field", "Leave the search", id="read.leave-search"),
    ]

    place = Place.READ

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._own = OwnRows(library.own_articles)
        self._index = ScreenIndex(self, store, library, clock, self._show_found)
        self._hits: dict[str, Hit] = {}
        self._is_listed = False
        """Whether what there is to read has been shown: it is read after the first frame."""
        self._once_found: Callable[[], None] | None = None
        """What was asked for before anything could be found."""

    def compose_place(self) -> ComposeResult:
        """The field, the list, and what the row stood on is about."""
        yield Line(
            "",
            _("{search}  search everything", search=key_of("read.search", "slash")),
            id="words",
            select_on_focus=True,
        )
        yield RowList(_ONE_MOMENT, wrapped=True, id="pieces")
        yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Start in the list; where there may be thousands of one's own, make the index before anybody searches."""
        self.focus_first()
        if self._library.own_articles.may_hold_any:
            self.call_after_refresh(self._index.make)
        self.watch(self.query_one("#words", Input), "value", self._show_first, init=False)  # drawn with the letter
        self.set_interval(_LOOK_EVERY, self._look_for_own)

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Show the list as it is now, once the first frame is out."""
        self._index.grow_stale()
        self.call_after_refresh(self._show)
        self.call_after_refresh(self._look_for_own)

    def _look_for_own(self) -> None:
        """Look for articles of one's own that were added, changed or taken away, while the list is seen."""
        if self.is_current and self._library.own_articles.may_hold_any:
            self._read_own()

    @work(thread=True, group="own")
    def _read_own(self) -> None:
        """Read their beginnings beside the screen's own work."""
        if self._library.own_articles.look():
            self.app.call_from_thread(self._show_own)

    def _show_own(self) -> None:
        self._index.follow_own_articles()
        if self.is_running and not self._words:
            self._show()

    def on_resize(self) -> None:
        """Say more or less in each row."""
        if self._is_listed:
            self._show()

    def on_unmount(self) -> None:
        """Hold no words any more."""
        self._index.drop()

    @property
    def _words(self) -> str:
        return self.query_one("#words", Input).value.strip()

    @property
    def _waits_for_index(self) -> bool:
        return bool(self._words) and not self._index.is_made

    def _show_first(self) -> None:
        """Show everything, or what holds the words, the cursor on the first."""
        self._once_found = None
        if self._words:
            self._index.make()
        self._show(at_first=True)
        self.refresh_bindings()

    def _show_found(self) -> None:
        """Show what is found now that there is more to be found, and do what was waiting for it."""
        waiting, self._once_found = self._once_found, None
        if self.is_shown and self._words:
            self._show()
            if waiting:
                waiting()

    def _show(self, *, at_first: bool = False) -> None:
        self._is_listed = True
        readings = {reading.id: reading for reading in self._store.reading}
        rows = self.query_one(RowList)
        if self._words and self._index.is_made:
            results = self._index.find(self._words)
            self._hits = {hit.key: hit for hit in results.hits}
            found = found_rows(self._library, results, readings)
            rows.show(found, at=next((row.id for row in found if row.id), None) if at_first else None)
        elif self._words:
            self._hits = {}
            rows.show([_ONE_MOMENT])  # a row of before would be taken for what was found
        else:
            self._hits = {}
            shelf = library_rows(self._library, readings, self.size.width >= _ROOMY)
            shelf += [*self._own.rows(readings, self._store.has_passphrase), *marks_rows(self._store)]
            if shelf != rows.rows:  # thousands of one's own are laid out anew only for a reason
                rows.show(shelf)

    @on(RowList.Moved)
    def say_what_it_is_about(self, event: RowList.Moved) -> None:
        """Show the summary of the row stood on."""
        row_id = event.row.id if event.row else None
        summary = about(self._way(row_id).link, self._library) if row_id and row_id not in (UNREAD, MARKS_ROW) else ""
        self.query_one("#about", Static).update(summary, layout=False)

    def _way(self, row_id: str) -> Follow:
        """Return the way to a piece; to one that was found, to the line of the words."""
        hit = self._hits.get(row_id)
        if hit is None:
            return Follow(parse_link(row_id))
        return Follow(hit.link, hit.place, found_by=(self._words, *sorted(hit.marked, key=len, reverse=True)))

    def _open(self, row_id: str) -> None:
        """Open a piece; of a note that was found, the words it stands on."""
        mark = find_mark(self._store, row_id.partition("#")[2]) if row_id in self._hits else None
        if mark:
            open_mark(self, self._store, self._library, mark)
        else:
            self.post_message(self._way(row_id))

    @on(RowList.Chosen)
    def open_piece(self, event: RowList.Chosen) -> None:
        """Open what was chosen."""
        if event.row.id == MARKS_ROW:
            self.action_marks()
            return
        if event.row.id == UNREAD:
            own = self._library.own_articles
            self.app.push_screen(Choose(say_unread(own.problems), unread_rows(own)))
            return
        self._open(event.row.id or "")

    @on(Input.Submitted, "#words")
    def open_first(self) -> None:
        """Open what was found first; without words, go back to the list."""
        row = self.query_one(RowList).chosen
        if self._waits_for_index:
            self._once_found = self.open_first
        elif self._words and row and row.id:
            self._open(row.id)
        else:
            self.focus_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to leave the search where there is one; in its field, letters are no keys."""
        match action:
            case "list":
                return self._is_in_field
            case "leave_field":
                return self._is_in_field or bool(self.is_shown and self._words)
            case "search" | "lately" | "marks":
                return not self._is_in_field
            case _:
                return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Go to the field; all there is to find is read before the first letter."""
        self.query_one("#words", Input).focus()
        self._index.make()
        self._index.freshen()

    def action_lately(self) -> None:
        """List what was read."""
        self.app.push_screen(LatelyScreen(self._store, self._library, self.clock))

    def action_marks(self) -> None:
        """List all bookmarks and highlights."""
        self.app.push_screen(MarksScreen(self._store, self._library, self.clock))

    def action_list(self) -> None:
        """Go from the field to the list, once it shows what was found."""
        if self._waits_for_index:
            self._once_found = self.focus_first
        else:
            self.focus_first()

    def action_leave_field(self) -> None:
        """Leave the field; from the list, take the words away."""
        if self.focused is not self.query_one("#words", Input):
            self.query_one("#words", Input).value = ""
        self.focus_first()
