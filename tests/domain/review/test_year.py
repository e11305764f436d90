"""A review: small logs counted by hand, and sums that must hold for any log."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry
from companion.domain.review.days import Day, DayMood, by_day
from companion.domain.review.look_back import look_back
from companion.domain.review.period import Period, monday_of, year_to
from companion.domain.review.reviewed import Reviewed
from companion.domain.review.strength import strength, strength_weeks
from companion.resources import LIBRARY
from companion.storage.library import Library

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
VOCABULARY = Library(LIBRARY).vocabulary


def on(day: int, kind: str | None = "ordinary", strength: int | None = None, hour: int = 12, note: str = "") -> Entry:
    """An entry on that day of November 2026, at that hour in UTC."""
    at = datetime(2026, 11, day, hour, tzinfo=UTC)
    return Entry(at=at, kind=kind, strength=strength, note=note or ("" if kind else "a line"))


# -- periods


def test_a_year_ends_on_its_day_and_the_year_before_it_ends_where_it_begins() -> None:
    this, last = year_to(date(2026, 11, 22)), year_to(date(2026, 11, 22), back=1)
    assert this == Period(date(2025, 11, 23), date(2026, 11, 22))
    assert last == Period(date(2024, 11, 23), date(2025, 11, 22))
    assert this.days == 365


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 20))
def test_years_follow_each_other_without_a_gap(day: date, back: int) -> None:
    later, earlier = year_to(day, back), year_to(day, back + 1)
    assert later.since - earlier.until == timedelta(days=1)
    assert 365 <= later.days <= 366
    assert len(later.mondays) in (53, 54)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-11-02 is after 2026-11-01"):
        Period(date(2026, 11, 2), date(2026, 11, 1))


# -- days


def test_an_entry_belongs_to_the_day_it_had_where_the_person_lives() -> None:
    late = on(20, hour=23)  # 00:30 on the 21st in Berlin
    assert list(by_day([late], NOVEMBER)) == [date(2026, 11, 21)]


def test_entries_at_the_edges_are_in_and_beyond_them_out() -> None:
    period = Period(date(2026, 11, 10), date(2026, 11, 11))
    entries = [on(9, hour=22), on(9, hour=23), on(11, hour=22), on(11, hour=23)]  # 23:00, 00:00, 23:00, 00:00
    assert {day: len(found) for day, found in by_day(entries, period).items()} == {
        date(2026, 11, 10): 1,
        date(2026, 11, 11): 1,
    }


@pytest.mark.parametrize(
    ("kinds", "mood"),
    [
        (["ordinary"], DayMood.PLAIN),
        ([None], DayMood.PLAIN),
        (["a kind from elsewhere"], DayMood.PLAIN),
        (["heated", None, "ordinary"], DayMood.HARD),
        (["repair", "ordinary"], DayMood.GOOD),
        (["repair", "heated"], DayMood.MIXED),
    ],
)
def test_the_mood_of_a_day_comes_from_its_kinds(kinds: list[str | None], mood: DayMood) -> None:
    found = look_back([on(5, kind) for kind in kinds], [], VOCABULARY, NOVEMBER)
    assert found.calendar.days == {date(2026, 11, 5): Day(len(kinds), mood)}


def test_days_looked_at_are_counted_once_however_much_was_noted() -> None:
    calendar = look_back([on(5), on(5), on(7)], [], VOCABULARY, NOVEMBER).calendar
    assert (calendar.n, calendar.looked_at, calendar.of, calendar.missing) == (3, 2, 30, 0)


def test_an_empty_log_misses_one_entry() -> None:
    found = look_back([], [], VOCABULARY, NOVEMBER)
    assert (found.calendar.missing, found.kinds.missing, found.strength.missing) == (1, 1, 5)
    assert found.promises.missing == 5
    assert found.strength.mean is None


def test_the_first_day_is_the_local_one() -> None:
    assert Reviewed(entries=(on(9),), hidden=(on(3, hour=23),)).first_day == date(2026, 11, 4)
    assert Reviewed(entries=()).first_day is None


# -- kinds


def test_kinds_are_counted_in_all_and_by_iso_week() -> None:
    entries = [on(1, "heated"), on(2, "heated"), on(3, "good"), on(8, None)]  # the 1st is a Sunday
    kinds = look_back(entries, [], VOCABULARY, NOVEMBER).kinds
    assert [(each.kind, each.n) for each in kinds.totals] == [("heated", 2), ("good", 1), (None, 1)]
    assert [each.label for each in kinds.totals] == ["It got heated", "A good moment", "No kind chosen"]
    assert kinds.weeks == {
        date(2026, 10, 26): {"heated": 1},
        date(2026, 11, 2): {"heated": 1, "good": 1, None: 1},
    }


# -- strength


def test_a_days_strength_is_the_mean_of_its_entries() -> None:
    found = strength(by_day([on(5, strength=4), on(5, strength=9), on(5), on(6, strength=0)], NOVEMBER))
    assert [(point.day.day, point.mean) for point in found.points] == [(5, 6.5), (6, 0.0)]
    assert found.n == 3
    assert found.missing == 2


def test_the_moving_average_is_the_mean_of_the_28_days_up_to_then() -> None:
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    found = strength(by_day([on(1, strength=9), on(2, strength=3), on(28, strength=0), on(29, strength=6)], period))
    assert [point.average for point in found.points] == [9, 6, 4, 3]  # on the 29th the 1st has gone


def test_the_mean_is_of_days_so_that_a_day_of_many_entries_weighs_as_one() -> None:
    found = strength(by_day([*[on(5, strength=9)] * 4, on(6, strength=1)], NOVEMBER))
    assert (found.mean, found.lowest, found.highest) == (5.0, 1.0, 9.0)


def test_weeks_of_strength_have_gaps_where_none_was_noted() -> None:
    found = strength(by_day([on(3, strength=4), on(4, strength=6), on(20, strength=8)], NOVEMBER))
    weeks = strength_weeks(found.points, NOVEMBER)
    assert [(week.monday.day, week.mean, week.average) for week in weeks] == [
        (26, None, None),
        (2, 5.0, 5.0),
        (9, None, None),
        (16, 8.0, 6.0),
        (23, None, None),
        (30, None, None),
    ]


# -- any log

KINDS = st.sampled_from([None, *(kind.id for kind in VOCABULARY.kinds)])
ENTRIES = st.lists(
    st.builds(
        Entry,
        at=st.datetimes(datetime(2026, 10, 20), datetime(2026, 12, 10), timezones=st.just(UTC)),  # noqa: DTZ001
        kind=KINDS,
        strength=st.none() | st.integers(0, 10),
        note=st.just("a line"),
    )
)


@given(ENTRIES)
def test_every_entry_of_the_period_is_counted_once_everywhere(entries: list[Entry]) -> None:
    found = look_back(entries, [], VOCABULARY, NOVEMBER)
    inside = sum(NOVEMBER.holds(entry.at) for entry in entries)
    assert found.calendar.n == inside
    assert sum(day.n for day in found.calendar.days.values()) == inside
    assert sum(each.n for each in found.kinds.totals) == inside
    assert sum(week.total() for week in found.kinds.weeks.values()) == inside
    assert all(monday_of(monday) == monday for monday in found.kinds.weeks)


@given(ENTRIES)
def test_means_and_averages_stay_between_the_lowest_and_the_highest(entries: list[Entry]) -> None:
    found = look_back(entries, [], VOCABULARY, NOVEMBER).strength
    assert found.n == sum(entry.strength is not None and NOVEMBER.holds(entry.at) for entry in entries)
    noted = [entry.strength for entry in entries if entry.strength is not None]  # the average begins before it
    for point in found.points:
        assert min(noted) - 1e-9 <= point.mean <= max(noted) + 1e-9
        assert min(noted) - 1e-9 <= point.average <= max(noted) + 1e-9
