"""A message alone on the screen, to turn the screen to somebody."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from companion.resources import STYLES
from companion.ui.clipboard import copy
from companion.ui.key_bar import KeyBar


class LargeMessage(Screen[None]):
    """Only the words, with room around them."""

    CSS_PATH = [STYLES / "large.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="large.copy"),
        Binding("escape,enter,s", "back", "Back", id="large.back"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The words, a sentence a paragraph."""
        spaced = self._text.replace(". ", ".\n\n").replace("? ", "?\n\n")
        yield Static(spaced, markup=False)
        yield KeyBar()

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self.app, self._text)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
