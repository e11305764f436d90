"""A clock that was set back is found by what is noted of the pause, and said with what that makes of it."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.pause import Pause, PauseKind
from companion.domain.set_back import find_set_back, set_back
from companion.domain.standing import say_in_a_bar

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)  # 20:10 in Berlin
MINUTE = timedelta(minutes=1)
PAUSE = Pause(started_at=NOW, due=NOW + 30 * MINUTE, planned=30 * MINUTE)


def test_a_clock_that_went_on_says_nothing() -> None:
    assert set_back(PAUSE, NOW) is None
    assert find_set_back(PAUSE, NOW + 90 * MINUTE) == ""
    assert find_set_back(PAUSE, NOW - MINUTE / 2) == ""


@pytest.mark.parametrize(
    "noted",
    [
        PAUSE.tell(NOW + 5 * MINUTE),
        PAUSE.sign(NOW + 5 * MINUTE),
        PAUSE.ride(NOW + 5 * MINUTE),
        PAUSE.move(NOW + 60 * MINUTE, NOW + 5 * MINUTE),
    ],
)
def test_whatever_is_noted_with_its_time_gives_it_away(noted: Pause) -> None:
    assert set_back(noted, NOW - 35 * MINUTE) == 40 * MINUTE


def test_what_it_makes_of_the_pause_is_said() -> None:
    said = find_set_back(PAUSE, NOW - 40 * MINUTE)
    assert said == (
        "The clock of this machine went back by at least 40 minutes. By it, it is 19:30 and your pause ends at 20:40."
    )
    theirs = Pause(kind=PauseKind.GIVING, started_at=NOW, due=PAUSE.due, planned=PAUSE.planned)
    assert find_set_back(theirs, NOW - 40 * MINUTE).endswith("it is 19:30 and their time is up at 20:40.")
    assert find_set_back(PAUSE.cancel(NOW), NOW - 40 * MINUTE).endswith("By it, it is 19:30.")


def test_a_bar_says_it_shortly() -> None:
    assert say_in_a_bar(PAUSE, NOW - 40 * MINUTE) == "1:10:00 20:40; the clock went back"
