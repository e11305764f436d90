"""The links of a text as a numbered list; a number opens one at once."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.text.blocks import Block, Way
from companion.text.plain import drawable
from companion.ui.dialogs import Choose
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_BY_DIGIT = Binding.Group(_("Link by its number"))
_TITLE = _("Links: type a number")
_COPIED, _IN_TEXT = "copy", _("in this text")
_ONE_OF = {"articles": "article", "exercises": "exercise", "own": _("own article"), "pages": "page", "trails": "trail",
           "worksheets": "worksheet"}  # fmt: skip


def link_rows(numbers: Mapping[Way, int], blocks: Iterable[Block]) -> list[Row]:
    """Return a row for each link, in their order: its words, and what it leads to."""
    words: dict[Way, str] = {}
    for block in blocks:
        for run in block.runs:
            if run.way:
                words[run.way] = words.get(run.way, "") + run.text
    return [_row(way, number, words.get(way, "")) for way, number in sorted(numbers.items(), key=lambda item: item[1])]


def _row(way: Way, number: int, words: str) -> Row:
    if way.link:
        return Row(words, str(number), lead=f"{number:>2}", tail=_ONE_OF.get(way.link.folder, ""))
    if way.address.startswith("#"):
        return Row(words, str(number), lead=f"{number:>2}", tail=_IN_TEXT)
    address = drawable(way.address)
    return Row(words, str(number), lead=f"{number:>2}", tail=_COPIED, help="" if words == address else address)


class LinkList(Choose):
    """Choose a link by its number or from the list; the answer is its number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(digit),
                f"digit('{digit}')",
                f"Link {digit}",
                id=f"links.{digit}",
                show=False,
                system=True,
                group=_BY_DIGIT,
            )
            for digit in range(10)
        ),
    ]

    def __init__(self, rows: list[Row]) -> None:
        super().__init__(_TITLE, rows)
        self._count = len(rows)
        self._typed = ""

    def action_digit(self, digit: str) -> None:
        """Take the number, or stand on it while a longer one may be meant."""
        typed = (self._typed + digit).lstrip("0")
        if not typed or int(typed) > self._count:
            return
        self._typed = typed
        if int(typed) * 10 > self._count:
            self.dismiss(typed)
        else:
            rows = self.query_one(RowList)
            rows.show(rows.rows, typed)

    @on(RowList.Moved)
    def begin_anew(self, event: RowList.Moved) -> None:
        """Forget the digits typed so far when another row is stood on."""
        if event.row and event.row.id != self._typed:
            self._typed = ""
