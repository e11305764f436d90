"""The verb doctor: calm where all is well; for each thing that is not, a sentence, what to do, and exit 1."""

import json
import os
import resource
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.commands import doctor
from companion.commands.main import companion
from companion.domain.entry import Entry
from companion.storage.library import Library
from companion.storage.paths import BACKUPS, JOURNAL, STORE, VARIABLE
from companion.storage.store import Store
from tests.commands.doctor.looking import findings, mounted, the_one
from tests.commands.log_verbs import noted, run
from tests.commands.sealed_verbs import seal

CHECKS = ["place", "permissions", "leftovers", "passphrase", "records", "backups", "articles", "themes"]
ALWAYS = ["shell history", "crashes", "library"]
WORDS = "he said nothing all evening"


def test_where_all_is_well_each_check_is_one_calm_line(folder: Path) -> None:
    said = run(folder, "doctor")
    assert (said.exit_code, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert [line[2:16].rstrip() for line in lines if line.startswith("  ")] == [*CHECKS, *ALWAYS]
    assert lines[-1] == "Nothing needs doing."
    assert json.loads(run(folder, "doctor", "--json").stdout) == {"findings": [], "checked": [*CHECKS, *ALWAYS]}


def test_nothing_is_changed_even_where_opening_would_mend_it(folder: Path) -> None:
    (folder / STORE).write_bytes(b"\x00garbage")
    (folder / JOURNAL).write_bytes(b"garbage\nmore\n")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = findings(folder)
    assert [each["check"] for each in found] == ["records", "records"]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_new_person_has_nothing_to_do(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    said = CliRunner().invoke(companion, ["doctor"])
    assert said.exit_code == 0
    assert "Nothing has been kept yet" in said.stdout
    assert not (tmp_path / "xdg").exists()


@pytest.mark.parametrize("named", ["--data-dir", VARIABLE])
def test_a_name_that_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    if named == VARIABLE:
        monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    finding = the_one(tmp_path / "none", "place")
    assert finding["what"].startswith(f"{named} names {tmp_path / 'none'}")


@pytest.mark.parametrize(("mode", "name"), [(0o755, "."), (0o755, BACKUPS), (0o644, STORE), (0o640, JOURNAL)])
def test_what_others_may_look_into_comes_with_the_command_that_ends_it(folder: Path, mode: int, name: str) -> None:
    (folder / name).chmod(mode)
    finding = the_one(folder, "permissions")
    subprocess.run(["sh", "-c", finding["advice"].partition("run: ")[2]], check=True)
    assert findings(folder) == []


def test_the_command_leaves_other_things_alone(folder: Path) -> None:
    (folder / "letter.txt").touch(mode=0o644)
    (folder / STORE).chmod(0o644)
    finding = the_one(folder, "permissions")
    assert finding["advice"].endswith(f"chmod go= {folder / STORE}")


def test_a_file_that_may_not_be_written(folder: Path) -> None:
    (folder / STORE).chmod(0o400)
    finding = the_one(folder, "permissions")
    subprocess.run(["sh", "-c", finding["advice"].partition("run: ")[2]], check=True)
    assert findings(folder) == []


def test_a_drive_that_can_only_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # nobody may mount one in a test
    finding = the_one(folder, "permissions")
    assert finding["what"] == f"{folder} can't be written to: nothing that you write there is kept."


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_drive(folder: Path, tmp_path: Path, kind: str) -> None:
    mounted(tmp_path, kind)
    assert kind in the_one(folder, "place")["what"]


def test_a_drive_in_memory(folder: Path, tmp_path: Path) -> None:
    mounted(tmp_path, "tmpfs")
    assert "turned off" in the_one(folder, "place")["what"]


def test_a_stick_that_keeps_no_modes_wants_a_passphrase(folder: Path, tmp_path: Path) -> None:
    mounted(tmp_path, "vfat")
    folder.chmod(0o755)
    assert the_one(folder, "permissions")["advice"].endswith("companion passphrase set")


@pytest.mark.parametrize(
    ("place", "program"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Work", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Google Drive", "Google Drive"),
    ],
)
def test_a_synced_folder_by_its_name(tmp_path: Path, place: str, program: str) -> None:
    noted(tmp_path / place / "data")
    finding = the_one(tmp_path / place / "data", "place")
    assert finding["what"].startswith(program)
    assert finding["advice"].endswith("companion passphrase set")


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".stversions", "Syncthing"), (".sync_1a2b.db", "Nextcloud")]
)
@pytest.mark.parametrize("above", [True, False])
def test_a_synced_folder_by_its_marks(folder: Path, mark: str, program: str, above: bool) -> None:
    (folder.parent / mark if above else folder / mark).mkdir()
    assert the_one(folder, "place")["what"].startswith(program)


def test_a_synced_folder_with_a_passphrase_is_how_machines_are_joined(folder: Path) -> None:
    seal(folder)
    (folder / ".stfolder").mkdir()
    assert [each for each in findings(folder) if each["check"] == "place"] == []
    assert "Syncthing" in run(folder, "doctor").stdout


def test_a_folder_of_a_like_name_is_no_synced_one(tmp_path: Path) -> None:
    noted(tmp_path / "dropboxes" / "data")
    assert findings(tmp_path / "dropboxes" / "data") == []


def test_core_dumps_without_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (-1, -1))
    assert the_one(folder, "crashes")["advice"].endswith("ulimit -c 0")


def test_a_bad_file_of_the_library_is_named(
    folder: Path, tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Library(tmp_path)
    monkeypatch.setattr(doctor, "shipped_library", lambda: broken)
    found = findings(folder)
    assert {each["check"] for each in found} == {"library"}
    assert any("rhythms.yaml" in each["what"] for each in found)


def test_words_in_a_history_are_counted_and_never_said(folder: Path, home: Path) -> None:
    (home / ".bash_history").write_text(f"ls\ncompanion log {WORDS}\nls\n", encoding="utf-8")
    finding = the_one(folder, "shell history")
    assert "1 line with words of yours (2)" in finding["what"]
    assert finding["path"] == str(home / ".bash_history")
    assert WORDS not in run(folder, "doctor").stdout
    subprocess.run(["sh", "-c", finding["advice"].partition("first: ")[2]], check=True)
    assert (home / ".bash_history").read_text(encoding="utf-8") == "ls\nls\n"
    assert findings(folder) == []


def test_a_word_of_the_log_is_nowhere_in_what_it_says(folder: Path) -> None:
    Store(folder).entries.keep(Entry(at=datetime.now(UTC), note=WORDS))
    assert WORDS not in run(folder, "doctor").stdout


def test_a_folder_that_can_not_be_looked_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, os.strerror(13), str(folder))

    monkeypatch.setattr("companion.storage.care.doctor.examination.look_at_permissions", refuse)
    assert str(folder) in the_one(folder, "folder")["what"]
