"""While somebody else takes space: until when, and what to do with the pull to write."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from companion.catalogue import _
from companion.domain.pause import PauseState
from companion.domain.urges import can_take_back, say_urges
from companion.ui.bindings import key_of
from companion.ui.pause.running import RunningPause
from companion.ui.pause.wish import Wish


class WaitingPause(RunningPause, inherit_bindings=False):
    """Draws a pause that is given; the time is theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *VerticalScroll.BINDINGS,
        Binding("enter", "ask('back')", "They're back", id="waiting.back"),
        Binding("h", "ask('hold')", "Hold", id="waiting.hold"),
        Binding("x", "ask('unsafe')", "Not safe", id="waiting.not-safe"),
        Binding("u", "ask('ride')", "Rode it out", id="waiting.ride"),
        Binding("backspace", "ask('take back')", "Take it back", id="waiting.unride", show=False),
        Binding("plus,equals_sign", "ask('more')", "Time", id="waiting.more", key_display="+"),
        Binding("e", "ask('wait')", "I wait until", id="waiting.wait", show=False),
        Binding("b", "rhythm", "Rhythm", id="waiting.breathe", show=False),
        Binding("tab", "another", "Another idea", id="waiting.another", show=False),
        Binding("d", "do", "Do it", id="waiting.do", show=False),
        Binding("asterisk", "mark(False)", "It helps", id="waiting.helps", show=False, key_display="*"),
        Binding("minus", "mark(True)", "Not for me", id="waiting.hide", show=False, key_display="-"),
        Binding("t", "ask('park')", "Park", id="waiting.park", show=False),
        Binding("y", "copy", "Copy", id="waiting.copy", show=False),
        Binding("s", "large", "Large", id="waiting.large", show=False),
        Binding("m", "ask('told')", "I said it", id="waiting.told", show=False),
        Binding("c", "ask('end')", "End", id="waiting.end"),
    ]

    def _kept_line(self) -> str:
        """Say how many pulls were ridden out, and what is parked."""
        pause, now = self._pause, self._clock()
        said = " · ".join(filter(None, (say_urges(pause), super()._kept_line())))
        if not said and pause.state(now) is PauseState.RUNNING:
            hold, ride = key_of("waiting.hold", "h"), key_of("waiting.ride", "u")
            waves = _("The pull to write comes in waves.   {hold} holds the words · {ride} counts one you rode out")
            return _(waves, hold=hold, ride=ride)
        return _("{said}   backspace takes the last one back", said=said) if can_take_back(pause, now) else said

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take a pull back only just after it was counted."""
        if action == "ask" and parameters == (Wish.UNRIDE,):
            return can_take_back(self._pause, self._clock())
        return super().check_action(action, parameters)
