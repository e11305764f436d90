"""Times in natural words: what they mean on Sunday 22 November 2026, 20:10 in Berlin."""

from datetime import UTC, date, datetime
from time import perf_counter

import pytest

from companion.domain.times import local
from companion.natural_time import parse_day, parse_when, split_front
from companion.natural_time_slips import find_slip

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
        ("last friday", "2026-11-20 20:10"),
        ("3 march", "2026-03-03 20:10"),
        ("monday", "2026-11-16 20:10"),
        ("2026-11-20 00:00", "2026-11-20 00:00"),
        ("1.3. 10:00", "2026-03-01 10:00"),
        ("3.4.2026 9pm", "2026-04-03 21:00"),
        ("1/3", "2026-03-01 20:10"),
        ("24.12.", "2025-12-24 20:10"),
        ("24.12", "2025-12-24 20:10"),
        ("24.12 21:00", "2025-12-24 21:00"),
        ("31.12.2025", "2025-12-31 20:10"),
        ("5.11.25 10:00", "2025-11-05 10:00"),
        ("11/20/2026 10:00", "2026-11-20 10:00"),
        ("friday 18:00", "2026-11-20 18:00"),
        ("20 Nov 18:30", "2026-11-20 18:30"),
        ("2026-11-20 18:30", "2026-11-20 18:30"),
        ("31 Dec 12:00", "2025-12-31 12:00"),
        ("10 July 18:30", "2026-07-10 18:30"),
        ("this morning", "2026-11-22 09:00"),
        ("this evening 7:30", "2026-11-22 19:30"),
        ("tonight", "2026-11-22 20:10"),
        ("last night", "2026-11-21 22:00"),
        ("last night 1:30", "2026-11-22 01:30"),
        ("Monday evening", "2026-11-16 20:00"),
        ("yesterday afternoon at 3pm", "2026-11-21 15:00"),
        ("yesterday 9.30", "2026-11-21 09:30"),
        ("last night at 23.30", "2026-11-21 23:30"),
        ("half an hour ago", "2026-11-22 19:40"),
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


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("last tuesday 25:00", "25:00"),
        ("yesterday at 20:75", "20:75"),
        ("25:00", "25:00"),
        ("31.2. 21:00", "31.2."),
        ("5.13. 10:00", "5.13."),
        ("0.5. 10:00", "0.5."),
        ("31.4.2026", "31.4.2026"),
    ],
)
def test_what_of_a_time_is_none_is_named(words: str, none: str) -> None:
    with pytest.raises(ValueError, match=f"^“{none}” is not a time"):
        parse_when(words, NOW)


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("yestreday 21:00 cold", ("yestreday", "yesterday")),
        ("lst monday 21:00 cold", ("lst", "last")),
        ("tuesday 9 cold", ("9", "9:00")),
        ("on tuesday at 21 cold", None),
        ("21h fight", ("21h", "21:00")),
        ("21h30 fight", ("21h30", "21:30")),
        ("3h of silence", None),
        ("his morning was bad", None),
        ("the list monday 9 was long", None),
        ("tuesday 99 red balloons", None),
        ("may 9 people come", None),
        ("yesterday 21:00 cold", None),
        ("he left tuesday 9 or so", None),
        ("", None),
    ],
)
def test_a_slip_at_the_front_is_found_and_nothing_that_only_resembles_one(
    line: str, slip: tuple[str, str] | None
) -> None:
    assert find_slip(line) == slip


def test_a_day_may_lie_ahead_only_when_it_is_written_out() -> None:
    assert parse_day("2026-12-24", NOW) == date(2026, 12, 24)
    assert parse_day("yesterday", NOW) == date(2026, 11, 21)
    assert parse_day("00:30", NOW) == date(2026, 11, 22)
    with pytest.raises(ValueError, match="has not happened yet"):
        parse_day("tomorrow", NOW)
    assert parse_day("in 3 weeks", NOW, may_lie_ahead=True) == date(2026, 12, 13)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("march", "2026-03-01", "2026-03-31"),
        ("December", "2025-12-01", "2025-12-31"),
        ("january 2026", "2026-01-01", "2026-01-31"),
        ("feb 2024", "2024-02-01", "2024-02-29"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("1.3.", "2026-03-01", "2026-03-01"),
        ("3 weeks ago", "2026-11-01", "2026-11-01"),
    ],
)
def test_a_month_a_week_and_a_year_have_a_first_and_a_last_day(words: str, first: str, last: str) -> None:
    assert f"{parse_day(words, NOW)}" == first
    assert f"{parse_day(words, NOW, is_last=True)}" == last


def test_the_month_before_january_is_in_the_year_before() -> None:
    january = NOW.replace(year=2027, month=1)
    assert parse_day("last month", january, is_last=True) == date(2026, 12, 31)


def test_a_part_of_the_day_that_has_just_begun_is_now_and_one_to_come_is_not_yet() -> None:
    early = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
    assert parse_when("this morning", early) == early
    with pytest.raises(ValueError, match="has not happened yet"):
        parse_when("this evening", early)


@pytest.mark.parametrize(
    ("line", "time", "rest"),
    [
        ("yesterday 21:00 he left", "yesterday 21:00", "he left"),
        ("  Yesterday at 9pm: he left", "Yesterday at 9pm", "he left"),
        ("this morning, he left", "this morning", "he left"),
        ("2026-11-20 18:30 he left", "2026-11-20 18:30", "he left"),
        ("20 Nov - dinner", "20 Nov", "dinner"),
        ("21:00 he left", "21:00", "he left"),
        ("2 hours ago he left", "2 hours ago", "he left"),
        ("on monday he left", "on monday", "he left"),
        ("sunday 18:00 roast", "sunday 18:00", "roast"),
        ("1.3. 10:00 he left", "1.3. 10:00", "he left"),
        ("1/3 10:00 he left", "1/3 10:00", "he left"),
        ("20.11.2026 18:30 he left", "20.11.2026 18:30", "he left"),
        ("24.12. he left", "24.12.", "he left"),
        ("24.12 21:00 he left", "24.12 21:00", "he left"),
        ("31.12.2025 he left", "31.12.2025", "he left"),
        ("5.11.25 10:00 he left", "5.11.25 10:00", "he left"),
        ("3 march 10:00 he left", "3 march 10:00", "he left"),
        ("tomorrow 9:00 dentist", "tomorrow 9:00", "dentist"),
        ("yesterday 9.30 x", "yesterday 9.30", "x"),
        ("on monday at 9.30 x", "on monday at 9.30", "x"),
        ("yesterday 9.305 km", "yesterday", "9.305 km"),
        ("yesterday", "yesterday", ""),
        ("this morning was lovely", "this morning", "this morning was lovely"),
        ("yesterday 21:00 was lovely", "yesterday 21:00", "was lovely"),
        *(
            (line, "", line)
            for line in (
                "", "he left yesterday", "sunday roast burnt", "yesterday's talk", "7 days", "5 may be too many",
                "march on", "1/3 of the cake", "3.4 km", "3 march on", "tomorrow he leaves",
                "12:30:45 x", "3:2 we lost", "\\yesterday he left", "todayish", "[red]21:00",
            )
        ),
    ],
)  # fmt: skip
def test_only_what_is_clearly_a_time_is_taken_from_the_front(line: str, time: str, rest: str) -> None:
    assert split_front(line) == (time, rest)


def test_reading_the_front_costs_nothing_whatever_the_line() -> None:
    began = perf_counter()
    for line in ("x" * 100_000, "1 " * 50_000, " " * 100_000, "today " * 20_000):
        split_front(line)
    assert perf_counter() - began < 0.5
