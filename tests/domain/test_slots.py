"""What there is to say around a pause, by its kind and where it stands."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from companion.domain.article import Side
from companion.domain.pause import Pause, PauseKind
from companion.domain.script import PauseScript, Script, fill
from companion.domain.slots import (
    draft_slots,
    due_script,
    end_point_words,
    leave_script,
    leave_words,
    more_words,
    pause_slots,
    return_words,
    sign_words,
)

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)  # 20:10 in Berlin
HALF_AN_HOUR = timedelta(minutes=30)
PAUSE = Pause(started_at=NOW, due=NOW + HALF_AN_HOUR, planned=HALF_AN_HOUR)
PLANNED = replace(PAUSE, kind=PauseKind.PLANNED)
GIVING = replace(PAUSE, kind=PauseKind.GIVING)
UNTIMED = replace(GIVING, is_stated=False)
LATE = NOW + timedelta(minutes=42)

SCRIPTS = {
    each: Script(id=each, side=Side.BOTH, tone=None, text=each + " {back_at} {new_time}")
    for each in (*map(str, PauseScript), "planned-more", "planned-new-time", "planned-late-back")
}
"""Each says its own id, then the clock times."""


@pytest.mark.parametrize(
    ("pause", "leave", "due"),
    [
        (PAUSE, PauseScript.LEAVE, PauseScript.RETURN),
        (PLANNED, PauseScript.PLANNED, PauseScript.PLANNED_BACK),
        (GIVING, PauseScript.GIVING, PauseScript.NO_WORD),
        (UNTIMED, PauseScript.ASK, PauseScript.ASK_AGAIN),
    ],
)
def test_each_kind_has_words_for_its_begin_and_for_its_time(pause: Pause, leave: str, due: str) -> None:
    assert leave_script(pause.kind, pause.is_stated) == leave
    assert due_script(pause.kind, pause.is_stated) == due
    assert leave_words(pause, SCRIPTS, NOW) == f"{leave} 20:40 21:00"
    assert return_words(pause, SCRIPTS, pause.due) == f"{due} 20:40 21:00"


def test_the_words_that_the_pause_was_given_go_before_the_shipped_ones() -> None:
    own = replace(PAUSE, leave_message="Off, {back_at}.", return_message="Here again.")
    assert leave_words(own, SCRIPTS, NOW) == "Off, 20:40."
    assert return_words(own, SCRIPTS, PAUSE.due) == "Here again."


def test_whoever_is_late_says_so_and_whoever_waits_does_not() -> None:
    assert return_words(PAUSE, SCRIPTS, LATE).startswith(PauseScript.LATE_BACK)
    assert return_words(PAUSE.come_back(PAUSE.due), SCRIPTS, LATE).startswith(PauseScript.RETURN)
    assert return_words(GIVING, SCRIPTS, LATE).startswith(PauseScript.NO_WORD)


def test_a_long_pause_promises_its_sign_before_leaving_and_when_it_is_moved() -> None:
    long = replace(PAUSE, due=NOW + timedelta(hours=20), check_in=NOW + timedelta(hours=2))
    assert leave_words(long, SCRIPTS, NOW).endswith(" I'll give you a sign at 22:10.")
    moved = long.move(NOW + timedelta(hours=22), NOW)
    assert more_words(moved, SCRIPTS, NOW).endswith(" I'll give you a sign at 22:10.")
    assert sign_words(long, SCRIPTS, NOW) == "check-in 16:10 tomorrow 16:30 tomorrow"


def test_a_move_is_said_before_due_after_due_and_by_whoever_waits() -> None:
    new = NOW + timedelta(hours=1)
    assert more_words(PAUSE.move(new, NOW), SCRIPTS, NOW) == f"{PauseScript.MORE} 21:10 21:10"
    assert more_words(PAUSE.move(new, LATE), SCRIPTS, LATE) == f"{PauseScript.LATE_NEW_TIME} 21:10 21:10"
    assert more_words(GIVING.move(new, LATE), SCRIPTS, LATE) == f"{PauseScript.GIVING} 21:10 21:10"


def test_time_of_ones_own_is_moved_and_late_in_words_of_its_own() -> None:
    new = NOW + timedelta(hours=1)
    assert more_words(PLANNED.move(new, NOW), SCRIPTS, NOW) == "planned-more 21:10 21:10"
    assert more_words(PLANNED.move(new, LATE), SCRIPTS, LATE) == "planned-new-time 21:10 21:10"
    assert return_words(PLANNED, SCRIPTS, LATE).startswith("planned-late-back")


def test_an_end_of_waiting_is_said_with_its_time() -> None:
    ending = GIVING.wait_until(NOW + timedelta(hours=2), LATE)
    assert end_point_words(ending, SCRIPTS, LATE) == f"{PauseScript.END_POINT} 20:40 22:10"


def test_whoever_waited_for_somebody_who_comes_back_says_so() -> None:
    assert return_words(GIVING.come_back(LATE), SCRIPTS, LATE).startswith("Thank you for coming back.")


def test_who_is_back_early_is_ready_soon_and_not_after_the_time_that_was_said() -> None:
    early = NOW + timedelta(minutes=5)
    assert return_words(PAUSE, SCRIPTS, early) == "return-default 20:40 21:00"  # to look at before one is back
    assert return_words(PAUSE.come_back(early), SCRIPTS, early) == "return-default 20:40 20:35"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(minutes=75), "1 hour 15 minutes"),
        (timedelta(hours=3, minutes=59), "3 hours 59 minutes"),
        (timedelta(hours=11, minutes=50), "about 12 hours"),
        (timedelta(days=1, hours=6), "1 day 6 hours"),
        (timedelta(days=2, minutes=-1), "about 2 days"),
    ],
)
def test_a_long_stretch_up_to_a_clock_time_is_said_in_whole_hours(length: timedelta, said: str) -> None:
    assert draft_slots(length, NOW + length, "", NOW)["minutes"] == said


@pytest.mark.parametrize(
    ("pause", "now", "back_at", "new_time"),
    [
        (None, NOW, "20:40", "21:00"),
        (PAUSE, NOW + timedelta(minutes=10), "20:40", "21:00"),
        (PAUSE, LATE, "21:22", "21:12"),
        (GIVING, NOW + timedelta(minutes=10), "20:50", "21:10"),
        (GIVING, LATE, "21:22", "21:42"),
    ],
)
def test_what_one_may_say_promises_no_time_that_has_passed_and_none_of_theirs(
    pause: Pause | None, now: datetime, back_at: str, new_time: str
) -> None:
    slots = pause_slots(pause, now)
    assert (slots["back_at"], slots["new_time"]) == (back_at, new_time)


def test_what_is_left_of_a_pause_is_said_with_its_time_only() -> None:
    slots = pause_slots(PAUSE, NOW + timedelta(minutes=10))
    assert fill("I need {minutes}. Back at {back_at}.", slots).startswith("I need 20 minutes.")
    assert fill("I can listen for {minutes}.", slots) == "I can listen for 30 minutes."
