"""Strength over time: a bar for each week's mean, the moving average over them, and what went on below."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from rich.cells import cell_len

from companion.catalogue import _
from companion.domain.review.period import Period
from companion.domain.review.spans import ContextSpan
from companion.domain.review.strength import Strength, StrengthWeek, strength_weeks
from companion.domain.strength import STRENGTHS
from companion.text.plain import one_line
from companion.ui.review.calendar import LABELS, shown
from companion.ui.review.chart import SCALE
from companion.ui.review.columns import Columns, fit
from companion.ui.review.drawing import Drawing
from companion.ui.review.line import Line
from companion.ui.rows import cut

_LINES = 5
"""Lines of the chart."""
_EACH = STRENGTHS[-1] / _LINES
"""Strength in a line of it."""
_AVERAGE, _SPAN = "─", "▔"
_WEEK = timedelta(days=6)


def draw_strength(drawing: Drawing, strength: Strength, spans: Sequence[ContextSpan], period: Period) -> None:
    """Draw the course over the calendar's columns; nothing where there is too little."""
    if strength.missing:
        return
    columns = fit(period.mondays, drawing.width - 2 * LABELS)
    weeks = strength_weeks(strength.points, period)[-len(columns.mondays) :]
    drawing.add(*(_line(number, weeks, columns) for number in reversed(range(_LINES))))
    drawing.add([(" " * LABELS + columns.months(), "quiet")])
    drawing.add(*filter(None, (_span(span, columns, drawing.width) for span in spans)))
    drawing.say(
        _("{scale} each week's mean   {average} the moving average", scale=SCALE[-1], average=_AVERAGE),
        shown(period, columns),
        look="quiet",
    )


def _line(number: int, weeks: Sequence[StrengthWeek], columns: Columns) -> Line:
    """Return one line of the chart, 0 for the lowest; where the average runs, it lies over the bar."""
    floor = number * _EACH
    named = {0: f"{STRENGTHS[0]}", _LINES - 1: f"{STRENGTHS[-1]}"}.get(number, "")
    line: Line = [(named.ljust(LABELS), "quiet")]
    for week in weeks:
        mark, look = _mark(week, floor)
        line.append((mark.ljust(columns.cell), look))
    return line


def _mark(week: StrengthWeek, floor: float) -> tuple[str, str]:
    if week.average is not None and floor <= min(week.average, STRENGTHS[-1] - _EACH / 2) < floor + _EACH:
        return _AVERAGE, "good"
    if week.mean is None or (week.mean <= floor and floor):
        return " ", "quiet"
    share = min(1.0, (week.mean - floor) / _EACH)
    return SCALE[max(1, ceil(share * len(SCALE))) - 1], "quiet"


def _span(span: ContextSpan, columns: Columns, width: int) -> Line:
    """Return where a stretch lies under the chart, its name beside it; nothing if it lies before what is shown."""
    met = [at for at, monday in enumerate(columns.mondays) if span.since <= monday + _WEEK and span.until >= monday]
    if not met:
        return []
    start, length = LABELS + met[0] * columns.cell, (met[-1] - met[0] + 1) * columns.cell
    name = one_line(span.what)
    behind, before = width - start - length - 1, start - LABELS - 1
    bar = (_SPAN * length, "hard")
    if cell_len(name) > behind >= before:
        name = cut(name, behind)
    if cell_len(name) <= behind:
        return [(" " * start, "quiet"), bar, (f" {name}", "quiet")]
    name = cut(name, before)
    return [(" " * (start - 1 - cell_len(name)) + f"{name} ", "quiet"), bar]
