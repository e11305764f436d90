"""The weekly look-back and “on this day”: the right days, hard and hidden ones left out, 29 February."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry, Who
from companion.domain.pause import Pause
from companion.domain.review.on_this_day import OnThisDay, on_this_day
from companion.domain.review.sentences import say_on_this_day, say_once, say_week
from companion.domain.review.week import WeekBeside, week_beside
from companion.domain.settings import Settings
from tests.domain.review.logs import NOON, VOCABULARY, entry, missed


def noted(day: date, kind: str = "good", **fields: Any) -> Entry:
    return Entry(at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), kind=kind, **fields)


def again(today: date, *entries: Entry, settings: Settings | None = None) -> OnThisDay:
    return on_this_day(entries, VOCABULARY, today, settings or Settings())


TODAY = date(2026, 11, 22)
A_YEAR_AGO = date(2025, 11, 22)


def test_whole_years_a_month_and_half_a_year_come_back_the_nearest_first() -> None:
    days = [date(2026, 10, 22), date(2026, 5, 22), A_YEAR_AGO, date(2023, 11, 22)]
    others = [TODAY, date(2026, 11, 21), date(2025, 11, 21), date(2026, 9, 22), date(2027, 11, 22)]
    found = again(TODAY, *map(noted, reversed([*days, *others])))
    assert [(each.day, each.ago) for each in found.times] == list(
        zip(days, ["A month ago", "Half a year ago", "A year ago", "3 years ago"], strict=True)
    )
    assert say_on_this_day(found) == "4 entries come back today."
    assert say_once(found.times[2]) == "A year ago, on 22 November 2025: 1 entry"


@pytest.mark.parametrize(
    "hard",
    [
        {"kind": "heated"},
        {"kind": "ordinary", "miss": "shrink"},
        {"kind": "ordinary", "feelings": ("afraid",)},
        {"kind": "space", "strength": 9},
    ],
)
def test_a_day_with_anything_hard_comes_back_only_if_asked_for(hard: dict[str, Any]) -> None:
    log = [noted(A_YEAR_AGO), noted(A_YEAR_AGO, **hard)]
    assert again(TODAY, *log).times == ()
    assert again(TODAY, *log, settings=Settings(hard_days_again=True)).n == 2
    assert say_on_this_day(again(TODAY, *log)) == "Nothing comes back today."


def test_a_day_with_something_hard_that_is_hidden_is_a_hard_day() -> None:
    log = [noted(A_YEAR_AGO, note="the lake"), noted(A_YEAR_AGO, kind="heated", hidden=True)]
    assert again(TODAY, *log).times == ()
    asked_for = again(TODAY, *log, settings=Settings(hard_days_again=True))
    assert [entry.note for once in asked_for.times for entry in once.entries] == ["the lake"]


def test_a_strong_good_moment_comes_back_and_a_hidden_one_never() -> None:
    settings = Settings(hard_days_again=True)
    assert again(TODAY, noted(A_YEAR_AGO, strength=10)).n == 1
    assert again(TODAY, noted(A_YEAR_AGO, hidden=True), settings=settings).n == 0
    assert say_on_this_day(again(TODAY, noted(A_YEAR_AGO))) == "1 entry comes back today."


LEAP = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("today", "comes"),
    [
        (date(2025, 2, 28), True),
        (date(2025, 3, 1), False),
        (date(2028, 2, 29), True),
        (date(2028, 2, 28), False),
        (date(2024, 3, 29), True),
        (date(2024, 8, 29), True),
        (date(2024, 8, 31), True),
        (date(2024, 2, 29), False),
    ],
)
def test_29_february_comes_back_on_the_last_of_february(today: date, comes: bool) -> None:
    assert [each.day for each in again(today, noted(LEAP)).times] == ([LEAP] if comes else [])


def test_28_february_stays_the_28th() -> None:
    assert again(date(2028, 2, 29), noted(date(2027, 2, 28))).n == 0
    assert again(date(2028, 2, 28), noted(date(2027, 2, 28))).n == 1


@given(st.dates(date(1999, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_every_day_comes_back_once_in_each_later_year(day: date, today: date) -> None:
    year = [today.replace(month=1, day=1) + timedelta(days=number) for number in range(365)]
    entries = [noted(day)]
    met = [
        each
        for each in year
        if any("year" in once.ago and "Half" not in once.ago for once in again(each, *entries).times)
    ]
    assert len(met) == (today.year > day.year) or day.strftime("%m-%d") == "12-31"


# -- the week

SUNDAY = date(2026, 1, 18)
"""The last day of the week from the 12th on; the 12th is day 11."""
PAUSE = Pause(started_at=NOON + timedelta(days=13), due=NOON + timedelta(days=13, hours=1), planned=timedelta(hours=1))


def week(log: list[Entry], *pauses: Pause, day: date = SUNDAY) -> WeekBeside:
    return week_beside(log, pauses, VOCABULARY, day, NOON + timedelta(days=17))


def test_a_week_stands_beside_the_one_before_it() -> None:
    log = [entry(10, "good"), entry(11, "heated"), entry(17, "good"), entry(17, "heated"), entry(18, "good")]
    found = week(log, PAUSE.come_back(PAUSE.due))
    assert (found.this.n, found.this.days, found.this.hard, found.this.good) == (3, 2, 2, 1)
    assert (found.before.n, found.this.pauses, found.this.promises.kept) == (1, 1, 1)
    assert say_week(found) == [
        "12 January 2026 to 18 January 2026: 3 entries on 2 days; the week before: 1 entry on 1 day.",
        "Hard days: 2 of 2 days; the week before: 0 of 1 day.",
        "Good days: 1 of 2 days; the week before: 1 of 1 day.",
        "Kinds: It got heated 2, A good moment 1; the week before: A good moment 1.",
        "Feelings: none; the week before: none.",
        "Replies that landed, and that missed: none; the week before: none.",
        "Repairs: none; the week before: none.",
        "Pauses: 1, of your own 1 of 1 in time; the week before: none.",
    ]


def test_replies_of_a_week_are_said_in_both_columns() -> None:
    said = say_week(week([missed(12), entry(13, reached_by=Who.ME, reply="toward"), missed(14, by=Who.BOTH)]))
    assert "Replies that landed, and that missed: 1 and 3; the week before: none." in said


@pytest.mark.parametrize("day", [date(2026, 1, 12), date(2026, 1, 15), SUNDAY])
def test_any_day_of_a_week_stands_for_it(day: date) -> None:
    assert week([entry(11), entry(17)], day=day).this.n == 2


def test_a_week_without_anything_is_said_in_a_line() -> None:
    found = week([])
    assert say_week(found) == ["12 January 2026 to 18 January 2026: nothing noted; the week before: nothing noted."]


def test_a_week_may_lie_in_two_years() -> None:
    found = week_beside([entry(-1), entry(0)], (), VOCABULARY, date(2026, 1, 1), NOON)
    assert (found.this.week.since, found.this.n) == (date(2025, 12, 29), 2)
