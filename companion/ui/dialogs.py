"""Small questions over a screen: choose, type, or say yes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from companion.storage.errors import StoreError
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_CLOSE = Binding("escape", "close", "Close", id="dialog.close")


class Choose(ModalScreen[str | None]):
    """Choose one row; the answer is its id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE]
    AUTO_FOCUS = "RowList"

    def __init__(self, title: str, rows: Sequence[Row], at: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._at = at

    def compose(self) -> ComposeResult:
        """Title and rows."""
        with Vertical(classes="dialog"):
            yield Static(self._title, markup=False, classes="dialog-title")
            yield RowList(*self._rows, wrapped=True)

    def on_mount(self) -> None:
        """Stand on the row asked for."""
        if self._at:
            self.call_after_refresh(self.query_one(RowList).show, self._rows, self._at)

    @on(RowList.Chosen)
    def answer(self, event: RowList.Chosen) -> None:
        """Close with the row's id."""
        self.dismiss(event.row.id)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Ask(ModalScreen[str | None]):
    """Type one line; the answer is what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        placeholder: str = "",
        check: Callable[[str], object] | None = None,
    ) -> None:
        """Ask for a line.

        Args:
            title: The question.
            value: What stands there at first.
            placeholder: An example, shown while the field is empty.
            check: Called with the words; a ValueError or StoreError is said under the field and keeps it open.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._placeholder = placeholder
        self._check = check

    def compose(self) -> ComposeResult:
        """Title, field, room for a sentence."""
        with Vertical(classes="dialog"):
            yield Static(self._title, markup=False, classes="dialog-title")
            yield Input(self._value, placeholder=self._placeholder, compact=True)
            yield Static("", markup=False, classes="problem")

    @on(Input.Changed)
    def clear_problem(self) -> None:
        """Take the sentence away once something else is typed."""
        self.query_one(".problem", Static).update("")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Close with the words, or say what is wrong with them."""
        try:
            if self._check:
                self._check(event.value)
        except (ValueError, StoreError) as error:
            self.query_one(".problem", Static).update(str(error))
        else:
            self.dismiss(event.value)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
