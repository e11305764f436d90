"""What an exercise is shown on: a text at both ends, the steps between, and a strength below."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.exercise import AFTER, BEFORE, Exercise
from companion.domain.settings import Settings
from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.practising import Practising
from companion.text.plain import escaped
from companion.text.whole import exercise_whole
from companion.ui.bindings import key_of
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.read.step import StepView
from companion.ui.reader.flow_view import FlowView
from companion.ui.reader.view import Reader

_ASKED = {BEFORE: _("How strong now? A digit, if you like."), AFTER: _("And now? A digit, if you like.")}

_SCROLLS = (
    "text.up", "text.down", "text.page-up", "text.page-down", "text.top", "text.end",
    "reader.next-link", "reader.follow", "reader.links",
)  # fmt: skip
"""Ids of the reader's keys that move the text while the strength has the focus."""


class Stage(Vertical):
    """Shows one place of an exercise: the introduction, a step or the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(each, action=f"read('{each.action}')", show=False, system=True)
        for each in (*FlowView.BINDINGS, *Reader.BINDINGS)
        if isinstance(each, Binding) and each.id in _SCROLLS
    ]

    def __init__(self, exercise: Exercise, library: Library, clock: Clock, settings: Settings) -> None:
        super().__init__()
        self._exercise = exercise
        self._library = library
        self._clock = clock
        self._settings = settings

    def compose(self) -> ComposeResult:
        """A text, a step that changes its words; below, a question, a strength, a note."""
        yield Reader(measure=self._settings.measure)
        yield StepView(self._exercise.steps, self._library, self._clock, self._settings)
        yield Static("", id="asked", markup=False)
        yield Center(StrengthChoice(id="strength"))
        yield Static("", id="note", markup=False)

    @property
    def step(self) -> StepView:
        """The step."""
        return self.query_one(StepView)

    @property
    def reader(self) -> Reader | None:
        """The text, if one is shown."""
        reader = self.query_one(Reader)
        return reader if reader.display else None

    @property
    def target(self) -> Widget | None:
        """What takes the focus: whatever asks for something, else the text."""
        strength = self.query_one("#strength")
        box = self.step.box
        return strength if strength.display else box.editor if box else self.reader

    def show(self, at: int, doing: Practising, ending: str) -> None:
        """Show a place.

        Args:
            at: The step; before the first the introduction, after the last the end.
            doing: What was answered so far.
            ending: What is said at the end.
        """
        exercise, said, step = self._exercise, doing.said, None
        text, home, words, made = "", "", "", exercise.made(said)
        count = exercise.title
        if at < 0:
            text, home = exercise_whole(exercise, self._library), "exercises"
        elif at < len(exercise.steps):
            step, words = exercise.steps[at], exercise.says(at, said)
            count = _("{title} · {step} of {steps}", title=count, step=at + 1, steps=len(exercise.steps))
        elif made:
            page = "\n\n".join(map(escaped, made.splitlines()))
            ways = _("{copy} copies it, enter leaves.", copy=key_of("exercise.copy", "y"))
            text = f"# {escaped(exercise.title)}\n\n{page}\n\n*{ending} {ways}*\n"
        else:
            stay = _("Stay as you are for a moment, if you like. enter leaves.")
            words = f"{ending} {stay}"
        reader = self.query_one(Reader)
        if text:
            reader.show(text, home)
        reader.display, self.step.display = bool(text), not text
        self.step.show(count, words, step)

    def ask(self, asks: str | None, doing: Practising, note: str) -> None:
        """Ask for the strength before, after or not at all, and say something quietly."""
        before, words = doing.strength(BEFORE), _ASKED.get(asks or "", "")
        if asks == AFTER and before is not None:
            words = _("It was {before}. {words}", before=before, words=words)
        strength = self.query_one("#strength", StrengthChoice)
        with self.prevent(Choice.Changed):
            marked = doing.strengths.get(asks or "")
            strength.value = None if marked is None else str(marked)
        strength.display = asks is not None
        for name, said in (("asked", words), ("note", note)):
            widget = self.query_one(f"#{name}", Static)
            widget.update(said)
            widget.display = bool(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Move a text only where there is one, and follow a link that is stood on."""
        if action != "read":
            return super().check_action(action, parameters)
        return self.reader is not None and self.reader.check_action(str(parameters[0]).partition("(")[0], ())

    async def action_read(self, how: str) -> None:
        """Move the text, though something else has the focus."""
        await self.app.run_action(how, self.reader)
