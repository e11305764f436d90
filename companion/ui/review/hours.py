"""Weekdays and hours: a glyph for each hour of the week, darker for more entries."""

from math import ceil

from companion.catalogue import _
from companion.domain.day_names import WEEKDAYS as NAMES
from companion.domain.review.hours import HOURS, WEEKDAYS, Hours
from companion.domain.review.sentences import of
from companion.ui.review.calendar import LABELS
from companion.ui.review.drawing import Drawing, HourOfWeek, Spot

SHADES = "·░▒▓█"
"""None, and a quarter of the most each."""

_MARKED = 6
"""Every so many hours one is named."""


def draw_hours(drawing: Drawing, hours: Hours) -> None:
    """Draw the grid, the hours over it; nothing if nothing is noted."""
    if hours.missing:
        return
    cell = 2 if drawing.width >= LABELS + 2 * HOURS else 1
    marks = "".join(f"{hour}".ljust(_MARKED * cell) for hour in range(0, HOURS, _MARKED))
    drawing.add([(" " * LABELS + marks, "quiet")])
    for weekday in range(WEEKDAYS):
        row = hours.counts[weekday]
        drawing.spots += (
            Spot(
                len(drawing.lines),
                start := LABELS + hour * cell,
                start + 1,
                HourOfWeek(weekday, hour),
                _said(hours, weekday, hour),
            )
            for hour in range(HOURS)
        )
        glyphs = "".join(_shade(n, hours.most).ljust(cell) for n in row)
        drawing.add([(NAMES[weekday][:3].ljust(LABELS), "quiet"), (glyphs, "text")])
    drawing.down, drawing.right = HOURS, 1
    drawing.at = max(range(len(drawing.spots)), key=lambda at: hours.counts[at // HOURS][at % HOURS])
    drawing.say(
        _(
            "{none} none, {shades} more and more, up to {most:,} in an hour.",
            none=SHADES[0],
            shades=SHADES[1:],
            most=hours.most,
        ),
        look="quiet",
    )


def _shade(n: int, most: int) -> str:
    return SHADES[ceil(n / most * (len(SHADES) - 1))]


def _said(hours: Hours, weekday: int, hour: int) -> str:
    n = hours.counts[weekday][hour]
    return _(
        "{weekday}, {begin:02}:00 to {end:02}:00: {counted}",
        weekday=NAMES[weekday],
        begin=hour,
        end=(hour + 1) % HOURS,
        counted=of(n, hours.n, "entry"),
    )
