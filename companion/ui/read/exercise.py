"""An exercise, one step a screen; one can stop at any time."""

from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from companion.domain.exercise import Exercise, Step
from companion.domain.times import Clock, say_digits, say_length
from companion.resources import STYLES
from companion.storage.library import Library
from companion.text.whole import exercise_whole
from companion.ui.pacer import Pacer
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.reader.view import Reader

FREE = "Stop any time. Breathe your own way."
"""Shown with every step that paces the breath."""

_INTRO = -1


class ExerciseScreen(PlaceScreen):
    """First who should leave it out, then a step at a time, then a quiet end."""

    CSS_PATH = [STYLES / "exercise.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "step(1)", "Next", id="exercise.next", key_display="enter"),
        Binding("left", "step(-1)", "One back", id="exercise.previous", key_display="←"),
        Binding("s", "stop", "Stop", id="exercise.stop"),
        Binding("escape", "back", "Back", id="exercise.back"),
    ]

    place = Place.READ

    at: reactive[int] = reactive(_INTRO)
    """The step that is shown; before the first the introduction, after the last the end."""

    def __init__(self, exercise: Exercise, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._exercise = exercise
        self._library = library
        self._began = clock()
        self._stopped = False
        self._timer: Timer | None = None

    def compose_place(self) -> ComposeResult:
        """The introduction, and one step that changes its words."""
        yield Reader(id="intro")
        with Vertical(id="step"):
            yield Static("", id="count", markup=False)
            yield Static("", id="say", markup=False)
            if rhythms := [each.rhythm for each in self._exercise.steps if each.rhythm]:
                yield Pacer(self._library.rhythms[rhythms[0]], self.clock)
            yield Static("", id="clock", markup=False)
            yield Static("", id="free", markup=False)

    def on_mount(self) -> None:
        """Begin with the introduction."""
        reader = self.query_one(Reader)
        reader.show(exercise_whole(self._exercise, self._library), "exercises")
        self._timer = self.set_interval(1.0, self._draw_clock, pause=True)
        self._draw()

    def focus_first(self) -> None:
        """Focus the introduction; a step has nothing to move in."""
        self.set_focus(self.query_one(Reader) if self.at == _INTRO else None)

    @property
    def _step(self) -> Step | None:
        """The step that is shown."""
        steps = self._exercise.steps
        return steps[self.at] if 0 <= self.at < len(steps) else None

    def watch_at(self) -> None:
        """Show another step."""
        self._began = self.clock()
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        step, steps = self._step, self._exercise.steps
        self.query_one(Reader).display = self.at == _INTRO
        self.query_one("#step").display = self.at != _INTRO
        self.focus_first()
        count = f"{self._exercise.title} · {self.at + 1} of {len(steps)}" if step else self._exercise.title
        self.query_one("#count", Static).update(count)
        ending = "You stopped here, and that is fine." if self._stopped else "That is the end of it."
        say = step.say if step else f"{ending} Stay as you are for a moment, if you like. enter leaves."
        self.query_one("#say", Static).update(say)
        paced = step is not None and step.rhythm is not None
        self.query_one("#free", Static).update(FREE if paced and FREE not in say else "")
        for pacer in self.query(Pacer):
            pacer.display = paced
            pacer.rest(not paced)
            if step and step.rhythm:
                pacer.rhythm = self._library.rhythms[step.rhythm]
        self._draw_clock()

    def _draw_clock(self) -> None:
        """Say how long the step still takes; nothing goes on by itself."""
        step = self._step
        timed = step is not None and step.seconds is not None
        self.query_one("#clock", Static).update(self._time_left(step) if step else "")
        if self._timer:
            self._timer.resume() if timed else self._timer.pause()

    def _time_left(self, step: Step) -> str:
        if step.seconds is None:
            return ""
        left = self._began + timedelta(seconds=step.seconds) - self.clock()
        if left <= timedelta(0):
            return "That was the time for this step. Stay, or go on with enter."
        if step.rhythm is None:
            return f"{say_digits(left)} left"
        return f"about {say_length(left)} left" if left >= timedelta(minutes=1) else "less than a minute left"

    def tick(self) -> None:
        """Keep the step's clock true too."""
        super().tick()
        if self.is_mounted:
            self._draw_clock()

    def on_screen_suspend(self) -> None:
        """Rest while another screen is shown."""
        if self._timer:
            self._timer.pause()
        for pacer in self.query(Pacer):
            pacer.rest(True)

    def on_screen_resume(self) -> None:
        """Go on where the time stands now."""
        for pacer in self.query(Pacer):
            pacer.rest(not pacer.display)

    @on(Reader.EndSeen)
    def _hold(self, event: Reader.EndSeen) -> None:
        event.stop()

    def action_step(self, step: int) -> None:
        """Go on or one back; after the end, leave."""
        if self.at == len(self._exercise.steps) and step > 0:
            self.dismiss()
            return
        self._stopped = False
        self.at = max(_INTRO, self.at + step)

    def action_stop(self) -> None:
        """Stop here; that is a fine end too."""
        self._stopped = True
        self.at = len(self._exercise.steps)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()
