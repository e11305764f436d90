"""What one fills in: an editor for each kind of field, and what is said in it."""

from collections.abc import Sequence

from textual.widget import Widget
from textual.widgets import Input, TextArea

from companion.domain.strength import STRENGTHS
from companion.domain.worksheet import Field, FieldKind
from companion.text.plain import drawable, one_line
from companion.ui.choice import Choice
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_NOT_CHOSEN = "-"


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


Editor = Input | TextArea | Choice | ChoiceRows


def make_editor(field: Field, answer: str, room: int) -> Editor:
    """Return the editor of a field, showing an answer.

    Args:
        field: What it takes.
        answer: What was kept before, or nothing.
        room: How many cells a line has.
    """
    match field.kind:
        case FieldKind.LINE:
            return Input(one_line(answer), compact=True, select_on_focus=False)
        case FieldKind.LENGTH:
            return Input(one_line(answer), placeholder="30, 1h 15m", compact=True, select_on_focus=False)
        case FieldKind.TEXT:
            return TextArea(drawable(answer), soft_wrap=True, compact=True)
        case FieldKind.SCALE:
            return Choice([(str(each), str(each)) for each in STRENGTHS], answer).allow_none()
        case FieldKind.CHOICE if sum(len(choice) + 2 for choice in field.choices) > room:
            return ChoiceRows(field.choices, answer)
        case FieldKind.CHOICE:
            return Choice([(choice, choice) for choice in field.choices], answer).allow_none()


def said(editor: Widget) -> str:
    """Return what stands in an editor."""
    match editor:
        case Input():
            return editor.value
        case TextArea():
            return editor.text
        case Choice() | ChoiceRows():
            return editor.value or ""
    raise TypeError(f"{editor!r} is no editor of a field.")
