"""One step of an exercise on the screen: what to do, what it asks for, the breath and the clock."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.exercise import Step
from companion.domain.field import SEVERAL, Field
from companion.domain.settings import Settings
from companion.domain.times import Clock, local, say_digits, say_length
from companion.domain.worksheet_offers import Offers
from companion.storage.library import Library
from companion.text.plain import one_line
from companion.ui.field.box import FieldBox
from companion.ui.field.editors import Editors
from companion.ui.pacer import Pacer
from companion.ui.tick_list import TickList

FREE = _("Stop any time. Breathe your own way.")
"""Shown with every step that paces the breath."""


class StepView(Vertical):
    """Shows one step; nothing goes on by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.next", "Next", id="exercise.submit", priority=True),
    ]

    def __init__(self, steps: Sequence[Step], library: Library, clock: Clock, settings: Settings) -> None:
        super().__init__(id="step")
        self._steps = steps
        self._library = library
        self._clock = clock
        self._settings = settings
        self._offers = Offers(library.vocabulary, ())
        self._step: Step | None = None
        self._began: datetime = clock()
        self._is_over = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The words, a box for whatever a step asks, the breath and the clock."""
        yield Static("", id="count", markup=False)
        yield Static("", id="say", markup=False)
        editors = Editors(self._offers, self._today, room=0)
        for field in [step.ask for step in self._steps if step.ask]:
            yield FieldBox(field, "", None, editors, self._read)
        yield Static("", id="whole", markup=False)
        if rhythms := [step.rhythm for step in self._steps if step.rhythm]:
            yield Pacer(self._library.rhythms[rhythms[0]], self._clock, self._settings.motion)
        yield Static("", id="clock", markup=False)
        yield Static("", id="hint", markup=False)

    @property
    def _today(self) -> date:
        return local(self._clock()).date()

    def _read(self, field: Field, typed: str) -> str:
        return field.read(typed, self._today, self._offers.of(field))

    def on_mount(self) -> None:
        """Look at the clock each second while a step has one."""
        self._timer = self.set_interval(1.0, self.draw_clock, pause=True)

    # -- showing

    def show(self, count: str, say: str, step: Step | None) -> None:
        """Show a step, or words alone.

        Args:
            count: Where one is.
            say: What to do.
            step: The step; None for words alone.
        """
        self._step, self._began, self._is_over = step, self._clock(), False
        self.query_one("#count", Static).update(count)
        self.query_one("#say", Static).update(say)
        self._put("hint", FREE if step and step.rhythm and FREE not in say else "")
        for box in self.query(FieldBox):
            box.display = step is not None and box.field is step.ask
        self.set_class(self.box is not None and isinstance(self.box.editor, TickList), "-list")
        self._show_whole()
        paced = step is not None and step.rhythm is not None
        for pacer in self.query(Pacer):
            pacer.display = paced
            pacer.rest(not paced)
            if step and step.rhythm:
                pacer.rhythm = self._library.rhythms[step.rhythm]
        self.draw_clock()

    def _put(self, name: str, words: str) -> None:
        """Say something, or take it away with the room it had."""
        for each in self.query(f"#{name}").results(Static):
            each.update(words)
            each.set_class(not words, "-empty")

    # -- what is answered

    @property
    def box(self) -> FieldBox | None:
        """What the step asks with, if it asks."""
        return next((box for box in self.query(FieldBox) if box.display), None)

    @property
    def answer(self) -> str:
        """What stands there."""
        if self.box is None:
            return ""
        return self.box.answer if self.box.field.kind in SEVERAL else one_line(self.box.answer)

    def take(self) -> bool:
        """Tick the word stood on, if none is; say beside the field what is wrong; return whether the answer fits."""
        if self.box is None:
            return True
        if isinstance(self.box.editor, TickList) and not self.box.editor.ticked:
            self.box.editor.action_choose()
        return self.box.check()

    @on(FieldBox.Changed)
    def _show_whole(self) -> None:
        """Show words that are longer than their line whole."""
        line = self.box.editor if self.box else None
        is_long = isinstance(line, Input) and cell_len(line.value) > line.size.width - 2 > 0
        self._put("whole", self.answer if is_long else "")

    # -- the clock

    def draw_clock(self) -> None:
        """Say how long the step still takes."""
        step = self._step
        timed = step is not None and step.seconds is not None
        self._put("clock", self._time_left(step) if step else "")
        if self._timer:
            self._timer.resume() if timed and not self._is_over else self._timer.pause()

    def _time_left(self, step: Step) -> str:
        if step.seconds is None:
            return ""
        whole = timedelta(seconds=step.seconds)
        left = min(whole, self._began + whole - self._clock())  # no longer where the clock was set back
        if left <= timedelta(0):
            if step.turn and not self._is_over and self._settings.bell:
                self.app.bell()  # two people look at each other, not here
            self._is_over = True
            return step.time_is_up
        if step.rhythm is None:
            return _("{digits} left", digits=say_digits(left))
        return (
            _("about {length} left", length=say_length(left))
            if left >= timedelta(minutes=1)
            else _("less than a minute left")
        )

    def rest(self, resting: bool) -> None:
        """Stop looking at the clock, or go on where the time stands now."""
        if self._timer:
            self._timer.pause() if resting else self._timer.resume()
        for pacer in self.query(Pacer):
            pacer.rest(resting or not pacer.display)
