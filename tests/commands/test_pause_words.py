"""Own words at the start of a pause: their slots stay true, whatever was typed is kept."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from tests.commands.pause_verb import START, Run, only, run
from tests.conftest import HOSTILE

__all__ = ["run"]

SAID = "Back at {back_at}[, from {place}]. I love you."


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize(("words", "given"), [(["--say", SAID], None), (["--say", "-"], f"{SAID}\n")])
def test_own_words_are_said_with_the_time_and_kept_open(
    run: Run, tmp_path: Path, words: list[str], given: str | None
) -> None:
    assert run("30", *words, given=given).stdout == "Back at 20:40. I love you.\n"
    assert only(tmp_path).leave_message == SAID
    assert "  Back at 20:40. I love you.\n" in run("promised").stdout


def test_the_time_in_own_words_is_the_one_that_holds_when_they_are_shown(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30", "--return", "Here I am, at {back_at} as I said.")
        run("more", "20")
        now.shift(timedelta(minutes=50))
        assert run("back").stdout == "Here I am, at 21:00 as I said.\n"


def test_own_words_for_the_return_are_said_on_coming_back(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30", "--place", "the attic", "--return", "I’m back from {place}. Tea?")
        now.shift(timedelta(minutes=30))
        assert run("back").stdout == "I’m back from the attic. Tea?\n"


@time_machine.travel(START, tick=False)
def test_the_topic_is_kept_whole_and_said_safely_in_own_words(run: Run, tmp_path: Path) -> None:
    said = run("30", "--say", "We talk about {topic} at {back_at}.", "--topic", HOSTILE).stdout
    assert said == "We talk about I felt [/b] and [red] $x {place} [31m at 20:40.\n"
    assert only(tmp_path).topic == HOSTILE


@pytest.mark.parametrize("typed", [f"{HOSTILE} {{ }} {{", "x" * 10_000, "שלום 🙂 [red]", "\x1b]52;c;eA==\x07 red"])
def test_hostile_words_are_kept_whole_and_steer_no_terminal(run: Run, tmp_path: Path, typed: str) -> None:
    ran = run("30", "--say", typed, "--return", typed)
    assert ran.exit_code == 0
    assert (only(tmp_path).leave_message, only(tmp_path).return_message) == (typed, typed)
    assert not set("\x1b\x07") & set(ran.output + run("back").output)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--say", "Back at {time}"],
            "can’t fill in “{time}”. It fills in {minutes}, {back_at}, {place}, {new_time}, {topic}.",
        ),
        (["--return", "I feel {feeling}"], "can’t fill in “{feeling}”"),
        (["--say", f"{{{'x' * 10_000}}}"], "can’t fill in “{xxxx"),
        (["--say", ""], "Write what you want to say"),
        (["--return", "  "], "Write what you want to say"),
        (["--say", "-", "--return", "-"], "Standard input holds the words of one option."),
        (["--say", "Bye", "--message", "leave-default"], "Leave out --say or --message."),
        (["--giving", "--return", "Hello"], "Leave out --return."),
        (["--topic", "the rent", "--topic", "the car"], "One topic is enough for a talk."),
    ],
)
def test_what_does_not_fit_gets_one_sentence_and_begins_nothing(
    run: Run, tmp_path: Path, words: list[str], said: str
) -> None:
    ran = run("30", *words, given="words\n")
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert said in ran.stderr
    assert len(ran.stderr) < 300
    assert not list(tmp_path.iterdir())


@time_machine.travel(START, tick=False)
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--say", "no time here"], "There is no time to be back in your words. A time is what makes it a pause.\n"),
        (["--say", "I am back at 20:00"], "Your words say “at 20:00”, but the pause is until 20:40.\n"),
        (["--message", "limit-for-today"], "Your words say “at 9”, but the pause is until 20:40.\n"),
        (["--message", "not-ready"], "Your words say “at 21:00”, but the pause is until 20:40.\n"),
        (
            ["--planned", "--say", "Off."],
            "There is no time to be back in your words. A time is what makes it a pause.\n",
        ),
        (["--say", "Back at 20:40"], ""),
        (["--say", SAID], ""),
        (["--giving", "--say", "All right."], ""),
    ],
)
def test_words_that_give_another_time_or_none_are_said_and_so_is_that(run: Run, words: list[str], said: str) -> None:
    ran = run("30", "--told", *words)
    assert (ran.exit_code, ran.stdout.count("\n"), ran.stderr) == (0, 1, said)


def test_what_there_is_to_say_is_printed_again_at_any_moment(run: Run) -> None:
    assert run("words").exit_code == 1
    with time_machine.travel(START, tick=False) as clock:
        said = run("30").stdout
        assert run("words").stdout == said
        run("told")
        back = run("words").stdout
        assert back.startswith("I'm back")
        moved = run("more", "15").stdout
        assert run("words").stdout == moved
        clock.shift(timedelta(hours=1))
        late = run("words").stdout
        assert late not in (said, back, moved)
        assert late == run("back").stdout
