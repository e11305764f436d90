"""What the tests of the store keep."""

from datetime import UTC, datetime, timedelta

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.storage.store import Store
from tests.conftest import HOSTILE

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def an_entry(note: str = "a line") -> Entry:
    """Return an entry that is not kept yet."""
    return Entry(at=NOW, note=note)


def lived_in(store: Store) -> Store:
    """Keep a little of everything, some of it from a newer Companion, and forget one."""
    store.entries.keep(Entry(id="a" * 32, at=NOW - DAY, note=HOSTILE, person="Kim", quote="not now", kind="heated"))
    store.entries.keep(Entry(id="b" * 32, at=NOW, kind="good", strength=7, context=("work",), person=" kim"))
    gone = store.entries.keep(Entry(at=NOW, note="gone"))
    store.entries.forget(gone.id)
    store.pauses.begin(
        Pause(
            id="c" * 32, started_at=NOW, due=NOW + DAY / 48, planned=DAY / 48, place="balcony", topic="money",
            leave_message="back at {back_at}", return_message="here", thoughts=("say sorry",), strength_before=8,
        )
    )  # fmt: skip
    store.worksheets.keep(Answers(id="what-calms-me", answers={"body": "walk"}, filled_at=NOW))
    store.scripts.keep(OwnScript(id="d" * 32, text="give me an hour"))
    store.held.keep(HeldMessage(id="f" * 32, text="are you there", written_at=NOW, open_at=NOW + DAY, mood_before=9))
    store.take(
        [
            ("entries", "e" * 32, {"id": "e" * 32, "at": "2026-11-22T19:10:00Z", "note": "later", "weather": "rain"}),
            ("dreams", "1", {"changed": "2026-11-22T19:10:00Z", "text": "flying"}),
        ]
    )
    return store
