"""The verb words: to read with the clock times filled in, and for machines as it is stored."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.filling import Answers
from companion.domain.pause import Pause, PauseKind
from companion.domain.script import OwnScript
from companion.domain.times import say_clock
from companion.storage.library import Library
from companion.storage.store import Store
from tests.conftest import HOSTILE


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "words", *words])


def test_a_situation_is_printed_with_what_to_try_and_what_it_is_instead_of(tmp_path: Path) -> None:
    said = run(tmp_path, "asking-for-room")
    assert said.exit_code == 0
    assert "Asking for room (asking-for-room)" in said.output
    assert "  I miss having an evening to myself." in said.output
    assert "    instead of: You never let me breathe." in said.output
    assert "Around a pause" not in said.output


def test_each_script_is_followed_by_its_id_on_a_line_of_its_own(tmp_path: Path, library: Library) -> None:
    own = Store(tmp_path).scripts.keep(OwnScript(text="Tea first."))
    printed = run(tmp_path, "all").output.splitlines()
    for script_id in (*library.scripts, own.id):
        assert f"    id: {script_id}" in printed
    assert printed[printed.index("  Tea first.") + 1] == f"    id: {own.id}"


def test_slots_are_filled_from_the_running_pause(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    due = now + timedelta(minutes=45)
    Store(tmp_path).pauses.keep(Pause(started_at=now, due=due, planned=timedelta(minutes=45), place="the attic"))
    said = run(tmp_path, "the-pause").output
    assert f"I need 45 minutes in the attic. I'll come back at {say_clock(due, now)}." in said


@pytest.mark.parametrize(("kind", "ends_in"), [(PauseKind.TAKING, -2), (PauseKind.GIVING, 90)])
def test_neither_a_time_that_has_passed_nor_one_of_theirs_is_promised(
    tmp_path: Path, kind: PauseKind, ends_in: int
) -> None:
    now = datetime.now(UTC)
    due, began = now + timedelta(minutes=ends_in), now - timedelta(minutes=40)
    Store(tmp_path).pauses.keep(Pause(kind=kind, started_at=began, due=due, planned=due - began))
    said = run(tmp_path, "asking-for-room").output
    usual = {say_clock(datetime.now(UTC) + timedelta(minutes=minutes), now) for minutes in (29, 30)}
    assert any(f"I'm going to sit till {clock}, then I'm yours." in said for clock in usual)


def test_words_that_may_not_be_safe_to_say_carry_their_line(tmp_path: Path) -> None:
    assert "If you are afraid of them" in run(tmp_path, "boundaries-and-deciding").output
    assert "If you are afraid of them" not in run(tmp_path, "asking-for-room").output


def test_json_holds_the_raw_text_and_the_own_scripts(tmp_path: Path) -> None:
    own = Store(tmp_path).scripts.keep(OwnScript(text=HOSTILE))
    found = json.loads(run(tmp_path, "--json").output)
    assert found[0] == {"id": own.id, "situation": "own", "side": "both", "instead_of": "", "text": HOSTILE}
    leave = next(each for each in found if each["id"] == "leave-default")
    assert "{minutes}[ in {place}]" in leave["text"]
    assert set(leave) == {"id", "situation", "side", "instead_of", "text"}


def test_json_of_one_situation_holds_that_one_alone(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "raising-distance", "--json").output)
    assert {each["situation"] for each in found} == {"raising-distance"}


def test_own_words_are_printed_without_what_would_steer_the_terminal(tmp_path: Path) -> None:
    Store(tmp_path).scripts.keep(OwnScript(text=HOSTILE))
    said = run(tmp_path, "own").output
    assert "I felt [/b] and [red] $x ‹place›" in said
    assert "\x1b" not in said


def test_without_own_words_it_says_how_they_come(tmp_path: Path) -> None:
    assert "None yet." in run(tmp_path, "own").output
    assert "My own words" not in run(tmp_path, "all").output


def test_alone_it_lists_the_situations_and_says_how_to_see_their_words(tmp_path: Path, library: Library) -> None:
    lines = run(tmp_path).output.splitlines()
    assert [line.split()[0] for line in lines[:-2]] == list(library.script_files)
    assert lines[0].endswith("  Asking for room")
    assert "companion words all" in lines[-1]
    Store(tmp_path).scripts.keep(OwnScript(text="Tea first."))
    assert run(tmp_path).output.startswith("  own ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("not-heard", "feeling-missed"),
        ("They did not get it, again", "feeling-missed"),
        ("distance", "pulled-away, raising-distance"),
        ("Feeling missed", "feeling-missed"),
    ],
)
def test_a_kind_or_a_sentence_of_now_is_answered_with_what_fits(tmp_path: Path, typed: str, meant: str) -> None:
    for words in ([typed], typed.split()):
        said = run(tmp_path, *words)
        assert (said.exit_code, said.stdout) == (2, "")
        assert f"There is no situation “{typed}”. Try {meant}." in said.stderr


def test_an_unknown_situation_is_answered_with_the_near_ones(tmp_path: Path) -> None:
    said = run(tmp_path, "asking-for-rom")
    assert said.exit_code == 2
    assert "There is no situation “asking-for-rom”. Try asking-for-room." in said.output
    assert "companion words lists them." in run(tmp_path, "xyz").output


def test_asking_writes_nothing(tmp_path: Path) -> None:
    run(tmp_path / "new", "own")
    assert not (tmp_path / "new").exists()


def test_without_a_pause_the_times_are_those_of_the_usual_one(tmp_path: Path) -> None:
    answers = {"length": "45", "place": "the balcony"}
    Store(tmp_path).worksheets.keep(Answers(id="our-pause-agreement", answers=answers, filled_at=datetime.now(UTC)))
    said = run(tmp_path, "the-pause").output
    assert "I need 45 minutes in the balcony." in said
