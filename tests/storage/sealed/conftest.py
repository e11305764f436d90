"""A sealed folder."""

from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.storage.sealed.writing import (
    PASSPHRASE,
    SECRET,
    an_entry,
    opened,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def sealed(folder: Path) -> Store:
    """A store with an entry in its file, one in its journal, backups, and a passphrase; unlocked."""
    store = opened(folder)
    for number in range(3):
        store.entries.keep(an_entry(f"{SECRET} {number}"))
        store.close()
    store.set_passphrase(store.new_key(PASSPHRASE))
    store.entries.keep(an_entry("in the journal"))
    return store
