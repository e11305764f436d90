"""Rows to tick: several choices, feelings, or entries of the log."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from companion.domain.vocabulary import WordGroup
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_TICKED, _OPEN = "■ ", "□ "


class TickRows(RowList):
    """Space, enter or a click ticks the row under the cursor, or takes the tick away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "choose", "Tick", id="worksheet.tick")]

    class Changed(Message):
        """Something was ticked, or is not any more."""

    def __init__(
        self, words: Sequence[WordGroup | str], ticked: Sequence[str], most: int | None, labels: Mapping[str, str]
    ) -> None:
        """Make the rows.

        Args:
            words: What can be ticked; the words of a group stand under its heading.
            ticked: What is ticked at first.
            most: How many may be ticked; None for any number.
            labels: What a word is shown as, if not as itself.
        """
        self._words = words
        self._ticked = list(ticked)
        self._most = most
        self._labels = labels
        super().__init__(*self._made(), wrapped=True)

    @property
    def value(self) -> str:
        """What is ticked, one a line, in the order of the rows."""
        listed = [row.id for row in self._made() if row.id]
        return "\n".join(word for word in listed if word in self._ticked)

    @property
    def how(self) -> str:
        """How one ticks, and how much."""
        return f"space ticks up to {self._most}" if self._most else "space ticks"

    def action_choose(self) -> None:
        """Tick the row, unless enough are ticked; or take its tick away."""
        word = self.chosen.id if self.chosen else None
        if word is None:
            return
        if word in self._ticked:
            self._ticked.remove(word)
        elif self._most is None or len(self._ticked) < self._most:
            self._ticked.append(word)
        else:
            self.notify(f"Up to {self._most}. Take another tick away first.", markup=False)
        self.show(self._made())
        self.post_message(self.Changed())

    def _made(self) -> list[Row]:
        rows: list[Row] = []
        for each in self._words:
            if isinstance(each, WordGroup):
                rows += [Row(each.label), *map(self._row, each.words)]
            else:
                rows.append(self._row(each))
        return rows

    def _row(self, word: str) -> Row:
        return Row((_TICKED if word in self._ticked else _OPEN) + self._labels.get(word, word), word)
