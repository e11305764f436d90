"""An exercise, one step a screen; one can stop at any time, and what was done is kept."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.reactive import reactive

from companion.catalogue import _
from companion.domain.content import SAFETY_FIRST
from companion.domain.exercise import Exercise, Step
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.practising import Practising
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.choice import Choice
from companion.ui.clipboard import copy
from companion.ui.dialogs import Choose
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.read.stage import Stage
from companion.ui.reader.view import Reader
from companion.ui.rows import Row

_INTRO = -1


class ExerciseScreen(PlaceScreen, inherit_bindings=False):
    """First who should leave it out, then a step at a time, then a quiet end with what was made."""

    CSS_PATH = [STYLES / "exercise.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "next", "Next", id="exercise.next"),
        Binding("enter,right", "turn", "Next turn", id="exercise.turn"),
        Binding("enter,right", "finish", "Leave", id="exercise.finish"),
        Binding("tab", "skip", "Skip", id="exercise.skip"),
        Binding("escape", "stop", "Stop", id="exercise.stop"),
        Binding("escape", "leave", "Back", id="exercise.back"),
        Binding("x,f4", "unsafe", "Not safe", id="exercise.unsafe"),
        Binding("y", "copy", "Copy", id="exercise.copy"),
        Binding("h", "hold", "Hold it", id="exercise.hold"),
        Binding("left,shift+tab", "previous", "One back", id="exercise.previous"),
        Binding("ctrl+c,super+c", "screen.copy_text", "Copy what is selected", id="exercise.copy-text", show=False),
    ]

    place = Place.READ

    at: reactive[int] = reactive(_INTRO)
    """The step that is shown; before the first the introduction, after the last the end."""

    def __init__(self, exercise: Exercise, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(clock)
        self._exercise = exercise
        self._store = store
        self._library = library
        self._doing = Practising(exercise, store, clock)
        self._stopped_at: int | None = None

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """All of it lies on one stage."""
        yield Stage(self._exercise, self._library, self.clock, self._store.settings)

    def on_mount(self) -> None:
        """Begin with the introduction."""
        self._draw()

    @property
    def _stage(self) -> Stage:
        return self.query_one(Stage)

    @property
    def _end(self) -> int:
        return len(self._exercise.steps)

    @property
    def _step(self) -> Step | None:
        """The step that is shown."""
        return self._exercise.steps[self.at] if 0 <= self.at < self._end else None

    def focus_first(self) -> None:
        """Focus what the screen asks with; else a text, if there is one."""
        self.set_focus(self._stage.target)

    def watch_at(self, before: int, now: int) -> None:
        """Take what the last step was answered with, and show another."""
        if self.is_mounted:
            self._take(before)
            self._draw()

    def watch_is_locked(self) -> None:
        """Say what that means here."""
        super().watch_is_locked()
        if self.is_shown:
            self._draw_foot()

    def _draw(self) -> None:
        stopped = _("You stopped here, and that is fine.")
        self._stage.show(self.at, self._doing, _("That is the end of it.") if self._stopped_at is None else stopped)
        self._draw_foot()

    def _draw_foot(self) -> None:
        """Ask how strong it is, and say what is kept."""
        unsafe, hold = key_of("exercise.unsafe", "x,f4", is_typing=True), key_of("exercise.hold", "h")
        note = self._doing.note(self.at, self.pause, unsafe=unsafe, hold=hold)
        self._stage.ask(self._doing.asks(self.at), self._doing, note)
        self.focus_first()
        self.refresh_bindings()

    # -- what is answered

    def _take(self, at: int) -> None:
        """Note what a step's field holds."""
        if 0 <= at < self._end and (field := self._exercise.steps[at].ask):
            self._doing.answer(field, self._stage.step.answer)

    @on(Choice.Changed, "#strength")
    def mark(self, event: Choice.Changed) -> None:
        """Note how strong it is."""
        if asks := self._doing.asks(self.at):
            self._doing.strengths[asks] = None if event.value is None else int(event.value)

    @on(Reader.EndSeen)
    def _hold(self, event: Reader.EndSeen) -> None:
        event.stop()

    def tick(self) -> None:
        """Keep the step's clock true too."""
        super().tick()
        if self.is_shown:
            self._stage.step.draw_clock()

    def on_screen_suspend(self) -> None:
        """Rest while another screen is shown."""
        self._stage.step.rest(True)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Go on where the time stands now."""
        self._stage.step.rest(False)

    # -- going on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here."""
        step = self._step
        match action:
            case "next" | "turn" | "finish":
                is_turn = step is not None and step.turn
                return action == ("finish" if self.at == self._end else "turn" if is_turn else "next")
            case "skip" | "stop":
                return step is not None
            case "leave":
                return step is None
            case "previous":
                return self.at != _INTRO
            case "copy":
                return self.at == self._end and self._stage.reader is not None
            case "hold":
                return self.at == self._end and self._doing.can_hold
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Go on, with what was answered."""
        at = self.at
        if self._step:
            if not self._stage.step.take():
                return
            self._take(at)
            self._doing.taken.add(at)
            if not self.did(partial(self._doing.decide, at, self.pause)):
                return
        self._go(at + 1)

    action_turn = action_next

    def action_skip(self) -> None:
        """Leave this step out; what was written stays."""
        self._go(self.at + 1)

    def action_previous(self) -> None:
        """Go one back; from where one stopped, to the step one was at."""
        at, self._stopped_at = self._stopped_at, None
        self.at = self.at - 1 if at is None else at

    def action_stop(self) -> None:
        """Stop here; that is a fine end too."""
        self._stopped_at = self.at
        self._go(self._end)

    def _go(self, at: int) -> None:
        """Show another step; at the end, keep what was done."""
        self._take(self.at)
        if at == self._end:
            self.did(partial(self._doing.keep, self.pause))
        self.at = at

    def action_unsafe(self) -> None:
        """Stop, and open the page about safety."""
        if self._step:
            self.action_stop()
        self.post_message(Follow(SAFETY_FIRST))

    def action_copy(self) -> None:
        """Copy what was made."""
        copy(self.app, self._exercise.made(self._doing.said))

    def action_hold(self) -> None:
        """Hold the message after all."""
        self.did(partial(self._doing.hold, self.pause))
        self._draw_foot()

    # -- keeping and leaving

    def keep_unkept(self) -> bool:
        """Keep what was done and written so far; a message only if that was chosen."""
        self._take(self.at)
        return self.did(partial(self._doing.keep, self.pause))

    def action_finish(self) -> None:
        """Leave, from the end."""
        self.action_leave()

    def action_leave(self) -> None:
        """Leave; what was done is kept first."""
        try:
            self._doing.keep(self.pause)
        except StoreError as error:
            rows = [Row(_("Keep it"), "keep"), Row(_("Throw it away"), "drop"), Row(_("Stay here"), "stay")]
            self.app.push_screen(Choose(str(error), rows), self._leave)
        else:
            self.dismiss()

    def _leave(self, answer: str | None) -> None:
        if answer == "keep":
            self.action_leave()
        elif answer == "drop":
            self.dismiss()
