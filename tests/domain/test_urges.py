"""Pulls to write that were ridden out."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.pause import Pause, PauseKind
from companion.domain.urges import can_take_back, say_urges, take_back

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def waiting(*urges: datetime) -> Pause:
    hour = timedelta(hours=1)
    return Pause(kind=PauseKind.GIVING, started_at=NOON, due=NOON + hour, planned=hour, urges=urges)


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "Ridden out: once"), (3, "Ridden out: 3 times")])
def test_how_many_is_said_in_words(count: int, said: str) -> None:
    assert say_urges(waiting(*[NOON] * count)) == said


def test_only_the_last_one_can_be_taken_back_and_only_soon() -> None:
    second = NOON + timedelta(minutes=10)
    pause = waiting(NOON, second)
    assert can_take_back(pause, second + timedelta(minutes=1))
    assert not can_take_back(pause, second + timedelta(minutes=2))
    assert not can_take_back(waiting(), NOON)
    assert take_back(pause).urges == (NOON,)
    assert take_back(waiting()).urges == ()
