"""The verb merge: another file or folder, sealed or plain; the copies that sync programs leave."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from companion.domain.entry import Entry
from companion.storage.paths import JOURNAL, SEALED, STORE
from companion.storage.sealing.wrapping import AgeWrapping
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.fake_wrapping import FakeWrapping

COPY = "companion.sync-conflict-20261122-201000-ABCDEFG.json"


@pytest.fixture
def seal(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], None]:
    """Give a folder a passphrase, without scrypt's seconds."""
    fake = FakeWrapping()
    monkeypatch.setattr(AgeWrapping, "wrap", lambda _, identity, passphrase: fake.wrap(identity, passphrase))
    monkeypatch.setattr(AgeWrapping, "unwrap", lambda _, wrapped, passphrase: fake.unwrap(wrapped, passphrase))

    def give(folder: Path, passphrase: str) -> None:
        store = Store(folder)
        store.set_passphrase(store.new_key(passphrase))

    return give


def two_machines(folder: Path) -> tuple[Path, Path]:
    """Make a folder and its copy, then write in both."""
    here, there = folder / "here", folder / "there"
    old, good, _ = noted(here)
    Store(here).close()
    copytree(here, there)
    run(here, "log", "only", "here")
    run(there, "log", "only", "there")
    run(there, "log", "edit", good.id, "edited there")
    run(there, "log", "delete", old.id, "--yes")
    return here, there


def notes(folder: Path) -> set[str]:
    """Return the notes that a folder holds."""
    return {entry.note for entry in Store(folder).entries}


def exported(folder: Path) -> str:
    """Return all that a folder holds."""
    return run(folder, "export").stdout


def test_another_folder_comes_in_and_once_merged_both_ways_both_hold_the_same(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    said = run(here, "merge", str(there), "--yes")
    assert said.exit_code == 0, said.output
    assert said.stdout == (
        "there: 2 added, 1 changed, 1 deleted.\n"  # what was deleted there is added to the bin here
        "2 added, 1 changed, 1 deleted. 1 of yours are missing there, or older there: merge there, too.\n"
    )
    back = run(there, "merge", str(here), "--yes")
    assert back.stdout.endswith("1 added, 0 changed, 0 deleted. Nothing else differs.\n")
    assert exported(here) == exported(there)
    assert {"only here", "only there", "edited there"} <= notes(here)
    assert "kitchen and more" not in notes(here)


def test_done_again_nothing_changes(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    run(here, "merge", str(there), "--yes")
    before = exported(here)
    again = run(here, "merge", str(there), "--yes")
    assert again.stdout.startswith("there: nothing new.\n")
    assert exported(here) == before


def test_it_asks_on_a_terminal_and_wants_a_yes_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = two_machines(tmp_path)
    before = exported(here)
    assert run(here, "merge", str(there)).exit_code == 2
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    said = run(here, "merge", str(there), given="n\n")
    assert (said.exit_code, "Nothing was merged." in said.stderr) == (0, True)
    assert exported(here) == before
    assert run(here, "merge", str(there), given="y\n").exit_code == 0
    assert "only there" in notes(here)


def test_what_is_merged_is_only_read(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    before = {path: path.read_bytes() for path in there.rglob("*") if path.is_file()}
    run(here, "merge", str(there), "--yes")
    assert {path: path.read_bytes() for path in there.rglob("*") if path.is_file()} == before


def test_ones_own_folder_a_missing_one_and_a_newer_one_are_refused(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    assert "your own folder" in run(here, "merge", str(here), "--yes").stderr
    assert "not there" in run(here, "merge", str(tmp_path / "none"), "--yes").stderr
    Store(there).take([("meta", "schema", {"number": 99})])
    said = run(here, "merge", str(there), "--yes")
    assert (said.exit_code, "newer Companion" in said.stderr) == (1, True)


def test_an_empty_folder_takes_all_of_another(tmp_path: Path) -> None:
    noted(tmp_path / "one")
    assert run(tmp_path / "new", "merge", str(tmp_path / "one"), "--yes").exit_code == 0
    assert exported(tmp_path / "new") == exported(tmp_path / "one")


def test_a_copy_that_a_sync_program_left_is_merged_and_moved_to_the_backups(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    Store(there).close()
    copyfile(there / STORE, here / COPY)
    said = run(here, "merge", "--yes")
    assert said.exit_code == 0, said.output
    assert "only there" in notes(here)
    assert not (here / COPY).exists()
    (aside,) = (here / "backups").glob("companion.json.merged-*")
    assert aside.read_bytes() == (there / STORE).read_bytes()
    assert run(here, "merge").stdout.startswith("No sync program left a copy")


def test_a_copy_that_can_not_be_read_stays_and_stops_no_other(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    Store(there).close()
    copyfile(there / STORE, here / COPY)
    torn = here / "companion (conflicted copy 2026-11-22 201000).json"
    torn.write_bytes(b"{")
    said = run(here, "merge", "--yes")
    assert said.exit_code == 1
    assert "no data file" in said.stderr
    assert "only there" in notes(here)
    assert torn.read_bytes() == b"{"


def test_without_an_answer_no_copy_is_touched(tmp_path: Path) -> None:
    here, there = two_machines(tmp_path)
    Store(there).close()
    copyfile(there / STORE, here / COPY)
    assert run(here, "merge").exit_code == 2
    assert (here / COPY).exists()


def test_a_sealed_folder_is_opened_with_its_passphrase(
    tmp_path: Path, seal: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = two_machines(tmp_path)
    seal(there, "theirs")
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo wrong")
    said = run(here, "merge", str(there), "--yes")
    assert (said.exit_code, "not the passphrase" in said.stderr) == (1, True)
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo theirs")
    said = run(here, "merge", str(there), "--yes")
    assert said.exit_code == 0, said.output
    assert "yours is not" in said.stderr
    assert "only there" in notes(here)


def test_sealed_copies_open_with_our_own_key(
    tmp_path: Path, seal: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo ours")
    here, there = tmp_path / "here", tmp_path / "there"
    noted(here)
    seal(here, "ours")
    copytree(here, there)
    run(there, "log", "only", "there")
    copyfile(there / (JOURNAL + SEALED), here / "companion.journal.sync-conflict-20261122-201000-ABCDEFG.age")
    said = run(here, "merge", "--yes")
    assert said.exit_code == 0, said.output
    assert "only there" in run(here, "log", "list").stdout
    assert list((here / "backups").glob("companion.journal.age.merged-*"))


def test_two_folders_with_passphrases_of_their_own_are_joined(
    tmp_path: Path, seal: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = two_machines(tmp_path)
    seal(here, "same words")
    seal(there, "same words")  # another key all the same
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo same words")
    assert run(here, "merge", str(there), "--yes").exit_code == 0
    assert run(there, "merge", str(here), "--yes").stdout.endswith("Nothing else differs.\n")
    assert exported(here) == exported(there)


def test_a_plain_copy_in_a_sealed_folder_does_not_stay_plain(
    tmp_path: Path, seal: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPANION_PASSPHRASE_COMMAND", "echo ours")
    here, there = two_machines(tmp_path)
    Store(there).close()
    seal(here, "ours")
    copyfile(there / STORE, here / COPY)
    assert run(here, "merge", "--yes").exit_code == 0
    assert "only there" in run(here, "log", "list").stdout
    plain = [path for path in here.rglob("*") if path.is_file() and b"only there" in path.read_bytes()]
    assert plain == []


def test_an_entry_of_the_same_moment_is_decided_alike_on_both_machines(tmp_path: Path) -> None:
    at = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
    for name in ("one", "two"):
        Store(tmp_path / name, clock=lambda: at).entries.keep(Entry(id="a" * 32, at=at, note=name))
    run(tmp_path / "one", "merge", str(tmp_path / "two"), "--yes")
    run(tmp_path / "two", "merge", str(tmp_path / "one"), "--yes")
    assert notes(tmp_path / "one") == notes(tmp_path / "two") == {"two"}
