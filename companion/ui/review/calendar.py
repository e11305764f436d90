"""The year calendar: seven rows, a column a week, a glyph a day."""

from datetime import timedelta
from itertools import groupby

from companion.domain.review.days import Calendar, DayMood
from companion.domain.review.period import Period
from companion.domain.review.sentences import MOODS
from companion.ui.review.columns import Columns
from companion.ui.review.line import MOOD_LOOKS, Line, Piece, flow

LABELS = 4
"""Cells at the left, for the names of the days and the ends of the scale."""

_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_NOTHING = " "


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
    return flow([*items, [("blank: nothing noted", "quiet")]], width)


def shown(period: Period, columns: Columns) -> str:
    """Say which weeks are shown if not all of the period fit."""
    if len(columns.mondays) == len(period.mondays):
        return ""
    return f"These are the last {len(columns.mondays)} weeks; a wider window shows more."


def _run(mood: DayMood | None, length: int, columns: Columns) -> Piece:
    """Return the same mark over several weeks."""
    glyph, look = (MOODS[mood][0], MOOD_LOOKS[mood]) if mood else (_NOTHING, "text")
    return columns.row([glyph] * length), look
