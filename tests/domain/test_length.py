"""How long a pause shall be, as people type it."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.length import check_day, parse_clock, parse_due, parse_length, parse_more, parse_sign, say_reading

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)  # 20:10 in Berlin


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("20", 20),
        ("45m", 45),
        ("90 min", 90),
        ("1h", 60),
        ("1h 15m", 75),
        ("1h15", 75),
        ("1 hour and 15 minutes", 75),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("half an hour", 30),
        ("  Half   a Day ", 360),
        ("a day", 1440),
        ("24h", 1440),
        ("25h", 1500),
        ("2 days", 2880),
        ("two days", 2880),
        ("1d 12h", 2160),
        ("an hour and 15 minutes", 75),
        ("a week", 10080),
        ("2 weeks", 20160),
    ],
)
def test_lengths_are_read_as_people_type_them(typed: str, minutes: int) -> None:
    assert parse_length(typed) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "typed",
    ["", "a while", "an", "0", "-5", "20 20", "15 days", "1e9", "99999999999999999999d", "[/b]", "١٥", "🙂", "9" * 400],
)
def test_what_is_no_length_gets_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        parse_length(typed)


@pytest.mark.parametrize(
    ("typed", "hours", "minutes"),
    [("until 20:40", 0, 30), ("20:40", 0, 30), ("until 9pm", 0, 50), ("until 7", 10, 50), ("overnight", 11, 50)],
)
def test_a_clock_time_is_the_next_one(typed: str, hours: int, minutes: int) -> None:
    assert parse_due(typed, NOW) - NOW == timedelta(hours=hours, minutes=minutes)


def test_a_clock_time_after_the_clocks_went_back_is_true_on_the_wall() -> None:
    evening = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)  # 22:00 summer time; at 03:00 it becomes 02:00
    due = parse_due("until 08:00", evening)
    assert due - evening == timedelta(hours=11)


@pytest.mark.parametrize("typed", ["25:00", "20:60", "", "soon", "8:5"])
def test_what_is_no_clock_time_gets_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="not a clock time"):
        parse_clock(typed)


@pytest.mark.parametrize(
    ("now", "typed", "hours"),
    [
        ("2027-03-27T22:30:00+00:00", "until 08:00", 7.5),  # 23:30 on the eve of summer time
        ("2027-03-27T22:30:00+00:00", "overnight", 7.5),
        ("2026-10-25T00:50:00+00:00", "until 02:10", 1 / 3),  # 02:50 summer time: 02:10 comes once more
        ("2026-10-25T01:30:00+00:00", "until 02:45", 0.25),  # 02:30 the second time
        ("2027-03-28T00:50:00+00:00", "until 02:30", 2 / 3),  # a time that the clocks leave out: 03:30 instead
        ("2027-03-27T21:00:00+00:00", "until 2:30", 4.5),
        ("2027-03-27T21:00:00+00:00", "tomorrow 2:30", 4.5),
        ("2026-10-24T23:50:00+00:00", "until 2:20", 0.5),  # 01:50 summer time
        ("2026-10-24T23:50:00+00:00", "until the second 2:20", 1.5),
        ("2026-10-24T18:00:00+00:00", "the second 02:20 tomorrow", 7 + 1 / 3),
    ],
)
def test_clock_times_are_true_on_both_sides_of_a_clock_change(now: str, typed: str, hours: float) -> None:
    moment = datetime.fromisoformat(now)
    assert parse_due(typed, moment) - moment == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [  # NOW is a Sunday, 20:10
        ("until tomorrow 9:00", 12 + 5 / 6),
        ("tomorrow", 11 + 5 / 6),
        ("tomorrow morning", 11 + 5 / 6),
        ("until monday", 11 + 5 / 6),
        ("mon 9am", 12 + 5 / 6),
        ("9:00 on Tue", 36 + 5 / 6),
        ("thursday at 8pm", 4 * 24 - 1 / 6),
        ("until sunday 21:00", 5 / 6),
        ("until sunday", 7 * 24 - 12 - 1 / 6),
        ("today 23:00", 2 + 5 / 6),
        ("until noon", 15 + 5 / 6),
    ],
)
def test_a_day_may_stand_beside_the_clock_time_and_means_its_morning_alone(typed: str, hours: float) -> None:
    assert (parse_due(typed, NOW) - NOW).total_seconds() == pytest.approx(hours * 3600)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sunday dinner", "“dinner” is not a clock time"),
        ("today 19:00", "19:00 has passed today"),
        ("until", "not a clock time"),
        ("x" * 10_000, "xxx…” is not a length"),
        ("1209600w" * 130, "more than two weeks"),
        ("9" * 400 + "d 1h", "more than two weeks"),
        ("1209600w banana", "is not a length"),
        ("१५", "is not a length"),
        ("１h", "is not a length"),
    ],
)
def test_a_day_or_a_length_that_is_mistyped_gets_a_short_sentence(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as error:
        parse_due(typed, NOW)
    assert said in str(error.value)
    assert len(str(error.value)) < 150


def test_a_day_is_true_on_the_other_side_of_a_clock_change() -> None:
    friday = datetime(2027, 3, 26, 19, 0, tzinfo=UTC)  # 20:00; the clocks go forward on Sunday
    assert parse_due("until monday 9:00", friday) == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)


def test_more_time_until_a_day_is_that_day_and_not_a_length_on_top() -> None:
    due = NOW + timedelta(hours=2)
    assert parse_more("tomorrow 9:00", due, NOW) == NOW + timedelta(hours=12, minutes=50)
    assert parse_more("2 days", due, NOW) == due + timedelta(days=2)
    with pytest.raises(ValueError, match="no later than 22:10"):
        parse_more("today 22:00", due, NOW)


def test_a_sign_comes_before_the_return() -> None:
    due = NOW + timedelta(hours=12)
    assert parse_sign("2h", due, NOW) == NOW + timedelta(hours=2)
    with pytest.raises(ValueError, match="you are back at 08:10 tomorrow"):
        parse_sign("tomorrow 8:10", due, NOW)


@pytest.mark.parametrize("typed", ["until 19:30", "20:00", "8pm", "until 14:30", "until 7:59 pm"])
def test_a_clock_time_that_has_just_passed_is_not_taken_for_tomorrows(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\d\d:\d\d has passed today. If you mean tomorrow, say so: until tomorrow"):
        check_day(typed, parse_due(typed, NOW), NOW)


@pytest.mark.parametrize(
    "typed", ["until 9:00", "8am", "until tomorrow 20:00", "tomorrow 19:30", "overnight", "until 20:11", "23h", "1200"]
)
def test_one_that_is_far_off_or_named_with_its_day_is(typed: str) -> None:
    check_day(typed, parse_due(typed, NOW), NOW)


def test_later_on_the_same_day_nothing_has_passed() -> None:
    just_after_midnight = NOW + timedelta(hours=4)
    check_day("until 23:59", parse_due("until 23:59", just_after_midnight), just_after_midnight)


@pytest.mark.parametrize(
    ("now", "typed", "said"),
    [
        (NOW, "1:30", "1:30 was taken as a clock time, 01:30 tomorrow. For a length, say “1 hour 30 minutes”."),
        (
            datetime(2027, 3, 27, 21, 0, tzinfo=UTC),
            "until 2:30",
            "02:30 does not exist that night, as the clocks go forward: it was taken as 03:30 tomorrow.",
        ),
    ],
)
def test_a_clock_time_that_may_have_been_meant_otherwise_is_explained(now: datetime, typed: str, said: str) -> None:
    assert say_reading(typed, parse_due(typed, now), now) == said


@pytest.mark.parametrize(
    "typed", ["20", "1h 30m", "until 1:30", "1:30 am", "tomorrow 1:30", "20:40", "9:00", "overnight", "noon tomorrow"]
)
def test_what_can_mean_but_one_thing_is_not_explained(typed: str) -> None:
    assert say_reading(typed, parse_due(typed, NOW), NOW) == ""


@pytest.mark.parametrize(
    ("typed", "clock", "length"),
    [("9.30", "9:30", "“9”"), ("20,40", "20:40", "“20”"), ("1.30", "1:30", "“1h 30m”"), (" 2.00 ", "2:00", "“2h”")],
)
def test_a_number_with_a_dot_that_may_be_a_clock_time_is_asked_about(typed: str, clock: str, length: str) -> None:
    for read in (parse_due, lambda text, now: parse_more(text, now, now)):
        with pytest.raises(ValueError, match=f"“until {clock}” or {length}"):
            read(typed, NOW)
    assert parse_due(f"until {typed.strip().replace(',', '.')}", NOW) > NOW


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorow 9", "tomorrow 9"),
        ("unitl 20:40", "until 20:40"),
        ("20 minuts", "20 minutes"),
        ("2huors", "2hours"),
        ("until midnigt", "until midnight"),
    ],
)
def test_a_mistyped_word_is_named_with_what_may_be_meant(typed: str, meant: str) -> None:
    with pytest.raises(ValueError, match=f"Did you mean “{meant}”"):
        parse_due(typed, NOW)


def test_nothing_is_offered_that_could_not_be_read_either() -> None:
    with pytest.raises(ValueError, match="is not a length") as caught:
        parse_due("minuts of it", NOW)
    assert "Did you mean" not in str(caught.value)


@pytest.mark.parametrize("typed", ["midnight", "until midnight"])
def test_midnight_is_the_next_one(typed: str) -> None:
    due = parse_due(typed, NOW)
    assert due - NOW == timedelta(hours=3, minutes=50)
    check_day(typed, parse_due(typed, NOW - timedelta(hours=19)), NOW - timedelta(hours=19))  # 01:10


def test_midnight_of_a_day_is_asked_about() -> None:
    with pytest.raises(ValueError, match="tomorrow 23:00"):
        parse_due("tomorrow midnight", NOW)


def test_a_bare_clock_time_that_has_passed_offers_the_length_too() -> None:
    early = NOW - timedelta(hours=18)  # 02:10
    with pytest.raises(ValueError, match=r"has passed today.*For a length, say “1h 30m”"):
        check_day("1:30", parse_due("1:30", early), early)
    with pytest.raises(ValueError, match="has passed today") as caught:
        check_day("until 1:30", parse_due("until 1:30", early), early)
    assert "length" not in str(caught.value)
