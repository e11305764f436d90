"""Held messages and promises in plain lines."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.held import Decision, HeldMessage
from companion.storage.store import Store

START = datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin"))
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb over the test's data folder, with what stands on standard input."""

    def runs(*words: str, given: str | None = None) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(tmp_path), *words], input=given)

    return runs


def only(folder: Path) -> HeldMessage:
    (held,) = Store(folder).held
    return held


def test_it_waits_until_its_hour_and_then_shows_its_words(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("pause", "--giving")
        ran = run("hold", "-", "--pull", "8", given="You never\x1b[2J call.\nNever.\n")
        assert ran.stdout.strip() == only(tmp_path).id
        assert ran.stderr == (
            "It waits until 21:10. Safety, or something that can't wait? Send it from your phone now.\n"
        )
        assert (only(tmp_path).pause is None, only(tmp_path).mood_before) == (False, 8)
        waits = run("hold", "open", only(tmp_path).id[:6])
        assert (waits.exit_code, waits.stdout) == (1, "")
        assert "It waits until 21:10." in waits.stderr
        assert "call" not in run("hold", "list").stdout
        now.shift(timedelta(hours=1))
        assert run("hold", "list").stdout.startswith("Open now\n")
        opened = run("hold", "open", only(tmp_path).id[:6])
        assert opened.stdout == "You never [2J call.\nNever.\n"
        assert "The pull was 8 then." in opened.stderr


@pytest.mark.parametrize(
    ("verb", "decision", "said"),
    [
        ("sent", Decision.SENT, "Sent."),
        ("saved", Decision.SAVED, "Saved for the talk."),
        ("let-go", Decision.LET_GO, "Let go."),
    ],
)
def test_what_becomes_of_it_is_kept_with_the_pull(
    run: Run, tmp_path: Path, verb: str, decision: Decision, said: str
) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("hold", "a line")
        early = run("hold", verb, only(tmp_path).id)
        assert early.exit_code == 2
        assert "held until its hour" in early.stderr
        now.shift(timedelta(hours=1))
        assert run("hold", verb, only(tmp_path).id, "--pull", "2").stdout == f"{said}\n"
        assert (only(tmp_path).decision, only(tmp_path).mood_after) == (decision, 2)
        shown = run("hold", "list").stdout
        assert shown.startswith(said.removesuffix("."))
        assert ("a line" in shown) is (decision is not Decision.LET_GO)


def test_at_night_it_waits_for_the_morning_unless_it_shall_not(run: Run) -> None:
    with time_machine.travel(START, tick=False):
        assert "It waits until 08:00 tomorrow." in run("hold", "a", "--until", "3h").stderr
        assert "It waits until 23:10." in run("hold", "b", "--until", "3h", "--at-night").stderr


def test_it_can_be_held_longer_and_deleted(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False):
        run("hold", "a line")
        assert run("hold", "longer", only(tmp_path).id).stdout == "It waits until the morning.\n"
        assert run("hold", "delete", only(tmp_path).id).stdout.startswith("Deleted.")
        assert run("hold", "list").stdout.startswith("None yet.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hold"], "Write the message to hold"),
        (["hold", " "], "Write the message to hold"),
        (["hold", "x", "--until", "later"], "is not a length"),
        (["hold", "x", "--pull", "11"], "from 0 to 10"),
        (["hold", "open", "abc"], "No id begins with “abc”"),
        (["hold", "open", ""], "No id begins with “”"),
    ],
)
def test_what_is_wrong_gets_a_sentence(run: Run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert ran.exit_code == 2
    assert said in ran.stderr


def test_what_was_promised_is_listed_with_what_became_of_it(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        assert run("pause", "promised").stdout.startswith("Nothing yet.")
        run("pause", "20", "--told")
        now.shift(timedelta(minutes=10))
        run("pause", "more", "10")
        now.shift(timedelta(minutes=15))
        run("pause", "back")
        run("pause", "--planned", "1h")
        assert run("pause", "promised").stdout == (
            "Today, Sunday 22 November\n"
            "  I'm off for my own time now. Back at 21:35. I'll be glad to see you then.\n"
            "    begun at 20:35: back at 21:35; it runs\n"
            "  I'm swamped. I need 20 minutes. I'll come back at 20:30. I do want to sort this out.\n"
            "    said at 20:10: back at 20:30; moved at 20:20 to 20:40, in time; back 20:35: moved in time\n"
        )
