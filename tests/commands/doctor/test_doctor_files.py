"""The verb doctor over what lies in the folder: leftovers, the key, backups, records."""

import base64
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.domain.filling import Answers
from companion.storage.paths import BACKUPS, IDENTITY, JOURNAL, STORE, TRIES
from companion.storage.store import Store
from tests.commands.doctor.looking import findings, the_one
from tests.commands.log_verbs import run
from tests.commands.sealed_verbs import opened, seal


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (".companion-x1", "half-written"),
        (f"{BACKUPS}/.companion-x1", "half-written"),
        (f"{STORE}.damaged-20260102-000000-000000", "set aside"),
        (f"{STORE}.plain-20260102-000000-000000", "two machines"),
        ("companion.sync-conflict-20261122-201000-ABCDEFG.json", "two machines"),
        ("companion (Kim's conflicted copy 2026-11-22).json", "two machines"),
    ],
)
def test_what_should_not_stay(folder: Path, name: str, word: str) -> None:
    (folder / name).touch(mode=0o600)
    finding = the_one(folder, "leftovers")
    assert word in finding["what"]
    assert finding["path"] == str(folder / name)


@pytest.mark.parametrize(
    "name",
    [
        STORE,
        JOURNAL,
        f"{STORE}.damaged-20260102-000000-000000",
        f"{BACKUPS}/companion-20260102-000000-000000.json",
        f"{BACKUPS}/companion.json.merged-20260102-000000-000000",
        "export.json",
        "log.md",
    ],
)
def test_what_is_plain_beside_sealed_words(folder: Path, name: str) -> None:
    seal(folder)
    before = findings(folder)
    (folder / name).touch(mode=0o600)
    (folder / name).write_text("{}", encoding="utf-8")
    (finding,) = [each for each in findings(folder) if each not in before]
    assert (finding["check"], finding["path"]) == ("leftovers", str(folder / name))


def test_what_is_sealed_beside_plain_words(folder: Path) -> None:
    (folder / f"{STORE}.age").touch(mode=0o600)
    assert the_one(folder, "leftovers")["path"] == str(folder / f"{STORE}.age")


def test_a_name_that_is_no_text_is_said_all_the_same(folder: Path) -> None:
    seal(folder)
    before = len(findings(folder))
    (folder / os.fsdecode(b"log\xe9.json")).touch(mode=0o600)
    assert len(findings(folder)) == before + 1


def wrapped(factor: int) -> bytes:
    """Return the head of a key file as age writes it."""
    head = base64.encodebytes(b"age-encryption.org/v1\n-> scrypt bmVpdGhlciBoZXJlIG5v %d\n%s" % (factor, b"x" * 200))
    return b"-----BEGIN AGE ENCRYPTED FILE-----\n" + head + b"-----END AGE ENCRYPTED FILE-----\n"


def test_a_sealed_folder_is_looked_at_without_the_passphrase(folder: Path) -> None:
    seal(folder)
    (folder / IDENTITY).write_bytes(wrapped(18))
    (folder / BACKUPS / IDENTITY).unlink()
    (folder / "recipient.txt").write_text("age1nobody\n", encoding="ascii")
    assert findings(folder) == []
    assert "3 entries" not in run(folder, "doctor").stdout


@pytest.mark.parametrize(("factor", "is_low"), [(15, True), (16, True), (17, False), (18, False)])
def test_a_passphrase_that_was_set_on_a_busy_machine(folder: Path, factor: int, is_low: bool) -> None:
    seal(folder)
    (folder / "recipient.txt").write_text("age1nobody\n", encoding="ascii")
    (folder / IDENTITY).write_bytes(wrapped(factor))
    (folder / BACKUPS / IDENTITY).unlink()
    found = findings(folder)
    assert [each["check"] for each in found] == ["passphrase"] * is_low
    assert f"2^{factor}" in run(folder, "doctor").stdout


def test_a_damaged_key_whose_copy_is_whole(folder: Path) -> None:
    seal(folder)
    before = findings(folder)
    (folder / IDENTITY).write_bytes(b"garbage")
    (finding,) = [each for each in findings(folder) if each not in before]
    subprocess.run(["sh", "-c", finding["advice"].partition(": ")[2]], check=True)
    assert findings(folder) == before
    assert len(list(opened(folder).entries)) == 3


def test_sealed_words_whose_key_is_gone(folder: Path) -> None:
    seal(folder)
    (folder / IDENTITY).unlink()
    (finding,) = [each for each in findings(folder) if each["check"] == "passphrase"]
    assert f"cp -p {folder / BACKUPS / IDENTITY}" in finding["advice"]


def test_failed_tries_are_counted(folder: Path) -> None:
    seal(folder)
    before = findings(folder)
    (folder / TRIES).write_text('["2026-11-22T18:00:00Z", "2026-11-22T19:10:00Z"]', encoding="utf-8")
    (folder / TRIES).chmod(0o600)
    (finding,) = [each for each in findings(folder) if each not in before]
    assert "2 tries with a wrong passphrase" in finding["what"]


def test_records_that_this_companion_can_not_read(folder: Path) -> None:
    store = Store(folder)
    store.take([("entries", "odd", {"at": "yesterday"}), ("pauses", "odd", {})])
    found = findings(folder)
    assert [each["check"] for each in found] == ["records", "records"]
    assert found[0]["what"].startswith("1 of 4 entries can't be read")


def test_a_folder_of_a_newer_companion(folder: Path) -> None:
    Store(folder).take([("meta", "schema", {"number": 99})])
    assert "Update Companion" in the_one(folder, "records")["advice"]


@pytest.mark.parametrize("data", [b"", b"garbage", b"[]"])
def test_a_backup_that_can_not_be_read(folder: Path, data: bytes) -> None:
    path = folder / BACKUPS / "companion-20260102-000000-000000.json"
    path.touch(mode=0o600)
    path.write_bytes(data)
    assert the_one(folder, "backups")["path"] == str(path)


def test_fillings_whose_worksheet_is_gone_are_counted_and_not_named(folder: Path) -> None:
    Store(folder).worksheets.keep(Answers(worksheet="my-secret", answers={"a": "x"}, filled_at=datetime.now(UTC)))
    finding = the_one(folder, "records")
    assert finding["what"] == "1 filling is of a worksheet whose file is gone."
    assert "Words of a worksheet that is gone" in finding["advice"]
    assert "my-secret" not in str(finding)


def test_a_broken_worksheet_of_ones_own_is_to_be_mended_and_nothing_installed_again(folder: Path) -> None:
    own = folder / "worksheets"
    own.mkdir(mode=0o700)
    (own / "mine.yaml").write_text("title: Mine\n")
    finding = the_one(folder, "library")
    assert str(own / "mine.yaml") in finding["what"]
    assert finding["advice"].startswith("Correct it, or move it out of the folder.")
    assert "install" not in finding["advice"]
