"""An entry kept while it was locked, in a journal that a sync program put aside for another machine's."""

import shutil
from pathlib import Path

import pytest

from companion.storage.paths import JOURNAL, SEALED
from companion.storage.store import Store
from tests.commands.log_verbs import run
from tests.commands.sealed_verbs import give, wrap_quickly
from tests.conftest import AppAt
from tests.faults.sync_program import renamed_in
from tests.storage.sealed.writing import ALL, PASSPHRASE, an_entry, notes, opened
from tests.ui.locked.conftest import told, unlock

COPY = f"companion.journal.sync-conflict-20261122-201000-ABCDEFG{SEALED}"
KEPT = "kept while locked"


@pytest.fixture
def locked(sealed: Store, folder: Path, tmp_path: Path) -> Store:
    """A locked store whose journal, with an entry that nobody has read yet, is a conflict copy now."""
    shutil.copytree(folder, tmp_path / "there")
    store = opened(folder)
    store.entries.keep(an_entry(KEPT))
    there = opened(tmp_path / "there")
    there.entries.keep(an_entry("kept there"))
    journal = folder / (JOURNAL + SEALED)
    journal.rename(folder / COPY)
    renamed_in(tmp_path / "there" / journal.name, journal)
    return store


@pytest.mark.usefixtures("locked")
def test_merging_brings_it_in_beside_what_the_other_machine_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)
    assert notes(opened(folder, PASSPHRASE)) == ALL | {"kept there"}
    assert f"companion merge {folder / COPY}" in run(folder, "doctor").stdout
    give(monkeypatch, PASSPHRASE)
    said = run(folder, "merge", "--yes")
    assert (said.exit_code, said.stdout) == (
        0,
        f"{COPY}: 1 added, 0 changed, 0 deleted.\n1 added, 0 changed, 0 deleted. It lies in backups now.\n",
    )
    assert notes(opened(folder, PASSPHRASE)) == ALL | {"kept there", KEPT}
    assert not (folder / COPY).exists()


async def test_the_app_offers_it_once_it_is_open(locked: Store, app_at: AppAt) -> None:
    app = app_at(over=locked)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert told(app) == []
        await unlock(pilot)
        assert "A sync program left 1 copy beside your words. companion merge joins it." in told(app)
