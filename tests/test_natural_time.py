"""Times in natural words: what they mean on Sunday 22 November 2026, 20:10 in Berlin."""

from datetime import UTC, date, datetime

import pytest

from companion.domain.times import local
from companion.natural_time import parse_day, parse_when

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("now", "2026-11-22 20:10"),
        ("20:05", "2026-11-22 20:05"),
        ("8pm", "2026-11-22 20:00"),
        ("yesterday 21:00", "2026-11-21 21:00"),
        ("  Yesterday   at 9pm ", "2026-11-21 21:00"),
        ("two hours ago", "2026-11-22 18:10"),
        ("last friday", "2026-11-20 00:00"),
        ("friday 18:00", "2026-11-20 18:00"),
        ("20 Nov 18:30", "2026-11-20 18:30"),
        ("2026-11-20 18:30", "2026-11-20 18:30"),
        ("31 Dec 12:00", "2025-12-31 12:00"),
        ("10 July 18:30", "2026-07-10 18:30"),
    ],
)
def test_words_mean_a_past_moment_of_the_local_clock(words: str, said: str) -> None:
    when = parse_when(words, NOW)
    assert f"{local(when):%Y-%m-%d %H:%M}" == said
    assert when.tzinfo is UTC


def test_a_bare_clock_time_that_is_still_to_come_today_was_yesterday() -> None:
    assert local(parse_when("21:00", NOW)).isoformat() == "2026-11-21T21:00:00+01:00"


@pytest.mark.parametrize("words", ["tomorrow", "in 2 hours", "2027-01-01 10:00"])
def test_what_lies_in_the_future_is_refused_with_a_way_to_say_it(words: str) -> None:
    with pytest.raises(ValueError, match=f"“{words}” has not happened yet.*yesterday 21:00"):
        parse_when(words, NOW)


@pytest.mark.parametrize("words", ["", "   ", "blah", "7", "99999999999", "25:99", "[/b]", "\x1b[red]", "x" * 100_000])
def test_nonsense_is_refused_in_one_short_sentence(words: str) -> None:
    with pytest.raises(ValueError, match="is not a time") as error:
        parse_when(words, NOW)
    assert len(str(error.value)) < 200


def test_a_day_may_lie_ahead_only_when_it_is_written_out() -> None:
    assert parse_day("2026-12-24", NOW) == date(2026, 12, 24)
    assert parse_day("yesterday", NOW) == date(2026, 11, 21)
    assert parse_day("00:30", NOW) == date(2026, 11, 22)
    with pytest.raises(ValueError, match="has not happened yet"):
        parse_day("tomorrow", NOW)
