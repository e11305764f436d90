"""Two minutes each: who speaks now, how long still, and what the other one does meanwhile."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.returning import TURN, ReturnStep, Speaker, Turn, take_turn, turn_of
from companion.domain.times import Clock, say_digits
from companion.ui.bindings import key_of
from companion.ui.pause.returning.part import ReturnPart
from companion.ui.time_left import TimeLeft

_HOW = {
    Speaker.YOU: _("Speak about yourself. They say back the gist, then ask “Did I get it?” No fixing."),
    Speaker.THEY: _("Listen. Say back the gist, then ask “Did I get it?” No fixing."),
}


def _before() -> str:
    you, they = key_of("turns.begin", "space"), key_of("turns.they", "t")
    return _("Two minutes each, as often as you like.\n{you} you speak first · {they} they do", you=you, they=they)


class TurnsPart(ReturnPart):
    """The turn timer for both. It is computed from the clock; the interval merely looks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "begin", "You", id="turns.begin"),
        Binding("t", "begin(True)", "They", id="turns.they"),
        Binding("enter,space", "swap", "Swap", id="turns.swap", key_display="enter"),
        Binding("n", "leave", "Next step", id="turns.leave"),
    ]

    step = ReturnStep.TURNS
    heading = _("Listening turns")

    class TurnOver(Message):
        """The two minutes of a turn have just passed."""

    def __init__(self, pause: Pause, is_locked: bool, clock: Clock) -> None:
        super().__init__(pause, is_locked)
        self._clock = clock
        self._turn: Turn | None = None
        self._is_said = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Who, how long, and the listener's card."""
        yield Static("", id="who", markup=False)
        yield TimeLeft(id="turn-left")
        yield Static("", id="card", markup=False)
        yield Static("", id="turn-over", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Look at the clock each second once there is a turn, and at once when one comes back to this screen."""
        self._timer = self.set_interval(1.0, self.look, pause=True)
        self.app.screen_change_signal.subscribe(self, lambda _: self.look())

    def look(self) -> None:
        """Draw the turn at this second, unless another screen is shown."""
        if self.display and self.app.screen is self.screen:
            self.draw()

    def draw(self) -> None:
        """Show whose turn it is and what is left of it."""
        turn = self._turn
        left = turn.left(self._clock()) if turn else TURN
        who = (
            _("Who speaks first?")
            if turn is None
            else _("You speak")
            if turn.speaker is Speaker.YOU
            else _("They speak")
        )
        self.query_one("#who", Static).update(who)
        self.query_one("#turn-left", TimeLeft).update(say_digits(left))
        self.query_one("#card", Static).update(_HOW[turn.speaker] if turn else _before())
        over = _("Two minutes are over. enter swaps, {leave} goes on.", leave=key_of("turns.leave", "n"))
        self.query_one("#turn-over", Static).update("" if left else over)
        if not left and not self._is_said:
            self._is_said = True
            self._rest()
            self.post_message(self.TurnOver())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Begin before the first turn, swap and leave after it; `enter` skips the step before."""
        if action in ("begin", "swap", "leave"):
            return (self._turn is None) == (action == "begin")
        return super().check_action(action, parameters)

    def action_begin(self, they: bool = False) -> None:
        """Begin the first turn."""
        self._take(Turn.begin(Speaker.THEY if they else Speaker.YOU, self._clock()))

    def action_swap(self) -> None:
        """Let the other one speak."""
        if self._turn:
            self._take(self._turn.swap(self._clock()))

    def _take(self, turn: Turn) -> None:
        self.write(take_turn(self.pause, turn))
        self.show(self.pause)

    def action_leave(self) -> None:
        """Stop the turns and go on."""
        self.post_message(self.GoOn())

    def show(self, pause: Pause) -> None:
        """Go on with a turn that was begun, where its time stands now; of one that is over, nothing rings again."""
        self._turn = turn = turn_of(pause)
        self._is_said = turn is not None and not turn.left(self._clock())
        if self._timer and turn and not self._is_said:
            self._timer.resume()
        super().show(pause)
        self.refresh_bindings()

    def on_hide(self) -> None:
        """Look at no clock that nobody sees."""
        self._rest()

    def _rest(self) -> None:
        if self._timer:
            self._timer.pause()
