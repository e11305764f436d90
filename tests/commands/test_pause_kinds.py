"""The verb pause beyond half an hour of one's own: giving, planned, and long ones."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from companion.domain.pause import Outcome, PauseKind
from companion.domain.script import PauseScript, fill
from companion.storage.library import Library
from tests.commands.pause_verb import START, Run, only, run, stands, status, words_of

__all__ = ["run"]


# -- giving


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize("said", [["20:40"], ["until", "20:40"], ["30"]])
def test_the_time_they_said_is_kept_as_theirs(run: Run, tmp_path: Path, library: Library, said: list[str]) -> None:
    ran = run("--giving", *said)
    assert ran.exit_code == 0
    assert ran.stdout.strip() == words_of(library, PauseScript.GIVING, back_at="20:40", minutes="30 minutes")
    assert ran.stderr == ""
    pause = only(tmp_path)
    assert (pause.kind, pause.is_stated, pause.due) == (PauseKind.GIVING, True, START + timedelta(minutes=30))
    assert stands(run) == "They take space. They said 20:40. 30 minutes left."
    assert status(tmp_path) == "30:00 they said 20:40"


def test_without_a_time_one_asks_for_it_and_once_more_in_two_hours(run: Run, tmp_path: Path, library: Library) -> None:
    with time_machine.travel(START, tick=False) as now:
        ran = run("--giving")
        assert ran.stdout.strip() == words_of(library, PauseScript.ASK, back_at="22:10")
        assert ran.stderr == "If no time comes, ask once more at 22:10.\n"
        assert only(tmp_path).is_stated is False
        assert status(tmp_path) == "no time named; ask at 22:10"
        assert json.loads(status(tmp_path, "--json"))["is_stated"] is False
        now.shift(timedelta(hours=2))
        assert stands(run) == "They take space. No time named; ask now."


@time_machine.travel(START, tick=False)
def test_a_time_they_name_later_is_theirs_also_if_it_comes_before_the_one_to_ask_at(run: Run, tmp_path: Path) -> None:
    run("--giving")
    assert "20:50" in run("more", "40").stdout
    assert (only(tmp_path).is_stated, only(tmp_path).due) == (True, START + timedelta(minutes=40))
    assert stands(run) == "They take space. They said 20:50. 40 minutes left. Moved once."


@time_machine.travel(START, tick=False)
def test_an_end_set_before_their_time_has_nothing_to_send_yet(run: Run, tmp_path: Path) -> None:
    run("--giving", "30")
    assert run("end-point", "22:00").stdout == "Noted: you wait until 22:00. Until their time has passed, leave it.\n"
    assert only(tmp_path).end_point


def test_urges_are_counted_and_the_end_of_waiting_is_set(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("--giving", "20:40")
        assert run("urge").stdout == "Ridden out: once in this pause.\n"
        assert run("urge").stdout == "Ridden out: 2 times in this pause.\n"
        now.shift(timedelta(minutes=42))
        assert stands(run) == "They take space. They said 20:40; it is 20:52."
        assert status(tmp_path) == "past, they said 20:40"
        assert "I'll wait until 22:00" in run("end-point", "until", "22:00").stdout
        ran = run("back")
        assert ran.stdout.startswith("Thank you for coming back.")
        assert ran.stderr == "Noted: back at 20:52; they said 20:40.\n"
    pause = only(tmp_path)
    assert (len(pause.urges), pause.end_point) == (2, START + timedelta(minutes=110))
    assert pause.outcome is Outcome.LATE


def test_an_urge_that_was_just_counted_can_be_taken_back(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("--giving")
        run("urge")
        assert run("urge", "--undo").stdout == "Ridden out: none in this pause.\n"
        assert not only(tmp_path).urges
        run("urge")
        now.shift(timedelta(hours=1))
        assert run("urge", "--undo").exit_code == 1
        assert len(only(tmp_path).urges) == 1


@pytest.mark.parametrize("words", [["urge"], ["end-point", "22:00"]])
@time_machine.travel(START, tick=False)
def test_what_belongs_to_waiting_is_refused_in_a_pause_of_ones_own(run: Run, tmp_path: Path, words: list[str]) -> None:
    run("20")
    ran = run(*words)
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)
    assert not only(tmp_path).urges


# -- planned


@time_machine.travel(START, tick=False)
def test_planned_time_has_words_of_its_own(run: Run, tmp_path: Path, library: Library) -> None:
    ran = run("--planned", "1h", "--place", "the attic")
    slots = {"back_at": "21:10", "place": "the attic", "minutes": "1 hour"}
    assert ran.stdout.strip() == words_of(library, PauseScript.PLANNED, **slots)
    assert ran.stderr == ""
    assert run("status").stdout.startswith("Planned. Own time until 21:10. 1 hour left.\nWhere: the attic.\n")
    assert status(tmp_path) == "1:00:00 own time until 21:10"


def test_time_of_ones_own_is_moved_and_late_in_words_of_its_own(run: Run, library: Library) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("--planned", "30")
        assert run("more", "10").stdout.strip() == fill(library.scripts["planned-more"].text, {"new_time": "20:50"})
        now.shift(timedelta(minutes=50))
        late = fill(library.scripts["planned-new-time"].text, {"new_time": "21:10"})
        assert run("more", "10").stdout.strip() == late
        now.shift(timedelta(minutes=20))
        assert run("back").stdout.strip() == fill(library.scripts["planned-late-back"].text, {"new_time": "21:40"})


# -- long ones


@time_machine.travel(START, tick=False)
def test_over_a_day_a_sign_is_promised_in_the_words_and_shown(run: Run, tmp_path: Path) -> None:
    ran = run("2", "days", "--check-in", "tomorrow 18:00", "--told")
    assert ran.stdout.endswith("I do want to sort this out. I'll give you a sign at 18:00 tomorrow.\n")
    assert stands(run) == "You take space. Back at 20:10 on Tue 24 Nov. 2 days left. You give a sign at 18:00 tomorrow."
    assert json.loads(status(tmp_path, "--json"))["check_in"] == "2026-11-23T18:00:00+01:00"


@time_machine.travel(START, tick=False)
def test_over_two_hours_a_sign_is_suggested_and_can_be_set_alone(run: Run, tmp_path: Path) -> None:
    assert "a sign on the way helps: companion pause more --check-in" in run("overnight").stderr
    assert run("more", "--check-in", "22:00").stdout == "I'll give you a sign at 22:00.\n"
    assert only(tmp_path).moves == ()
    assert stands(run) == "You take space. Back at 08:00 tomorrow. 11 hours 50 minutes left. You give a sign at 22:00."
    assert run("more", "--check-in", "9:00").exit_code == 2


@time_machine.travel(START, tick=False)
def test_moved_beyond_a_day_it_needs_a_sign_and_says_how(run: Run, tmp_path: Path) -> None:
    run("half a day")
    refused = run("more", "20h")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert run("more", "20h", "--check-in", "tomorrow 9:00").stdout.endswith("a sign at 09:00 tomorrow.\n")
    assert len(only(tmp_path).moves) == 1


@pytest.mark.parametrize("words", [("until", "tomorrow", "22:00"), ("13", "days"), ("more", "20h")])
def test_the_sign_that_is_given_as_an_example_can_be_typed(run: Run, words: tuple[str, ...]) -> None:
    with time_machine.travel(START - timedelta(hours=18), tick=False):  # 02:10
        run("half a day") if words[0] == "more" else None
        example = run(*words).stderr.partition("--check-in “")[2].partition("”")[0]
        assert run(*words, "--check-in", example).exit_code == 0


def test_a_sign_is_given_and_the_next_one_named(run: Run, tmp_path: Path, library: Library) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("3 days", "--check-in", "20h")
        now.shift(timedelta(hours=20))
        assert stands(run).endswith("2 days 4 hours left. You said you would give a sign at 16:10.")
        ran = run("sign")
        assert ran.stdout.strip() == words_of(library, PauseScript.CHECK_IN, back_at="20:10 on Wed 25 Nov")
        assert ran.stderr == "The next sign: 16:10 tomorrow.\n"
    assert only(tmp_path).signs == (START + timedelta(hours=20),)
