"""What is said where no entry is shown, and what to do then."""

from collections.abc import Sequence

from companion.catalogue import _
from companion.domain.entry import Entry

_EMPTY = _(
    "Nothing is noted yet. Write a line above and press enter; it will stand here under its day.\n\n"
    "It stays on this machine. Over weeks, Review shows what one evening can’t."
)
_ALL_HIDDEN = _("All that is noted is hidden. / and is:hidden show it.")
_NONE_FITS = _("No entry fits. Take a word out above; c in the list shows all again.")
_NO_THREADS = _(
    "No rupture is noted. A hard moment, or a reply that missed, stands here with what answers it. "
    "v goes back to the days."
)


def why_empty(entries: Sequence[Entry], query: str, *, by_thread: bool) -> str:
    """Say why nothing is shown.

    Args:
        entries: All of the log.
        query: The filter that is on.
        by_thread: Whether only ruptures and what answers them are shown.
    """
    if query:
        return _NONE_FITS
    if not entries:
        return _EMPTY
    return _NO_THREADS if by_thread else _ALL_HIDDEN
