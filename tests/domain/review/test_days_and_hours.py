"""Days and hours: the calendar year, clock changes, days looked at, logs of hard days only, the last of a kind."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry
from companion.domain.review.days import DayMood, moments
from companion.domain.review.looked import Looked
from companion.domain.review.period import Period, calendar_year, week_of
from companion.domain.review.sentences import (
    say_days,
    say_hours,
    say_kinds,
    say_looked,
    say_no_since,
    say_only_hard,
    say_since,
)
from companion.domain.settings import Settings
from tests.domain.review.logs import END, LOGS, YEAR, entry, review
from tests.domain.review.test_counts import seen

BERLIN = ZoneInfo("Europe/Berlin")


@given(st.integers(1950, 2100))
def test_a_calendar_year_is_twelve_whole_months(year: int) -> None:
    period = calendar_year(year)
    assert period.days == (366 if (year % 4 == 0 and year % 100) or year % 400 == 0 else 365)
    assert calendar_year(year + 1).since - period.until == timedelta(days=1)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_week_is_the_iso_week_of_its_days(day: date) -> None:
    week = week_of(day)
    assert week.days == 7
    assert {each.isocalendar()[:2] for each in (week.since, day, week.until)} == {day.isocalendar()[:2]}


def test_the_last_minute_of_a_year_is_in_it_and_the_first_of_the_next_is_not() -> None:
    silvester = datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN)
    log = [Entry(at=at.astimezone(UTC), kind="good") for at in (silvester, silvester + timedelta(minutes=1))]
    assert list(review(log, now=silvester).calendar.days) == [date(2026, 12, 31)]
    assert list(review(log, calendar_year(2027), silvester).calendar.days) == [date(2027, 1, 1)]


# -- hours


@given(LOGS)
def test_hours_are_those_of_another_clock(log: list[Entry]) -> None:
    grid = np.zeros((7, 24), dtype=int)
    for each in seen(log):
        there = each.at.astimezone(BERLIN)
        grid[there.weekday(), there.hour] += 1
    found = review(log).hours
    assert found.counts == tuple(map(tuple, grid.tolist()))
    assert found.weekdays == tuple(grid.sum(axis=1).tolist())
    assert found.of_day == tuple(grid.sum(axis=0).tolist())
    assert (found.most, found.n) == (grid.max(), grid.sum())


@pytest.mark.parametrize(
    ("at", "hour"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 3),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), 3),
    ],
)
def test_the_hour_is_what_the_clock_on_the_wall_showed(at: datetime, hour: int) -> None:
    counts = review([Entry(at=at, kind="good")]).hours.counts
    assert counts[6][hour] == 1


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_of_a_clock_change_holds_all_its_hours(day: date, hours: int) -> None:
    begin = datetime(day.year, day.month, day.day, tzinfo=BERLIN).astimezone(UTC)
    log = [Entry(at=begin + timedelta(hours=hour), kind="good") for hour in range(hours)]
    found = review(log, Period(day, day))
    assert (found.calendar.n, found.calendar.looked_at, found.hours.weekdays[6]) == (hours, 1, hours)


def test_the_weekday_with_the_most_is_said_from_ten_entries_on() -> None:
    nine = [entry(7 * week) for week in range(9)]  # Thursdays, 13:00
    assert say_hours(review([]).hours).endswith("It starts with the first entry.")
    assert say_hours(review(nine).hours) == "Counted from 9 entries, by the clock where you are now."
    assert say_hours(review([*nine, entry(1)]).hours) == (
        "Counted from 10 entries, by the clock where you are now. The most were on a Thursday (9 of 10 entries), "
        "and the most of an hour from 13:00 to 14:00 (10 of 10 entries)."
    )
    assert review([*nine, *(entry(7 * week + 1) for week in range(9))]).hours.weekday is None


# -- days looked at


@given(LOGS)
def test_days_are_looked_at_once_and_add_up(log: list[Entry]) -> None:
    found = review(log).looked
    days = {each.at.astimezone(BERLIN).date() for each in seen(log)}
    assert found.n == len(days) == found.hard + found.mixed + found.good + found.plain
    assert found.n <= found.of <= 365


@pytest.mark.parametrize(
    ("first", "now", "of"),
    [
        (0, datetime(2026, 1, 10, 12, tzinfo=UTC), 10),
        (5, datetime(2026, 1, 10, 12, tzinfo=UTC), 5),
        (0, END, 365),
        (-40, END, 365),
        (0, END + timedelta(days=400), 365),
    ],
)
def test_days_count_from_the_first_entry_to_today(first: int, now: datetime, of: int) -> None:
    assert review([entry(first), entry(6)], now=now).looked.of == of


def test_days_looked_at_are_said_with_their_sorts() -> None:
    log = [entry(0, "heated"), entry(0, "good"), entry(1, "heated"), entry(2, "ordinary"), entry(3, "good")]
    found = review(log, now=datetime(2026, 1, 10, 12, tzinfo=UTC))
    assert say_looked(found.looked) == (
        "You looked at 4 of 10 days of this period: 1 hard, 1 good and hard, 1 good and 1 plain."
    )
    assert say_days(found.calendar) == "You noted something on 4 of 365 days: 5 entries."
    assert say_looked(review([]).looked).endswith("It starts with the first entry.")


@pytest.mark.parametrize(
    ("hard", "good", "plain", "is_only_hard"),
    [
        (9, 0, 0, False),
        (10, 0, 0, True),
        (8, 2, 0, False),
        (9, 1, 0, True),
        (81, 19, 0, True),
        (80, 20, 0, False),
        (3, 0, 7, True),
        (0, 0, 10, False),
        (3, 1, 6, False),
    ],
)
def test_a_log_of_hard_days_only_is_one_from_ten_days_and_over_eighty_percent(
    hard: int, good: int, plain: int, is_only_hard: bool
) -> None:
    kinds = ["heated"] * hard + ["good"] * good + [None] * plain
    found = review([entry(day, kind) for day, kind in enumerate(kinds)])
    assert found.looked.only_hard is is_only_hard
    assert found.warns_only_hard is is_only_hard
    assert bool(say_only_hard(found.looked)) is is_only_hard


def test_an_ordinary_day_counts_against_it_and_the_setting_silences_it() -> None:
    log = [*(entry(day, "heated") for day in range(6)), *(entry(10 + day) for day in range(6))]
    assert review(log).warns_only_hard
    assert not review(log, settings=Settings(nudge_only_hard=False)).warns_only_hard
    assert not review([*log, entry(30, "ordinary")]).warns_only_hard


def test_only_hard_days_are_said_with_both_numbers() -> None:
    assert say_only_hard(review([entry(day, "heated") for day in range(10)]).looked) == (
        "10 of the 10 days you looked at were hard, and none was good or ordinary. "
        "A log of hard days makes everything look hard. An ordinary day, kept now and then, makes it fairer."
    )
    some = Looked(n=10, of=20, is_from_first=True, hard=9, mixed=0, good=1, plain=0, ordinary=0)
    assert say_only_hard(some).startswith("9 of the 10 days you looked at were hard. ")


@pytest.mark.parametrize("zone", ["America/Recife", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Kiritimati"])
def test_every_moment_has_its_local_time_where_the_clocks_change(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    begin = datetime(2000, 9, 20, tzinfo=UTC)
    log = [Entry(at=begin + timedelta(hours=hour), kind="good") for hour in range(45 * 24)]
    there = ZoneInfo(zone)
    found = moments(log, Period(date(2000, 9, 1), date(2000, 12, 1)))
    assert [at.replace(tzinfo=None) for at, _ in found] == [
        each.at.astimezone(there).replace(tzinfo=None) for each in log
    ]
    monkeypatch.undo()
    time.tzset()


# -- since


@given(LOGS)
def test_the_last_of_a_kind_is_the_newest_up_to_now(log: list[Entry]) -> None:
    found = {each.kind: each for each in review(log, settings=Settings(cooled=False)).since}
    shown = [each for each in log if not each.hidden and each.kind and each.at <= END]
    assert set(found) == {each.kind for each in shown}
    for kind, each in found.items():
        days = np.array([one.at.astimezone(BERLIN).date() for one in shown if one.kind == kind], dtype="datetime64[D]")
        assert each.last == days.max().item()
        assert each.days == int((np.datetime64("2026-12-31") - days.max()).astype(int))
        assert each.n == len(days)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (364, "It got heated: last on 31 December 2026, today; 1 entry in all."),
        (363, "It got heated: last on 30 December 2026, yesterday; 1 entry in all."),
        (360, "It got heated: last on 27 December 2026, 4 days ago; 1 entry in all."),
    ],
)
def test_time_since_is_said_in_days(day: int, said: str) -> None:
    assert [say_since(each) for each in review([entry(day, "heated")]).since] == [said]


def test_what_starts_with_the_first_entry_says_so() -> None:
    none, one = review([]), review([entry(0)])
    assert say_days(none.calendar).endswith("It starts with the first entry.")
    assert say_days(one.calendar) == "You noted something on 1 of 365 days: 1 entry."
    assert say_kinds(none.kinds).endswith("It starts with the first entry; choosing its kind is enough.")
    assert say_kinds(one.kinds) == "Counted from 1 entry."
    assert (none.since, one.since) == ((), ())
    assert say_no_since().endswith("It starts with the first entry that has a kind.")


def test_a_day_with_good_and_hard_is_both() -> None:
    assert review([entry(0, "heated"), entry(0, "good")]).calendar.days[YEAR.since].mood is DayMood.MIXED
