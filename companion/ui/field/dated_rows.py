"""Rows with a day and how it was: a boundary that was tested, an experiment day by day."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from companion.catalogue import _
from companion.domain.field import read_row
from companion.domain.times import say_day
from companion.domain.worksheet_day import kept_day
from companion.ui.choice import Choice
from companion.ui.line import Line
from companion.ui.row_list import RowList
from companion.ui.rows import Row


class _Kept(RowList):
    """The rows; delete takes one back into the fields, to change it or to leave it out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,delete,backspace", "choose", "Take it back", id="worksheet.take-back", key_display="delete"),
    ]


class _How(Choice):
    """How it was; enter adds the row."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "add", "Add it", id="worksheet.add-row")]

    class Added(Message):
        """The row is wanted."""

    def action_add(self) -> None:
        """Ask for the row."""
        self.post_message(self.Added())


class DatedRows(Vertical):
    """The rows, and two fields for the next one: a day, and one of the choices."""

    class Changed(Message):
        """Something else stands there."""

    class Refused(Message):
        """A row can't be read; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, choices: Sequence[str], answer: str, today: date) -> None:
        super().__init__()
        self._choices = choices
        self._today = today
        self._rows: list[str] = []
        pending = ""
        for line in filter(str.strip, answer.splitlines()):
            try:
                self._rows.append(read_row(line, choices, today))
            except ValueError:
                pending = line
        self._day = Line(pending, _("a day; today if left empty"))
        self._how = _How([(choice, choice) for choice in choices]).allow_none()

    def compose(self) -> ComposeResult:
        """The rows that are there, then the next one."""
        yield _Kept(wrapped=True)
        yield self._day
        yield self._how

    def on_mount(self) -> None:
        """Show what is there."""
        self._draw()

    @property
    def value(self) -> str:
        """The rows, one a line; the one that is being written last."""
        rows, day, how = sorted(self._rows), self._day.value.strip(), self._how.value or ""
        if day or how:
            rows.append(f"{day or self._today.isoformat()} {how}".strip())
        return "\n".join(rows)

    def focus(self, scroll_visible: bool = True) -> "DatedRows":
        """Focus the next row's day."""
        self._day.focus(scroll_visible)
        return self

    def add(self) -> None:
        """Add the row that is being written, if there is one.

        Raises:
            ValueError: with a sentence, if it can't be read; it goes on standing in the fields.
        """
        if not self._how.value:
            return
        typed = f"{self._day.value.strip()} {self._how.value}".strip()
        self._rows.append(read_row(typed, self._choices, self._today))
        self._day.value, self._how.value = "", None
        self._draw()

    @on(_How.Added)
    @on(Input.Submitted)
    def _add(self, event: _How.Added | Input.Submitted) -> None:
        event.stop()
        if isinstance(event, Input.Submitted) and not self._how.value:
            self._how.focus()
            return
        try:
            self.add()
        except ValueError as error:
            self.post_message(self.Refused(str(error)))
        else:
            self._day.focus()

    @on(RowList.Chosen)
    def _take_back(self, event: RowList.Chosen) -> None:
        event.stop()
        row = event.row.id or ""
        self._rows.remove(row)
        day, _, how = row.partition(" ")
        self._day.value, self._how.value = day, how
        self._draw()
        self._day.focus()

    @on(RowList.Moved)
    def _stay(self, event: RowList.Moved) -> None:
        event.stop()

    def _draw(self) -> None:
        kept = self.query_one(_Kept)
        kept.show([Row(f"{_say(row)}", row) for row in sorted(set(self._rows), reverse=True)])
        kept.display = bool(self._rows)
        self.post_message(self.Changed())


def _say(row: str) -> str:
    day, _, how = row.partition(" ")
    read = kept_day(day)
    return f"{say_day(read) if read else day}: {how}"
