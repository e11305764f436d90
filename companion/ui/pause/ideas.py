"""What may help in a pause, one at a time."""

from collections.abc import Iterable

from companion.catalogue import _
from companion.domain.quiet import QUESTION
from companion.storage.suggestions import Suggestion

_QUIET = "   ".join((QUESTION, _("a it is · z it is quiet")))


class Ideas:
    """Suggestions in their order, of which one is shown."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        self._all = list(suggestions)
        self._at = 0

    @property
    def shown(self) -> Suggestion | None:
        """The one that is shown, if there is any."""
        return self._all[self._at] if self._all else None

    def line(self, *, asks: bool) -> str:
        """Return the one that is shown, or else a question, with the keys for it."""
        if asks:
            return _QUIET
        if self.shown is None:
            return ""
        keys = _("d do it · tab another") if self.shown.link else _("tab another")
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
