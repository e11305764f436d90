"""The cover: a neutral screen over everything, at once."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from companion.catalogue import _
from companion.resources import STYLES

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clears the screen and the scrollback, then goes to the corner: written before the next frame is drawn."""


class Cover(Screen[None]):
    """Says nothing about what lies under it. `enter` takes it away; the cover key again quits."""

    CSS_PATH = [STYLES / "cover.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.uncover", "Back", show=False, id="cover.uncover"),
    ]

    def compose(self) -> ComposeResult:
        """A plain line that belongs to no subject."""
        yield Static(_("Ready."))
