"""The verb pause beyond half an hour of one's own: giving, planned, long ones, and what happens on the way."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.commands.pause_after import alternate
from companion.domain.pause import Outcome, Pause, PauseKind
from companion.domain.returning import Speaker
from companion.domain.script import PauseScript, fill
from companion.storage.library import Library
from companion.storage.store import Store
from tests.conftest import HOSTILE

START = datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin"))
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb of the pause over the test's data folder, with what stands on standard input."""

    def runs(*words: str, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "pause", *words], input=given)

    return runs


def status(folder: Path, *words: str) -> str:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "status", *words]).stdout.strip()


def stands(run: Run) -> str:
    """Return the first line of how it stands."""
    return run("status").stdout.partition("\n")[0]


def only(folder: Path) -> Pause:
    (pause,) = Store(folder).pauses
    return pause


def words_of(library: Library, script: PauseScript, **slots: str) -> str:
    return fill(library.scripts[script].text, slots)


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


@pytest.mark.parametrize("words", [["urge"], ["end-point", "22:00"]])
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
    assert "--check-in" in refused.stderr
    assert run("more", "20h", "--check-in", "tomorrow 9:00").stdout.endswith("a sign at 09:00 tomorrow.\n")
    assert len(only(tmp_path).moves) == 1


def test_a_sign_is_given_and_the_next_one_named(run: Run, tmp_path: Path, library: Library) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("3 days", "--check-in", "20h")
        now.shift(timedelta(hours=20))
        assert stands(run).endswith("2 days 4 hours left. You said you would give a sign at 16:10.")
        ran = run("sign")
        assert ran.stdout.strip() == words_of(library, PauseScript.CHECK_IN, back_at="20:10 on Wed 25 Nov")
        assert ran.stderr == "The next sign: 16:10 tomorrow.\n"
    assert only(tmp_path).signs == (START + timedelta(hours=20),)


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


def test_turns_are_said_at_their_time() -> None:
    now = 100.0

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds

    said = "".join(alternate(Speaker.THEY, 2, lambda: now, wait)).splitlines()
    assert [line.partition(" ")[0] for line in said] == ["They", "." * 12, "You", "." * 12, "The"]
    assert now == 340.0
