"""The verb exercise: where it ends by fear, with a message, while locked; and on a real terminal."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.commands.exercise_time import dots
from companion.domain.pause import Pause
from companion.storage.errors import NotKept
from companion.storage.practising import Practising
from companion.storage.store import Store
from tests.commands.exercise_verb import Done, do, only, piped
from tests.commands.sealed_verbs import opened, seal, wrap_quickly

__all__ = ["do"]


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
