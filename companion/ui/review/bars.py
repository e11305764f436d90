"""What is counted: a row each, with a bar and its number; and what is told in sentences."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from companion.domain.review.section import Counted, Section
from companion.text.plain import one_line
from companion.ui.review.chart import lying
from companion.ui.review.drawing import Drawing
from companion.ui.rows import MARGIN, cut

_GAP = "  "
_WIDEST, _LONGEST, _SHORTEST = 34, 24, 4
"""Cells of a name, of a bar, and of the shortest that is worth drawing."""


def draw_rows(drawing: Drawing, section: Section) -> None:
    """Draw all rows of a section, and how many more there are."""
    if section.shown:
        draw_bars(drawing, section.shown)
        drawing.say(section.more, look="quiet")
        drawing.gap()
    for row in section.told:
        drawing.told(row.said, row if row.entries else None)
    drawing.say(section.rest, look="quiet")


def draw_bars(drawing: Drawing, rows: Sequence[Counted]) -> None:
    """Draw a row for each thing that is counted; what a bar does not say is said below, where one stands on it."""
    numbers = len(f"{rows[0].n:,}")
    room = drawing.width - len(MARGIN) - 2 * len(_GAP) - numbers
    names = min(max(cell_len(one_line(row.label)) for row in rows), _WIDEST, max(_SHORTEST, room - _SHORTEST))
    longest = min(_LONGEST, room - names)
    for row in rows:
        name = set_cell_size(cut(one_line(row.label), names), names)
        bar = lying(row.n, rows[0].n, longest) + _GAP if longest >= _SHORTEST else ""
        drawing.row([(name, "text"), (_GAP, "text"), (bar, "good"), (f"{row.n:>{numbers},}", "text")], row, row.said)
