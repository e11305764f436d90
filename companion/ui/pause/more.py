"""More time: how much, and the words that give the new time."""

import re
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.moving import parse_new_due
from companion.domain.pause import A_DAY, SUGGESTED_MORE, Pause, PauseState
from companion.domain.script import Script
from companion.domain.slots import more_words
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.ui.choice import Choice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Dialog
from companion.ui.line import Line
from companion.ui.said import Said

_STEPS = (10, 20, 30, 60)
_OTHER = "other"
_UNTIL = re.compile(r"^u(?=[\s\d])", re.IGNORECASE)
"""The key that says “until” before a pause, typed here out of habit."""


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
        yield Static(self._question, classes="dialog-title")
        yield Choice([*((str(n), str(n)) for n in _STEPS), (_OTHER, _("until…"))], minutes)
        yield Line(placeholder=_("until 21:15 · 1h 30m"))
        yield Said(classes="problem")
        yield Static("", id="words", markup=False)

    @property
    def _question(self) -> str:
        """Ask from when on the minutes count: a time that has passed, or was not named, is no beginning."""
        pause = self._pause
        is_added = pause.is_stated and pause.state(self._clock()) is PauseState.RUNNING
        if pause.is_own:
            return _("How many more minutes?") if is_added else _("How many minutes from now?")
        return _("How many more minutes do they say?") if is_added else _("How many minutes from now do they say?")

    def know(self, pause: Pause | None) -> None:
        """Go on from what another process made of the pause; close with it."""
        if pause is None:
            self.dismiss(None)
        else:
            self._pause = pause
            self.show_present()

    def show_present(self) -> None:
        """Keep the question and the words true; what was wrong with what was typed stays said."""
        self.query_one(".dialog-title", Static).update(self._question)
        try:
            self.query_one("#words", Static).update(self._words())
        except ValueError:  # an unfinished time has no words
            self.query_one("#words", Static).update("")

    def on_key(self, event: events.Key) -> None:
        """Let what is typed beside the field go into it: nothing typed is passed over."""
        field = self.query_one(Input)
        if event.character and event.character.isalnum() and not field.has_focus:
            event.stop()
            self.query_one(Choice).value = _OTHER
            field.insert_text_at_cursor(event.character)

    def _moved(self) -> Pause:
        """Return the pause as it would be.

        Raises:
            ValueError: with a sentence, if what was typed is not a later time.
        """
        now, chosen = self._clock(), self.query_one(Choice).value
        typed = self.query_one(Input).value if chosen == _OTHER else chosen
        new = parse_new_due(_UNTIL.sub("until ", typed or ""), self._pause, now)
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
        """Show the words with the new time, and no sentence about an earlier one."""
        self.query_one(".problem", Said).say("")
        self.show_present()

    def action_keep(self) -> None:
        """Close with the new time, or say what is wrong."""
        try:
            self.dismiss(self._moved())
        except ValueError as error:
            self.query_one(".problem", Said).say(str(error))

    def action_copy(self) -> None:
        """Copy the words."""
        try:
            copy(self.app, self._words())
        except ValueError as error:
            self.query_one(".problem", Said).say(str(error))

    def action_close(self) -> None:
        """Leave the due time as it was."""
        self.dismiss(None)
