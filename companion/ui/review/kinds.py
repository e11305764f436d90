"""The kinds: a row each, with a small bar for each of the last weeks and a lying one for the period."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size

from companion.catalogue import _
from companion.domain.review.kinds import KindCount, Kinds, last_mondays
from companion.domain.review.period import Period
from companion.domain.review.section import Counted
from companion.domain.review.sentences import count
from companion.text.plain import one_line
from companion.ui.review.chart import lying, upright
from companion.ui.review.columns import Columns
from companion.ui.review.drawing import Drawing
from companion.ui.review.line import MOOD_LOOKS, Line
from companion.ui.rows import MARGIN, cut

_GAP = "  "
_CELL = 2
_LONGEST, _SHORTEST = 20, 8
"""Cells of a lying bar."""
_WIDEST_NAME = 30


def draw_kinds(drawing: Drawing, kinds: Kinds, period: Period, rows: Sequence[Counted]) -> None:
    """Draw a row for each kind, two where there is little room, and what the bars mean.

    Args:
        drawing: Where to.
        kinds: What was counted.
        period: The days that are looked at.
        rows: What each row opens, in the order of the kinds.
    """
    if kinds.missing:
        return
    weeks, width = Columns(last_mondays(period), _CELL), drawing.width - len(MARGIN)
    tallest = max((max(kinds.weeks[monday].values()) for monday in weeks.mondays if monday in kinds.weeks), default=0)
    names = min(_WIDEST_NAME, max(cell_len(one_line(each.label)) for each in kinds.totals))
    numbers = len(f"{kinds.totals[0].n:,}")
    beside = width - names - numbers - weeks.width - 3 * len(_GAP)
    is_wide = beside >= _SHORTEST
    longest = min(_LONGEST, beside) if is_wide else max(1, width - weeks.width - 2 * len(_GAP))
    drawing.add(_head(weeks, names if is_wide else 0))
    for each, row in zip(kinds.totals, rows, strict=True):
        long_bar = lying(each.n, kinds.totals[0].n, longest)
        bars = weeks.row(_bars(kinds, each, weeks.mondays, tallest)) + _GAP + long_bar, MOOD_LOOKS[each.mood]
        name, number = (
            (set_cell_size(cut(one_line(each.label), names), names), "text"),
            (f"{each.n:>{numbers},}", "text"),
        )
        if is_wide:
            drawing.row([name, (_GAP, "text"), bars, (_GAP, "text"), number], row)
        else:
            drawing.row([name, (_GAP, "text"), number], row, below=[[(_GAP, "text"), bars]])
    drawing.say(_explained(kinds.n, len(weeks.mondays), tallest), look="quiet")


def _head(weeks: Columns, names: int) -> Line:
    return [(MARGIN + " " * names + _GAP + weeks.months() + _GAP + _("in all"), "quiet")]


def _bars(kinds: Kinds, each: KindCount, mondays: Sequence[date], tallest: int) -> list[str]:
    return upright([n or None for n in kinds.by_week(each.kind, mondays)], tallest or 1)


def _explained(n: int, weeks: int, tallest: int) -> str:
    if not tallest:
        return _(
            "Nothing was noted in the last {weeks} weeks; the long bars count {entries}.",
            weeks=weeks,
            entries=count(n, "entry"),
        )
    return _(
        "A small bar is one of the last {weeks}, the tallest {tallest}; a long bar is the whole period, {entries}.",
        weeks=count(weeks, "week"),
        tallest=count(tallest, "entry"),
        entries=count(n, "entry"),
    )
