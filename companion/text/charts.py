"""Charts for a page to print: inline SVG in greys, so that they read on paper too."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import htpy as h

from companion.domain.day_names import SHORT_WEEKDAYS, short_month
from companion.domain.strength import STRENGTHS

WIDTH = 640
"""Units of every chart's own coordinates; the page scales them."""

_LABELS, _ROW, _BAR = 200, 22, 12
_LEFT, _HIGH, _EDGE, _FOOT = 26, 150, 10, 20
_FREE, _FILLED = 3, 0.8
"""Units that stay free above a row of upright bars, and the share of a week's room that a bar takes."""
_CELL, _MARK = 24, 14
_INK, _QUIET, _SOFT, _FAINT = "#333333", "#595959", "#8a8a8a", "#e4e4e4"
_LIGHTEST = 0.15
_LONGEST, _ROWS = 40, 5
"""Letters of a stretch's name, and rows of such names, one under the other."""
_APART = 6
"""From so many points on, words under the chart do not touch."""

_MIDDLE = timedelta(days=3)
"""From a Monday to the Thursday that says to which month a week belongs."""
_MOST_WIDE = 14
"""Units of a bar among many at most."""

Point = tuple[date, float | None]
"""A day and a value from 0 to 10; None leaves a gap."""

Stretch = tuple[date, date, str]
"""The first day, the last day, and what it was about."""


class Said(NamedTuple):
    """What a chart is to those who do not see it."""

    name: str
    numbers: Sequence[str]
    """All that it shows."""


_rect, _line, _circle, _path = h.Element("rect"), h.Element("line"), h.Element("circle"), h.Element("path")
_words, _svg = h.Element("text"), h.Element("svg")


def bars(rows: Sequence[tuple[str, int]], said: Said) -> h.Element:
    """Return a lying bar for each label and its count, the highest the longest."""
    most = max((n for _, n in rows), default=1)
    room = WIDTH - _LABELS - 60
    drawn = []
    for number, (label, n) in enumerate(rows):
        base, length = number * _ROW + _ROW - 7, room * n / most
        drawn += [
            _text(label, _LABELS - 8, base, anchor="end"),
            _rect(x=_LABELS, y=base - _BAR + 2, width=_units(length), height=_BAR, fill=_SOFT),
            _text(f"{n:,}", _LABELS + length + 6, base),
        ]
    return _chart(_ROW * len(rows), said, drawn)


def bars_by_week(rows: Sequence[tuple[str, int, Sequence[int]]], mondays: Sequence[date], said: Said) -> h.Element:
    """Return a row for each label: an upright bar for each week, all on one scale, and how many in all."""
    tallest = max((n for *_, counts in rows for n in counts), default=0) or 1
    step = min(float(_MOST_WIDE), (WIDTH - _LABELS - 60) / len(mondays))
    drawn: list[h.Node] = []
    for number, (label, n, counts) in enumerate(rows):
        base = (number + 1) * _ROW
        drawn += [
            _text(label, _LABELS - 8, base, anchor="end"),
            _line(x1=_LABELS, x2=_units(_LABELS + step * len(mondays)), y1=base, y2=base, stroke=_FAINT),
            [
                _rect(
                    x=_units(_LABELS + week * step),
                    y=_units(base - high),
                    width=_units(step * _FILLED),
                    height=_units(high),
                    fill=_SOFT,
                )
                for week, count in enumerate(counts)
                if (high := (_ROW - _FREE) * count / tallest)
            ],
            _text(f"{n:,}", _LABELS + step * len(mondays) + 6, base),
        ]
    foot = len(rows) * _ROW + _FOOT
    first, last = (f"{short_month(monday + _MIDDLE)} {(monday + _MIDDLE).year}" for monday in (mondays[0], mondays[-1]))
    marks = [_text(first, _LABELS, foot - 5, look=_QUIET)]
    if step * len(mondays) > _LABELS:  # else they would touch
        marks.append(_text(last, _LABELS + step * len(mondays), foot - 5, anchor="end", look=_QUIET))
    return _chart(foot, said, drawn, marks)


def course(points: Sequence[Point], average: Sequence[Point], stretches: Sequence[Stretch], said: Said) -> h.Element:
    """Return values over time as dots, their average as a line, and named stretches of days behind them."""
    first, span = points[0][0], max(1, (points[-1][0] - points[0][0]).days)

    def across(day: date) -> float:
        return _LEFT + (WIDTH - _LEFT - _EDGE) * min(max((day - first).days, 0), span) / span

    return _chart(
        _HIGH + _FOOT,
        said,
        [_behind(stretch, across) for stretch in stretches],
        [each for value in (STRENGTHS[0], STRENGTHS[len(STRENGTHS) // 2], STRENGTHS[-1]) for each in _level(value)],
        [_circle(cx=_units(across(day)), cy=_units(_up(value)), r="2.2", fill=_SOFT) for day, value in _known(points)],
        _path(d=_trace(average, across), fill="none", stroke=_INK, stroke_width="1.5"),
        [_name(row, stretch, across) for row, stretch in enumerate(stretches)],
        [
            _text(f"{short_month(day)} {day.year}", across(day), _HIGH + _FOOT - 5, anchor=anchor, look=_QUIET)
            for day, anchor in _marks(points)
        ],
    )


def week_hours(counts: Sequence[Sequence[int]], said: Said) -> h.Element:
    """Return a row for each weekday, Monday first, and a square for each hour, darker for more."""
    most = max(map(max, counts)) or 1
    squares = [_square(weekday, hour, n / most) for weekday, row in enumerate(counts) for hour, n in enumerate(row)]
    names = [_text(name, _LEFT + 4, (row + 1) * _CELL - 8, anchor="end") for row, name in enumerate(SHORT_WEEKDAYS)]
    hours = [_text(f"{hour}", _LEFT + 12 + hour * _CELL, 7 * _CELL + 14, look=_QUIET) for hour in range(0, 24, 6)]
    return _chart(7 * _CELL + _FOOT, said, names, squares, hours)


def year_days(days: Sequence[tuple[date, str]], said: Said) -> h.Element:
    """Return a column for each week and a mark for each day that has one; a mark is a character."""
    first = days[0][0] - timedelta(days=days[0][0].weekday())
    weeks = (days[-1][0] - first).days // 7 + 1
    step = min(_CELL, (WIDTH - _LEFT - 12) / weeks)
    names = [
        _text(name, _LEFT + 4, _FOOT + (row + 1) * _MARK - 3, anchor="end") for row, name in enumerate(SHORT_WEEKDAYS)
    ]
    marks, months = [], []
    for day, mark in days:
        week, weekday = divmod((day - first).days, 7)
        across = _LEFT + 12 + week * step
        if day.day == 1 and across < WIDTH - _LEFT:
            months.append(_text(short_month(day), across, _FOOT - 6, look=_QUIET))
        if mark.strip():
            marks.append(_text(mark, across, _FOOT + (weekday + 1) * _MARK - 3))
    return _chart(_FOOT + 7 * _MARK, said, names, months, marks)


def _square(weekday: int, hour: int, share: float) -> h.Element:
    dark = _LIGHTEST + (1 - _LIGHTEST) * share
    look = {"fill": _INK, "fill_opacity": _units(dark, 2)} if share else {"fill": _FAINT}
    return _rect(x=_LEFT + 12 + hour * _CELL, y=weekday * _CELL + 2, width=_CELL - 3, height=_CELL - 3, **look)


def _chart(height: int, said: Said, *parts: h.Node) -> h.Element:
    box, label = f"0 0 {WIDTH} {height}", f"{said.name}. {'; '.join(said.numbers)}."
    return _svg(xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img", aria_label=label, class_="chart")[*parts]


def _text(words: str, x: float, y: float, *, anchor: str = "start", look: str = _INK) -> h.Element:
    return _words(x=_units(x), y=_units(y), text_anchor=anchor, fill=look)[words]


def _behind(stretch: Stretch, across: Callable[[date], float]) -> h.Element:
    since, until, _ = stretch
    width = max(3.0, across(until) - across(since))
    return _rect(x=_units(across(since)), y=_EDGE, width=_units(width), height=_HIGH - 2 * _EDGE, fill=_FAINT)


def _name(row: int, stretch: Stretch, across: Callable[[date], float]) -> h.Element:
    """Return the name of a stretch, inside the picture: it begins with it, or late in the picture ends with it."""
    since, until, what = stretch
    ends = across(since) > WIDTH / 2
    words = what if len(what) <= _LONGEST else f"{what[: _LONGEST - 1]}…"
    base = 2 * _EDGE + row % _ROWS * _ROW / 2
    return _text(words, across(until if ends else since), base, anchor="end" if ends else "start", look=_QUIET)


def _level(value: int) -> Iterator[h.Element]:
    height = _units(_up(value))
    yield _line(x1=_LEFT, x2=WIDTH, y1=height, y2=height, stroke=_FAINT)
    yield _text(f"{value}", _LEFT - 6, _up(value) + 4, anchor="end")


def _up(value: float) -> float:
    return _EDGE + (_HIGH - 2 * _EDGE) * (1 - value / STRENGTHS[-1])


def _known(points: Sequence[Point]) -> list[tuple[date, float]]:
    return [(day, value) for day, value in points if value is not None]


def _trace(points: Sequence[Point], across: Callable[[date], float]) -> str:
    """Return the path through the values; where one is missing, it starts anew behind the gap."""
    steps, pen = [], "M"
    for day, value in points:
        if value is None:
            pen = "M"
            continue
        steps.append(f"{pen}{_units(across(day))} {_units(_up(value))}")
        pen = "L"
    return " ".join(steps)


def _marks(points: Sequence[Point]) -> list[tuple[date, str]]:
    """Return the days to write under the chart, each with the side of its words that lies on it."""
    days = [day for day, _ in points]
    marks = [(days[0], "start"), (days[len(days) // 2], "middle"), (days[-1], "end")]
    return marks if len(days) >= _APART else marks[:1]


def _units(number: float, digits: int = 1) -> str:
    return f"{number:.{digits}f}".rstrip("0").rstrip(".")
