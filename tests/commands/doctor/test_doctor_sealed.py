"""The verb doctor over sealed words: looked into only where the person asks for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.storage.paths import BACKUPS, SEALED, STORE
from tests.commands.doctor.looking import findings
from tests.commands.log_verbs import run
from tests.commands.sealed_verbs import give, opened, seal

WEAK = "passphrase"
"""The one check that finds something in every folder of these tests: they wrap without scrypt."""


@pytest.fixture
def sealed(folder: Path) -> Path:
    """That folder, with a passphrase."""
    seal(folder)
    return folder


def unlocked(folder: Path) -> list[dict[str, Any]]:
    """Return what the doctor says of sealed words that it may look into."""
    found: list[dict[str, Any]] = json.loads(run(folder, "doctor", "--json", "--unlock").stdout)["findings"]
    return [each for each in found if each["check"] != WEAK]


def test_without_the_passphrase_one_line_says_that_they_were_not_looked_into(sealed: Path) -> None:
    opened(sealed).take([("entries", "odd", {"at": "yesterday"})])
    (line,) = [line for line in run(sealed, "doctor").stdout.splitlines() if line.startswith("  records ")]
    assert "not looked into" in line
    assert "--unlock" in line
    assert {each["check"] for each in findings(sealed)} == {WEAK}


def test_records_that_can_not_be_read_are_counted_with_it(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch)
    assert unlocked(sealed) == []
    opened(sealed).take([("entries", "odd", {"at": "yesterday"}), ("pauses", "odd", {})])
    entries, pauses = unlocked(sealed)
    assert entries["what"].startswith("1 of 4 entries can't be read")
    assert entries["path"] == str(sealed / (STORE + SEALED))
    assert pauses["what"].startswith("1 of 1 pauses can't be read")


def test_words_that_the_passphrase_does_not_open_are_a_finding(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch)
    other = sealed.with_name("other")
    opened(sealed).close()
    run(other, "log", "theirs")
    seal(other)
    (sealed / (STORE + SEALED)).write_bytes((other / (STORE + SEALED)).read_bytes())
    (finding,) = unlocked(sealed)
    assert finding["check"] == "records"
    assert "sealed with another key" in finding["what"]


def test_a_wrong_passphrase_is_said_and_counts_as_a_try(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "guessed")
    said = run(sealed, "doctor", "--unlock")
    assert (said.exit_code, said.stdout) == (1, "")
    assert "That is not the passphrase" in said.stderr
    assert any("1 try with a wrong passphrase" in each["what"] for each in findings(sealed))


def test_in_a_plain_folder_nobody_is_asked(folder: Path) -> None:
    assert run(folder, "doctor", "--unlock").output == run(folder, "doctor").output


def test_a_backup_that_was_set_aside_sealed_is_not_called_plain(sealed: Path) -> None:
    before = findings(sealed)
    aside = sealed / f"{STORE}{SEALED}.damaged-20260102-000000-000000"
    aside.touch(mode=0o600)
    (sealed / BACKUPS / f"{STORE}{SEALED}.merged-20260102-000000-000000").touch(mode=0o600)
    (finding,) = [each for each in findings(sealed) if each not in before]
    assert finding["path"] == str(aside)
    assert "was set aside" in finding["what"]
