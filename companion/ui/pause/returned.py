"""Coming back: what to say, what was parked, how strong it is now."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from companion.domain.pause import Pause
from companion.domain.script import Script
from companion.domain.slots import return_words
from companion.domain.strength import STRENGTHS
from companion.domain.times import Clock, say_clock
from companion.text.plain import one_line
from companion.ui.choice import Choice
from companion.ui.clipboard import copy
from companion.ui.pause.large import LargeMessage


class ReturnedPause(VerticalScroll):
    """The return is on the disk already; nothing here has to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Done", id="returned.done", priority=True),
        Binding("l", "log", "Log it", id="returned.log"),
        Binding("y", "copy", "Copy", id="returned.copy"),
        Binding("s", "large", "Show large", id="returned.large"),
    ]

    class Felt(Message):
        """How strong it is now was chosen."""

        def __init__(self, strength: int | None) -> None:
            super().__init__()
            self.strength = strength

    class Done(Message):
        """Nothing more is wanted; `log` asks for an entry about it."""

        def __init__(self, log: bool) -> None:
            super().__init__()
            self.log = log

    def __init__(self, pause: Pause, scripts: dict[str, Script], clock: Clock, is_locked: bool) -> None:
        super().__init__(can_focus=is_locked)
        self._is_locked = is_locked
        self._pause = pause
        self._scripts = scripts
        self._clock = clock

    def compose(self) -> ComposeResult:
        """What happened in one line; the words; what was parked; the strength."""
        now = self._clock()
        said, came = say_clock(self._pause.due, now), say_clock(self._pause.ended_at or now, now)
        yield Static(f"You said {said}. You are back at {came}.", classes="heading", markup=False)
        yield Static(self.words(), classes="words", markup=False)
        yield Static("y copies it · s shows it large", classes="quiet")
        if self._pause.topic or self._pause.thoughts:
            yield Static("Parked until now", classes="heading")
            parked = filter(None, (self._pause.topic, *self._pause.thoughts))
            yield Static("\n".join(f"· {one_line(thought)}" for thought in parked), markup=False, classes="words")
        if self._is_locked:
            return  # what has ended can't be changed before it is unlocked
        with Horizontal(classes="line"):
            yield Static("How strong is it now", classes="label")
            yield Choice([(str(n), str(n)) for n in STRENGTHS], id="strength-after").allow_none()
        if self._pause.strength_before is not None:
            yield Static(f"When you left it was {self._pause.strength_before}.", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Start at the strength."""
        (self if self._is_locked else self.query_one(Choice)).focus()

    def words(self) -> str:
        """Return what to say on coming back."""
        return return_words(self._pause, self._scripts, self._clock())

    @on(Choice.Changed)
    def feel(self, event: Choice.Changed) -> None:
        """Hand on the strength at once, so that nothing is lost by leaving."""
        self.post_message(self.Felt(None if event.value is None else int(event.value)))

    def action_done(self) -> None:
        """Leave."""
        self.post_message(self.Done(log=False))

    def action_log(self) -> None:
        """Leave, and write an entry about it."""
        self.post_message(self.Done(log=True))

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self.app, self.words())

    def action_large(self) -> None:
        """Show the words large."""
        self.app.push_screen(LargeMessage(self.words()))
