"""A list of words to mark; what is marked is the answer of a step."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.domain.vocabulary import WordGroup
from companion.ui.row_list import RowList
from companion.ui.tick_list import TickList, word_rows


class WordRows(TickList, inherit_bindings=False):
    """Space or a click marks; enter goes on with what is marked, or with the word stood on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.next", "Next", id="exercise.take"),
        Binding("space", "choose", "Mark", id="exercise.mark"),
        *RowList.BINDINGS,
    ]

    def offer(self, words: Sequence[WordGroup | str], most: int, marked: tuple[str, ...]) -> None:
        """Offer words, some of them marked."""
        self.offered, self.most, self.ticked = word_rows(words), most, marked
        self.show(self.boxed(), next((word for word in (*marked, *(row.id for row in self.offered)) if word), None))
        if not marked:
            self.scroll_home(animate=False)

    def take(self) -> None:
        """Mark the word stood on, unless one is marked already."""
        if not self.ticked and self.chosen and self.chosen.id:
            self.ticked = (self.chosen.id,)

    def overfill(self, row_id: str) -> None:
        """Mark one more; the oldest mark makes room."""
        self.ticked = (*self.ticked[1:], row_id)
        self.show(self.boxed())
