"""What to say on coming back: large, to turn the screen to them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.pause import Pause, PauseKind
from companion.domain.returning import THEY_CAME_BACK, ReturnStep
from companion.domain.script import Script
from companion.domain.slots import return_words
from companion.domain.times import Clock
from companion.ui.clipboard import copy
from companion.ui.pause.large import LargeMessage
from companion.ui.pause.returning.part import ReturnPart


class MessagePart(ReturnPart):
    """The return message alone, with copy and a screen of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="returned.copy"),
        Binding("s", "large", "Large", id="returned.large"),
    ]

    step = ReturnStep.MESSAGE
    heading = _("Say it")

    def __init__(self, pause: Pause, is_locked: bool, scripts: dict[str, Script], clock: Clock) -> None:
        super().__init__(pause, is_locked)
        self._scripts = scripts
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The words."""
        yield Static("", classes="large", markup=False)

    def draw(self) -> None:
        """Show the words."""
        self.query_one(".large", Static).update(self.words())

    def words(self) -> str:
        """Return what to say now."""
        if self.pause.kind is PauseKind.GIVING:
            return THEY_CAME_BACK
        return return_words(self.pause, self._scripts, self._clock())

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self.app, self.words())

    def action_large(self) -> None:
        """Show the words large."""
        self.app.push_screen(LargeMessage(self.words))
