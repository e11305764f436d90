"""Before a pause: how long, where, how strong, and what to say."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from companion.domain.length import SHORT, SUGGESTED_LEAST, parse_due
from companion.domain.pause import Pause, PauseDefaults
from companion.domain.script import PauseScript, Script, fill, open_slots, unfill
from companion.domain.slots import draft_slots
from companion.domain.strength import STRENGTHS
from companion.domain.times import Clock, say_clock, say_length
from companion.ui.choice import Choice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Ask
from companion.ui.pause.large import LargeMessage

_PRESETS = (20, 30, 45, 60)
_OTHER = "other"


class PauseForm(VerticalScroll):
    """Everything has a default that is right: `enter` starts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="pause.start", priority=True),
        Binding("y", "copy", "Copy", id="pause.copy"),
        Binding("s", "large", "Show large", id="pause.large"),
        Binding("e", "edit('leave')", "Edit", id="pause.edit"),
        Binding("r", "edit('return')", "Edit the return", id="pause.edit-return", show=False),
        Binding("u", "until", "Until…", id="pause.until"),
    ]

    class Started(Message):
        """A pause is to begin."""

        def __init__(self, pause: Pause) -> None:
            super().__init__()
            self.pause = pause

    def __init__(
        self,
        scripts: Mapping[str, Script],
        clock: Clock,
        usual: PauseDefaults,
    ) -> None:
        """Make the form.

        Args:
            scripts: The shipped scripts, by id.
            clock: The time.
            usual: The usual length and place.
        """
        super().__init__(can_focus=False)
        self._clock = clock
        self._leave = scripts[PauseScript.LEAVE].text
        self._return = scripts[PauseScript.RETURN].text
        self._length = usual.length
        self._until: datetime | None = None
        self._place = usual.place

    def compose(self) -> ComposeResult:
        """Length, place, strength; then the words."""
        yield Static("I am taking space", classes="heading")
        minutes = str(round(self._length.total_seconds() / 60))
        presets = sorted({*_PRESETS, int(minutes)})
        options = [(str(length), str(length)) for length in presets]
        with Horizontal(classes="line"):
            yield Static("How long", classes="label")
            yield Choice([*options, (_OTHER, "until…")], minutes, id="length")
            yield Static("", id="due", markup=False)
        with Horizontal(classes="line"):
            yield Static("Where", classes="label")
            yield Input(self._place, placeholder="the bedroom; or leave it empty", compact=True, id="where")
        with Horizontal(classes="line"):
            yield Static("How strong", classes="label")
            yield Choice([(str(n), str(n)) for n in STRENGTHS], id="strength").allow_none()
        yield Static("", id="advice", classes="quiet")
        yield Static("Say before you go", classes="heading")
        yield Static("", id="leave-words", markup=False, classes="words")
        yield Static("Say when you are back   r edit", classes="heading")
        yield Static("", id="return-words", markup=False, classes="words")
        yield Static(
            "If you are afraid of them, or one of you speaks of suicide, look at f1 first.", classes="quiet care"
        )

    def on_mount(self) -> None:
        """Start at the length."""
        self.draw()
        self.query_one("#length", Choice).focus()

    # -- what is shown

    @property
    def due(self) -> datetime:
        """When the pause would be due if it began now."""
        return self._until or self._clock() + self._length

    @property
    def _slots(self) -> dict[str, str]:
        now = self._clock()
        return draft_slots(self.due - now, self.due, self.query_one("#where", Input).value.strip(), now)

    def draw(self) -> None:
        """Show what the choices mean at this minute."""
        if not self.query("#return-words"):
            return  # its fields are not there yet
        now = self._clock()
        self.query_one("#due", Static).update(f"back at {say_clock(self.due, now)}")
        self.query_one("#leave-words", Static).update(fill(self._leave, self._slots))
        self.query_one("#return-words", Static).update(fill(self._return, self._slots))
        advice = ""
        if self.due - now < SUGGESTED_LEAST - timedelta(seconds=30):
            advice = SHORT
        elif "back_at" not in open_slots(self._leave):
            advice = "There is no time to be back in your words. A time is what makes it a pause."
        self.query_one("#advice", Static).update(advice)

    @on(Choice.Changed, "#length")
    def choose_length(self, event: Choice.Changed) -> None:
        """Take a preset, or ask for another length."""
        if event.value == _OTHER:
            if self._until is None:
                self.action_until()
        elif event.value:
            self._length, self._until = timedelta(minutes=int(event.value)), None
        self.draw()

    @on(Input.Changed, "#where")
    def name_place(self) -> None:
        """Put the place into the words."""
        self.draw()

    # -- actions

    def action_until(self) -> None:
        """Ask how long, or until when."""
        ask = Ask(
            "How long, or until when?",
            placeholder="1h 15m · until 20:40 · overnight",
            check=lambda words: parse_due(words, self._clock()),
        )
        self.app.push_screen(ask, self._take_until)

    def _take_until(self, words: str | None) -> None:
        choice = self.query_one("#length", Choice)
        if words is None:
            if self._until is None:
                choice.value = str(round(self._length.total_seconds() / 60))
        else:
            self._until = parse_due(words, self._clock())
            choice.value = _OTHER
        self.draw()

    def action_edit(self, which: str) -> None:
        """Change the words to say before going, or on the return; the times in them stay true."""
        text, slots = self._leave if which == "leave" else self._return, self._slots

        def take(words: str | None) -> None:
            if words and words.strip():
                edited = unfill(words.strip(), text, slots)
                if which == "leave":
                    self._leave = edited
                else:
                    self._return = edited
                self.draw()

        title = "Say before you go" if which == "leave" else "Say when you are back"
        self.app.push_screen(Ask(title, fill(text, slots)), take)

    def action_copy(self) -> None:
        """Copy the words to say before going."""
        copy(self.app, fill(self._leave, self._slots))

    def action_large(self) -> None:
        """Show the words large, to turn the screen to them."""
        self.app.push_screen(LargeMessage(fill(self._leave, self._slots)))

    def action_start(self) -> None:
        """Begin the pause."""
        now = self._clock()
        strength = self.query_one("#strength", Choice).value
        if self.due <= now:
            self._until = None
            self.draw()
            self.notify(f"That time has passed. It is {say_length(self._length)} again.", markup=False)
            return
        self.post_message(
            self.Started(
                Pause(
                    started_at=now,
                    due=self.due,
                    planned=self.due - now,
                    place=self.query_one("#where", Input).value.strip(),
                    strength_before=None if strength is None else int(strength),
                    leave_message=self._leave,
                    return_message=self._return,
                )
            )
        )
