"""What one fills in: an editor for each kind of field, and what stands in it."""

from datetime import date

import msgspec
from textual.widget import Widget
from textual.widgets import Input, TextArea

from companion.catalogue import _
from companion.domain.field import Field, FieldKind
from companion.domain.worksheet_offers import Offers
from companion.ui.area import Area
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.field.dated_rows import DatedRows
from companion.ui.line import Line
from companion.ui.rows import number_of
from companion.ui.tick_list import TickList, word_rows

_MARGINS = 8
"""Cells beside an editor."""
_WIDEST = 72

_LIKE = {
    FieldKind.LENGTH: "30, 1h 15m",
    FieldKind.DATE: _("in 3 weeks, 3 march, 2027-03-01"),
    FieldKind.CLOCK: "20:40",
    FieldKind.PEOPLE: _("names or initials, with commas between"),
}
"""Kinds that are written on a line, and what stands faintly in an empty one."""


Editor = Input | TextArea | Choice | TickList | DatedRows


class Editors:
    """Makes the editors of fields."""

    def __init__(self, offers: Offers, today: date, room: int) -> None:
        """Know what can be chosen.

        Args:
            offers: What comes from elsewhere: words of the vocabulary, and entries of the log.
            today: The local day.
            room: How many cells the choices may take that stand side by side; longer ones stand in rows.
        """
        self.offers = offers
        self._today = today
        self._room = room

    def make(self, field: Field, answer: str) -> Editor:
        """Return the editor of a field, showing an answer, whether it was kept or only typed."""
        match field.kind:
            case FieldKind.TEXT:
                return Area(answer)
            case FieldKind.SCALE:
                return StrengthChoice(answer)
            case FieldKind.CHOICE if sum(len(choice) + 2 for choice in field.choices) <= self._room:
                return Choice([(choice, choice) for choice in field.choices], answer).allow_none()
            case FieldKind.LOG:
                return DatedRows(field.choices, answer, self._today)
            case FieldKind.PEOPLE:
                return Line(", ".join(answer.splitlines()), field.like or _LIKE[FieldKind.PEOPLE])
            case FieldKind.LINE | FieldKind.DATE | FieldKind.CLOCK | FieldKind.LENGTH:
                return Line(answer, field.like or _LIKE.get(field.kind, ""))
        return self._ticks(field, answer)

    def _ticks(self, field: Field, answer: str) -> TickList:
        picked = [line for line in answer.splitlines() if line.strip()]
        words = self.offers.grouped(field, picked)
        rows = word_rows(words)
        if field.kind is FieldKind.ENTRIES:
            said = self.offers.entries([row.id for row in rows if row.id])
            rows = [msgspec.structs.replace(row, text=said.get(row.text, "an entry that is gone")) for row in rows]
        ticks = TickList(rows, picked, field.limit)
        if field.limit == 1 and picked:  # the one that counts is in sight at once
            ticks.set_reactive(TickList.cursor, number_of(ticks.rows, picked[0]))
        return ticks


def room_in(width: int) -> int:
    """Return the cells that an editor has on a screen of that width."""
    return min(_WIDEST, width - _MARGINS)


def said(editor: Widget) -> str:
    """Return what stands in an editor."""
    match editor:
        case Input():
            return editor.value
        case TextArea():
            return editor.text
        case TickList():
            return "\n".join(editor.answer)
        case Choice() | DatedRows():
            return editor.value or ""
    raise TypeError(_("{editor!r} is no editor of a field.", editor=editor))
