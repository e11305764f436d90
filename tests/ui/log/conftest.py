"""What the tests of the log share: some entries, and a disk that is full."""

from datetime import timedelta

import pytest

from companion.domain.entry import Entry
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from tests.conftest import MovableClock


@pytest.fixture
def noted(store: Store, clock: MovableClock) -> list[Entry]:
    """Three entries of two days, newest first."""
    entries = [
        Entry(at=clock(), kind="not-heard", strength=7, person="M", note="They looked at the phone"),
        Entry(at=clock() - timedelta(hours=2), kind="good", note="soup in the kitchen"),
        Entry(at=clock() - timedelta(days=1), kind="tears", note="in the kitchen"),
    ]
    return [store.entries.keep(entry) for entry in entries]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing reach the disk."""

    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", fail)
