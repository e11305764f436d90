"""What a sealed folder holds: no plain word, whoever left one there."""

import json
from pathlib import Path

import pytest

from companion.storage.errors import NotKept
from companion.storage.paths import BACKUPS, JOURNAL, SEALED, STORE
from companion.storage.sealing.keyring import Keyring
from companion.storage.store import Store
from tests.storage.sealed.writing import ALL, PASSPHRASE, SECRET, a_pause, an_entry, notes, opened, words_on_disk


def test_no_word_lies_plain_in_a_sealed_folder(sealed: Store, folder: Path) -> None:
    sealed.pauses.begin(a_pause())
    sealed.close()
    assert words_on_disk(folder) == []
    assert not (folder / STORE).exists()
    assert not (folder / JOURNAL).exists()
    assert {path.suffix for path in (folder / BACKUPS).iterdir()} == {SEALED}


def test_copies_that_lay_plain_are_sealed_too(folder: Path) -> None:
    store = opened(folder)
    store.entries.keep(an_entry())
    store.close()
    damaged = folder / f"{STORE}.damaged-20261122-201000-123456"
    damaged.write_text(f"{{{SECRET}")
    store.set_passphrase(store.new_key(PASSPHRASE))
    assert words_on_disk(folder) == []
    store.remove_passphrase()
    assert damaged.read_text() == f"{{{SECRET}"


def test_what_a_kill_left_plain_is_sealed_at_the_next_change(sealed: Store, folder: Path) -> None:
    sealed.close()
    (folder / STORE).write_text(json.dumps({"entries": {"1": {"note": SECRET}}}))
    (folder / JOURNAL).write_bytes(b"")
    opened(folder).entries.keep(an_entry("a change"))
    assert words_on_disk(folder) == []
    (copy,) = opened(folder).conflict_copies()  # not what was sealed: somebody may miss it
    assert copy.name.startswith(f"{STORE}.plain-")
    assert copy.suffix == SEALED


@pytest.fixture
def aside(sealed: Store, folder: Path) -> list[Path]:
    """Copies of that store's file and journal that were set aside when they were sealed already."""
    stamp = "20261122-201000-123456"
    copies = [
        (STORE, folder / f"{STORE}{SEALED}.left-{stamp}"),
        (JOURNAL, folder / f"{JOURNAL}{SEALED}.damaged-{stamp}"),
        (STORE, folder / BACKUPS / f"{STORE}{SEALED}.merged-{stamp}"),
    ]
    for name, copy in copies:
        copy.write_bytes((folder / (name + SEALED)).read_bytes())
    return [copy for _, copy in copies]


def test_copies_that_were_set_aside_sealed_become_plain_with_the_rest(
    sealed: Store, folder: Path, aside: list[Path]
) -> None:
    sealed.remove_passphrase()
    assert notes(opened(folder)) == ALL
    assert not [path for path in folder.rglob("*") if SEALED in path.name]
    for copy in aside:
        assert b"AGE" not in (plain := copy.with_name(copy.name.replace(SEALED, "")).read_bytes())
        assert (SECRET.encode() in plain) == (JOURNAL not in copy.name)
    sealed.set_passphrase(sealed.new_key(PASSPHRASE))
    assert words_on_disk(folder) == []


def test_what_stops_them_from_becoming_plain_harms_no_sealed_file(
    sealed: Store, folder: Path, aside: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: (folder / (name + SEALED)).read_bytes() for name in (STORE, JOURNAL)}

    def refuse(_: Keyring) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Keyring, "remove", refuse)
    with pytest.raises(NotKept):
        sealed.remove_passphrase()
    assert {name: (folder / (name + SEALED)).read_bytes() for name in before} == before
    assert words_on_disk(folder) == []
    assert notes(opened(folder, PASSPHRASE)) == ALL
