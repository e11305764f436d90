"""What is said in passing while reading: a line below the text, never over it, one thing at a time."""

from textual.timer import Timer
from textual.widgets import Static

from companion.catalogue import _

_SAYING = "-saying"
"""The class of a screen on which something is said; what else stands there gives way."""
_MOMENT = 3.0
"""Seconds for which something is said."""
_WAIT = _("One moment …")


class SaidLine(Static):
    """A sentence for a moment."""

    def __init__(self) -> None:
        super().__init__("", id="said", markup=False)
        self.display = False
        self._until: Timer | None = None

    def say(self, sentence: str, seconds: float | None = None) -> None:
        """Say a sentence in place of the last one, for so many seconds."""
        self._show(sentence)
        self._until = self.set_timer(seconds or _MOMENT, self.hush)

    def wait(self, is_over: bool) -> None:
        """Ask for patience until it is over."""
        if is_over:
            self.hush()
        else:
            self._show(_WAIT)

    def hush(self) -> None:
        """Say nothing any more."""
        if self._until is not None:
            self._until.stop()
            self._until = None
        if self.display:
            self._stand(False)

    def _show(self, sentence: str) -> None:
        self.hush()
        self.update(sentence)
        self._stand(True)

    def _stand(self, is_there: bool) -> None:
        self.display = is_there
        self.screen.set_class(is_there, _SAYING)
