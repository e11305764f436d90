"""A message alone on the screen, to turn the screen to somebody."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.resources import STYLES
from companion.ui.clipboard import copy
from companion.ui.dismissing import LeftOnce
from companion.ui.key_bar import KeyBar


class LargeMessage(LeftOnce[None]):
    """Only the words, with room around them; they stay true while they are shown."""

    CSS_PATH = [STYLES / "large.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="large.copy"),
        Binding("escape,enter,s", "back", "Back", id="large.back"),
    ]

    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, words: Callable[[], str]) -> None:
        """Show words; they are asked for again as the time goes on."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """The words, a sentence a paragraph."""
        with VerticalScroll():
            yield Static(self._spaced, markup=False)
        yield KeyBar()

    @property
    def _spaced(self) -> str:
        return self._words().replace(". ", ".\n\n").replace("? ", "?\n\n")

    def show_present(self) -> None:
        """Keep the clock times in the words true."""
        self.query_one(Static).update(self._spaced)

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self.app, self._words())

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
