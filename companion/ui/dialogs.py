"""Small questions over a screen: choose, type, or say yes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from companion.domain.pause import Pause
from companion.storage.errors import StoreError
from companion.ui.bindings import VIM_KEYS
from companion.ui.dismissing import AnswerT, LeftOnce
from companion.ui.key_bar import KeyBar
from companion.ui.line import Line
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.said import Said

_CLOSE = Binding("escape", "close", "Close", id="dialog.close")


class Dialog(LeftOnce[AnswerT], ModalScreen[AnswerT]):
    """A question over a screen, with its own keys at the bottom."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = VIM_KEYS  # what lies below a question is shut out, the app too

    def compose(self) -> ComposeResult:
        """The question in its frame, and the keys."""
        with Vertical(classes="dialog"):
            yield from self.compose_question()
        yield KeyBar()

    def compose_question(self) -> ComposeResult:
        """Yield what is asked."""
        yield from ()


class _Rows(RowList):
    """Rows whose key stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose", id="dialog.choose")]


class _Field(Line):
    """A field whose key stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Take it", id="dialog.take")]


class Choose(Dialog[str | None]):
    """Choose one row; the answer is its id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE]
    AUTO_FOCUS = "RowList"

    def __init__(self, title: str, rows: Sequence[Row], at: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._at = at

    def compose_question(self) -> ComposeResult:
        """Title and rows."""
        yield Static(self._title, markup=False, classes="dialog-title")
        yield _Rows(*self._rows, wrapped=True)

    def on_mount(self) -> None:
        """Stand on the row asked for."""
        if self._at:
            self.call_after_refresh(self.query_one(RowList).show, self._rows, self._at)

    def know(self, pause: Pause | None) -> None:
        """Close with the pause that it asks about."""
        if pause is None:
            self.dismiss(None)

    @on(RowList.Chosen)
    def answer(self, event: RowList.Chosen) -> None:
        """Close with the row's id."""
        self.dismiss(event.row.id)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Ask(Dialog[str | None]):
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

    def compose_question(self) -> ComposeResult:
        """Title, field, all of its words where they are longer than it, room for a sentence."""
        yield Static(self._title, markup=False, classes="dialog-title")
        yield _Field(self._value, self._placeholder)
        yield Said(classes="whole")
        yield Said(classes="problem")

    def keep_unkept(self) -> bool:
        """Let what is typed be kept, where its check keeps it; what is not understood is no words to keep."""
        typed = self.query_one(Input).value
        if self._check and typed.strip() and typed != self._value:
            try:
                self._check(typed)
            except StoreError:
                return False
            except ValueError:
                pass
        return True

    def know(self, pause: Pause | None) -> None:
        """Close with the pause that it asks about, unless there are words to lose."""
        if pause is None and not self.query_one(Input).value.strip():
            self.dismiss(None)

    @on(Input.Changed)
    def follow(self, event: Input.Changed) -> None:
        """Show words that are longer than the field whole; take the sentence about earlier ones away."""
        is_long = cell_len(event.value) > event.input.size.width > 0
        self.query_one(".whole", Said).say(event.value if is_long else "")
        self.query_one(".problem", Said).say("")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Close with the words, or say what is wrong with them."""
        try:
            if self._check:
                self._check(event.value)
        except (ValueError, StoreError) as error:
            self.query_one(".problem", Said).say(str(error))
        else:
            self.dismiss(event.value.strip())

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
