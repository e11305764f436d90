"""Odd logs: everything is counted, said and finite for any of them, and nothing is said that is not so."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given

from companion.domain.entry import Entry, Who
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.review.look_back import Review, look_back
from companion.domain.review.period import Period
from companion.domain.review.sentences import (
    NOTE,
    say_average,
    say_calming,
    say_count,
    say_counts,
    say_days,
    say_followed,
    say_followed_count,
    say_hours,
    say_kinds,
    say_landed,
    say_left_out,
    say_looked,
    say_miss,
    say_misses,
    say_moved_first,
    say_only_hard,
    say_open,
    say_open_rupture,
    say_outcomes,
    say_pair,
    say_pairs,
    say_pattern,
    say_patterns,
    say_persons,
    say_promises,
    say_range,
    say_repair,
    say_repair_times,
    say_repairs,
    say_since,
    say_spans,
    say_strength,
    say_week,
    say_went_with,
    say_went_with_rest,
)
from companion.domain.review.week import week_beside
from tests.domain.review.logs import END, NOON, VOCABULARY, YEAR, entry, missed, review, threaded

NEVER = re.compile(
    r"\b(because|caused?|causes|nan|inf|None|win|score|always|never again)\b|!|  "
    r"|(?<![\d,.])1 (entries|days|pauses|uses|ruptures|threads|words|persons)\b"
    r"|(?<![\d,.])(?!1\b)[\d,]+ (entry|day|pause|use|rupture|thread|word|person)\b"
)
"""No cause, no verdict, no number that is none, no wrong plural."""


def heads(found: Review) -> list[str]:
    """The sentence of each figure."""
    return [
        say_left_out(found.left_out),
        say_persons(found.persons),
        say_days(found.calendar),
        say_looked(found.looked),
        say_only_hard(found.looked),
        say_spans(found.spans),
        say_hours(found.hours),
        say_kinds(found.kinds),
        say_strength(found.strength),
        say_average(),
        *(say_counts(getattr(found, f"{noun}s"), noun) for noun in ("feeling", "need", "context")),
        say_misses(found.misses),
        say_repairs(found.repairs),
        say_pairs(found.pairs),
        say_followed(found.followed),
        *say_landed(found.landed),
        say_patterns(found.patterns),
        say_repair_times(found.repair_times),
        say_open(found.repair_times),
        say_moved_first(found.repair_times),
        say_promises(found.promises),
        say_outcomes(found.promises),
        say_range(),
        say_went_with_rest(found.went_with),
        NOTE,
    ]


def everything(found: Review) -> list[str]:
    """Every sentence of a review, those of single words too."""
    return [
        *heads(found),
        *(say_count(each, found.feelings.of) for each in (*found.feelings.counts, *found.feelings.groups)),
        *(say_miss(each, found.misses.of) for each in found.misses.counts),
        *map(say_repair, found.repairs.counts),
        *map(say_pair, found.pairs.pairs),
        *map(say_followed_count, found.followed.counts),
        *(said for each in found.patterns for said in say_pattern(each)),
        *map(say_open_rupture, found.repair_times.open),
        *map(say_calming, found.calming),
        *map(say_went_with, found.went_with),
        *map(say_since, found.since),
    ]


LOGS = {
    "nothing": [],
    "three entries": [entry(1), entry(2, "heated", strength=7), entry(40, "good")],
    "all bad": [missed(day, strength=8, feelings=("hurt", "small")) for day in range(60)],
    "all one kind": [entry(day, "ordinary", strength=3) for day in range(100)],
    "two persons": [missed(day, by=Who.BOTH, person="A." if day % 2 else "Mum") for day in range(40)],
    "gaps": [
        entry(day, "heated", strength=day % 11, context=("work",) if day % 3 else ()) for day in range(0, 360, 45)
    ],
    "one day": [entry(100, "good", strength=number % 11, need="rest") for number in range(50)],
    "clock changes": [Entry(at=NOON + timedelta(hours=hour), kind="space", strength=5) for hour in range(0, 8760, 13)],
    "the edge of a year": [entry(day, "heated", strength=5) for day in (-2, -1, 0, 1, 363, 364, 365, 366)],
    "words from elsewhere": [
        missed(day, miss="odd", need="odd", context=("odd",), repairs=("odd",)) for day in range(9)
    ],
    "to come": [entry(500, "good"), entry(364, "good")],
}


@pytest.mark.parametrize("name", list(LOGS))
def test_every_sentence_of_an_odd_log_is_sound(name: str) -> None:
    pauses = [Pause(started_at=each.at, due=each.at, planned=timedelta()).come_back(each.at) for each in LOGS[name][:4]]
    done = [Practice(slug="slow-six", done_at=each.at, strength_before=5, strength_after=4) for each in LOGS[name][:3]]
    found = review(LOGS[name], pauses=pauses, practices=done)
    said = [*everything(found), *say_week(week_beside(LOGS[name], pauses, VOCABULARY, YEAR.until, END))]
    for sentence in said:
        assert not NEVER.search(sentence), sentence
    assert found.calendar.n == sum(YEAR.holds(each.at) for each in LOGS[name])


@given(threaded())
def test_every_sentence_of_any_log_can_be_said(log: list[Entry]) -> None:
    found = review(log)
    assert all(isinstance(sentence, str) for sentence in everything(found))


@given(threaded())
def test_the_order_in_which_entries_are_read_changes_nothing(log: list[Entry]) -> None:
    assert sorted(everything(review(log))) == sorted(everything(review(list(reversed(log)))))


@given(threaded())
def test_two_halves_of_a_year_add_up_to_it(log: list[Entry]) -> None:
    first, second = (
        review(log, Period(since, until))
        for since, until in ((YEAR.since, date(2026, 6, 30)), (date(2026, 7, 1), YEAR.until))
    )
    whole = review(log)
    for part in (
        "calendar",
        "kinds",
        "hours",
        "feelings",
        "needs",
        "misses",
        "repairs",
        "landed",
        "repair_times",
        "looked",
    ):
        assert getattr(first, part).n + getattr(second, part).n == getattr(whole, part).n, part


def test_without_a_time_it_works_as_before() -> None:
    found = look_back([entry(360, "heated", strength=10)], (), VOCABULARY, YEAR)
    assert (found.calendar.n, found.since[0].days, found.looked.of) == (1, 5, 5)


def test_a_period_that_has_not_begun_holds_nothing() -> None:
    found = review([entry(3)], Period(date(2030, 1, 1), date(2030, 12, 31)))
    assert (found.calendar.n, found.looked.n) == (0, 0)
    assert all(everything(found)[2:4])
