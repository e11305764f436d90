"""A running pause to begin with, and the one that is kept."""

from datetime import timedelta

from companion.domain.pause import Pause
from companion.storage.store import Store
from tests.conftest import MovableClock


def running(clock: MovableClock, **facts: object) -> Pause:
    length = timedelta(minutes=30)
    words = {"leave_message": "Back at {back_at}.", "return_message": "I'm back like I said."}
    times = {"started_at": clock(), "due": clock() + length, "planned": length, "is_asked": True}
    return Pause(**times | words | facts)  # type: ignore[arg-type]


def only(store: Store) -> Pause:
    (pause,) = store.pauses
    return pause
