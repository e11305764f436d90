"""The verbs passphrase and unlock-check."""

from pathlib import Path

import pytest

from companion.storage.paths import IDENTITY
from companion.storage.store import Store
from tests.commands.log_verbs import run
from tests.commands.sealed.person import ANOTHER, NOTE, PASSPHRASE, Person, fail_at, notes, reopened

# -- set, change, remove


def test_setting_one_says_first_what_losing_it_means_and_seals_everything(tmp_path: Path, person: Person) -> None:
    run(tmp_path, "log", NOTE)
    person.types = [PASSPHRASE, PASSPHRASE]
    done = run(tmp_path, "passphrase", "set")
    assert done.exit_code == 0
    assert "nobody can read what you wrote again, you included" in done.stderr
    assert "companion export" in done.stderr
    assert "Sealed." in done.stdout
    assert person.asked == ["New passphrase: ", "The same again: "]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and NOTE.encode() in path.read_bytes()]
    assert notes(tmp_path) == [NOTE]


@pytest.mark.parametrize(("typed", "said"), [(["  "], "empty"), ([PASSPHRASE, ANOTHER], "not the same")])
def test_an_empty_or_mistyped_one_is_refused_and_nothing_changes(
    tmp_path: Path, person: Person, typed: list[str], said: str
) -> None:
    run(tmp_path, "log", NOTE)
    person.types = typed
    fail_at(run(tmp_path, "passphrase", "set"), 2, said)
    assert not (tmp_path / IDENTITY).exists()


def test_a_second_one_is_not_set_over_the_first(folder: Path, person: Person) -> None:
    fail_at(run(folder, "passphrase", "set"), 1, "companion passphrase change")
    assert person.asked == []


@pytest.mark.parametrize("verb", ["change", "remove"])
def test_without_one_there_is_none_to_change_or_remove(tmp_path: Path, person: Person, verb: str) -> None:
    fail_at(run(tmp_path, "passphrase", verb), 1, "companion passphrase set")
    assert person.asked == []


@pytest.mark.parametrize("new_key", [[], ["--new-key"]])
def test_changing_it_asks_for_the_old_one_once_and_the_new_one_twice(
    folder: Path, person: Person, new_key: list[str]
) -> None:
    before = (folder / IDENTITY).read_bytes()
    key = reopened(folder, PASSPHRASE).open_key(PASSPHRASE).identity
    person.types = [PASSPHRASE, ANOTHER, ANOTHER]
    done = run(folder, "passphrase", "change", *new_key)
    assert done.exit_code == 0, done.output
    assert ("--new-key" in done.stdout) is not bool(new_key)
    assert person.asked == ["Passphrase: ", "New passphrase: ", "The same again: "]
    assert notes(folder, ANOTHER) == [NOTE]
    assert (folder / IDENTITY).read_bytes() != before
    assert (reopened(folder, ANOTHER).open_key(ANOTHER).identity == key) is not bool(new_key)


def test_a_wrong_old_one_changes_nothing(folder: Path, person: Person) -> None:
    person.types = [ANOTHER]
    fail_at(run(folder, "passphrase", "change"), 1, "not the passphrase")
    assert notes(folder) == [NOTE]


def test_removing_it_leaves_plain_files_and_says_so(folder: Path, person: Person) -> None:
    person.types = [PASSPHRASE]
    done = run(folder, "passphrase", "remove")
    assert done.exit_code == 0
    assert "anybody who can open this account can read" in done.stdout
    assert [entry.note for entry in Store(folder).entries] == [NOTE]
    assert not (folder / IDENTITY).exists()


def test_without_a_word_it_says_which_there_are(tmp_path: Path) -> None:
    fail_at(run(tmp_path, "passphrase"), 2, "companion passphrase set, companion passphrase change")


# -- unlock-check


def test_unlock_check_says_by_its_exit_code_whether_the_passphrase_opens_it(folder: Path, person: Person) -> None:
    person.types = [PASSPHRASE, ANOTHER]
    assert run(folder, "unlock-check").exit_code == 0
    fail_at(run(folder, "unlock-check"), 1, "not the passphrase")


def test_unlock_check_tells_of_tries_that_failed_before(folder: Path, person: Person) -> None:
    person.types = [ANOTHER, ANOTHER, PASSPHRASE, PASSPHRASE]
    run(folder, "unlock-check")
    run(folder, "unlock-check")
    assert "2 failed tries before this, the last at" in run(folder, "unlock-check").stdout
    assert "failed" not in run(folder, "unlock-check").stdout


def test_unlock_check_without_a_passphrase_asks_for_none(tmp_path: Path, person: Person) -> None:
    checked = run(tmp_path, "unlock-check")
    assert checked.exit_code == 0
    assert "no passphrase" in checked.stdout
    assert person.asked == []
    assert not tmp_path.exists() or list(tmp_path.iterdir()) == []


def test_after_failed_tries_the_next_one_must_wait_and_is_not_asked_for(folder: Path, person: Person) -> None:
    person.types = [ANOTHER] * 3
    for _ in range(3):
        run(folder, "unlock-check")
    refused = run(folder, "log", "list")
    fail_at(refused, 1, "Try again in ")
    assert len(person.asked) == 3
