"""Times and lengths as people say them."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.times import say_clock, say_digits, say_length

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0.5, "20:40"), (5, "tomorrow 01:10"), (-24, "yesterday 20:10"), (72, "Wed 25 Nov 20:10")],
)
def test_clock_times_name_the_day_when_it_is_another(hours: float, said: str) -> None:
    assert say_clock(NOW + timedelta(hours=hours), NOW) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "1 minute"), (30, "30 minutes"), (60, "1 hour"), (75, "1 hour 15 minutes"), (1440, "1 day")],
)
def test_lengths_are_said_in_words(minutes: int, said: str) -> None:
    assert say_length(timedelta(minutes=minutes)) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1800, "30:00"), (1799.2, "30:00"), (1062, "17:42"), (4662, "1:17:42"), (0, "00:00"), (-12.5, "00:12")],
)
def test_digits_count_down_to_due_and_up_after_it(seconds: float, said: str) -> None:
    assert say_digits(timedelta(seconds=seconds)) == said
