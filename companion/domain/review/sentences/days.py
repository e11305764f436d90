"""The days in words: which were looked at, at what hours, what went on, what is left out."""

from collections.abc import Iterable
from datetime import date

from companion.domain.review.days import Calendar, DayMood
from companion.domain.review.hours import Hours
from companion.domain.review.looked import Looked
from companion.domain.review.period import Period
from companion.domain.review.reviewed import COOLS, VERY_STRONG, LeftOut, PersonCount
from companion.domain.review.sentences.words import count, listed, of, plural, verb
from companion.domain.review.since import Since
from companion.domain.review.spans import ContextSpan
from companion.domain.strength import STRENGTHS
from companion.domain.times import say_day

MOODS = {
    DayMood.GOOD: ("○", "good"),
    DayMood.HARD: ("●", "hard"),
    DayMood.MIXED: ("◐", "good and hard"),
    DayMood.PLAIN: ("·", "plain"),
}
"""A day's glyph and its words."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_VERY_STRONG = f"with a strength of {VERY_STRONG} or {STRENGTHS[-1]}"


def say_period(period: Period) -> str:
    """Say a period: `23 November 2025 to 22 November 2026`."""
    return f"{say_day(period.since)} to {say_day(period.until)}"


def say_days(calendar: Calendar) -> str:
    """Say how many days were looked at, or how the calendar begins."""
    if calendar.missing:
        return "On which days you noted something, and what sort of days they were. It starts with the first entry."
    return f"You noted something on {of(calendar.looked_at, calendar.of, 'day')}: {count(calendar.n, 'entry')}."


def say_elsewhere(nearest: date | None, left_out: LeftOut) -> str:
    """Say that a period has no entries to look at, and where the nearest one is, if there is one."""
    nothing = "Besides what is left out, nothing" if left_out.cooled or left_out.hidden else "Nothing"
    elsewhere = f" The nearest entry is of {say_day(nearest)}." if nearest else ""
    return f"{nothing} was noted in this period.{elsewhere}"


def say_left_out(left_out: LeftOut) -> str:
    """Say what a review does not look at; nothing if it looks at all."""
    cooled, hidden = left_out.cooled, left_out.hidden
    parts = (
        cooled and f"{cooled:,} {_entries(cooled)} of the last {COOLS.days} days {_VERY_STRONG}, until cooled",
        hidden and f"{hidden:,} hidden {_entries(hidden)}",
    )
    said = [part for part in parts if part]
    return f"Left out: {', and '.join(said)}." if said else ""


def say_persons(persons: Iterable[PersonCount]) -> str:
    """Say that several persons are looked at together; nothing for one alone."""
    named = sum(bool(each.person) for each in persons)
    return f"{count(named, 'person')} are looked at together here." if named > 1 else ""


def say_looked(looked: Looked) -> str:
    """Say which share of the days that could be looked at were, and what sort they were of."""
    if looked.missing:
        return "Which share of the days you looked at. It starts with the first entry."
    sorts = {
        DayMood.HARD: looked.hard,
        DayMood.MIXED: looked.mixed,
        DayMood.GOOD: looked.good,
        DayMood.PLAIN: looked.plain,
    }
    said = listed([f"{n:,} {MOODS[mood][1]}" for mood, n in sorts.items() if n])
    began = " since the log began" if looked.is_from_first else ""
    return f"You looked at {of(looked.n, looked.of, 'day')} of this period{began}: {said}."


def say_only_hard(looked: Looked) -> str:
    """Say that the log holds hardly anything but hard days; nothing if that is not so."""
    if not looked.only_hard:
        return ""
    others = "" if looked.mixed or looked.good or looked.ordinary else ", and none was good or ordinary"
    were_hard = f"{verb(looked.hard, 'was', 'were')} hard{others}"
    return (
        f"{looked.hard:,} of the {count(looked.n, 'day')} you looked at {were_hard}. "
        "A log of hard days makes everything look hard. An ordinary day, kept now and then, makes it fairer."
    )


def say_span(span: ContextSpan) -> str:
    """Say what went on and when: `newborn, 3 May 2026 to 1 June 2026`."""
    end = "now" if span.is_open else say_day(span.until)
    return f"{span.what}, {say_day(span.since)} to {end}"


def say_spans(spans: Iterable[ContextSpan]) -> str:
    """Say what went on meanwhile; nothing if nothing is noted."""
    said = "; ".join(map(say_span, spans))
    return f"Meanwhile: {said}." if said else ""


def say_hours(hours: Hours) -> str:
    """Say from how many entries the hours are counted, and the weekday and the hour with the most of them."""
    if hours.missing:
        return "At which hours of the week you noted something. It starts with the first entry."
    said = f"Counted from {count(hours.n, 'entry')}, by the clock where you are now."
    if hours.weekday is None or hours.hour is None:
        return said
    weekday, hour = WEEKDAYS[hours.weekday], f"{hours.hour:02}:00 to {(hours.hour + 1) % 24:02}:00"
    return (
        f"{said} The most were on a {weekday} ({of(hours.weekdays[hours.weekday], hours.n, 'entry')}), "
        f"and the most of an hour from {hour} ({of(hours.of_day[hours.hour], hours.n, 'entry')})."
    )


def say_since(since: Since) -> str:
    """Say when a kind was noted last: `It got heated: last on 3 May 2026, 12 days ago; 5 entries in all.`"""
    ago = {0: "today", 1: "yesterday"}.get(since.days, f"{count(since.days, 'day')} ago")
    return f"{since.label}: last on {say_day(since.last)}, {ago}; {count(since.n, 'entry')} in all."


def say_no_since() -> str:
    """Say how the last of each kind begins."""
    return "When each kind was noted last. It starts with the first entry that has a kind."


def _entries(n: int) -> str:
    return verb(n, "entry", plural("entry"))
