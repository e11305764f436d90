"""What I promised: what was said before each pause of one's own, its times, and how it ended."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from companion.domain.move import Move
from companion.domain.pause import Outcome, Pause
from companion.domain.script import Script
from companion.domain.slots import leave_words
from companion.domain.times import Clock, local, say_clock, say_weekday
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

LOCKED = "What you promised is locked. f2 unlocks it."
_NONE = "Nothing yet. Each pause you take or plan stands here with the time you said."
_ENDS = {
    Outcome.KEPT: "back {at}: kept",
    Outcome.MOVED: "back {at}: moved in time",
    Outcome.LATE: "back {at}: late",
    Outcome.NOT_RETURNED: "not returned",
    Outcome.CANCELLED: "called off {at}",
}


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
        own = [each for each in self._store.pauses if each.is_own]
        own.sort(key=lambda each: each.started_at, reverse=True)
        rows: list[Row] = []
        day = None
        for pause in own:
            if (here := local(pause.started_at).date()) != day:
                rows += [Row("")] if rows else []
                rows.append(Row(say_weekday(here, local(now).date())))
                day = here
            rows.append(Row(message(pause, self._library.scripts), pause.id, help=" · ".join(said(pause, now))))
        return rows or [Row(_NONE, indent=True)]

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()


def message(pause: Pause, scripts: Mapping[str, Script]) -> str:
    """Return what was said before going, with the time that was true then."""
    at_first = msgspec.structs.replace(pause, due=first_due(pause), moves=(), check_in=None)
    return leave_words(at_first, scripts, pause.told_at or pause.started_at)


def said(pause: Pause, now: datetime) -> list[str]:
    """Return the times of a promise and how it ended, in words: no count, no mark."""
    began = pause.started_at
    told = say_clock(pause.told_at or began, began)
    how = f"said at {told}" if pause.told_at else f"begun at {told}{', not said' if pause.is_untold else ''}"
    words = [f"{how}: back at {say_clock(first_due(pause), began)}"]
    words += [_moved(move, began) for move in pause.moves]
    if pause.outcome is None:
        words.append("it runs" if now < pause.due else "the time has passed")
    else:
        words.append(_ENDS[pause.outcome].format(at=say_clock(pause.ended_at or pause.due, began)))
    return words


def first_due(pause: Pause) -> datetime:
    """Return the time that was said at first."""
    return pause.moves[0].old if pause.moves else pause.due


def _moved(move: Move, began: datetime) -> str:
    when = "in time" if move.in_time else "after it had passed"
    return f"moved at {say_clock(move.at, began)} to {say_clock(move.new, began)}, {when}"
