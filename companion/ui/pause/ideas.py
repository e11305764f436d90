"""What may help in a pause, one at a time."""

from collections.abc import Iterable

from companion.catalogue import _
from companion.domain.pause import Pause
from companion.domain.quiet import QUESTION
from companion.storage.suggestions import Suggestion
from companion.ui.pause.lines import key_in


class Ideas:
    """Suggestions in their order, of which one is shown."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        self._all = list(suggestions)
        self._at = 0

    @property
    def shown(self) -> Suggestion | None:
        """The one that is shown, if there is any."""
        return self._all[self._at] if self._all else None

    def line(self, pause: Pause, *, asks: bool) -> str:
        """Return the one that is shown, or else a question, with the keys for it in that pause."""
        if asks:
            loud, quiet = key_in(pause, "loud", "a"), key_in(pause, "quiet", "z")
            keys = _("{loud} it is · {quiet} it is quiet", loud=loud, quiet=quiet)
            return f"{QUESTION}   {keys}"
        if self.shown is None:
            return ""
        do, another = key_in(pause, "do", "d"), key_in(pause, "another", "tab")
        keys = _("{another} another", another=another)
        if self.shown.link:
            keys = _("{do} do it · {another} another", do=do, another=another)
        return f"{self.shown.text}   {keys}"

    def another(self) -> None:
        """Go to the next; after the last, to the first."""
        self._at = (self._at + 1) % max(1, len(self._all))

    def leave_out(self, suggestion: Suggestion) -> None:
        """Show that one no more."""
        self._all.remove(suggestion)
        self._at = min(self._at, max(0, len(self._all) - 1))

    def hands_first(self) -> None:
        """Begin with what keeps the hands busy."""
        self._all.sort(key=lambda each: not each.is_for_the_hands)
        self._at = 0
