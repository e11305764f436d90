"""A list of words to mark; what is marked is the answer of a step."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.domain.vocabulary import WordGroup
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_MARKED, _OPEN = "■ ", "□ "


class WordRows(RowList, inherit_bindings=False):
    """Space or a click marks; enter goes on with what is marked, or with the word stood on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.next", "Next", id="exercise.take"),
        Binding("space", "choose", "Mark", id="exercise.mark"),
        *RowList.BINDINGS,
    ]

    def __init__(self) -> None:
        super().__init__(wrapped=True)
        self._words: Sequence[WordGroup | str] = ()
        self._most = 1
        self.marked: tuple[str, ...] = ()
        """What is marked, in the order it was."""

    def offer(self, words: Sequence[WordGroup | str], most: int, marked: tuple[str, ...]) -> None:
        """Offer words, some of them marked."""
        self._words, self._most, self.marked = words, most, marked
        self.show(self._marked_rows(), next(iter(marked), None) or self._first())
        if not marked:
            self.scroll_home(animate=False)

    def take(self) -> None:
        """Mark the word stood on, unless one is marked already."""
        if not self.marked and self.chosen and self.chosen.id:
            self.marked = (self.chosen.id,)

    def action_choose(self) -> None:
        """Mark the word stood on, or take its mark away; beyond the most, the oldest mark makes room."""
        word = self.chosen.id if self.chosen else None
        if word in self.marked:
            self.marked = tuple(each for each in self.marked if each != word)
        elif word:
            self.marked = (*self.marked, word)[-self._most :]
        self.show(self._marked_rows())

    def _first(self) -> str | None:
        return next((row.id for row in self._marked_rows() if row.id), None)

    def _marked_rows(self) -> list[Row]:
        rows: list[Row] = []
        for each in self._words:
            if isinstance(each, WordGroup):
                rows += [Row(each.label), *map(self._row, each.words)]
            else:
                rows.append(self._row(each))
        return rows

    def _row(self, word: str) -> Row:
        return Row((_MARKED if word in self.marked else _OPEN) + word, word)
