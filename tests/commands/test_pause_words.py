"""Own words at the start of a pause: their slots stay true, whatever was typed is kept."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.pause import Pause
from companion.storage.store import Store
from tests.conftest import HOSTILE

START = datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin"))
SAID = "Back at {back_at}[, from {place}]. I love you."
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb of the pause over the test's data folder, with what stands on standard input."""

    def runs(*words: str, given: str | None = None) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), "pause", *words], input=given)

    return runs


def only(folder: Path) -> Pause:
    (pause,) = Store(folder).pauses
    return pause


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
        (["--say", "Back at {time}"], "can’t fill in “{time}”. It fills in {minutes}, {back_at}, {place}, {topic}"),
        (["--return", "I feel {feeling}"], "can’t fill in “{feeling}”"),
        (["--say", f"{{{'x' * 10_000}}}"], "can’t fill in “{xxxx"),
        (["--say", ""], "Write what you want to say"),
        (["--return", "  "], "Write what you want to say"),
        (["--say", "-", "--return", "-"], "Standard input holds the words of one option."),
        (["--say", "Bye", "--message", "leave-default"], "Leave out --say or --message."),
        (["--giving", "--return", "Hello"], "Leave out --return."),
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
