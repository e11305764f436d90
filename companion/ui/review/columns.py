"""A column for each week: which weeks fit, how wide each is, and the months above or below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from companion.domain.day_names import short_month

_NAME = 3
"""Cells of a month's short name."""


@dataclass(frozen=True)
class Columns:
    """Weeks side by side."""

    mondays: Sequence[date]
    cell: int
    """Cells of one week: its mark, and a blank if there is room."""

    @property
    def width(self) -> int:
        """Cells of all weeks."""
        return self.cell * len(self.mondays)

    def row(self, marks: Sequence[str]) -> str:
        """Return one mark a week as a text."""
        return "".join(mark.ljust(self.cell) for mark in marks)

    def months(self) -> str:
        """Return the months' names, each where its first day lies."""
        names = ""
        for number, monday in enumerate(self.mondays):
            first = _month_begun(monday)
            at = number * self.cell
            if first and at >= len(names) and at + _NAME <= self.width:
                names = names.ljust(at) + f"{short_month(first)} "
        if self.mondays and names[: _NAME + 1].strip() == "":
            names = short_month(self.mondays[0]) + names[_NAME:]
        return names.ljust(self.width)[: self.width]


def fit(mondays: Sequence[date], width: int) -> Columns:
    """Return the columns for so many cells: all weeks with a blank between, all without, or the last ones."""
    if 2 * len(mondays) <= width:
        return Columns(mondays, 2)
    if len(mondays) <= width:
        return Columns(mondays, 1)
    return Columns(mondays[-max(1, width // 2) :], 2)


def _month_begun(monday: date) -> date | None:
    """Return the first of the month that lies in the week, if one does."""
    sunday = monday + timedelta(days=6)
    first = sunday.replace(day=1)
    return first if first >= monday else None
