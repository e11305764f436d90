"""What the other verbs do while it is locked."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.commands.log_verbs import run
from tests.commands.sealed.person import NOTE, PASSPHRASE, Person, notes, reopened


@pytest.mark.parametrize("words", [["log", "list"], ["log", "list", "--json"], ["review"], ["words", "own"]])
def test_what_shows_private_words_asks_once(folder: Path, person: Person, words: list[str]) -> None:
    person.types = [PASSPHRASE]
    shown = run(folder, *words)
    assert shown.exit_code == 0, shown.output
    assert person.asked == ["Passphrase: "]
    assert NOTE in shown.stdout or "Our own words" in shown.stdout or "1 entry" in shown.stdout


def test_one_entry_is_shown_changed_and_deleted_with_the_passphrase(folder: Path, person: Person) -> None:
    (entry,) = reopened(folder, PASSPHRASE).entries
    person.types = [PASSPHRASE] * 4
    assert NOTE in run(folder, "log", "show", entry.id).stdout
    assert run(folder, "log", "edit", entry.id, "--strength", "4").exit_code == 0
    assert run(folder, "log", "later words", "--answers", entry.id).exit_code == 0
    assert run(folder, "log", "delete", entry.id, "--yes").exit_code == 0
    assert notes(folder) == ["later words"]
    assert len(person.asked) == 4


@pytest.mark.parametrize(
    "words",
    [
        ["log", "a line"], ["log", "-"], ["day"], ["status"], ["pause", "20"], ["pause", "status"], ["read"],
        ["read", "privacy"], ["read", "search", "breath"], ["words"], ["words", "asking-for-room"], ["help-lines"],
        ["paths"], ["keys"],
    ],
)  # fmt: skip
def test_what_needs_no_passphrase_asks_for_none_and_shows_nothing_private(
    folder: Path, person: Person, words: list[str]
) -> None:
    shown = run(folder, *words, given="a line")
    assert shown.exit_code == 0, shown.output
    assert person.asked == []
    assert NOTE not in shown.output
    assert "Our own words" not in shown.output


def test_what_is_noted_while_locked_is_there_after_unlocking(folder: Path, person: Person) -> None:
    run(folder, "log", "noted while locked", "--strength", "7")
    assert sorted(notes(folder)) == ["noted while locked", NOTE]


def test_an_ordinary_day_is_kept_while_locked_and_says_what_it_can_not_see(folder: Path) -> None:
    kept = run(folder, "day")
    assert kept.exit_code == 0
    assert "can't be seen" in kept.stderr
    assert len(kept.stdout.strip()) == 32


def test_a_pause_runs_while_locked_and_shows_only_its_times(folder: Path, person: Person) -> None:
    assert "harbour" in run(folder, "pause", "20", "--place", "the harbour").stdout
    for words in (["status"], ["status", "--json"], ["pause", "status"], ["pause", "more", "10"], ["pause", "back"]):
        shown = run(folder, *words)
        assert shown.exit_code in (0, 10), words
        assert "harbour" not in shown.output, words
    assert run(folder, "status").exit_code == 0
    (pause,) = reopened(folder, PASSPHRASE).pauses
    assert (pause.place, pause.planned, len(pause.moves)) == ("the harbour", timedelta(minutes=20), 1)
    assert pause.returned_at
    assert person.asked == []


def test_what_happens_on_the_way_is_kept_while_locked_and_shows_nothing_private(folder: Path, person: Person) -> None:
    secret = "the harbour letter"
    run(folder, "pause", "3 days", "--check-in", "20h", "--place", secret, "--topic", "-", given=secret)
    steps = [
        ["told"], ["more", "--check-in", "10h"], ["sign"], ["more", "2h"], ["told"], ["park", "a", "new", "thought"],
        ["status"], ["back"],
    ]  # fmt: skip
    for words in steps:
        shown = run(folder, "pause", *words)
        assert shown.exit_code == 0, (words, shown.output)
        assert secret not in shown.output, words
        assert "thought" not in shown.output, words
    assert person.asked == []
    (pause,) = reopened(folder, PASSPHRASE).pauses
    assert (pause.place, pause.topic, pause.thoughts) == (secret, secret, ("a new thought",))
    assert pause.told_at
    assert pause.moves[0].told_at
    assert len(pause.signs) == 1


def test_giving_while_locked_knows_their_time_and_counts_on(folder: Path, person: Person) -> None:
    run(folder, "pause", "--giving", "--topic", "-", given="the harbour letter")
    assert run(folder, "pause", "status").stdout.startswith("They take space. No time named; ask at ")
    assert run(folder, "pause", "more", "30").exit_code == 0
    assert run(folder, "pause", "status").stdout.startswith("They take space. They said ")
    for _ in range(2):
        assert run(folder, "pause", "urge").exit_code == 0
    assert run(folder, "pause", "end-point", "2h").exit_code == 0
    assert run(folder, "pause", "back").stdout.startswith("Thank you for coming back.")
    (pause,) = reopened(folder, PASSPHRASE).pauses
    assert (pause.is_stated, len(pause.urges), pause.topic) == (True, 2, "the harbour letter")
    assert pause.end_point
    assert person.asked == []


@pytest.mark.parametrize("kind", [[], ["--planned"], ["--giving", "30"]])
def test_each_kind_of_pause_says_its_own_words_while_locked(folder: Path, kind: list[str]) -> None:
    begun = run(folder, "pause", *kind)
    assert begun.exit_code == 0
    moved = run(folder, "pause", "more", "10")
    assert moved.exit_code == 0
    assert ("Thank you for giving me a time" in moved.stdout) is ("--giving" in kind)
    assert run(folder, "pause", "not-back").exit_code == 0


def test_coming_back_while_locked_says_the_usual_words(folder: Path) -> None:
    run(folder, "pause", "20")
    assert "I'm back" in run(folder, "pause", "back").stdout


def test_a_script_of_ones_own_is_found_for_a_pause_with_the_passphrase(folder: Path, person: Person) -> None:
    person.types = [PASSPHRASE]
    begun = run(folder, "pause", "20", "--message", "mine")
    assert begun.stdout == "Our own words.\n"


def test_bad_use_is_said_before_the_passphrase_is_asked_for(folder: Path, person: Person) -> None:
    for words in (["log", "list", "--since", "xyzzy"], ["log", "edit", "abc"], ["review", "--until", "xyzzy"]):
        assert run(folder, *words).exit_code == 2, words
    assert person.asked == []
