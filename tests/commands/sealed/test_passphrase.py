"""The verbs passphrase and unlock-check."""

from pathlib import Path

import pytest

from companion.commands.passphrases import VARIABLE
from companion.domain.short_passphrase import SHORT
from companion.storage.errors import WrongPassphrase
from companion.storage.paths import IDENTITY
from companion.storage.store import Store
from tests.commands.log_verbs import run
from tests.commands.sealed.person import ANOTHER, NOTE, PASSPHRASE, Person, fail_at, notes, reopened
from tests.fake_wrapping import FakeWrapping

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
    person.types = [ANOTHER] * 3
    changed = run(folder, "passphrase", "change")
    assert (changed.exit_code, "Nothing was changed" in changed.stderr) == (1, True)
    assert notes(folder) == [NOTE]


@pytest.mark.parametrize("verb", ["set", "change"])
@pytest.mark.parametrize(("new", "is_short"), [("abc", True), ("twelve chars", False), ("a b c d", False)])
def test_a_short_one_is_called_short_before_it_is_typed_again(
    tmp_path: Path, folder: Path, person: Person, verb: str, new: str, is_short: bool
) -> None:
    person.types = [new, "a slip"] if verb == "set" else [PASSPHRASE, new, "a slip"]
    refused = run(folder if verb == "change" else tmp_path / "plain", "passphrase", verb)
    assert "not the same" in refused.stderr
    assert (SHORT in refused.stderr) is is_short


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
    person.types = [PASSPHRASE, *[ANOTHER] * 3]
    assert run(folder, "unlock-check").exit_code == 0
    failed = run(folder, "unlock-check")
    assert (failed.exit_code, "not the passphrase" in failed.stderr) == (1, True)


def test_a_wrong_one_is_asked_for_again_in_the_same_command(folder: Path, person: Person) -> None:
    person.types = [ANOTHER, ANOTHER, PASSPHRASE]
    listed = run(folder, "log", "list")
    assert (listed.exit_code, NOTE in listed.stdout) == (0, True)
    assert listed.stderr.count("Type it once more.") == 2
    assert person.asked == ["Passphrase: "] * 3


def test_the_wait_holds_within_a_command_too(folder: Path, person: Person) -> None:
    person.types = [ANOTHER, PASSPHRASE]
    store = Store(folder, wrapping=FakeWrapping())
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            store.open_key(ANOTHER)
    refused = run(folder, "log", "list")
    assert (refused.exit_code, "Try again in " in refused.stderr) == (1, True)
    assert person.types == [PASSPHRASE]


def test_a_command_that_gives_a_wrong_one_is_run_once(
    folder: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"echo {ANOTHER}; echo x >> {folder.parent / 'runs'}")
    fail_at(run(folder, "log", "list"), 1, "not the passphrase")
    assert (folder.parent / "runs").read_text() == "x\n"


def test_unlock_check_tells_of_tries_that_failed_before(folder: Path, person: Person) -> None:
    person.types = [ANOTHER, ANOTHER, PASSPHRASE, PASSPHRASE]
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
    run(folder, "unlock-check")
    refused = run(folder, "log", "list")
    fail_at(refused, 1, "Try again in ")
    assert len(person.asked) == 3
