"""The row that asks how long: a preset, no time, or a length or clock time of one's own."""

from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.drafting import Draft
from companion.domain.length import parse_due
from companion.domain.times import Clock, say_clock
from companion.ui.choice import Choice
from companion.ui.dialogs import Ask
from companion.ui.pause.advice import LENGTH_LABEL, NONE_NAMED, OTHER, lengths, minutes

_BY_DIGIT = Binding.Group(_("Another length"))
_TYPES = _("A digit begins another length; esc gives the digits back to the places.")


class LengthRow(Horizontal):
    """The presets, and beside them the time to be back; a digit begins a length of one's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            str(digit), f"type('{digit}')", f"Another length, from {digit}", id=f"pause.digit-{digit}",
            show=False, system=True, group=_BY_DIGIT,
        )
        for digit in range(10)
    ]  # fmt: skip

    class Chosen(Message):
        """How long, or until when; neither if they named no time."""

        def __init__(self, length: timedelta | None = None, until: datetime | None = None) -> None:
            super().__init__()
            self.length = length
            self.until = until

    def __init__(self, draft: Draft, clock: Clock) -> None:
        """Make the row.

        Args:
            draft: What is chosen so far; it is read here, and changed by who holds the row.
            clock: The clock.
        """
        super().__init__(classes="line", id="length-line")
        self._draft = draft
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The choice, and the time."""
        yield Static("", classes="label", id="length-label")
        yield Choice(lengths(self._draft), minutes(self._draft), id="length")
        yield Static("", id="due", markup=False)

    @property
    def _choice(self) -> Choice:
        return self.query_one(Choice)

    @property
    def hint(self) -> str:
        """What digits do while the choice has the focus."""
        return _TYPES if self._choice.has_focus else ""

    def show(self, now: datetime) -> None:
        """Show what is chosen at this minute."""
        due = say_clock(self._draft.due(now), now)
        self.query_one("#length-label", Static).update(LENGTH_LABEL[self._draft.kind])
        said = _("back at {due}", due=due) if self._draft.is_stated else _("ask at {due}", due=due)
        self.query_one("#due", Static).update(said)

    def offer(self) -> None:
        """Offer the lengths of another kind of pause."""
        self._choice.offer(lengths(self._draft), minutes(self._draft))

    @on(Choice.Changed)
    def choose(self, event: Choice.Changed) -> None:
        """Take a preset, or ask for another length."""
        event.stop()
        match event.value:
            case None | "none":
                self.post_message(self.Chosen())
            case "other":
                if self._draft.until is None:
                    self.ask()
            case str(minutes_chosen):
                self.post_message(self.Chosen(timedelta(minutes=int(minutes_chosen))))

    def step(self, step: int) -> None:
        """Go to the choice, and to its next option on that side."""
        self._choice.focus()
        self._choice.action_step(step)

    def action_type(self, digit: str) -> None:
        """Ask for the length that begins with that digit."""
        self.ask(digit)

    def ask(self, typed: str = "") -> None:
        """Ask how long, or until when; something of it may be typed already."""
        ask = Ask(
            _("How long, or until when?"),
            typed,
            placeholder=_("1h 15m · until 20:40 · overnight"),
            check=lambda words: parse_due(words, self._clock()),
        )
        self.app.push_screen(ask, self._take)

    def _take(self, words: str | None) -> None:
        if words is not None:
            self.post_message(self.Chosen(until=parse_due(words, self._clock())))
            with self.prevent(Choice.Changed):
                self._choice.value = OTHER
        elif self._draft.until is None:
            self._choice.value = minutes(self._draft) if self._draft.is_stated else NONE_NAMED
