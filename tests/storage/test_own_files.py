"""What the names in a data folder say, and whose files they are."""

from pathlib import Path

import pytest

from companion.storage.own_files import CONFLICT, OwnName, other_things, own_files, own_name
from companion.storage.paths import IDENTITY, JOURNAL, STORE

STAMP = "20261122-201000-123456"
BACKUP = f"companion-{STAMP}"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (STORE, OwnName(STORE)),
        (f"{JOURNAL}.age", OwnName(JOURNAL, is_sealed=True)),
        (IDENTITY, OwnName(IDENTITY)),
        (f"{BACKUP}.json", OwnName(f"{BACKUP}.json", stamp=STAMP)),
        (f"{BACKUP}.journal.age", OwnName(f"{BACKUP}.journal", stamp=STAMP, is_sealed=True)),
        (f"{STORE}.damaged-{STAMP}", OwnName(STORE, "damaged", STAMP)),
        (f"{STORE}.age.left-{STAMP}", OwnName(STORE, "left", STAMP, is_sealed=True)),
        (f"{STORE}.other-key-{STAMP}.age", OwnName(STORE, "other-key", STAMP, is_sealed=True)),
        (f"settings.json.damaged-{STAMP}", OwnName("settings.json", "damaged", STAMP)),
        ("companion.sync-conflict-20261122-201000-ABCDEFG.json", OwnName(STORE, CONFLICT)),
        ("identity.sync-conflict-20261122-201000-ABCDEFG.age", OwnName(IDENTITY, CONFLICT)),
        (f"{BACKUP} (conflicted copy 2026-11-22 201000).json", OwnName(f"{BACKUP}.json", CONFLICT, STAMP)),
        (f"companion.json.plain-{STAMP}.sync-conflict-20261122-201000-ABCDEFG.age",
         OwnName(STORE, "plain", STAMP, is_sealed=True)),
        (".companion-x1", OwnName("")),
    ],
)  # fmt: skip
def test_a_name_says_what_it_is_why_it_is_there_and_whether_it_is_sealed(name: str, says: OwnName) -> None:
    assert own_name(name) == says


@pytest.mark.parametrize(
    "name",
    ["companion-notes.txt", "companion-before-the-trip.json", "companion.json.bak", "companion.json~", "identity.txt",
     f"diary.json.damaged-{STAMP}", "companion-20261122.json", "backups", f"my-{BACKUP}.json"],
)  # fmt: skip
def test_other_names_are_the_persons_own(name: str) -> None:
    assert own_name(name) is None


@pytest.mark.parametrize("stamp", ["00010101-000000-000000", "20261345-999999-000000"])
def test_a_moment_that_can_not_be_is_none(stamp: str) -> None:
    said = own_name(f"companion-{stamp}.json")
    assert said is not None
    assert said.moment is None


def test_a_folder_is_parted_into_ours_and_theirs_and_a_folder_is_never_ours(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / JOURNAL).mkdir()
    ours = [tmp_path / STORE, tmp_path / "backups" / f"{BACKUP}.json"]
    theirs = [tmp_path / "letter.txt", tmp_path / "backups" / "holiday.zip"]
    for path in (*ours, *theirs):
        path.touch()
    assert own_files(tmp_path) == sorted(ours)
    assert other_things(tmp_path) == sorted([*theirs, tmp_path / JOURNAL])
    assert own_files(tmp_path / "none") == other_things(tmp_path / "none") == []
