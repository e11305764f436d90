"""What the tests of the store keep."""

from datetime import UTC, datetime

from companion.domain.entry import Entry

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


def an_entry(note: str = "a line") -> Entry:
    """Return an entry that is not kept yet."""
    return Entry(at=NOW, note=note)
