"""The verb exercise: the list, and doing one in plain lines, with what is kept of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.commands.main import companion
from companion.domain.settings import Settings
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.exercise_verb import CTRL_C, CTRL_D, EARLY, Done, do, only, piped
from tests.conftest import HOSTILE

__all__ = ["do"]


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
    assert said.count("Choose a number from 0 to 10.") == 2
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
    assert "Choose one of: tired, drained," in said
    assert "Up to 3, please. Keep the ones that fit best." in said
    assert "Did you mean “tired”?" in said
    assert "Choose one of: heart racing," in said
    made = "I notice: tired and torn. In my body: clenched jaw. I need: rest. So for the next hour I will sit down."
    assert made in " ".join(said.split())
    assert only(tmp_path).lines == (made,)


@pytest.mark.parametrize("typed", [HOSTILE, "x" * 10_000, "שלום 🙂 [red] {place} {thing}", "\x1b[31mred"])
def test_whatever_is_typed_is_kept_and_steers_no_terminal(do: Done, tmp_path: Path, typed: str) -> None:
    said = do("kind-outsider", types=("", "", typed, "q")).stdout
    assert "\x1b" not in said
    assert only(tmp_path).lines == (" ".join(typed.replace("\x1b", " ").split()),)
