"""More time: how much, and the words that give the new time."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.moving import parse_new_due
from companion.domain.pause import A_DAY, SUGGESTED_MORE, Pause
from companion.domain.script import Script
from companion.domain.slots import more_words
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.ui.choice import Choice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Dialog
from companion.ui.line import Line

_STEPS = (10, 20, 30, 60)
_OTHER = "other"


class MoreTime(Dialog[Pause | None]):
    """Gives the pause as it is with the new time."""

    CSS_PATH = [STYLES / "more.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Move it", id="more.keep", priority=True),
        Binding("ctrl+y", "copy", "Copy", id="more.copy"),
        Binding("escape", "close", "Close", id="more.close"),
    ]
    AUTO_FOCUS = "Choice"

    def __init__(self, pause: Pause, scripts: dict[str, Script], clock: Clock) -> None:
        super().__init__()
        self._pause = pause
        self._scripts = scripts
        self._clock = clock

    def compose_question(self) -> ComposeResult:
        """How much more, the new time, the words."""
        minutes = str(round(SUGGESTED_MORE.total_seconds() / 60))
        question = "How many more minutes?" if self._pause.is_own else "How many more minutes do they say?"
        yield Static(question, classes="dialog-title")
        yield Choice([*((str(n), str(n)) for n in _STEPS), (_OTHER, "until…")], minutes)
        yield Line(placeholder="until 21:15 · 1h 30m")
        yield Static("", classes="problem", markup=False)
        yield Static("", id="words", markup=False)

    def on_mount(self) -> None:
        """Draw the words for the first choice."""
        self.draw()

    def _moved(self) -> Pause:
        """Return the pause as it would be.

        Raises:
            ValueError: with a sentence, if what was typed is not a later time.
        """
        now, chosen = self._clock(), self.query_one(Choice).value
        typed = self.query_one(Input).value if chosen == _OTHER else chosen
        new = parse_new_due(typed or "", self._pause, now)
        is_far = self._pause.is_own and new - now > A_DAY
        return self._pause.move(new, now, now + A_DAY if is_far else None)

    def _words(self) -> str:
        return more_words(self._moved(), self._scripts, self._clock())

    @on(Choice.Changed)
    def choose(self, event: Choice.Changed) -> None:
        """Show the field for another time, and the words."""
        self.query_one(Input).set_class(event.value == _OTHER, "-shown")
        if event.value == _OTHER:
            self.query_one(Input).focus()
        self.draw()

    @on(Input.Changed)
    def draw(self) -> None:
        """Show the words with the new time; an unfinished one shows none."""
        self.query_one(".problem", Static).update("")
        try:
            self.query_one("#words", Static).update(self._words())
        except ValueError:
            self.query_one("#words", Static).update("")

    def action_keep(self) -> None:
        """Close with the new time, or say what is wrong."""
        try:
            self.dismiss(self._moved())
        except ValueError as error:
            self.query_one(".problem", Static).update(str(error))

    def action_copy(self) -> None:
        """Copy the words."""
        try:
            copy(self.app, self._words())
        except ValueError as error:
            self.query_one(".problem", Static).update(str(error))

    def action_close(self) -> None:
        """Leave the due time as it was."""
        self.dismiss(None)
