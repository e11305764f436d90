"""What I promised: what was said before each pause of one's own, its times, and how it ended."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.promised import promise, promises, say_promise
from companion.domain.returning import gather, talked, untalked
from companion.domain.times import Clock, local, say_weekday
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.locked import say_locked
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_TITLE = _("What I promised")
LOCKED = _("What you promised is locked. {unlock} unlocks it.")
_NONE = _("Nothing yet. Each pause you take or plan stands here with the time you said.")


class Promises(RowList):
    """Pauses; the key that opens one stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open", id="promised.open")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open where there is something to open."""
        return action != "choose" or self.chosen is not None


class PromisedScreen(PlaceScreen):
    """One list, the newest first; a pause opens with what was parked in it."""

    CSS_PATH = [STYLES / "words_promised.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="promised.back")]

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._store = store
        self._library = library
        self._opened: str | None = None
        """The id of the pause that is shown alone."""

    def compose_place(self) -> ComposeResult:
        """The title and the list."""
        yield Static(_TITLE, id="title", markup=False)
        yield Promises(id="promises", wrapped=True)

    def on_mount(self) -> None:
        """Start in the list."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list."""
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the pauses again."""
        self.call_after_refresh(self._draw)

    def _draw(self, at: str | None = None) -> None:
        self.query_one(RowList).show(self._rows(), at)
        self.refresh_bindings()

    @on(RowList.Chosen)
    def open(self, event: RowList.Chosen) -> None:
        """Show that pause with what was parked in it."""
        self._opened = event.row.id
        self._draw()

    def _rows(self) -> list[Row]:
        if self._store.is_locked:
            return [Row(say_locked(LOCKED), indent=True)]
        if self._opened and (opened := self._store.pauses.get(self._opened)):
            return list(self._whole(gather(opened, self._store.pauses)))
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

    def _whole(self, pause: Pause) -> Iterator[Row]:
        """Yield all that stands of one pause."""
        now = self.clock()
        yield Row(say_weekday(local(pause.started_at).date(), local(now).date()))
        yield Row(promise(pause, self._library.scripts), indent=True, help=" · ".join(say_promise(pause, now)))
        parts = {"Talked about": (talked(pause),), "Parked, not talked about": untalked(pause)}
        parts |= {"Next step": (pause.next_step,)}
        for heading, words in parts.items():
            if any(words):
                yield from (Row(""), Row(heading), *(Row(each, indent=True) for each in words))

    def action_back(self) -> None:
        """Go back to the list, or leave."""
        if self._opened is None:
            self.dismiss()
            return
        opened, self._opened = self._opened, None
        self._draw(opened)
