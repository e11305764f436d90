"""The verb restore where there is a passphrase."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.pause import Pause
from companion.storage.care.backing_up import back_up
from companion.storage.paths import IDENTITY, PAUSE
from companion.storage.store import Store
from tests.commands.log_verbs import noted, run
from tests.commands.sealed_verbs import give, opened, seal, wrap_quickly


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three entries and a passphrase."""
    noted(tmp_path / "data")
    seal(tmp_path / "data")
    return tmp_path / "data"


def notes(store: Store) -> set[str]:
    return {entry.note for entry in store.entries}


def test_a_sealed_list_shows_not_even_counts(folder: Path) -> None:
    name = Path(run(folder, "backup").stdout.strip()).name
    said = run(folder, "restore")
    assert said.exit_code == 0
    assert name in said.stdout
    assert "entries" not in said.stdout


def test_a_sealed_backup_is_restored_with_the_passphrase(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = notes(opened(folder))
    name = Path(run(folder, "backup").stdout.strip()).name
    run(folder, "log", "while locked")
    refused = run(folder, "restore", name, "--yes", given="")
    assert refused.exit_code == 1
    assert "entries" not in refused.stderr
    give(monkeypatch)
    assert run(folder, "restore", name, "--yes").exit_code == 0
    assert notes(opened(folder)) == before
    assert not list(folder.rglob("*.json"))


def test_the_open_pause_seen_while_locked_is_the_restored_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(folder)
    name = back_up(store).name
    now = next(iter(store.entries)).at
    store.pauses.begin(Pause(started_at=now, due=now + timedelta(hours=1), planned=timedelta(hours=1)))
    assert (folder / PAUSE).exists()
    give(monkeypatch)
    run(folder, "restore", name, "--yes")
    assert not (folder / PAUSE).exists()


def test_on_a_new_machine_a_sealed_copy_needs_its_key_beside_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch)
    copy = tmp_path / "stick" / "mine.age"
    copy.parent.mkdir()
    run(folder, "backup", "-o", str(copy))
    laptop = tmp_path / "laptop"
    refused = run(laptop, "restore", str(copy), "--yes")
    assert refused.exit_code == 1
    shutil.copyfile(folder / IDENTITY, copy.parent / IDENTITY)
    said = run(laptop, "restore", str(copy), "--yes")
    assert said.exit_code == 0
    assert "not be sealed" in said.stderr
    assert notes(Store(laptop)) == notes(opened(folder))
