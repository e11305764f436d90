"""The verb exercise: the list, and doing one in plain lines, with what is kept of it."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands import exercise
from companion.commands.exercise_steps import dots
from companion.commands.main import companion
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.settings import Settings
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.practising import Practising
from companion.storage.store import Store
from tests.commands.sealed_verbs import opened, seal, wrap_quickly
from tests.conftest import HOSTILE

CTRL_C, CTRL_D = "^C", "^D"
EARLY = "early: "
"""Begins a line that is typed while the time of a step passes."""
Done = Callable[..., Result]


class Typist:
    """Somebody who types these lines, one whenever one is asked for."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = list(lines)
        self.early: list[str | None] = []

    def ask(self, question: str) -> str | None:
        sys.stdout.write(question)
        assert self._lines, f"nobody answers: {question}"
        line = self._lines.pop(0)
        if line == CTRL_C:
            raise KeyboardInterrupt
        return None if line == CTRL_D else line

    def wait(self, seconds: float) -> None:
        assert seconds >= 0
        if not self.early and self._lines and self._lines[0].startswith(EARLY):
            self.early.append(self._lines.pop(0).removeprefix(EARLY))


@pytest.fixture
def do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Done:
    """Run the verb on a terminal where these lines are typed."""

    def run(*words: str, types: tuple[str, ...] = ()) -> Result:
        monkeypatch.setattr(exercise, "is_typed_on", lambda: True)
        monkeypatch.setattr(exercise, "TypedLines", lambda: Typist(types))
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "exercise", *words])

    return run


def piped(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(companion, ["--data-dir", str(folder), "exercise", *words])


def only(folder: Path) -> Practice:
    (practice,) = Store(folder).practices
    return practice


# -- the list


def test_all_are_listed_with_how_long_and_for_whom(tmp_path: Path, library: Library) -> None:
    lines = piped(tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(library.exercises)
    assert "long-sigh          The long sigh · 4 min · for either of you" in lines
    assert "say-it-back        Say it back · 12 min · for the two of you, together" in lines


def test_how_often_one_was_done_stands_under_it(do: Done, tmp_path: Path) -> None:
    do("five-things", "--strength", "7", types=("", *[""] * 7, "4"))
    lines = piped(tmp_path).stdout.splitlines()
    below = lines[lines.index("five-things        Back in the room · 3 min · for either of you") + 1]
    assert below.strip() == "Done once, today. It was 7 before and 4 after."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["long-sih"], "Did you mean: companion exercise long-sigh?"),
        (["The long sigh"], "Did you mean: companion exercise long-sigh?"),
        (["x" * 10_000], "companion exercise lists them."),
        ([HOSTILE], "companion exercise lists them."),
        (["long-sigh", "--strength", "11"], "Strength is a number from 0 to 10, not 11."),
        (["--strength", "3"], "Name the exercise too"),
    ],
)
def test_bad_use_gets_one_sentence(tmp_path: Path, words: list[str], said: str) -> None:
    ran = piped(tmp_path, *words)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert said in ran.stderr
    assert "\x1b" not in ran.stderr
    assert len(ran.stderr) < 300


def test_in_a_pipe_the_steps_are_printed_and_nothing_is_kept(tmp_path: Path) -> None:
    ran = piped(tmp_path, "five-things", "--strength", "7")
    read = CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "read", "five-things"])
    assert ran.stdout == read.stdout
    assert "nothing is kept" in ran.stderr
    assert not list(tmp_path.iterdir())


# -- the steps


def test_who_should_leave_it_out_is_said_before_the_first_step(do: Done, library: Library) -> None:
    said = " ".join(do("long-sigh", types=("q",)).stdout.split())
    assert library.exercises["long-sigh"].skip in said
    assert "1 of 6" not in said


def test_each_step_is_said_and_the_whole_is_kept(do: Done, tmp_path: Path, library: Library) -> None:
    ran = do("five-things", "--strength", "7", types=("", *[""] * 7, "eleven", "11", "4"))
    said = " ".join(ran.stdout.split())
    for step in library.exercises["five-things"].steps:
        assert step.say in said
    assert "10 seconds .......... That was the time for this step." in said
    assert said.count("A number from 0 to 10") + said.count("Strength is a number from 0 to 10, not 11.") == 2
    assert said.endswith("That is the end of it. Kept.")
    kept = only(tmp_path)
    assert (kept.slug, kept.strength_before, kept.strength_after) == ("five-things", 7, 4)


def test_nobody_is_asked_how_strong_it_is_who_did_not_say_so(do: Done, tmp_path: Path) -> None:
    assert "How strong" not in do("five-things", types=("", *[""] * 7)).stdout
    assert only(tmp_path).strength_before is None


def test_a_step_that_paces_the_breath_has_a_line_for_each_part(do: Done) -> None:
    said = do("slow-six", types=("", "s", "s", "", "q")).stdout
    assert said.count("breathe in ....\nbreathe out ......\n") == 10


def test_enter_goes_on_before_the_time_is_over(do: Done, tmp_path: Path) -> None:
    said = do("slow-six", types=("", EARLY, "", EARLY, f"{EARLY}q")).stdout
    assert "That was the time" not in said
    assert said.endswith("You stopped here, and that is fine.\n\nKept.\n")
    assert only(tmp_path).slug == "slow-six"


def test_skipping_all_of_it_keeps_nothing(do: Done, tmp_path: Path) -> None:
    said = do("five-things", "--strength", "7", types=("", *["s"] * 7)).stdout
    assert said.endswith("Nothing was done, so nothing is kept.\n")
    assert not list(Store(tmp_path).practices)


@pytest.mark.parametrize("end", ["q", "stop", CTRL_C, CTRL_D])
def test_stopping_half_way_keeps_what_was_written(do: Done, tmp_path: Path, end: str) -> None:
    ran = do("kind-outsider", types=("", "", "They had a long day.", end))
    assert ran.exit_code == 0
    assert ran.stdout.endswith("Kept.\n")
    assert only(tmp_path).lines == ("They had a long day.",)


def test_a_turn_rings_at_its_end_unless_the_bell_is_off(do: Done, tmp_path: Path) -> None:
    turns = ("", "s", "", "q")
    assert (
        "\aThat was the time for this turn. Finish your thought, then enter." in do("say-it-back", types=turns).stdout
    )
    Store(tmp_path).keep_settings(Settings(bell=False))
    assert "\a" not in do("say-it-back", types=turns).stdout


def test_words_that_are_no_answer_are_asked_for_again(do: Done, tmp_path: Path) -> None:
    feelings = ("grumpy", "tired, torn, small, hurt", "tierd", "Tired, torn")
    said = do("name-it-small", types=("", *feelings, "99", "3", "rest", "sit down", "s")).stdout
    assert "“grumpy” is not in the list." in said
    assert said.count("Up to 3, with commas between.") == 2
    assert "Did you mean: tired?" in said
    assert "“99” is not in the list." in said
    made = "I notice: tired and torn. In my body: clenched jaw. I need: rest. So for the next hour I will sit down."
    assert made in " ".join(said.split())
    assert only(tmp_path).lines == (made,)


@pytest.mark.parametrize("typed", [HOSTILE, "x" * 10_000, "שלום 🙂 [red] {place} {thing}", "\x1b[31mred"])
def test_whatever_is_typed_is_kept_and_steers_no_terminal(do: Done, tmp_path: Path, typed: str) -> None:
    said = do("kind-outsider", types=("", "", typed, "q")).stdout
    assert "\x1b" not in said
    assert only(tmp_path).lines == (" ".join(typed.replace("\x1b", " ").split()),)


# -- not safe


@pytest.mark.parametrize("typed", ["x", "not safe", "Not safe."])
@pytest.mark.parametrize("before", [(), ("",), ("", "")])
def test_not_safe_ends_it_anywhere_with_the_page(do: Done, typed: str, before: tuple[str, ...]) -> None:
    said = do("say-it-back", types=(*before, typed)).stdout
    assert "If you're afraid of them, your safety comes first." in said
    assert "3 of 7" not in said


def test_a_feeling_of_fear_names_the_way_to_safety(do: Done) -> None:
    assert "If you're afraid of them: x stops this" in do("name-it-small", types=("", "afraid", "q")).stdout


def test_not_safe_counts_where_only_a_number_or_a_letter_is_asked_for_too(do: Done) -> None:
    strong = do("five-things", "--strength", "7", types=("", *[""] * 7, "x")).stdout
    message = do("ride-the-wave", types=("", "Answer me", "q", "not safe")).stdout
    assert all("your safety comes first." in said for said in (strong, message))


def test_what_did_not_reach_the_disk_is_printed_and_the_way_to_safety_too(
    do: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(doing: Practising, pause: Pause | None) -> bool:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Practising, "keep", keep)
    ran = do("kind-outsider", types=("", "", "They had a long day.", "x"))
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)
    assert "your safety comes first." in ran.stdout
    assert ran.stdout.endswith("Not kept: They had a long day.\n")


# -- a message


def test_a_message_is_held_if_that_is_chosen(do: Done, tmp_path: Path) -> None:
    said = do("ride-the-wave", "--strength", "8", types=("", "Answer me", "s", "", "3", "3", "s")).stdout
    assert "Your message is held until" in said
    (held,) = Store(tmp_path).held
    assert (held.text, held.mood_before) == ("Answer me", 8)
    assert (only(tmp_path).strength_before, only(tmp_path).strength_after) == (8, 3)
    assert "Answer me" not in str(only(tmp_path).lines)


@pytest.mark.parametrize(("answer", "count"), [("h", 1), ("", 0)])
def test_a_message_without_a_choice_is_asked_about_at_the_end(
    do: Done, tmp_path: Path, answer: str, count: int
) -> None:
    said = do("ride-the-wave", types=("", "Answer me", "q", answer)).stdout
    assert "Your message is not kept. h holds it until" in said
    assert len(Store(tmp_path).held) == count


# -- locked


def test_while_locked_it_runs_and_says_that_nothing_is_kept(
    do: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do("five-things", types=("", *[""] * 7))
    seal(tmp_path)
    wrap_quickly(monkeypatch)
    assert "Done" not in piped(tmp_path).stdout
    said = do("kind-outsider", "--strength", "7", types=("", "", "They had a long day.", *["s"] * 4)).stdout
    assert said.count("Locked: nothing of this is kept.") == 2
    assert "Done" not in said
    assert "How strong" not in said
    assert [each.slug for each in opened(tmp_path).practices] == ["five-things"]


def test_while_locked_a_message_is_held_and_nothing_else(
    do: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(tmp_path)
    wrap_quickly(monkeypatch)
    said = do("ride-the-wave", types=("", "Answer me", "8", "q", "h")).stdout
    assert "companion hold list. Locked: nothing else of this is kept." in said
    (held,) = opened(tmp_path).held
    assert (held.text, held.mood_before) == ("Answer me", 8)


# -- the clock, and a real terminal


def test_a_long_step_has_a_dot_every_ten_seconds() -> None:
    now, waits = 100.0, []

    def wait(seconds: float) -> None:
        nonlocal now
        waits.append(seconds)
        now += seconds + 0.25  # a slow machine does not stretch it

    assert "".join(dots(120, lambda: now, wait)) == f"{'.' * 12}\n"
    assert now == 220.25
    assert "".join(dots(15, lambda: 0.0, lambda _: None)) == f"{'.' * 15}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_on_a_real_terminal_enter_ends_a_wait_and_ctrl_c_keeps_what_was_done(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", "--data-dir", str(tmp_path), "exercise", "five-things"],
        stdin=slave, stdout=slave, stderr=slave, env={**os.environ, "TERM": "dumb"}, preexec_fn=_with_interrupts,
    )  # fmt: skip
    os.close(slave)
    read_until(master, b"Enter begins. > ")
    os.write(master, b"\n")
    read_until(master, b"10 seconds ")
    os.write(master, b"\n")
    read_until(master, b"five things you can see")
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert b"\x1b" not in read_until(master, b"Kept.")
    assert process.wait(20) == 0
    assert time.monotonic() - began < 10
    os.close(master)
    assert only(tmp_path).slug == "five-things"


def read_until(master: int, words: bytes) -> bytes:
    """Return what the terminal shows, up to these words."""
    seen = b""
    while words not in seen:
        seen += os.read(master, 4096)
    return seen


def _with_interrupts() -> None:
    """Let ctrl+c mean what it means in a terminal: what runs the tests may ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
