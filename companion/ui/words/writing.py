"""Writing a script of one's own, with a look at how it will read."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.script import SLOTS, fill
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.text.plain import one_line
from companion.ui.dialogs import Dialog
from companion.ui.line import Line
from companion.ui.place_screen import PlaceScreen

_EXAMPLE = "I need {minutes}. Back at {back_at}."
_HINT = f"Slots: {' '.join(f'{{{name}}}' for name in SLOTS)}. [ in {{place}}] is left out when it is empty."
_ONCE_MORE = "Not kept yet. enter keeps it; esc again throws it away."


class WriteScript(Dialog[bool]):
    """One line and what it will say; the answer is whether it was kept."""

    CSS_PATH = [STYLES / "write_script.tcss"]
    VERTICAL_BREAKPOINTS = PlaceScreen.VERTICAL_BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", id="write.close")]
    AUTO_FOCUS = "Input"

    def __init__(self, title: str, text: str, slots: Mapping[str, str], keep: Callable[[str], object]) -> None:
        """Ask for the words.

        Args:
            title: What is being written.
            text: What stands there at first.
            slots: What the slots stand for in the preview.
            keep: Called with the words; what it raises is said under the field and keeps it open.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._slots = slots
        self._keep = keep
        self._warned = False

    def compose_question(self) -> ComposeResult:
        """Title, field, preview, slots, room for a sentence."""
        yield Static(self._title, markup=False, classes="dialog-title")
        yield Line(self._text, _EXAMPLE)
        yield Static(self._preview(self._text), markup=False, id="preview")
        yield Static("", markup=False, classes="problem")
        yield Static(_HINT, markup=False, classes="quiet", id="slots")

    def _preview(self, text: str) -> str:
        return one_line(fill(text, self._slots))

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Show how it will read."""
        self._warned = False
        self.query_one("#preview", Static).update(self._preview(event.value))
        self.query_one(".problem", Static).update("")

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Keep the words and close, or say why not and go on holding them."""
        try:
            self._keep(event.value)
        except (ValueError, StoreError) as error:
            self.query_one(".problem", Static).update(str(error))
        else:
            self.dismiss(True)

    def keep_unkept(self) -> bool:
        """Keep the words that were written."""
        words = self.query_one(Input).value.strip()
        if words not in ("", self._text):
            try:
                self._keep(words)
            except (ValueError, StoreError):
                return False
        return True

    def action_close(self) -> None:
        """Close; words that would be lost are asked about first."""
        if self.query_one(Input).value.strip() in ("", self._text) or self._warned:
            self.dismiss(False)
        else:
            self._warned = True
            self.query_one(".problem", Static).update(_ONCE_MORE)
