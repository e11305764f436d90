"""The kinds: a row each, with a small bar for each of the last weeks and a lying one for the period."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size

from companion.domain.review.kinds import KindCount, Kinds, last_mondays
from companion.domain.review.period import Period
from companion.domain.review.sentences import count
from companion.text.plain import one_line
from companion.ui.review.chart import lying, upright
from companion.ui.review.columns import Columns
from companion.ui.review.line import MOOD_LOOKS, Line, sentence

_GAP = "  "
_CELL = 2
_LONGEST, _SHORTEST = 20, 8
"""Cells of a lying bar."""
_WIDEST_NAME = 30


def kinds_lines(kinds: Kinds, period: Period, width: int) -> list[Line]:
    """Return a row for each kind, two where there is little room, and what the bars mean."""
    weeks = Columns(last_mondays(period), _CELL)
    tallest = max((max(kinds.weeks[monday].values()) for monday in weeks.mondays if monday in kinds.weeks), default=0)
    names = min(_WIDEST_NAME, max(cell_len(one_line(each.label)) for each in kinds.totals))
    numbers = len(f"{kinds.totals[0].n:,}")
    beside = width - names - numbers - weeks.width - 3 * len(_GAP)
    lines = [_head(weeks, names if beside >= _SHORTEST else 0)]
    for each in kinds.totals:
        upright_bars = weeks.row(_bars(kinds, each, weeks.mondays, tallest))
        name = set_cell_size(one_line(each.label), names)
        if beside >= _SHORTEST:
            long_bar = lying(each.n, kinds.totals[0].n, min(_LONGEST, beside))
            bars = (upright_bars + _GAP + long_bar, MOOD_LOOKS[each.mood])
            lines.append([(name + _GAP, "text"), bars, (f"{_GAP}{each.n:>{numbers},}", "text")])
        else:
            long_bar = lying(each.n, kinds.totals[0].n, max(1, width - weeks.width - 2 * len(_GAP)))
            bars = (_GAP + upright_bars + _GAP + long_bar, MOOD_LOOKS[each.mood])
            lines += [[(name + _GAP, "text"), (f"{each.n:,}", "text")], [bars]]
    return [*lines, *sentence(_explained(kinds.n, len(weeks.mondays), tallest), width, "quiet")]


def _head(weeks: Columns, names: int) -> Line:
    return [(" " * names + _GAP + weeks.months() + _GAP + "in all", "quiet")]


def _bars(kinds: Kinds, each: KindCount, mondays: Sequence[date], tallest: int) -> list[str]:
    counts = (kinds.weeks[monday][each.kind] if monday in kinds.weeks else 0 for monday in mondays)
    return upright([number or None for number in counts], tallest or 1)


def _explained(n: int, weeks: int, tallest: int) -> str:
    if not tallest:
        return f"Nothing was noted in the last {weeks} weeks; the long bars count {count(n, 'entry')}."
    return (
        f"A small bar is one of the last {count(weeks, 'week')}, the tallest {count(tallest, 'entry')}; "
        f"a long bar is the whole period, {count(n, 'entry')}."
    )
