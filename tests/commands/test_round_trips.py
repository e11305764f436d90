"""The whole way of a pause with the screen off: each of the three kinds by verbs alone, plain and locked."""

import shlex
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from click.testing import CliRunner

from companion.commands import pause_after
from companion.commands.main import companion
from companion.domain.pause import Outcome, Pause
from companion.domain.returning import READY
from companion.storage.store import Store
from tests.commands.sealed_verbs import give, opened, seal, wrap_quickly

EVENING = datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin"))
NEEDS_A_PASSPHRASE = "There is no terminal to ask for the passphrase on."


class Evening:
    """A shell and a clock: what is typed, what is printed, and the minutes between."""

    def __init__(self, folder: Path, now: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.is_locked = False
        self.said = ""
        """All that was printed so far."""
        self._now = now
        self._monkeypatch = monkeypatch

    def type(self, line: str, given: str | None = None) -> str:
        """Type a verb and return what is printed, which is no error."""
        ran = CliRunner().invoke(companion, ["--data-dir", str(self.folder), *shlex.split(line)], input=given)
        assert ran.exit_code in (0, 10, 11), ran.output
        self.said += ran.output
        return ran.output

    def is_refused(self, line: str) -> bool:
        """Return whether a verb is refused because what it shows is locked."""
        ran = CliRunner().invoke(companion, ["--data-dir", str(self.folder), *shlex.split(line)])
        return (ran.exit_code, ran.stdout) == (1, "") and NEEDS_A_PASSPHRASE in ran.stderr

    def pass_time(self, minutes: int) -> None:
        """Let time pass."""
        self._now.shift(timedelta(minutes=minutes))

    def lock(self) -> None:
        """Set a passphrase that no verb is given."""
        seal(self.folder)
        wrap_quickly(self._monkeypatch)
        self.is_locked = True

    def open(self) -> None:
        """Give the passphrase from now on."""
        if self.is_locked:
            give(self._monkeypatch)

    def kept(self) -> Store:
        """Return what is on the disk."""
        return opened(self.folder) if self.is_locked else Store(self.folder)

    def pause(self) -> Pause:
        """Return the one pause that is on the disk."""
        (pause,) = self.kept().pauses
        return pause


@pytest.fixture(params=["plain", "locked"])
def evening(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Evening]:
    """An evening in Berlin at ten past eight; nobody waits for the minutes of a turn."""
    monkeypatch.setattr(pause_after, "sleep", lambda seconds: None)
    with time_machine.travel(EVENING, tick=False) as now:
        evening = Evening(tmp_path, now, monkeypatch)
        if request.param == "locked":
            evening.lock()
        yield evening


def test_i_take_space_and_come_back_when_i_said(evening: Evening) -> None:
    # It gets loud. Is a pause right at all? It is; the words for it are my own, and the topic is parked.
    assert "safety-first" in evening.type("read when-not-to-pause")
    own = "I am full. Back at {back_at}, promise."
    said = evening.type(f"pause 30 --place 'the attic' --topic - --strength 7 --say '{own}'", given="the bank letter\n")
    assert said.startswith("I am full. Back at 20:40, promise.\n")
    evening.type("pause told")
    assert evening.type("status") == "30:00 20:40\n"

    calm_down(evening)

    # It takes longer. I say so before the time is over, not after.
    evening.pass_time(15)
    assert "20:55" in evening.type("pause more 15")
    evening.type("pause told")

    # The time has come; `wait` says it at once, with the words for the door.
    evening.pass_time(20)
    words = evening.type("pause wait")
    see_that_nothing_private_was_said(evening)
    evening.open()
    back = evening.type("pause back --strength 4")
    assert words in back
    assert all(tick in back for tick in READY)

    talk(evening)

    # All of it is kept, and the promise held.
    pause = evening.pause()
    assert (pause.outcome, pause.strength_before, pause.strength_after) == (Outcome.MOVED, 7, 2)
    assert (pause.topic, pause.thoughts) == ("who rings the bank", ("the bank letter",))
    assert pause.told_at is not None
    assert pause.moves[0].told_at is not None
    assert "I am full. Back at 20:40, promise." in evening.type("pause promised")
    (entry,) = evening.kept().entries
    assert "Topic: who rings the bank · Still parked: the bank letter" in entry.note


def calm_down(evening: Evening) -> None:
    """Do one thing that calms, step by step, upstairs; and let a thought that keeps coming wait for the return."""
    assert "companion exercise five-things" in evening.type("pause idea")
    assert "Name five things you can see." in evening.type("exercise five-things")
    evening.pass_time(10)  # a third of the time has passed, and it still plays
    assert "Is the argument still playing?" in evening.type("pause status")
    assert "companion exercise" in evening.type("pause idea --hands")
    evening.type("pause park -", given="who rings the bank\n")


def see_that_nothing_private_was_said(evening: Evening) -> None:
    if evening.is_locked:
        assert "the attic" not in evening.said
        assert "bank letter" not in evening.said
        assert all(evening.is_refused(line) for line in ("pause parked", "pause topic 1", "pause promised"))


def talk(evening: Evening) -> None:
    """Talk: one topic of the two, in turns, and one next step."""
    assert evening.type("pause parked") == "1  the bank letter\n2  who rings the bank\n"
    evening.type("pause topic 2")
    assert evening.type("pause turns --rounds 1").count("No fixing.") == 2
    evening.type("pause next-step 'If a letter comes, then I open it with you' --strength 2 --log")


def test_they_take_space_and_i_wait(evening: Evening) -> None:
    # They go, without a time. I ask for one, kindly; half an hour, they say.
    assert "ask once more at 22:10" in evening.type("pause --giving")
    assert "20:40" in evening.type("pause more 30")
    assert evening.type("status") == "30:00 they said 20:40\n"

    # The pull to write: the words go here and not into the phone, and the wave goes by.
    held = evening.type("hold - --pull 8", given="Why do you always leave\n").split()[0]
    assert "companion exercise ride-the-wave" in evening.type("pause idea")
    evening.type("pause urge")
    evening.pass_time(5)
    evening.type("pause urge")

    # Their time passes without a word. One line, and an end to the waiting.
    evening.pass_time(35)
    assert "They said 20:40; it is 20:50." in evening.type("pause status")
    assert "I'll wait until 22:00" in evening.type("pause end-point 22:00")

    # They are back.
    evening.pass_time(30)
    assert evening.type("pause back").startswith("Thank you for coming back.")
    assert "Why do you" not in evening.said
    assert evening.is_refused("hold list") is evening.is_locked
    evening.open()

    # In the morning the message can be read. It need not be sent.
    evening.pass_time(12 * 60)
    assert evening.type(f"hold open {held}").startswith("Why do you always leave\n")
    evening.type(f"hold let-go {held} --pull 1")
    pause = evening.pause()
    assert (pause.outcome, len(pause.urges), pause.returned_at) == (Outcome.LATE, 2, EVENING + timedelta(minutes=70))
    assert evening.kept().held.get(held).decision == "let go"  # type: ignore[union-attr]


def test_a_planned_day_of_my_own(evening: Evening) -> None:
    # Longer than two hours: a sign on the way is promised with the time to be back.
    said = evening.type("pause --planned until tomorrow 18:00 --check-in 'tomorrow 9:00' --place 'the hut'")
    assert "18:00 tomorrow" in said
    assert "I'll give you a sign at 09:00 tomorrow." in said

    # In the morning the sign.
    evening.pass_time(13 * 60)
    assert "You said you would give a sign at 09:00." in evening.type("pause status")
    assert "18:00" in evening.type("pause sign")
    assert "sign" not in evening.type("pause status")

    # Back early, with words that are warmer than those after a quarrel, and no ticks for a talk.
    evening.pass_time(8 * 60)
    back = evening.type("pause back --strength 1")
    assert READY[0] not in back
    if evening.is_locked:
        assert "the hut" not in evening.said.partition("I'll give you a sign")[2]
        assert evening.is_refused("pause next-step --log")
    evening.open()
    evening.type("pause next-step 'One such day a month' --log")
    pause = evening.pause()
    assert (pause.outcome, pause.kind, pause.next_step) == (Outcome.KEPT, "planned", "One such day a month")
    assert (len(pause.signs), pause.place, pause.strength_after) == (1, "the hut", 1)
    assert [entry.pause for entry in evening.kept().entries] == [pause.id]
