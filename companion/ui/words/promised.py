"""What I promised: what was said before each pause of one's own, its times, and how it ended."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from companion.domain.promised import promise, promises, say_promise
from companion.domain.times import Clock, local, say_weekday
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

LOCKED = "What you promised is locked. f2 unlocks it."
_NONE = "Nothing yet. Each pause you take or plan stands here with the time you said."


class PromisedScreen(PlaceScreen):
    """One list, the newest first."""

    CSS_PATH = [STYLES / "words_promised.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="promised.back")]

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library

    def compose_place(self) -> ComposeResult:
        """The list."""
        yield RowList(id="promises", wrapped=True)

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the pauses again."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        self.query_one(RowList).show(self._rows())

    def _rows(self) -> list[Row]:
        if self._store.is_locked:
            return [Row(LOCKED, indent=True)]
        now = self.clock()
        rows: list[Row] = []
        day = None
        for pause in promises(self._store.pauses):
            if (here := local(pause.started_at).date()) != day:
                rows += [Row("")] if rows else []
                rows.append(Row(say_weekday(here, local(now).date())))
                day = here
            rows.append(Row(promise(pause, self._library.scripts), pause.id, help=" · ".join(say_promise(pause, now))))
        return rows or [Row(_NONE, indent=True)]

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()
