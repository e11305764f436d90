"""Times and lengths as people say them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from companion.domain.times import last_at, next_at, say_clock, say_dated, say_day, say_digits, say_length, say_weekday

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0.5, "20:40"), (5, "01:10 tomorrow"), (-24, "20:10 yesterday"), (72, "20:10 on Wed 25 Nov")],
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


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "Today, Sunday 22 November"),
        (date(2026, 11, 21), "Yesterday, Saturday 21 November"),
        (date(2026, 11, 20), "Friday 20 November"),
        (date(2025, 12, 30), "Tuesday 30 December 2025"),
    ],
)
def test_a_day_is_said_as_near_as_it_is(day: date, said: str) -> None:
    assert say_weekday(day, date(2026, 11, 22)) == said


def test_a_day_needs_its_year_unless_it_is_this_one() -> None:
    assert say_day(date(2026, 11, 22)) == "22 November 2026"
    assert say_day(date(2026, 11, 3), date(2026, 11, 22)) == "3 November"
    assert say_day(date(2025, 11, 22), date(2026, 1, 1)) == "22 November 2025"


def test_under_the_heading_of_a_day_every_other_day_has_its_date() -> None:
    said = [say_dated(NOW + timedelta(days=days), date(2026, 11, 22)) for days in (0, 1, -1, 50)]
    assert said == ["20:10", "20:10 on Mon 23 Nov", "20:10 on Sat 21 Nov", "20:10 on Mon 11 Jan 2027"]


def test_in_the_hour_that_comes_twice_its_second_time_is_told_from_the_first() -> None:
    first = datetime(2026, 10, 25, 0, 20, tzinfo=UTC)  # 02:20 summer time
    hour = timedelta(hours=1)
    clocks = [say_clock(first + hours * hour, first - hour) for hours in (-1, 0, 1, 2)]
    assert clocks == ["01:20", "02:20", "the second 02:20", "03:20"]
    assert say_clock(first + hour, first - 5 * hour) == "the second 02:20 tomorrow"


def test_a_time_that_the_clocks_leave_out_is_the_one_after_it_from_either_side() -> None:
    left_out = datetime(2027, 3, 28, 1, 30, tzinfo=UTC)  # 03:30 summer time; 02:30 is none
    assert next_at(left_out - timedelta(hours=5), time(2, 30)) == left_out
    assert last_at(left_out + timedelta(hours=5), time(2, 30)) == left_out
