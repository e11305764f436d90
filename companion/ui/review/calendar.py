"""The calendar: seven rows, a column a week, a glyph a day that one can move to."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from companion.catalogue import _
from companion.domain.day_names import SHORT_WEEKDAYS
from companion.domain.review.days import Calendar, DayMood
from companion.domain.review.period import Period
from companion.domain.review.sentences import MOODS, count
from companion.domain.times import say_weekday
from companion.ui.review.columns import Columns, fit
from companion.ui.review.drawing import Drawing, Spot
from companion.ui.review.line import MOOD_LOOKS, Line, Piece, flow

LABELS = 4
"""Cells at the left, for the names of the days and the ends of the scale."""

_NAMES = [name if n % 2 == 0 else "" for n, name in enumerate(SHORT_WEEKDAYS)]
_NOTHING = " "
_WEEK = 7


def draw_calendar(drawing: Drawing, calendar: Calendar, period: Period, today: date) -> None:
    """Draw the months, the seven rows, and what the glyphs stand for."""
    if calendar.missing:
        drawing.add(*legend(drawing.width))
        return
    columns = fit(period.mondays, drawing.width - 2 * LABELS)
    top = len(drawing.lines) + 1
    drawing.add(*calendar_lines(calendar, columns))
    drawing.spots += _spots(calendar, period, columns, top, today)
    drawing.down, drawing.right = 1, _WEEK
    drawing.at = max((at for at, spot in enumerate(drawing.spots) if spot.target in calendar.days), default=0)
    drawing.add(*legend(drawing.width))
    drawing.say(shown(period, columns), look="quiet")


def calendar_lines(calendar: Calendar, columns: Columns) -> list[Line]:
    """Return the months and the seven rows."""
    lines: list[Line] = [[(" " * LABELS + columns.months(), "quiet")]]
    for weekday, name in enumerate(_NAMES):
        met = (calendar.days.get(monday + timedelta(days=weekday)) for monday in columns.mondays)
        runs = groupby(day.mood if day else None for day in met)
        lines.append([(name.ljust(LABELS), "quiet"), *(_run(mood, len(list(run)), columns) for mood, run in runs)])
    return lines


def legend(width: int) -> list[Line]:
    """Return what the glyphs stand for."""
    items: list[Line] = [[(glyph, MOOD_LOOKS[mood]), (f" {words}", "quiet")] for mood, (glyph, words) in MOODS.items()]
    return flow([*items, [(_("blank: nothing noted"), "quiet")]], width)


def shown(period: Period, columns: Columns) -> str:
    """Say which weeks are shown if not all of the period fit."""
    if len(columns.mondays) == len(period.mondays):
        return ""
    return _("These are the last {n} weeks; a wider window shows more.", n=len(columns.mondays))


def _spots(calendar: Calendar, period: Period, columns: Columns, top: int, today: date) -> Iterable[Spot]:
    """Return a spot for each day that is shown, in their order."""
    for week, monday in enumerate(columns.mondays):
        start = LABELS + week * columns.cell
        for weekday in range(_WEEK):
            day = monday + timedelta(days=weekday)
            if period.since <= day <= min(period.until, today):
                yield Spot(top + weekday, start, start + 1, day, _said(calendar, day, today))


def _said(calendar: Calendar, day: date, today: date) -> str:
    found = calendar.days.get(day)
    what = f"{count(found.n, 'entry')}, {MOODS[found.mood][1]}" if found else _("nothing noted")
    return f"{say_weekday(day, today)}: {what}"


def _run(mood: DayMood | None, length: int, columns: Columns) -> Piece:
    """Return the same mark over several weeks."""
    glyph, look = (MOODS[mood][0], MOOD_LOOKS[mood]) if mood else (_NOTHING, "text")
    return columns.row([glyph] * length), look
