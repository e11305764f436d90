"""A folder that a sync program replaces under a store that is held open.

What this store knew is there again after its next read or change, and what others wrote into the files that came is
there too. A few rounds of each way here; by hand, random ones:
`COMPANION_REPLACED_ROUNDS=500 python -m pytest tests/faults/test_replaced.py`.
"""

import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store
from tests.faults.plain import check_plain, entry, notes
from tests.faults.sync_program import OURS, Put, renamed_in, replace, written_over
from tests.ui.test_terminal import running

ROUNDS = int(os.environ.get("COMPANION_REPLACED_ROUNDS", "6"))
KEPT, EDITED, GONE, LATER, THEIRS = ("1" * 32, "2" * 32, "3" * 32, "4" * 32, "5" * 32)


@pytest.fixture(params=["folded", "in the journal"])
def is_folded(request: pytest.FixtureRequest) -> bool:
    """Whether what the store did was folded into its file before the sync program came."""
    return bool(request.param == "folded")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two entries in its file and one in its journal, and an older copy of it beside: `older`."""
    folder = tmp_path / "data"
    store = Store(folder)
    store.entries.keep(entry(EDITED, "as it was"))
    store.entries.keep(entry(GONE, "to be deleted"))
    store.close()
    store.entries.keep(entry("0" * 32, "in the journal"))
    shutil.copytree(folder, tmp_path / "older")
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder of another machine, with an entry of its own in its file and in its journal."""
    store = Store(tmp_path / "theirs")
    store.entries.keep(entry(THEIRS, "theirs"))
    store.close()
    store.entries.keep(entry("6" * 32, "theirs too"))
    return tmp_path / "theirs"


WANTED = {KEPT: "kept", EDITED: "edited", "0" * 32: "in the journal"}
"""What the entries are once `work` is done."""


def work(folder: Path, is_folded: bool) -> Store:
    """Add, edit and delete in a store that stays open."""
    store = Store(folder)
    store.entries.keep(entry(KEPT, "kept"))
    store.entries.keep(entry(EDITED, "edited"))
    store.entries.forget(GONE)
    if is_folded:
        store.close()
    assert notes(folder) == WANTED
    return store


def look(store: Store) -> dict[str, str]:
    return {each.id: each.note for each in store.entries}


def finds_all(store: Store, folder: Path, wanted: dict[str, str], next_is: str) -> None:
    """After the store's next read or change all is there, for it and for everybody, and goes on being there."""
    if next_is == "change":
        store.entries.keep(entry(LATER, "later"))
        wanted = wanted | {LATER: "later"}
    assert look(store) == wanted
    store.entries.keep(entry(LATER, "later still"))
    assert notes(folder) == look(store) == wanted | {LATER: "later still"}
    store.close()
    check_plain(folder)
    assert notes(folder) == wanted | {LATER: "later still"}


each_way = pytest.mark.parametrize("put", [renamed_in, written_over])
each_next = pytest.mark.parametrize("next_is", ["read", "change"])
each_part = pytest.mark.parametrize("names", [OURS, (STORE,), (JOURNAL,)], ids=["both", "the file", "the journal"])


@each_next
@each_way
@each_part
def test_an_older_copy_takes_nothing_back(
    folder: Path, tmp_path: Path, is_folded: bool, names: tuple[str, ...], put: Put, next_is: str
) -> None:
    store = work(folder, is_folded)
    replace(folder, tmp_path / "older", names, put)
    finds_all(store, folder, WANTED, next_is)


@each_next
@each_way
@each_part
def test_files_of_another_machine_bring_theirs_and_take_nothing(
    folder: Path, theirs: Path, is_folded: bool, names: tuple[str, ...], put: Put, next_is: str
) -> None:
    """What this store did is there, and all that is in the files that came."""
    store = work(folder, is_folded)
    replace(folder, theirs, names, put)
    came = notes(folder)
    assert came.keys() & {THEIRS, "6" * 32}
    came.pop(GONE, None)
    finds_all(store, folder, came | WANTED, next_is)


@each_next
def test_another_folder_in_its_place_has_all_of_both(folder: Path, theirs: Path, is_folded: bool, next_is: str) -> None:
    store = work(folder, is_folded)
    folder.rename(folder.with_name("away"))
    theirs.rename(folder)
    came = notes(folder)
    finds_all(store, folder, came | WANTED, next_is)


@each_next
@pytest.mark.parametrize("looks", [True, False])
def test_what_was_removed_and_put_back_is_whole(
    folder: Path, tmp_path: Path, is_folded: bool, looks: bool, next_is: str
) -> None:
    store = work(folder, is_folded)
    shutil.rmtree(folder)
    if looks:
        look(store)
    shutil.copytree(tmp_path / "older", folder)
    finds_all(store, folder, WANTED, next_is)


@each_next
@pytest.mark.parametrize("name", OURS)
def test_one_file_removed_while_the_other_is_there_takes_nothing(
    folder: Path, is_folded: bool, name: str, next_is: str
) -> None:
    """Also where the journal was emptied: a file of ours lies there, so nobody erased anything."""
    store = work(folder, is_folded)
    (folder / name).unlink()
    finds_all(store, folder, WANTED, next_is)


def test_what_was_removed_and_stays_removed_is_gone(folder: Path, is_folded: bool) -> None:
    store = work(folder, is_folded)
    shutil.rmtree(folder)
    assert look(store) == {}
    assert not folder.exists()
    store.entries.keep(entry(LATER, "a new beginning"))
    assert notes(folder) == look(store) == {LATER: "a new beginning"}


def test_an_edit_that_came_with_the_files_and_is_newer_stays(folder: Path, tmp_path: Path, is_folded: bool) -> None:
    store = work(folder, is_folded)
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    Store(other).entries.keep(entry(KEPT, "newer, by another machine"))
    Store(other).entries.forget(EDITED)
    replace(folder, other, OURS, renamed_in)
    wanted = {KEPT: "newer, by another machine", "0" * 32: "in the journal"}
    assert look(store) == wanted
    store.entries.keep(entry(LATER, "later"))
    assert notes(folder) == wanted | {LATER: "later"}


def test_an_older_journal_over_a_newer_file_brings_back_nothing_that_was_deleted_twice(tmp_path: Path) -> None:
    folder, older = tmp_path / "data", tmp_path / "older"
    store = Store(folder)
    for note in ("once", "again"):  # kept again: the mark of the first deletion goes
        store.entries.keep(entry(KEPT, note))
        shutil.copytree(folder, older, dirs_exist_ok=True)
        store.entries.forget(KEPT)
    store.close()
    replace(folder, older, (JOURNAL,), written_over)
    assert look(store) == {}
    assert notes(folder) == {}


@pytest.mark.parametrize("seed", range(4))
def test_random_work_under_random_replacements(tmp_path: Path, seed: int) -> None:
    """Whatever came in between, what this store did is what it and everybody finds at the end."""
    rng, folder = random.Random(seed), tmp_path / "data"
    store, mine = Store(folder), dict[str, str | None]()
    for turn in range(ROUNDS):
        shutil.rmtree(tmp_path / "older", ignore_errors=True)
        if folder.exists():
            shutil.copytree(folder, tmp_path / "older")
        for number in range(rng.randrange(1, 6)):
            act(store, mine, rng, f"{turn}.{number}")
        if (tmp_path / "older").exists():
            names = rng.choice([OURS, (STORE,), (JOURNAL,)])
            replace(folder, tmp_path / "older", names, rng.choice([renamed_in, written_over]))
        if rng.random() < 0.5:
            act(store, mine, rng, f"{turn}.after")
        assert look(store) == {key: note for key, note in mine.items() if note}, turn
        check_plain(folder)
    store.entries.keep(entry(LATER, "the last"))
    assert notes(folder) == {key: note for key, note in mine.items() if note} | {LATER: "the last"}


def act(store: Store, mine: dict[str, str | None], rng: random.Random, note: str) -> None:
    """Add, edit, delete or fold."""
    chosen = f"{rng.randrange(30):032x}"
    what = rng.random()
    if what < 0.15:
        store.close()
    elif what < 0.3:
        store.entries.forget(chosen)
        mine[chosen] = None
    else:
        store.entries.keep(entry(chosen, note))
        mine[chosen] = note


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_running_app_keeps_what_it_showed_when_older_files_come(folder: Path, tmp_path: Path) -> None:
    with running(folder, "--at", "log") as terminal:
        terminal.wait_for(b" Keep ")
        for line in ("before", "after"):  # it starts in the line, and stays there
            terminal.press(line.encode())
            terminal.wait_for(line[-1].encode())
            terminal.press(b"\r")
            terminal.wait_for(b"Kept")
            replace(folder, tmp_path / "older", OURS, renamed_in)
        terminal.press(b"\x11")
        assert terminal.end() == 0
    assert set(notes(folder).values()) >= {"before", "after", "as it was", "in the journal"}
