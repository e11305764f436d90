"""Rows to tick with space, enter or a click."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.ui.row_list import RowList

TICKED, OPEN = "■ ", "□ "
"""Before a row that is ticked, and before one that is not."""


class Ticks(RowList):
    """A list whose owner ticks the row that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "choose", "Tick", id="sheet.tick")]
