"""The entries that are looked at: all, or those that a filter lets through."""

import msgspec
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from companion.domain.entry import Entry
from companion.domain.log import Filter
from companion.domain.times import Clock, local
from companion.domain.vocabulary import Vocabulary
from companion.ui import locked
from companion.ui.log.entry_list import EntryList, kind_rows
from companion.ui.rows import Row

_EMPTY = (
    "Nothing is noted yet. Write a line above and press enter; it will stand here under its day.\n\n"
    "It stays on this machine. Over weeks, Review shows what one evening can’t."
)
_NONE_FITS = "No entry fits."


class FoundEntries(Vertical):
    """What the filter is, and the entries that it lets through by day."""

    def __init__(self, vocabulary: Vocabulary, clock: Clock) -> None:
        super().__init__()
        self.filter = Filter()
        """What is shown only; changed by `narrow`."""
        self._vocabulary = vocabulary
        self._clock = clock
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        """The filter, what is said of an empty list, the list."""
        yield Static("", id="filter", markup=False)
        yield Static("", id="empty", classes="quiet", markup=False)
        yield EntryList(self._vocabulary, id="entries")

    @property
    def chosen(self) -> str | None:
        """The id of the entry under the cursor."""
        row = self.query_one(EntryList).chosen
        return row.id if row else None

    def show(self, entries: list[Entry], at: str | None = None) -> None:
        """Show entries, newest first, and stand on the one with that id; a filter that would hide it is cleared."""
        self._entries = entries
        wanted = [entry for entry in entries if entry.id == at]
        if wanted and not self.filter.select(wanted):
            self.filter = Filter()
        self._draw(at)

    def show_locked(self) -> None:
        """Show that there may be something, and how to see it; nothing of it is left here."""
        self._entries, self.filter = [], Filter()
        self._draw()
        self._say("empty", locked.LOG)

    def narrow(self, wanted: Filter) -> None:
        """Show only what that filter lets through."""
        self.filter = wanted
        self._draw()

    def kind_rows(self) -> list[Row]:
        """Return a row for every kind that the other parts of the filter let through."""
        return kind_rows(msgspec.structs.replace(self.filter, kind=None).select(self._entries), self._vocabulary)

    def _draw(self, at: str | None = None) -> None:
        entries = self._entries
        shown = self.filter.select(entries) if self.filter else entries
        self._say("filter", self._say_filter(len(shown), len(entries)) if self.filter else "")
        self._say("empty", "" if shown else _NONE_FITS if entries else _EMPTY)
        self.query_one(EntryList).show_entries(shown, local(self._clock()).date(), at)
        self.screen.refresh_bindings()

    def _say(self, about: str, sentence: str) -> None:
        said = self.query_one(f"#{about}", Static)
        said.update(sentence)
        said.display = bool(sentence)

    def _say_filter(self, shown: int, total: int) -> str:
        parts = []
        if self.filter.kind is not None:
            parts.append(self._vocabulary.kind_label(self.filter.kind))
        if self.filter.words:
            parts.append(f"with “{self.filter.words}”")
        return f"{shown:,} of {total:,}: {', '.join(parts)} · c shows all"
