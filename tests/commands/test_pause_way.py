"""The verb pause on the way to the return and right after it: told, parked, not ready, the mirror."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from companion.commands.pause_after import alternate
from companion.domain.pause import Outcome, Pause
from companion.domain.returning import Speaker
from companion.storage.store import Store
from tests.commands.pause_verb import START, Run, only, run, stands
from tests.conftest import HOSTILE

__all__ = ["run"]


# -- on the way


def test_told_is_noted_once_for_the_start_and_once_for_each_move(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        assert "companion pause told" in run("30").stderr
        assert only(tmp_path).is_untold
        now.shift(timedelta(minutes=1))
        assert run("told").stdout == "Noted: said at 20:11.\n"
        assert run("told").stdout == "That was noted before.\n"
        run("more", "20")
        now.shift(timedelta(minutes=1))
        assert run("told").stdout == "Noted: said at 20:12.\n"
    pause = only(tmp_path)
    assert pause.told_at == START + timedelta(minutes=1)
    assert pause.moves[0].told_at == START + timedelta(minutes=2)


@pytest.mark.parametrize(
    "given", ["the bank letter\n", HOSTILE, "x" * 10_000, "\x1b[31mred\x1b[0m", "שלום 🙂 [red] {place}"]
)
def test_a_topic_from_standard_input_is_kept_whole_and_comes_back_safe(run: Run, tmp_path: Path, given: str) -> None:
    assert run("20", "--told", "--topic", "-", given=given).exit_code == 0
    assert only(tmp_path).topic == given.strip()
    assert run("park", "call", "the", "plumber").stdout == "Parked until the return.\n"
    ran = run("back")
    assert "\nParked until now:\n1  " in ran.stderr
    assert ran.stderr.endswith("\n2  call the plumber\nChoose one for the talk: companion pause topic 1\n")
    assert "\x1b" not in ran.output


@time_machine.travel(START, tick=False)
def test_the_place_is_read_from_standard_input_too_but_not_both(run: Run, tmp_path: Path) -> None:
    assert run("20", "--topic", "-", "--place", "-", given="the attic\n").exit_code == 2
    assert run("20", "--place", "-", given="the\x1b attic\n").exit_code == 0
    assert only(tmp_path).place == "the attic"


@time_machine.travel(START, tick=False)
def test_a_length_of_any_size_gets_a_sentence(run: Run) -> None:
    run("20")
    for words in (["1209600w" * 130], ["more", "1209600w" * 130]):
        refused = run(*words)
        assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)


@time_machine.travel(START, tick=False)
def test_what_is_parked_is_said_once_and_no_blank_line_for_blanks(run: Run) -> None:
    run("20", "--topic", "the rent")
    run("park", "the", "rent")
    assert run("back").stderr.endswith("\nParked until now:\n1  the rent\n")


def test_what_the_pause_before_could_not_hand_on_while_locked_is_said_on_coming_back(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30", "--topic", "the bank letter", "--told")
        now.shift(timedelta(minutes=30))
        pauses = Store(tmp_path).pauses
        ended = pauses.change_open(lambda found: found.come_back(START + timedelta(minutes=30)))
        assert ended is not None
        due = ended.due + timedelta(minutes=20)
        pauses.begin(Pause(started_at=ended.due, due=due, planned=due - ended.due, after=ended.id))
        assert "Parked until now:\n1  the bank letter\n" in run("back").stderr


def test_what_is_no_text_on_standard_input_is_kept_as_far_as_it_goes(run: Run, tmp_path: Path) -> None:
    assert run("20", "--topic", "-", given=b"\xff\xfe tea").exit_code == 0
    assert only(tmp_path).topic.endswith("tea")
    assert run("park", "-", given="x" * 1_000_001).exit_code == 2


def test_a_pause_that_did_not_end_in_a_return_is_closed_as_that(run: Run, tmp_path: Path) -> None:
    run("20")
    assert "without a return" in run("not-back").stdout
    assert only(tmp_path).outcome is Outcome.NOT_RETURNED


def test_back_but_not_ready_keeps_the_promise_and_gives_a_new_one(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30", "--topic", "the bank letter", "--told")
        now.shift(timedelta(minutes=30))
        assert "Can we start at 21:00?" in run("not-ready").stdout
        assert stands(run) == "You take space. Back at 21:00. 20 minutes left."
        assert run("not-ready", "25h").exit_code == 2
        assert stands(run) == "You take space. Back at 21:00. 20 minutes left."
    first, second = sorted(Store(tmp_path).pauses, key=lambda pause: pause.started_at)
    assert first.outcome is Outcome.KEPT
    assert (second.topic, second.is_open) == ("the bank letter", True)


# -- the mirror


def test_the_third_of_three_that_drifted_is_followed_by_the_mirror_once(run: Run, tmp_path: Path) -> None:
    seen = []
    with time_machine.travel(START, tick=False) as now:
        for _ in range(4):
            run("20")
            now.shift(timedelta(minutes=20))
            seen.append(run("back").stderr)
    assert ["without a word" in each for each in seen] == [False, False, True, False]
    assert "Of your last 3 pauses, 3 began without a word" in seen[2]
    assert "companion read when-breaks-become-avoidance" in seen[2]


def test_pauses_that_were_told_and_kept_are_left_without_a_mirror(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        for _ in range(6):
            run("20", "--told")
            now.shift(timedelta(minutes=20))
            assert "Of your last" not in run("back").stderr


def test_after_coming_back_the_next_step_and_an_entry_about_the_return_are_kept(run: Run, tmp_path: Path) -> None:
    assert "Come back first" in run("next-step", "we talk on Sunday").stderr
    run("20", "--topic", "the bill")
    run("back")
    assert run("next-step").exit_code == 2
    ran = run("next-step", "-", "--strength", "3", "--log", given="If it gets loud, then I say our word.\n")
    assert ran.exit_code == 0
    assert (only(tmp_path).next_step, only(tmp_path).strength_after) == ("If it gets loud, then I say our word.", 3)
    (entry,) = Store(tmp_path).entries
    assert ran.stdout == f"Kept.\n{entry.id}\n"
    assert (entry.pause, entry.strength) == (only(tmp_path).id, 3)
    assert "Topic: the bill" in entry.note
    assert "Next step: If it gets loud" in entry.note


def test_a_second_next_step_says_what_it_is_kept_instead_of(run: Run, tmp_path: Path) -> None:
    run("20")
    run("back")
    steps = ("we talk on Sunday", "we write\x1b it down", "we write\x1b it down", "we walk")
    said = [run("next-step", step).stdout for step in steps]
    assert said[:3] == ["Kept.\n", "Kept instead of: we talk on Sunday\n", "Kept.\n"]
    assert said[3] == "Kept instead of: we write it down\n"
    assert only(tmp_path).next_step == "we walk"


def test_the_record_gives_the_dates_of_other_days(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30h", "--check-in", "tomorrow 9:00", "--told")
        now.shift(timedelta(hours=23))
        run("more", "until", "wed", "20:00", "--check-in", "tue 9:00")
        now.shift(timedelta(days=3))
        assert (
            "said at 20:10: back at 02:10 on Tue 24 Nov; moved at 19:10 on Mon 23 Nov to 20:00 on Wed 25 Nov, in time"
        ) in run("promised").stdout


def test_turns_are_said_at_their_time() -> None:
    now = 100.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds

    said = "".join(alternate(Speaker.THEY, 2, lambda: now, wait)).splitlines()
    assert [line.partition(" ")[0] for line in said] == ["They", "." * 12, "You", "." * 12, "The"]
    assert now == 340.0
