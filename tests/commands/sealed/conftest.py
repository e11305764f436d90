"""A sealed folder, quickly wrapped, and somebody to ask."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from companion.commands import context, passphrases
from companion.commands.passphrases import VARIABLE
from companion.domain.entry import Entry
from companion.domain.script import OwnScript
from companion.storage.store import Store
from tests.commands.sealed.person import NOTE, PASSPHRASE, Person
from tests.fake_wrapping import FakeWrapping


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    """Answer the questions, quickly wrapped; no command gives the passphrase."""
    person = Person()
    monkeypatch.setattr(passphrases, "getpass", person)
    monkeypatch.setattr(context, "Store", partial(Store, wrapping=FakeWrapping()))
    monkeypatch.delenv(VARIABLE, raising=False)
    return person


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an entry, a script of one's own and a passphrase."""
    folder = tmp_path / "data"
    store = Store(folder, wrapping=FakeWrapping())
    store.entries.keep(Entry(at=datetime.now(UTC), note=NOTE, kind="ordinary"))
    store.scripts.keep(OwnScript(id="mine", text="Our own words."))
    store.set_passphrase(store.new_key(PASSPHRASE))
    return folder
