"""More time: how much, and the words that give the new time."""

from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from companion.domain.length import parse_due
from companion.domain.pause import SUGGESTED_MORE, Pause, PauseState
from companion.domain.script import Script, fill
from companion.domain.slots import pause_slots
from companion.domain.times import Clock, say_clock
from companion.resources import STYLES
from companion.ui.choice import Choice
from companion.ui.clipboard import copy

_STEPS = (10, 20, 30, 60)
_OTHER = "other"


class MoreTime(ModalScreen[Pause | None]):
    """Gives the pause with its new due time; before due it counts as moved in time."""

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

    def compose(self) -> ComposeResult:
        """How much more, the new time, the words."""
        minutes = str(round(SUGGESTED_MORE.total_seconds() / 60))
        with Vertical(classes="dialog"):
            yield Static("How much more time?", classes="dialog-title")
            yield Choice([*((str(n), f"{n} min") for n in _STEPS), (_OTHER, "until…")], minutes)
            yield Input(placeholder="until 21:15 · 1h 30m", compact=True)
            yield Static("", classes="problem", markup=False)
            yield Static("", id="words", markup=False)
            yield Static("enter moves it · ctrl+y copies the words · esc leaves it as it was", classes="quiet")

    def on_mount(self) -> None:
        """Draw the words for the first choice."""
        self.draw()

    def _new_due(self) -> datetime:
        """Return the new due time: counted from due before it has passed, from now after.

        Raises:
            ValueError: with a sentence, if what was typed is not a time.
        """
        now = self._clock()
        chosen = self.query_one(Choice).value
        if chosen == _OTHER:
            return parse_due(self.query_one(Input).value, now)
        return max(self._pause.due, now) + timedelta(minutes=int(chosen or 0))

    def _words(self) -> str:
        now = self._clock()
        late = self._pause.state(now) is PauseState.OVERDUE
        script = self._scripts["late-new-time" if late else "more-time"]
        slots = pause_slots(self._pause, now) | {"new_time": say_clock(self._new_due(), now)}
        return fill(script.text, slots)

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
        """Close with the moved pause, or say what is wrong."""
        try:
            self.dismiss(self._pause.move(self._new_due(), self._clock()))
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
