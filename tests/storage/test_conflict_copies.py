"""Copies that sync programs leave: known by their names, and put aside without a loss."""

from pathlib import Path

import pytest

from companion.storage.conflict_copies import conflict_copies, is_conflict_copy, put_aside

COPIES = [
    "companion.sync-conflict-20261122-201000-ABCDEFG.json",
    "companion.sync-conflict-20261122-201000-ABCDEFG.journal",
    "companion.json.sync-conflict-20261122-201000-7777777.age",
    "companion.journal.sync-conflict-20261122-201000-7777777.age",
    "companion.sync-conflict-20151122-201000.json",  # before Syncthing named the device
    "companion (Kim's conflicted copy 2026-11-22).json",
    "companion (Kim's MacBook Pro's conflicted copy 2026-11-22).journal",
    "companion.json (Kim's conflicted copy 2026-11-22).age",
    "companion (Kim's conflicted copy 2026-11-22).json.age",
    "companion (Kim's conflicted copy 2026-11-22) (1).json",
    "companion (In Konflikt stehende Kopie von Kim 2026-11-22).json",
    "companion (conflicted copy 2026-11-22 201000).json",
    "companion (conflicted copy Kim 2026-11-22 201000).json",
    "companion.json (conflicted copy 2026-11-22 201000).age",
    "companion_conflict-20161122-201000.json",
    "companion (conflicted copy 2026-11-22 201000).sync-conflict-20261122-201000-ABCDEFG.json",
]

OTHERS = [
    *("companion.json", "companion.journal", "companion.json.age", "companion.journal.age", "Companion.json"),
    *("identity.age", "recipient.txt", "settings.json", "pause.json", ".lock", ".companion-x1"),
    "companion.json.damaged-20261122-201000-123456",
    "companion-20261122-201000-123456.json",
    "companion-export.json",
    "companion (my own).json",
    "diary (Kim's conflicted copy 2026-11-22).json",
    "companion (Kim's conflicted copy 2026-11-22).json.bak",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert is_conflict_copy(name)


@pytest.mark.parametrize("name", OTHERS)
def test_our_own_files_and_other_peoples_are_no_copies(name: str) -> None:
    assert not is_conflict_copy(name)


def test_the_copies_of_a_folder_are_listed_and_no_folder_has_none(tmp_path: Path) -> None:
    for name in [*COPIES[:3], *OTHERS]:
        (tmp_path / name).touch()
    (tmp_path / COPIES[5]).mkdir()
    assert {path.name for path in conflict_copies(tmp_path)} == set(COPIES[:3])
    assert conflict_copies(tmp_path / "none") == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (COPIES[0], "companion.json.merged-"),
        (COPIES[1], "companion.journal.merged-"),
        (COPIES[2], "companion.json.age.merged-"),
        (COPIES[8], "companion.json.age.merged-"),
    ],
)
def test_a_copy_that_was_merged_lies_whole_among_the_backups(name: str, kept: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / name).write_bytes(b"words")
    aside = put_aside(tmp_path / name)
    assert aside.parent == tmp_path / "backups"
    assert aside.name.startswith(kept)
    assert aside.read_bytes() == b"words"
    assert not (tmp_path / name).exists()
