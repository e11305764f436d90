"""What is said where no entry is shown, and what to do then."""

from collections.abc import Sequence

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.filter_words import HIDDEN
from companion.ui.bindings import key_of

_EMPTY = _(
    "Nothing is noted yet. Write a line above and press enter; it will stand here under its day.\n\n"
    "It stays on this machine. Over weeks, Review shows what one evening can’t."
)
_ALL_HIDDEN = _("All that is noted is hidden. {filter} and is:hidden show it.")
_NONE_FITS = _("No entry fits. Take a word out above; {clear} in the list shows all again.")
_NO_THREADS = _(
    "No rupture is noted. A hard moment, or a reply that missed, stands here with what answers it. "
    "{view} goes back to the days."
)


def say_hidden(count: int) -> str:
    """Say how many entries are hidden, and what shows them."""
    return _("{number:,} hidden: {key} {filter}", number=count, key=key_of("log.filter", "slash"), filter=HIDDEN)


def why_empty(entries: Sequence[Entry], query: str, *, by_thread: bool) -> str:
    """Say why nothing is shown.

    Args:
        entries: All of the log.
        query: The filter that is on.
        by_thread: Whether only ruptures and what answers them are shown.
    """
    if query:
        return _(_NONE_FITS, clear=key_of("log.clear", "c"))
    if not entries:
        return _EMPTY
    if by_thread:
        return _(_NO_THREADS, view=key_of("log.view", "v"))
    return _(_ALL_HIDDEN, filter=key_of("log.filter", "slash"))
