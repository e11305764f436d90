"""The contents of a text: a narrow list beside it, or a list to choose from over it."""

from collections.abc import Sequence

from companion.text.headings import Heading
from companion.ui.row_list import RowList
from companion.ui.rows import Row

TITLE = "Contents"
_HERE = "here"


def contents_rows(headings: Sequence[Heading], here: str = "") -> list[Row]:
    """Return a row for each heading, indented by its level.

    Args:
        headings: The headings.
        here: The id of the row one reads at, if that is to be said.
    """
    top = min((each.level for each in headings), default=1)
    return [
        Row(
            each.words,
            str(each.block),
            lead=" " * (2 * (each.level - top) - 1),
            tail=_HERE if str(each.block) == here else "",
        )
        for each in headings
    ]


class ContentsPane(RowList):
    """Beside the text. While one reads, its cursor goes along; it stays until it is closed."""

    def __init__(self) -> None:
        super().__init__(wrapped=True, id="contents")
        self._listed: Sequence[Heading] = ()

    def go_along(self, headings: Sequence[Heading], here: int | None) -> None:
        """Show the headings, and stand on the block one reads at unless somebody chooses."""
        at = None if here is None else str(here)
        if headings != self._listed:
            self._listed = headings
            self.show(contents_rows(headings), at)
        elif not self.has_focus and at and (self.chosen is None or self.chosen.id != at):
            self.show(self.rows, at)
