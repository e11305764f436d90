"""The days in words: which were looked at, at what hours, what went on, what is left out."""

from collections.abc import Iterable
from datetime import date

from companion.catalogue import _, ngettext
from companion.domain.day_names import WEEKDAYS
from companion.domain.review.days import Calendar, DayMood
from companion.domain.review.hours import Hours
from companion.domain.review.looked import Looked
from companion.domain.review.period import Period
from companion.domain.review.reviewed import COOLS, VERY_STRONG, LeftOut, PersonCount
from companion.domain.review.sentences.words import count, listed, of
from companion.domain.review.since import Since
from companion.domain.review.spans import ContextSpan
from companion.domain.strength import STRENGTHS
from companion.domain.times import say_day

MOODS = {
    DayMood.GOOD: ("○", _("good")),
    DayMood.HARD: ("●", _("hard")),
    DayMood.MIXED: ("◐", _("good and hard")),
    DayMood.PLAIN: ("·", _("plain")),
}
"""A day's glyph and its words."""


_VERY_STRONG = _("with a strength of {least} or {most}", least=VERY_STRONG, most=STRENGTHS[-1])


def say_period(period: Period) -> str:
    """Say a period: `23 November 2025 to 22 November 2026`."""
    return _("{since} to {until}", since=say_day(period.since), until=say_day(period.until))


def say_days(calendar: Calendar) -> str:
    """Say how many days were looked at, or how the calendar begins."""
    if calendar.missing:
        return _("On which days you noted something, and what sort of days they were. It starts with the first entry.")
    return _(
        "You noted something on {of}: {count}.",
        of=of(calendar.looked_at, calendar.of, "day"),
        count=count(calendar.n, "entry"),
    )


def say_elsewhere(nearest: date | None, left_out: LeftOut) -> str:
    """Say that a period has no entries to look at, and where the nearest one is, if there is one."""
    nothing = (
        _("Besides what is left out, nothing was noted in this period.")
        if left_out.cooled or left_out.hidden
        else _("Nothing was noted in this period.")
    )
    return " ".join((nothing, _("The nearest entry is of {day}.", day=say_day(nearest)))) if nearest else nothing


def say_left_out(left_out: LeftOut) -> str:
    """Say what a review does not look at; nothing if it looks at all."""
    cooled, hidden = left_out.cooled, left_out.hidden
    parts = (
        cooled
        and ngettext(
            "{n:,} entry of the last {days} days {very_strong}, until cooled",
            "{n:,} entries of the last {days} days {very_strong}, until cooled",
            cooled,
            days=COOLS.days,
            very_strong=_VERY_STRONG,
        ),
        hidden and ngettext("{n:,} hidden entry", "{n:,} hidden entries", hidden),
    )
    match [part for part in parts if part]:
        case [entries]:
            return _("Left out: {entries}.", entries=entries)
        case [cooling, concealed]:
            return _("Left out: {cooling}, and {concealed}.", cooling=cooling, concealed=concealed)
    return ""


def say_persons(persons: Iterable[PersonCount]) -> str:
    """Say that several persons are looked at together; nothing for one alone."""
    named = sum(bool(each.person) for each in persons)
    return _("{count} are looked at together here.", count=count(named, "person")) if named > 1 else ""


def say_looked(looked: Looked) -> str:
    """Say which share of the days that could be looked at were, and what sort they were of."""
    if looked.missing:
        return _("Which share of the days you looked at. It starts with the first entry.")
    sorts = {
        DayMood.HARD: looked.hard,
        DayMood.MIXED: looked.mixed,
        DayMood.GOOD: looked.good,
        DayMood.PLAIN: looked.plain,
    }
    said = listed([f"{n:,} {MOODS[mood][1]}" for mood, n in sorts.items() if n])
    days = of(looked.n, looked.of, "day")
    if looked.is_from_first:
        return _("You looked at {days} of this period since the log began: {said}.", days=days, said=said)
    return _("You looked at {days} of this period: {said}.", days=days, said=said)


def say_only_hard(looked: Looked) -> str:
    """Say that the log holds hardly anything but hard days; nothing if that is not so."""
    if not looked.only_hard:
        return ""
    said = ngettext(
        "{n:,} of the {count} you looked at was hard",
        "{n:,} of the {count} you looked at were hard",
        looked.hard,
        count=count(looked.n, "day"),
    )
    if not (looked.mixed or looked.good or looked.ordinary):
        said = _("{said}, and none was good or ordinary", said=said)
    return _(
        "{said}. A log of hard days makes everything look hard. An ordinary day, kept now and then, makes it fairer.",
        said=said,
    )


def say_span(span: ContextSpan) -> str:
    """Say what went on and when: `newborn, 3 May 2026 to 1 June 2026`."""
    end = _("now") if span.is_open else say_day(span.until)
    return _("{what}, {since} to {end}", what=span.what, since=say_day(span.since), end=end)


def say_spans(spans: Iterable[ContextSpan]) -> str:
    """Say what went on meanwhile; nothing if nothing is noted."""
    said = "; ".join(map(say_span, spans))
    return _("Meanwhile: {said}.", said=said) if said else ""


def say_hours(hours: Hours) -> str:
    """Say from how many entries the hours are counted, and the weekday and the hour with the most of them."""
    if hours.missing:
        return _("At which hours of the week you noted something. It starts with the first entry.")
    said = _("Counted from {count}, by the clock where you are now.", count=count(hours.n, "entry"))
    if hours.weekday is None or hours.hour is None:
        return said
    return _(
        "{said} The most were on a {weekday} ({on_the_day}), and the most of an hour from {hour} ({in_the_hour}).",
        said=said,
        weekday=WEEKDAYS[hours.weekday],
        on_the_day=of(hours.weekdays[hours.weekday], hours.n, "entry"),
        hour=_("{begin:02}:00 to {end:02}:00", begin=hours.hour, end=(hours.hour + 1) % 24),
        in_the_hour=of(hours.of_day[hours.hour], hours.n, "entry"),
    )


def say_since(since: Since) -> str:
    """Say when a kind was noted last: `It got heated: last on 3 May 2026, 12 days ago; 5 entries in all.`"""
    ago = {0: _("today"), 1: _("yesterday")}.get(since.days) or _("{count} ago", count=count(since.days, "day"))
    return _(
        "{label}: last on {day}, {ago}; {count} in all.",
        label=since.label,
        day=say_day(since.last),
        ago=ago,
        count=count(since.n, "entry"),
    )


def say_no_since() -> str:
    """Say how the last of each kind begins."""
    return _("When each kind was noted last. It starts with the first entry that has a kind.")
