"""What one fills in: an editor for each kind of field, and what stands in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, TextArea

from companion.domain.worksheet_field import Field, FieldKind
from companion.domain.worksheet_offers import Offers
from companion.text.plain import drawable
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.line import Line
from companion.ui.plan.dated_rows import DatedRows
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.tick_list import TickList, word_rows

_MARGINS = 8
"""Cells beside an editor."""
_WIDEST = 72

_NOT_CHOSEN = "-"

_LIKE = {
    FieldKind.LENGTH: "30, 1h 15m",
    FieldKind.DATE: "in 3 weeks, 3 march, 2027-03-01",
    FieldKind.CLOCK: "20:40",
    FieldKind.PEOPLE: "names or initials, with commas between",
}
"""Kinds that are written on a line, and what stands faintly in an empty one."""


class ChoiceRows(RowList):
    """A choice whose options are too long to stand side by side; the row under the cursor counts."""

    def __init__(self, choices: Sequence[str], value: str) -> None:
        rows = [Row(choice, str(number)) for number, choice in enumerate(choices)]
        super().__init__(Row("not chosen yet", _NOT_CHOSEN), *rows, wrapped=True)
        self._choices = choices
        self.set_reactive(RowList.cursor, choices.index(value) + 1 if value in choices else 0)

    @property
    def value(self) -> str | None:
        """The chosen option; None if nothing is chosen."""
        chosen = self.chosen.id if self.chosen else None
        return None if chosen in (None, _NOT_CHOSEN) else self._choices[int(chosen or 0)]


Editor = Input | TextArea | Choice | ChoiceRows | TickList | DatedRows


class Editors:
    """Makes the editors of a worksheet."""

    def __init__(self, offers: Offers, today: date, room: int) -> None:
        """Know what can be chosen.

        Args:
            offers: What comes from elsewhere: feeling words, and entries of the log.
            today: The local day.
            room: How many cells a line has.
        """
        self.offers = offers
        self._today = today
        self._room = room

    def make(self, field: Field, answer: str) -> Editor:
        """Return the editor of a field, showing an answer, whether it was kept or only typed."""
        match field.kind:
            case FieldKind.TEXT:
                return TextArea(drawable(answer), soft_wrap=True, compact=True)
            case FieldKind.SCALE:
                return StrengthChoice(answer)
            case FieldKind.CHOICE if sum(len(choice) + 2 for choice in field.choices) > self._room:
                return ChoiceRows(field.choices, answer)
            case FieldKind.CHOICE:
                return Choice([(choice, choice) for choice in field.choices], answer).allow_none()
            case FieldKind.TICKS | FieldKind.FEELINGS | FieldKind.ENTRIES:
                return self._ticks(field, answer)
            case FieldKind.LOG:
                return DatedRows(field.choices, answer, self._today)
            case FieldKind.PEOPLE:
                return Line(", ".join(answer.splitlines()), _LIKE[FieldKind.PEOPLE])
        return Line(answer, _LIKE.get(field.kind, ""))

    def _ticks(self, field: Field, answer: str) -> TickList:
        picked = [line for line in answer.splitlines() if line.strip()]
        words = self.offers.grouped(field, picked)
        rows = word_rows(words)
        if field.kind is FieldKind.ENTRIES:
            said = self.offers.entries([row.id for row in rows if row.id])
            rows = [replace(row, text=said.get(row.text, "an entry that is gone")) for row in rows]
        return TickList(rows, picked, field.limit)


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
        case Choice() | ChoiceRows() | DatedRows():
            return editor.value or ""
    raise TypeError(f"{editor!r} is no editor of a field.")
