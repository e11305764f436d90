"""Bars of characters: upright ones for a row of values, a lying one for a count."""

from collections.abc import Sequence
from math import ceil

SCALE = "▁▂▃▄▅▆▇█"
"""The upright bars, lowest first."""

_WHOLE, _HALF = "━", "╸"


def upright(values: Sequence[float | None], highest: float) -> list[str]:
    """Return an upright bar for each value from 0 to `highest`; nothing but a blank for None."""
    return [" " if value is None else SCALE[max(1, ceil(value / highest * len(SCALE))) - 1] for value in values]


def lying(n: int, most: int, room: int) -> str:
    """Return a lying bar, as much of the room as n is of the most; at least half a cell."""
    whole, half = divmod(max(1, round(2 * room * n / most)), 2)
    return (_WHOLE * whole + _HALF * half).ljust(room)
