"""A store and a simple model of it go through the same random life; after each step they agree.

Short here; by hand `COMPANION_MACHINE=2000 python -m pytest tests/storage/test_store_machine.py`.
"""

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.storage.errors import Locked, StoreError, WrongPassphrase
from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store
from tests.fake_wrapping import FakeWrapping

EXAMPLES = int(os.environ.get("COMPANION_MACHINE", "25"))
NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
MARK = "words-nobody-else-reads "

words = st.text(alphabet="abc é漢\n", max_size=8).map(lambda text: MARK + text)
passphrases = st.sampled_from(["one", "two", "three"])


class StoreLife(RuleBasedStateMachine):
    """Two processes over one folder, each locked or not, against a dictionary."""

    known = Bundle("known")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="companion-life-"))
        self.stores = [self.open(), self.open()]
        self.notes: dict[str, str] = {}
        self.deleted: list[Entry] = []
        self.passphrase: str | None = None
        self.due: datetime | None = None

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def open(self) -> Store:
        return Store(self.folder / "data", wrapping=FakeWrapping())

    # -- the log

    @rule(target=known, which=st.integers(0, 1), note=words)
    def add(self, which: int, note: str) -> str:
        kept = self.stores[which].entries.keep(Entry(at=NOW, note=note))
        self.notes[kept.id] = note
        return kept.id

    @rule(which=st.integers(0, 1), entry_id=known, note=words)
    def edit(self, which: int, entry_id: str, note: str) -> None:
        store = self.stores[which]
        before = store.entries.get(entry_id)
        if store.is_locked:
            assert before is None
            with pytest.raises(Locked):
                store.entries.edit(*2 * [Entry(id=entry_id, at=NOW, note=note)])
        elif before:
            store.entries.edit(before, Entry(id=entry_id, at=NOW, note=note))
            self.notes[entry_id] = note

    @rule(which=st.integers(0, 1), entry_id=known)
    def delete(self, which: int, entry_id: str) -> None:
        store = self.stores[which]
        if store.is_locked:
            with pytest.raises(Locked):
                store.entries.forget(entry_id)
        elif gone := store.entries.forget(entry_id):
            del self.notes[entry_id]
            self.deleted.append(gone)

    @precondition(lambda self: self.deleted)
    @rule(which=st.integers(0, 1))
    def undo(self, which: int) -> None:
        if not self.stores[which].is_locked:
            back = self.deleted.pop()
            self.stores[which].entries.keep(back)
            self.notes[back.id] = back.note

    @rule(which=st.integers(0, 1))
    def fold(self, which: int) -> None:
        self.stores[which].close()

    @rule(which=st.integers(0, 1))
    def restart(self, which: int) -> None:
        self.stores[which] = self.open()

    # -- the pause

    @rule(which=st.integers(0, 1))
    def begin_pause(self, which: int) -> None:
        length = timedelta(minutes=20)
        begun = self.stores[which].pauses.begin(Pause(started_at=NOW, due=NOW + length, planned=length, place=MARK))
        assert begun.due == (self.due or NOW + length)
        self.due = begun.due

    @rule(which=st.integers(0, 1), minutes=st.integers(1, 60))
    def move_pause(self, which: int, minutes: int) -> None:
        moved = self.stores[which].pauses.change_open(
            lambda pause: pause.move(pause.due + timedelta(minutes=minutes), NOW)
        )
        assert (moved is None) == (self.due is None)
        self.due = self.due and self.due + timedelta(minutes=minutes)

    @rule(which=st.integers(0, 1))
    def come_back(self, which: int) -> None:
        self.stores[which].pauses.change_open(lambda pause: pause.come_back(NOW))
        self.due = None

    # -- the passphrase

    @rule(which=st.integers(0, 1), passphrase=passphrases)
    def set_passphrase(self, which: int, passphrase: str) -> None:
        key = self.stores[which].new_key(passphrase)
        if self.passphrase is None:
            self.stores[which].set_passphrase(key)
            self.passphrase = passphrase
        else:
            with pytest.raises(StoreError):
                self.stores[which].set_passphrase(key)

    @precondition(lambda self: self.passphrase)
    @rule(which=st.integers(0, 1), passphrase=passphrases)
    def unlock(self, which: int, passphrase: str) -> None:
        store = self.stores[which]
        if passphrase == self.passphrase:
            store.unlock(store.open_key(passphrase))
            assert not store.is_locked
        else:
            with pytest.raises(WrongPassphrase):
                store.open_key(passphrase)

    @rule(which=st.integers(0, 1))
    def lock(self, which: int) -> None:
        self.stores[which].lock()
        assert self.stores[which].is_locked == (self.passphrase is not None)

    @precondition(lambda self: self.passphrase)
    @rule(which=st.integers(0, 1), passphrase=passphrases, has_new_key=st.booleans())
    def change_passphrase(self, which: int, passphrase: str, has_new_key: bool) -> None:
        store = self.stores[which]
        if store.is_locked:
            with pytest.raises(Locked):
                store.change_passphrase(store.new_key(passphrase))
        else:
            store.change_passphrase(store.new_key(passphrase) if has_new_key else store.rewrap(passphrase))
            self.passphrase = passphrase

    @precondition(lambda self: self.passphrase)
    @rule(which=st.integers(0, 1))
    def remove_passphrase(self, which: int) -> None:
        if self.stores[which].is_locked:
            with pytest.raises(Locked):
                self.stores[which].remove_passphrase()
        else:
            self.stores[which].remove_passphrase()
            self.passphrase = None

    # -- what holds always

    @invariant()
    def they_agree(self) -> None:
        for store in getattr(self, "stores", []):
            assert store.has_passphrase == (self.passphrase is not None)
            found = {entry.id: entry.note for entry in store.entries}
            assert found == ({} if store.is_locked else self.notes)
            pause = store.pauses.open()
            assert (pause and pause.due) == self.due

    @invariant()
    def nothing_private_lies_plain_beside_a_passphrase(self) -> None:
        if getattr(self, "passphrase", None):
            folder = self.folder / "data"
            assert not (folder / STORE).exists()
            assert not (folder / JOURNAL).exists()
            assert not [path for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]


TestStoreLife = StoreLife.TestCase
TestStoreLife.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
