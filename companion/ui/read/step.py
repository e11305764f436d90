"""One step of an exercise on the screen: what to do, what it asks for, the breath and the clock."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from companion.domain.exercise import Ask, Step
from companion.domain.settings import Settings
from companion.domain.times import Clock, say_digits, say_length
from companion.domain.vocabulary import Vocabulary, WordGroup
from companion.storage.library import Library
from companion.text.plain import one_line
from companion.ui.choice import StrengthChoice
from companion.ui.line import Line
from companion.ui.pacer import Pacer
from companion.ui.read.word_rows import WordRows

FREE = "Stop any time. Breathe your own way."
"""Shown with every step that paces the breath."""


class _Words(Line):
    """A field whose key stands in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.next", "Next", id="exercise.submit")]


class StepView(Vertical):
    """Shows one step; nothing goes on by itself."""

    def __init__(self, steps: Sequence[Step], library: Library, clock: Clock, settings: Settings) -> None:
        super().__init__(id="step")
        self._steps = steps
        self._library = library
        self._clock = clock
        self._settings = settings
        self._step: Step | None = None
        self._began: datetime = clock()
        self._is_over = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The words, and a widget for whatever the steps need."""
        asked = {step.ask for step in self._steps}
        yield Static("", id="count", markup=False)
        yield Static("", id="say", markup=False)
        if asked & {Ask.LINE, Ask.MESSAGE}:
            yield _Words(id="line")
            yield Static("", id="whole", markup=False)
        if Ask.STRENGTH in asked:
            yield Center(StrengthChoice(id="mark"))
        if asked & {Ask.FEELINGS, Ask.BODY, Ask.NEED, Ask.CHOICE}:
            yield WordRows()
        if rhythms := [step.rhythm for step in self._steps if step.rhythm]:
            yield Pacer(self._library.rhythms[rhythms[0]], self._clock, self._settings.motion)
        yield Static("", id="clock", markup=False)
        yield Static("", id="hint", markup=False)

    def on_mount(self) -> None:
        """Look at the clock each second while a step has one."""
        self._timer = self.set_interval(1.0, self.draw_clock, pause=True)

    # -- showing

    def show(self, count: str, say: str, step: Step | None, answer: tuple[str, ...] = ()) -> None:
        """Show a step, or words alone.

        Args:
            count: Where one is.
            say: What to do.
            step: The step; None for words alone.
            answer: What it was answered with before.
        """
        self._step, self._began, self._is_over = step, self._clock(), False
        self.query_one("#count", Static).update(count)
        self.query_one("#say", Static).update(say)
        self._put("hint", self._hint(say))
        self._show_field(answer)
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

    def _show_field(self, answer: tuple[str, ...]) -> None:
        """Show what the step asks with, holding its answer."""
        step = self._step
        for each in self.query("#line, #mark, WordRows"):
            each.display = False
        self._put("whole", "")
        field = self.field
        self.set_class(isinstance(field, WordRows), "-list")
        if field is None or step is None or step.ask is None:
            return
        field.display = True
        match field:
            case WordRows():
                field.offer(_offered(step, self._library.vocabulary), step.ask.most, answer)
            case Line():
                field.placeholder = step.like
                field.value = next(iter(answer), "")
            case StrengthChoice():
                field.value = next(iter(answer), None)

    @property
    def field(self) -> Widget | None:
        """What the step asks with, if it asks."""
        match self._step.ask if self._step else None:
            case None:
                return None
            case Ask.LINE | Ask.MESSAGE:
                return self.query_one(_Words)
            case Ask.STRENGTH:
                return self.query_one(StrengthChoice)
        return self.query_one(WordRows)

    def _hint(self, say: str) -> str:
        """Return what is said under a step."""
        step = self._step
        if step is None:
            return ""
        if step.ask is not None and step.ask.most > 1:
            return f"space marks up to {step.ask.most}"
        if step.ask is Ask.STRENGTH:
            return "A digit marks it; 1, then 0, is 10. ← → too."
        return FREE if step.rhythm and FREE not in say else ""

    # -- what is answered

    def answer(self, *, take: bool = False) -> tuple[str, ...]:
        """Return what stands in the field.

        Args:
            take: Whether the word stood on counts as chosen.
        """
        match self.field:
            case WordRows() as rows:
                if take:
                    rows.take()
                return rows.ticked
            case Line() as line:
                return (words,) if (words := one_line(line.value)) else ()
            case StrengthChoice() as mark:
                return (mark.value,) if mark.value else ()
        return ()

    @on(Input.Changed)
    def _show_whole(self, event: Input.Changed) -> None:
        """Show words that are longer than the field whole."""
        event.stop()
        is_long = cell_len(event.value) > event.input.size.width - 2 > 0
        self._put("whole", one_line(event.value) if is_long else "")

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
            rest = "Finish your thought, then enter." if step.turn else "Stay, or go on with enter."
            return f"That was the time for this {'turn' if step.turn else 'step'}. {rest}"
        if step.rhythm is None:
            return f"{say_digits(left)} left"
        return f"about {say_length(left)} left" if left >= timedelta(minutes=1) else "less than a minute left"

    def rest(self, resting: bool) -> None:
        """Stop looking at the clock, or go on where the time stands now."""
        if self._timer:
            self._timer.pause() if resting else self._timer.resume()
        for pacer in self.query(Pacer):
            pacer.rest(resting or not pacer.display)


def _offered(step: Step, vocabulary: Vocabulary) -> Sequence[WordGroup | str]:
    """Return the words that a step chooses from."""
    match step.ask:
        case Ask.FEELINGS:
            return vocabulary.feelings
        case Ask.BODY:
            return vocabulary.body
        case Ask.NEED:
            return vocabulary.needs
    return step.choices
