"""The verbs pause and status: the same promise, without the app."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from companion import __version__
from companion.commands.main import companion
from companion.domain.filling import Answers
from companion.domain.pause import Outcome
from companion.storage.store import Store
from tests.commands.pause_verb import BERLIN, START, Run, only


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb over the test's data folder."""

    def runs(*words: str) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), *words])

    return runs


@time_machine.travel(START, tick=False)
def test_it_prints_the_sentence_with_the_right_clock_time(run: Run, tmp_path: Path) -> None:
    ran = run("pause", "20")
    assert ran.exit_code == 0
    assert ran.stdout == "I'm swamped. I need 20 minutes. I'll come back at 20:30. I do want to sort this out.\n"
    assert only(tmp_path).due == START + timedelta(minutes=20)


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize(
    ("words", "back"),
    [
        ([], "20:40"),
        (["45"], "20:55"),
        (["1h", "15m"], "21:25"),
        (["until", "21:30"], "21:30"),
        (["until 21:30"], "21:30"),
        (["overnight"], "08:00 tomorrow"),
        (["half", "a", "day"], "02:10 tomorrow"),
        (["until", "monday", "9:00"], "09:00 tomorrow"),
        (["until tomorrow 9:00"], "09:00 tomorrow"),
    ],
)
def test_lengths_and_clock_times(run: Run, words: list[str], back: str) -> None:
    assert f"I'll come back at {back}." in run("pause", *words).stdout


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize(
    "words",
    [["--place", "the shed", "--strength", "8", "25"], ["25", "--place", "the shed", "--strength", "8"]],
)
def test_options_may_stand_before_or_after_the_length(run: Run, tmp_path: Path, words: list[str]) -> None:
    assert "I need 25 minutes in the shed." in run("pause", *words).stdout
    assert (only(tmp_path).place, only(tmp_path).strength_before) == ("the shed", 8)


@time_machine.travel(START, tick=False)
def test_told_and_another_message(run: Run, tmp_path: Path) -> None:
    ran = run("pause", "30", "--told", "--message", "leave-short")
    assert ran.stdout.startswith("I'm overloaded. Taking 30 minutes, back at 20:40.")
    assert only(tmp_path).told_at == START


@time_machine.travel(START, tick=False)
def test_the_agreement_gives_the_defaults(run: Run, tmp_path: Path) -> None:
    answers = {"length": "45", "place": "the balcony"}
    Store(tmp_path).worksheets.keep(Answers(id="our-pause-agreement", answers=answers, filled_at=START))
    assert "I need 45 minutes in the balcony. I'll come back at 20:55." in run("pause").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pause", "a", "while"], "is not a length"),
        (["pause", "25:99"], "is not a clock time"),
        (["pause", "15", "days"], "more than two weeks"),
        (["pause", "30h"], "--check-in"),
        (["pause", "30h", "--check-in", "soon"], "“soon” is not a length"),
        (["pause", "30h", "--check-in", "31h"], "before you are back"),
        (["pause", "--giving", "when", "ready"], "is not a length"),
        (["pause", "--giving", "--planned"], "Leave out --giving or --planned"),
        (["pause", "20", "--strength", "11"], "0 to 10"),
        (["pause", "20", "--message", "nonsense"], "is not a script"),
        (["pause", "20", "--strength", "high"], "--strength takes a whole number."),
        (["pause", "--wrong"], "There is no option “--wrong”."),
        (["pause", "park", " "], "Say what shall wait"),
        (["pause", "more"], "Say how much more"),
        (["nonsense"], "There is no command"),
    ],
)
def test_bad_use_gets_one_line_and_exit_2(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    ran = run(*words)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert not (tmp_path / "companion.json").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["back"], ["cancel"], ["wait"], ["more", "20"], ["more", "--check-in", "2h"], ["told"], ["sign"], ["urge"],
        ["park", "x"], ["not-back"], ["end-point", "22:00"],
    ],
)  # fmt: skip
@time_machine.travel(START, tick=False)
def test_without_a_pause_there_is_nothing_to_change(run: Run, words: list[str]) -> None:
    ran = run("pause", *words)
    assert ran.exit_code == 1
    assert ran.stderr == "companion: No pause is running. Start one: companion pause 30.\n"


def test_a_second_pause_is_refused_while_one_is_open(run: Run, tmp_path: Path) -> None:
    run("pause", "20")
    ran = run("pause", "30")
    assert ran.exit_code == 1
    assert "open already" in ran.stderr
    assert only(tmp_path).planned == timedelta(minutes=20)


def test_more_time_before_due_and_after(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("pause", "20")
        assert "I'll be back at 20:45 instead" in run("pause", "more", "15").stdout
        now.shift(timedelta(minutes=40))  # 20:50
        assert "I'm sorry. I'll be back at 21:00." in run("pause", "more", "10").stdout
        assert "I'm sorry" not in run("pause", "more", "until", "21:30").stdout
    assert [move.in_time for move in only(tmp_path).moves] == [True, False, True]


def test_back_late_says_so_and_is_late(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("pause", "20")
        now.shift(timedelta(minutes=26))
        ran = run("pause", "back", "--strength", "3")
    assert "later than I said" in ran.stdout
    assert only(tmp_path).outcome is Outcome.LATE
    assert only(tmp_path).strength_after == 3


def test_cancelling_is_no_return(run: Run, tmp_path: Path) -> None:
    run("pause", "20")
    assert run("pause", "cancel").exit_code == 0
    assert only(tmp_path).outcome is Outcome.CANCELLED


@pytest.mark.parametrize("whose", ["--planned", "--giving"])
def test_once_its_time_has_passed_a_pause_is_not_called_off_any_more(run: Run, tmp_path: Path, whose: str) -> None:
    ways_on = "Close it with: companion pause back, or companion pause not-back"
    with time_machine.travel(START, tick=False) as now:
        run("pause", "20", whose)
        now.shift(timedelta(minutes=20))
        ran = run("pause", "cancel")
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert ran.stderr == f"companion: Its time, 20:30, has passed. {ways_on}.\n"
        assert only(tmp_path).is_open
        assert run("pause", "20").stderr.endswith("Use pause back, more or not-back.\n")


def test_status_in_each_state(run: Run) -> None:
    none = {"state": "none", "due": None, "left_seconds": None, "kind": None, "check_in": None, "is_stated": None}
    with time_machine.travel(START, tick=False) as now:
        assert (run("status").exit_code, run("status").stdout) == (0, "")
        assert json.loads(run("status", "--json").stdout) == none
        run("pause", "20")
        now.shift(timedelta(seconds=138))
        assert (run("status").exit_code, run("status").stdout) == (10, "17:42 20:30\n")
        assert json.loads(run("status", "--json").stdout) == {
            "state": "running", "due": "2026-11-22T20:30:00+01:00", "left_seconds": 1062, "kind": "taking",
            "check_in": None, "is_stated": True,
        }  # fmt: skip
        assert run("pause", "status").stdout == (
            "You take space. Back at 20:30. 18 minutes left.\n"
            "When you have said it: companion pause told.\n"
            "Now: companion pause back, more 15, park WORDS, idea, cancel.\n"
        )
        now.shift(timedelta(minutes=30))
        assert (run("status").exit_code, run("status").stdout) == (11, "past 20:30\n")
        assert json.loads(run("status", "--json").stdout)["left_seconds"] == -738
        assert "You said 20:30; it is 20:42." in run("pause", "status").stdout


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize("words", [["until", "20:00"], ["--giving", "20:00"], ["not-ready", "20:00"]])
def test_a_time_that_has_just_passed_is_asked_about_before_anything_is_kept(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    ran = run("pause", *words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == "companion: 20:00 has passed today. If you mean tomorrow, say so: until tomorrow 20:00.\n"
    assert not list(tmp_path.iterdir())


@time_machine.travel(START, tick=False)
def test_nor_does_a_move_or_an_end_point_take_it_for_tomorrow(run: Run, tmp_path: Path) -> None:
    run("pause", "30")
    assert "has passed today" in run("pause", "more", "until", "20:00").stderr
    assert "has passed today" in run("pause", "end-point", "20:00").stderr
    assert not only(tmp_path).moves


def test_what_was_made_of_a_clock_time_is_said_where_another_may_have_been_meant(run: Run) -> None:
    with time_machine.travel(START, tick=False):
        said = "1:30 was taken as a clock time, 01:30 tomorrow. For a length, say “1 hour 30 minutes”.\n"
        assert run("pause", "--planned", "1:30").stderr.startswith(said)
        assert run("pause", "more", "2:30").stderr.startswith("2:30 was taken as a clock time, 02:30 tomorrow.")
        run("pause", "back")
    with time_machine.travel(datetime(2027, 3, 27, 22, tzinfo=BERLIN), tick=False):
        ran = run("pause", "until", "2:30")
        assert "I'll come back at 03:30 tomorrow." in ran.stdout
        assert ran.stderr.startswith("02:30 does not exist that night")


def test_the_hour_that_comes_twice_is_told_apart(run: Run) -> None:
    with time_machine.travel(datetime(2026, 10, 25, 1, 50, tzinfo=BERLIN), tick=False):
        assert "I'll come back at 02:20." in run("pause", "30").stdout
        assert "I'll be back at the second 02:20 instead." in run("pause", "more", "60").stdout
        assert run("status").stdout == "1:30:00 the second 02:20\n"


def test_a_clock_that_was_set_back_is_said_by_each_verb_of_the_pause(run: Run) -> None:
    said = "The clock of this machine went back by at least 40 minutes. By it, it is 19:30 and your pause ends at "
    with time_machine.travel(START, tick=False) as now:
        run("pause", "30")
        now.shift(timedelta(minutes=-40))
        assert run("status").stdout == "1:10:00 20:40; the clock went back\n"
        assert f"\n{said}20:40.\n" in run("pause", "status").stdout
        assert f"{said}20:55." in run("pause", "more", "15").stderr
        back = run("pause", "back")
        assert back.exit_code == 0
        assert "went back by at least 40 minutes. By it, it is 19:30.\n" in back.stderr


def test_paths_and_keys_and_version(run: Run, tmp_path: Path) -> None:
    assert str(tmp_path) in run("paths").stdout
    assert json.loads(run("paths", "--json").stdout)["data"] == str(tmp_path)
    assert all(word in run("keys").stdout for word in ("Everywhere", "Hide"))
    rows = json.loads(run("keys", "--json").stdout)
    assert {"where", "id", "key", "what", "moved"} == set(rows[0])
    assert run("--version").stdout == f"companion {__version__}\n"
