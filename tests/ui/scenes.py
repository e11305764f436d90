"""Screens as somebody meets them: how each is reached, and over which log and which pause."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from companion.domain.pause import Pause, PauseKind
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import MovableClock
from tests.sample import make_entries

Prepare = Callable[[Store, MovableClock], None]


def nothing(store: Store, clock: MovableClock) -> None:
    """Let no pause run."""


def paused(ago: float = 12.3, **facts: object) -> Prepare:
    """Let a pause of half an hour have begun some minutes ago."""

    def prepare(store: Store, clock: MovableClock) -> None:
        began, half = clock() - timedelta(minutes=ago), timedelta(minutes=30)
        usual = {"kind": PauseKind.TAKING, "place": "the bedroom", "told_at": began, "is_asked": True}
        words = {"leave_message": "Back at {back_at}.", "return_message": "I'm back like I said."}
        times = {"started_at": began, "due": began + half, "planned": half}
        store.pauses.keep(Pause(**times | words | usual | facts))  # type: ignore[arg-type]

    return prepare


@dataclass(frozen=True)
class Scene:
    """A screen: where one starts, the keys that lead to it, and what there is before."""

    place: Place = Place.NOW
    keys: tuple[str, ...] = ()
    prepare: Prepare = nothing
    is_empty: bool = False
    """Whether nothing is noted."""

    def fill(self, store: Store, library: Library, clock: MovableClock) -> None:
        """Keep what there is before."""
        for entry in () if self.is_empty else make_entries(40, library, clock()):
            store.entries.keep(entry)
        self.prepare(store, clock)


_GIVING: dict[str, Any] = {"kind": PauseKind.GIVING, "place": ""}
_SAID = "why I say sorry first", "忘れない 🌧"
_PARKED: dict[str, Any] = {"topic": "the dishes", "thoughts": _SAID, "strength_before": 8}

SCENES = {
    "sheet": Scene(keys=("enter",)),
    "form": Scene(Place.PAUSE),
    "form-strength": Scene(Place.PAUSE, ("shift+tab",)),
    "form-long": Scene(Place.PAUSE, ("u", *"6h", "enter")),
    "own": Scene(Place.PAUSE, prepare=paused(**_PARKED)),
    "giving": Scene(Place.PAUSE, prepare=paused(**_GIVING)),
    "overdue": Scene(Place.PAUSE, prepare=paused(45)),
    "overdue-giving": Scene(Place.PAUSE, prepare=paused(45, **_GIVING)),
    "more-time": Scene(Place.PAUSE, ("plus",), paused()),
    "end": Scene(Place.PAUSE, ("c",), paused()),
    "park": Scene(Place.PAUSE, ("t",), paused()),
    "large": Scene(Place.PAUSE, ("s",), paused()),
    "ready": Scene(Place.PAUSE, ("enter",), paused(29, **_PARKED)),
    "not-ready": Scene(Place.PAUSE, ("enter", "enter"), paused(29)),
    "topic": Scene(Place.PAUSE, ("enter", *"123", "enter", "enter"), paused(29, **_PARKED)),
    "turns": Scene(Place.PAUSE, ("enter", *"123", *["enter"] * 3), paused(29, **_PARKED)),
    "next-step": Scene(Place.PAUSE, ("enter", *"123", *["enter"] * 4), paused(29, topic="x")),
    "log-line": Scene(Place.LOG),
    "log-found": Scene(Place.LOG, ("escape", "slash", *"the", "enter")),
    "log-threads": Scene(Place.LOG, ("escape", "v")),
    "log-ticked": Scene(Place.LOG, ("escape", "space", "space")),
    "saved-filters": Scene(Place.LOG, ("escape", "s")),
    "filter-form": Scene(Place.LOG, ("escape", "f")),
    "bin": Scene(Place.LOG, ("escape", "d", "d", "r")),
    "context-notes": Scene(Place.LOG, ("escape", "w"), is_empty=True),
    "context-form": Scene(Place.LOG, ("escape", "w", "n"), is_empty=True),
    "mend": Scene(Place.LOG, ("escape", "v", "M")),
    "tags": Scene(Place.LOG, ("escape", "t")),
    "entry-form": Scene(Place.LOG, ("escape", "e")),
    "entry-new": Scene(Place.LOG, ("escape", "n"), is_empty=True),
    "entry-kind": Scene(Place.LOG, ("escape", "n", "down", "enter"), is_empty=True),
    "entry-answers": Scene(Place.LOG, ("escape", "space", "a")),
    "now": Scene(),
    "read": Scene(Place.READ),
    "read-trail": Scene(Place.READ, ("t", "enter")),
    "words": Scene(Place.WORDS),
    "words-ask": Scene(Place.WORDS, ("a",)),
    "words-hold": Scene(Place.WORDS, ("h",)),
    "words-check": Scene(Place.WORDS, ("m",)),
    "words-promised": Scene(Place.WORDS, ("p",)),
    "review": Scene(Place.REVIEW),
    "review-sheet": Scene(Place.REVIEW, ("s",)),
    "review-parts": Scene(Place.REVIEW, ("g",)),
    "plan": Scene(Place.PLAN),
    "plan-form": Scene(Place.PLAN, ("enter",)),
    "plan-week": Scene(Place.PLAN, ("w",)),
    "help": Scene(keys=("f1",)),
    "privacy": Scene(keys=("f1", "w")),
    "passphrase": Scene(keys=("f2", "enter")),
    "breathe": Scene(keys=("b",), is_empty=True),
    "cover": Scene(keys=("ctrl+l",)),
}
"""By name; what is asked of every screen is asked of all of these."""
