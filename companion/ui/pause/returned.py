"""Coming back: a short ladder, one step a screen; each can be skipped, and leaving loses nothing."""

from collections.abc import Callable, Iterator
from textwrap import shorten
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import SAFETY_FIRST
from companion.domain.pause import Pause
from companion.domain.record import carry_over
from companion.domain.returning import ReturnStep, beside, say_step, stand, step_of, steps_of, untalked
from companion.domain.script import Script
from companion.domain.still_parked import let_go
from companion.domain.times import Clock, say_clock
from companion.resources import STYLES
from companion.text.plain import one_line
from companion.ui.dialogs import Choose
from companion.ui.locked import say_locked
from companion.ui.messages import Follow, GoTo
from companion.ui.pause.returning.last import EntryWish, LogPart, SafePart
from companion.ui.pause.returning.message import MessagePart
from companion.ui.pause.returning.next_step import NextPart
from companion.ui.pause.returning.part import ReturnPart
from companion.ui.pause.returning.ready import ReadyPart
from companion.ui.pause.returning.strength import StrengthPart
from companion.ui.pause.returning.topic import TopicPart
from companion.ui.pause.returning.turns import TurnsPart
from companion.ui.places import Place
from companion.ui.rows import Row

SHEET = STYLES / "returning.tcss"
"""How the steps look; for the screen that holds them."""

_LOCKED = _("Locked. {unlock} shows what is private.")

_KEEP, _LET_GO = "keep", _("let go")
_ASK_PARKED = (Row(_("Keep it for the next pause"), _KEEP), Row(_("Let it go"), _LET_GO))
_ROOM = 60
"""Characters of what is parked that are shown in the question."""


class ReturnedPause(Vertical):
    """The return is on the disk already; nothing here has to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go(1)", "Next", id="returned.next"),
        Binding("backspace", "go(-1)", "One back", id="returned.previous", show=False),
        Binding("p", "anew", "Pause", id="returned.anew"),
        Binding("x", "unsafe", "Not safe", id="returned.unsafe"),
        Binding("c", "finish", "End", id="returned.finish"),
        Binding("escape", "later", "Later", id="returned.later"),
    ]

    class Changed(Message):
        """Something was chosen or typed, or another step was reached; it is to be kept at once."""

        def __init__(self, before: Pause, after: Pause) -> None:
            super().__init__()
            self._before = before
            self._after = after

        def over(self, pause: Pause) -> Pause:
            """Return the pause with what was changed, and all else as it is there."""
            return carry_over(self._before, self._after, pause)

    class Rebook(Message):
        """It is too early to talk: that pause shall begin."""

        def __init__(self, pause: Pause) -> None:
            super().__init__()
            self.pause = pause

    class Anew(Message):
        """A new pause is wanted; the steps wait as they are."""

    class TurnOver(Message):
        """The two minutes of a turn have passed: time for a bell."""

    class Done(Message):
        """Nothing more is wanted, but perhaps an entry about it."""

        def __init__(self, entry: EntryWish = EntryWish.DROP) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, pause: Pause, scripts: dict[str, Script], clock: Clock, is_locked: bool) -> None:
        super().__init__()
        self._kept = pause
        self._clock = clock
        self._is_locked = is_locked
        self._step = step_of(pause)
        self._parts = {part.step: part for part in _parts(pause, scripts, clock, is_locked)}

    def compose(self) -> ComposeResult:
        """Which step this is, what happened, and the steps, of which one is shown."""
        with Horizontal(id="top"):
            yield Static("", id="step", markup=False)
            yield Static("", id="count", markup=False)
        yield Static(self._what_happened(), id="happened", markup=False)
        if self._is_locked:
            yield Static(say_locked(_LOCKED), id="locked", markup=False)
        yield from self._parts.values()

    def on_mount(self) -> None:
        """Go on where the steps stand."""
        for part in self._parts.values():
            part.display = False
        self._show(self._step)

    @property
    def _part(self) -> ReturnPart:
        return self._parts[self._step]

    def _what_happened(self) -> str:
        pause, now = self._kept, self._clock()
        said, came = say_clock(pause.due, now), say_clock(pause.ended_at or now, now)
        if pause.is_own:
            return _("You said {said}. You are back at {came}.", said=said, came=came)
        return (
            _("They said {said}. They are back at {came}.", said=said, came=came)
            if pause.is_stated
            else _("They are back at {came}.", came=came)
        )

    def _show(self, step: ReturnStep) -> None:
        """Show a step; the one before is hidden last, so that the focus does not wander."""
        before, pause = self._part, stand(self._part.pause, step)
        self._step, part = step, self._parts[step]
        part.display = True
        part.show(pause)
        self.screen.set_focus(part.first, scroll_visible=False)
        part.scroll_home(animate=False)
        if before is not part:
            before.display = False
        self._draw_top()
        self.query_one("#happened").display = step is steps_of(pause.kind)[0]
        self._tell()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw_top()

    def _draw_top(self) -> None:
        """Say which step this is; where both do not fit, without the word."""
        heading, count = self._part.heading, say_step(self._part.pause)
        if len(heading) + len(count) >= self.size.width:
            count = count.replace("step", "")
        self.query_one("#step", Static).update(heading)
        self.query_one("#count", Static).update(count)

    @on(ReturnPart.Written)
    def _tell(self) -> None:
        """Hand on what is another one now; the present part knows, however late the message is."""
        before, now = self._kept, self._part.pause
        if before == now:
            return
        self._kept = now
        self.post_message(self.Changed(before, now))

    # -- going on

    @on(ReturnPart.GoOn)
    def _go_on(self) -> None:
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Go to the next step or one back; after the last, leave."""
        step = beside(self._kept.kind, self._step, by)
        if by > 0 and self._part.hold_back():
            self.query_one("#happened").display = False
            return
        if step is ReturnStep.DONE:
            self._finish()
        elif self._step not in (step, ReturnStep.DONE):
            self._show(step)

    def action_finish(self) -> None:
        """End the steps here, once it is said what becomes of what was parked and not talked about."""
        if self._is_locked or not (rest := untalked(self._part.pause)):
            self._finish()
            return
        said = shorten("; ".join(map(one_line, rest)), _ROOM, placeholder=" …")
        self.app.push_screen(Choose(_("Not talked about: {said}", said=said), _ASK_PARKED), self._take_parked)

    def _take_parked(self, answer: str | None) -> None:
        if answer == _LET_GO:
            self._part.pause = let_go(self._part.pause)
        if answer:
            self._finish()

    def action_anew(self) -> None:
        """Ask for a new pause."""
        self.post_message(self.Anew())

    @on(LogPart.Taken)
    def _take_entry(self, event: LogPart.Taken) -> None:
        self._finish(event.wish)

    def _finish(self, entry: EntryWish = EntryWish.DROP) -> None:
        self._part.pause = stand(self._part.pause, ReturnStep.DONE)
        self._tell()
        self.post_message(self.Done(entry))

    @on(ReadyPart.Rebooked)
    def _rebook(self, event: ReadyPart.Rebooked) -> None:
        """End these steps: they come again after the next pause."""
        self._part.pause = stand(self._part.pause, ReturnStep.DONE)
        self._tell()
        self.post_message(self.Rebook(event.pause))

    @on(TurnsPart.TurnOver)
    def _ring(self) -> None:
        self.post_message(self.TurnOver())

    def action_unsafe(self) -> None:
        """Put the steps for two away, and lead to safety."""
        self._show(ReturnStep.DONE)
        self.post_message(Follow(SAFETY_FIRST))

    def action_later(self) -> None:
        """Leave the steps; they wait here."""
        self.post_message(GoTo(Place.NOW))


def _parts(pause: Pause, scripts: dict[str, Script], clock: Clock, is_locked: bool) -> Iterator[ReturnPart]:
    """Yield a part for each step after this kind of pause, and the one where the steps are put away."""
    makers: dict[ReturnStep, Callable[[], ReturnPart]] = {
        ReturnStep.READY: lambda: ReadyPart(pause, is_locked, scripts, clock),
        ReturnStep.MESSAGE: lambda: MessagePart(pause, is_locked, scripts, clock),
        ReturnStep.TOPIC: lambda: TopicPart(pause, is_locked),
        ReturnStep.TURNS: lambda: TurnsPart(pause, is_locked, clock),
        ReturnStep.NEXT: lambda: NextPart(pause, is_locked),
        ReturnStep.STRENGTH: lambda: StrengthPart(pause, is_locked),
        ReturnStep.LOG: lambda: LogPart(pause, is_locked),
        ReturnStep.DONE: lambda: SafePart(pause, is_locked),
    }
    for step in (*steps_of(pause.kind), ReturnStep.DONE):
        yield makers[step]()
