"""One line on where a pause stands, for each kind, before and after its time."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.pause import Pause, PauseKind
from companion.domain.standing import say_in_a_bar, say_standing

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)  # 20:10 in Berlin
BEFORE, AFTER = NOW + timedelta(seconds=738), NOW + timedelta(minutes=42)  # 17:42 left; 20:52


def a_pause(kind: PauseKind, is_stated: bool = True) -> Pause:
    length = timedelta(minutes=30)
    return Pause(kind=kind, started_at=NOW, due=NOW + length, planned=length, is_stated=is_stated)


@pytest.mark.parametrize(
    ("pause", "before", "after"),
    [
        (a_pause(PauseKind.TAKING), "back at 20:40", "you said 20:40; it is 20:52"),
        (a_pause(PauseKind.PLANNED), "own time until 20:40", "you said 20:40; it is 20:52"),
        (a_pause(PauseKind.GIVING), "they said 20:40", "they said 20:40; it is 20:52"),
        (a_pause(PauseKind.GIVING, is_stated=False), "no time named; ask at 20:40", "no time named; ask now"),
    ],
)
def test_each_kind_says_whose_time_it_is(pause: Pause, before: str, after: str) -> None:
    assert (say_standing(pause, BEFORE), say_standing(pause, AFTER)) == (before, after)


@pytest.mark.parametrize(
    ("pause", "before", "after"),
    [
        (a_pause(PauseKind.TAKING), "17:42 20:40", "past 20:40"),
        (a_pause(PauseKind.PLANNED), "17:42 own time until 20:40", "past 20:40"),
        (a_pause(PauseKind.GIVING), "17:42 they said 20:40", "past, they said 20:40"),
        (a_pause(PauseKind.GIVING, is_stated=False), "no time named; ask at 20:40", "no time named; ask now"),
    ],
)
def test_in_a_bar_what_is_left_comes_first(pause: Pause, before: str, after: str) -> None:
    assert (say_in_a_bar(pause, BEFORE), say_in_a_bar(pause, AFTER)) == (before, after)


def test_a_long_pause_says_when_the_sign_is_due() -> None:
    two_days, sign = timedelta(days=2), NOW + timedelta(hours=20)
    pause = Pause(started_at=NOW, due=NOW + two_days, planned=two_days, check_in=sign)
    assert say_standing(pause, NOW) == "back at 20:10 on Tue 24 Nov; a sign at 16:10 tomorrow"
    assert say_in_a_bar(pause, NOW) == "48:00:00 20:10 on Tue 24 Nov; a sign at 16:10 tomorrow"
    assert say_standing(pause, sign) == "back at 20:10 tomorrow; a sign is due"
    assert "sign" not in say_standing(pause, NOW + two_days)
