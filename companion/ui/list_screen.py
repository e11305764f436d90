"""A screen whose keys move in a list."""

from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class ListScreen(PlaceScreen):
    """Starts in its list of rows, and knows where the cursor stands in it."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self._rows.focus()

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _row(self) -> Row | None:
        """The row under the cursor; None while there is none that can be chosen."""
        return self._rows.chosen if self.is_shown else None

    @property
    def _row_id(self) -> str:
        """What the row under the cursor stands for; empty without one."""
        return self._row.id or "" if self._row else ""

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
