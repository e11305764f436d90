"""The pictures of the sheet for the therapy hour, each with its numbers in words for those who do not see it."""

from collections.abc import Iterator
from datetime import date, timedelta

import htpy as h

from companion.catalogue import _
from companion.domain.day_names import WEEKDAYS
from companion.domain.review.look_back import Review
from companion.domain.review.section import Part, Section
from companion.domain.review.sentences import MOODS, count, name_week, say_week_kinds, say_week_strength
from companion.domain.review.strength import strength_weeks
from companion.domain.times import say_day
from companion.text.charts import Said, Stretch, bars, bars_by_week, course, week_hours, year_days
from companion.text.plain import one_line

WITH_BARS = (Part.KINDS, Part.FEELINGS, Part.NEEDS)
"""Parts whose counts are bars; those of others are told in a line each, as there is more to say of them."""

_YEAR = timedelta(days=366)
_WEEKS = 53
"""So many weeks are drawn at most: a longer stretch is too fine to print."""
_LEGEND = ", ".join((*(f"{glyph} {words}" for glyph, words in MOODS.values()), _("blank: nothing noted")))


def picture(section: Section, review: Review) -> h.Node:
    """Return the chart of a section, with what its marks mean; none where there is too little to show."""
    match section.part:
        case Part.DAYS if not review.calendar.missing:
            return [_days(review), h.p(".how")[_LEGEND]]
        case Part.KINDS if not review.kinds.missing:
            return _kinds(review)
        case Part.STRENGTH if not review.strength.missing:
            return _course(review)
        case Part.HOURS if not review.hours.missing:
            return _hours(review)
        case part if part in WITH_BARS and section.shown:
            rows = [(one_line(each.label), each.n) for each in section.shown]
            return bars(rows, Said(part.label, [f"{label} {n:,}" for label, n in rows]))
    return None


def _days(review: Review) -> h.Element:
    days, until = review.calendar.days, review.period.until
    first = max(review.period.since, until - _YEAR)
    shown = [first + timedelta(days=number) for number in range((until - first).days + 1)]
    numbers = [f"{say_day(day)} {MOODS[days[day].mood][1]}" for day in shown if day in days]
    marks = [(day, MOODS[days[day].mood][0] if day in days else "") for day in shown]
    return year_days(marks, Said(_("The sort of each day on which something was noted"), numbers))


def _kinds(review: Review) -> list[h.Element]:
    """Return a row for each kind and a bar for each week, over the last year at most."""
    kinds, mondays = review.kinds, review.period.mondays[-_WEEKS:]
    rows = [(one_line(each.label), each.n, kinds.by_week(each.kind, mondays)) for each in kinds.totals]
    tallest = max(n for *_, counts in rows for n in counts)
    in_all = [_("{kinds} in all", kinds=", ".join(f"{label} {n:,}" for label, n, _ in rows))]
    weeks = filter(kinds.weeks.__contains__, mondays)
    noted = [f"{name_week(monday)} {one_line(say_week_kinds(kinds, monday))}" for monday in weeks]
    legend = _(
        "Each bar is one of the last {weeks}, the tallest {entries}.",
        weeks=count(len(mondays), "week"),
        entries=count(tallest, "entry"),
    )
    return [bars_by_week(rows, mondays, Said(Part.KINDS.label, in_all + noted)), h.p(".how")[legend]]


def _course(review: Review) -> h.Element:
    weeks = strength_weeks(review.strength.points, review.period)
    days = [week.monday + timedelta(days=3) for week in weeks]
    means = [(day, week.mean) for day, week in zip(days, weeks, strict=True)]
    averages = [(day, week.average) for day, week in zip(days, weeks, strict=True)]
    stretches = list(_stretches(review, days[0], days[-1]))
    numbers = [f"{name_week(week.monday)} {say_week_strength(week)}" for week in weeks if week.mean is not None]
    return course(means, averages, stretches, Said(_("Each week’s mean strength, 0 to 10"), numbers))


def _stretches(review: Review, first: date, last: date) -> Iterator[Stretch]:
    for span in review.spans:
        if span.until >= first and span.since <= last:
            yield max(first, span.since), min(last, span.until), one_line(span.what)


def _hours(review: Review) -> h.Element:
    counts = review.hours.counts
    numbers = [
        f"{name} {', '.join(f'{hour:02}:00 {n:,}' for hour, n in enumerate(row) if n)}"
        for name, row in zip(WEEKDAYS, counts, strict=True)
        if any(row)
    ]
    return week_hours(counts, Said(_("Entries by weekday and hour"), numbers))
