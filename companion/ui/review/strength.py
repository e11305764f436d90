"""Strength over time: a bar for each week's mean, and the moving average under it."""

from collections.abc import Sequence

from companion.domain.review.period import Period
from companion.domain.review.sentences import say_average, short
from companion.domain.review.strength import Strength, strength_weeks
from companion.domain.strength import STRENGTHS
from companion.ui.review.calendar import LABELS
from companion.ui.review.chart import SCALE, upright
from companion.ui.review.columns import Columns
from companion.ui.review.line import Line, sentence

_LOWEST, _HIGHEST = STRENGTHS[0], STRENGTHS[-1]


def strength_lines(strength: Strength, period: Period, columns: Columns, width: int) -> list[Line]:
    """Return both lines of bars over the calendar's columns, their first and last values beside them."""
    weeks = strength_weeks(strength.points, period)[-len(columns.mondays) :]
    scale = f"{SCALE[0]} is {_LOWEST}, {SCALE[-1]} is {_HIGHEST}"
    return [
        *sentence(f"Each week's mean ({scale})", width, "quiet"),
        _bars([week.mean for week in weeks], columns, "quiet"),
        *sentence(say_average(), width, "quiet"),
        _bars([week.average for week in weeks], columns, "good"),
        [(" " * LABELS + columns.months(), "quiet")],
    ]


def _bars(values: Sequence[float | None], columns: Columns, look: str) -> Line:
    known = [short(value) for value in values if value is not None] or [""]
    bars = columns.row(upright(values, _HIGHEST))
    return [(known[0].ljust(LABELS), "quiet"), (bars, look), (f" {known[-1]}", "quiet")]
