"""Rows to tick: a box before each that can be ticked."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

import msgspec
from textual.binding import Binding, BindingType
from textual.message import Message

from companion.domain.vocabulary import WordGroup
from companion.ui.row_list import RowList
from companion.ui.rows import Row

TICKED, OPEN = "■ ", "□ "
"""Before a row that is ticked, and before one that is not."""


def word_rows(words: Iterable[WordGroup | str]) -> list[Row]:
    """Return a row for each word; the words of a group stand under its heading."""
    rows: list[Row] = []
    for each in words:
        if isinstance(each, WordGroup):
            rows += [Row(each.label), *word_rows(each.words)]
        else:
            rows.append(Row(each, each))
    return rows


class TickRows(RowList):
    """Rows whose owner ticks the one that is chosen with space, enter or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "choose", "Tick", id="rows.tick")]


class TickList(TickRows):
    """Rows that are ticked, or lose their tick, when they are chosen."""

    class Ticked(Message):
        """A row was ticked, or is not any more."""

    class Refused(Message):
        """A row was not ticked, for as many are as can be."""

    def __init__(self, rows: Sequence[Row] = (), ticked: Sequence[str] = (), most: int | None = None) -> None:
        """Make the list.

        Args:
            rows: What can be ticked; rows without an id are headings.
            ticked: The ids that are ticked at first.
            most: How many may be ticked; None for any number.
        """
        self.offered = rows
        self.ticked = tuple(ticked)
        """The ids of what is ticked, in the order it was."""
        self.most = most
        super().__init__(*self.boxed(), wrapped=True)

    @property
    def answer(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the rows."""
        return tuple(row.id for row in self.offered if row.id in self.ticked and row.id)

    def boxed(self) -> list[Row]:
        """Return the rows with their boxes; a heading stands as it is."""
        return [
            msgspec.structs.replace(row, text=(TICKED if row.id in self.ticked else OPEN) + row.text) if row.id else row
            for row in self.offered
        ]

    def action_choose(self) -> None:
        """Tick the row under the cursor, alone if one is all, unless enough are ticked; or take its tick away."""
        wanted = self.chosen.id if self.chosen else None
        if not wanted:
            return
        if wanted in self.ticked:
            self.ticked = tuple(each for each in self.ticked if each != wanted)
        elif self.most is None or len(self.ticked) < self.most:
            self.ticked = (*self.ticked, wanted)
        elif self.most == 1:
            self.ticked = (wanted,)
        else:
            self.post_message(self.Refused())
            return
        self.show(self.boxed())
        self.post_message(self.Ticked())
