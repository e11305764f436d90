"""Ready to talk? Four ticks; with too few of them, twenty more minutes and the words that ask for them."""

from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.pause import SUGGESTED_MORE, Pause
from companion.domain.returning import ENOUGH, READY, ReturnStep, not_ready_text, rebook, tick, ticked
from companion.domain.script import Script, fill
from companion.domain.slots import pause_slots
from companion.domain.times import Clock
from companion.ui.bindings import key_of
from companion.ui.choice import Choice
from companion.ui.pause.returning.part import ReturnPart
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_LENGTHS = (20, 30, 45, 60)
_SUGGESTED = str(round(SUGGESTED_MORE.total_seconds() / 60))
_DIGITS = _("A digit ticks its line. Fewer than three, and more time is offered.")
_ANYWAY = _("{book} books it · enter goes on anyway")


class Ticks(RowList, inherit_bindings=False):
    """Lines to tick; `enter` is left to who holds them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="ready.tick"),
        *(Binding(str(n), f"tick({n})", f"Tick {n}", id=f"ready.tick-{n}", show=False) for n in range(1, 5)),
        Binding("up", "step(-1)", "Up", id="rows.up", show=False, system=True),
        Binding("down", "step(1)", "Down", id="rows.down", show=False, system=True),
    ]

    class Ticked(Message):
        """A line was ticked, or not any more."""

    def __init__(self, ticked: set[int]) -> None:
        self.ticked = ticked
        super().__init__(*self._lines(), wrapped=True)

    def _lines(self) -> list[Row]:
        return [
            Row(line, str(number), lead=f"{number} [{'x' if number in self.ticked else ' '}]")
            for number, line in enumerate(READY, 1)
        ]

    def action_tick(self, number: int | None = None) -> None:
        """Tick a line or take its tick away; without a number, the one under the cursor."""
        number = number or int(self.chosen.id or 1 if self.chosen else 1)
        self.ticked ^= {number}
        self.show(self._lines(), str(number))
        self.post_message(self.Ticked())

    def action_choose(self) -> None:
        """Tick the line that was clicked."""
        self.action_tick()


class ReadyPart(ReturnPart):
    """The ticks; then, if they are few, the offer of more time."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("r", "rebook", "Book it", id="ready.rebook")]

    step = ReturnStep.READY
    heading = _("Ready to talk?")

    class Rebooked(Message):
        """The talk would come too early; another pause shall begin."""

        def __init__(self, pause: Pause) -> None:
            super().__init__()
            self.pause = pause

    def __init__(self, pause: Pause, is_locked: bool, scripts: dict[str, Script], clock: Clock) -> None:
        super().__init__(pause, is_locked)
        self._text = not_ready_text(scripts)
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The ticks, and under them the offer, which waits."""
        yield Ticks(ticked(self.pause))
        yield Static(_DIGITS, id="digits", classes="quiet", markup=False)
        with Vertical(id="not-ready"):
            yield Static("", id="kindly", markup=False)
            yield Static("", classes="words", markup=False)
            yield Choice([(str(n), _("{n} min", n=n)) for n in _LENGTHS], _SUGGESTED)
            yield Static(_(_ANYWAY, book=key_of("ready.rebook", "r")), classes="quiet", markup=False)

    @property
    def first(self) -> Widget:
        """The ticks."""
        return self.query_one(Ticks)

    @property
    def _is_enough(self) -> bool:
        return len(self.query_one(Ticks).ticked) >= ENOUGH

    @property
    def _offer(self) -> Vertical:
        return self.query_one("#not-ready", Vertical)

    @property
    def _minutes(self) -> int:
        return int(self.query_one(Choice).value or _SUGGESTED)

    def _next_pause(self) -> Pause:
        return rebook(self.pause, self._text, timedelta(minutes=self._minutes), self._clock())

    def show(self, pause: Pause) -> None:
        """Begin with the ticks."""
        super().show(pause)
        self._set_offer(False)

    def hold_back(self) -> bool:
        """Offer more time, once, if the ticks are few; return whether it was."""
        if self._is_enough or self._offer.display:
            return False
        self._set_offer(True)
        return True

    def _set_offer(self, shown: bool) -> None:
        self._offer.display = shown
        for name in ("Ticks", "#digits"):
            self.query_one(name).display = not shown
        (self.query_one(Choice) if shown else self.first).focus()
        self.draw()
        self.refresh_bindings()

    @on(Ticks.Ticked)
    def keep_ticks(self) -> None:
        """Keep them at once."""
        self.write(tick(self.pause, self.query_one(Ticks).ticked))

    @on(Choice.Changed)
    def draw(self) -> None:
        """Say how long, and the words with the new time."""
        later, now = self._next_pause(), self._clock()
        self.query_one("#kindly", Static).update(_say_kindly(self._minutes))
        self.query_one(".words", Static).update(fill(later.leave_message, pause_slots(later, now)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to book only what is shown."""
        if action == "rebook":
            return self.is_mounted and bool(self._offer.display)
        return super().check_action(action, parameters)

    def action_rebook(self) -> None:
        """Ask for the pause that is offered."""
        self.post_message(self.Rebooked(self._next_pause()))


def _say_kindly(minutes: int) -> str:
    return _("Not quite yet. That is fine. Take {minutes} more minutes, and say so:", minutes=minutes)
