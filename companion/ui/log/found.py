"""The entries that are looked at: by day or by thread, all or those that a filter lets through."""

import asyncio
from collections.abc import Sequence
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.entry_filter import EntryFilter
from companion.domain.person import Names
from companion.domain.threads import Thread, threads
from companion.domain.times import Clock, local
from companion.storage.library import Library
from companion.ui import locked
from companion.ui.choice import Choice
from companion.ui.log.empty import say_hidden, why_empty
from companion.ui.log.entry_list import EntryList
from companion.ui.log.entry_rows import DayRows, ThreadRows
from companion.ui.log.filter_bar import FilterBar
from companion.ui.log.filter_reader import FilterReader
from companion.ui.log.view import View, ViewChoice

_WORKER = "filter"
_SLICE = 50
"""Entries that are looked at before a key may come a step further; until it is drawn it takes some thirty steps."""


class FoundEntries(Vertical):
    """What the filter is, how the entries are arranged, and the entries."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.view = View.DAYS
        self.query_words = ""
        """The filter, as it is typed."""
        self.reader = FilterReader(library, clock)
        self._filter = EntryFilter()
        self._vocabulary = library.vocabulary
        self._clock = clock
        self._entries: Sequence[Entry] = ()
        self._hidden = 0
        self._said: dict[str, str] = {}
        self._threads: list[Thread] | None = None
        self._all: dict[tuple[View, date], DayRows | ThreadRows] = {}

    def compose(self) -> ComposeResult:
        """The filter, the views, what is said of an empty list, the list."""
        yield FilterBar()
        with Horizontal(id="views"):
            yield ViewChoice([(view, view.label) for view in View], self.view)
            yield Static("", id="hidden", classes="quiet", markup=False)
        yield Static("", id="empty", classes="quiet", markup=False)
        yield EntryList(self._vocabulary, id="entries")

    # -- what is asked

    @property
    def entries(self) -> EntryList:
        """The list."""
        return self.query_one(EntryList)

    @property
    def chosen(self) -> str | None:
        """The id of the entry under the cursor."""
        row = self.entries.chosen
        return row.id if row else None

    @property
    def typed(self) -> str:
        """The filter, with what was typed in it a moment ago."""
        return self.query_one(FilterBar).words

    @property
    def thread(self) -> Thread | None:
        """The thread under the cursor; none by day."""
        rows = self.entries.rows
        return rows.thread_of(self.chosen) if isinstance(rows, ThreadRows) and self.chosen else None

    # -- showing

    def show(self, entries: Sequence[Entry], at: str | None = None, *, whole_names: bool = False) -> None:
        """Show entries, newest first, and stand on the one with that id; a filter that would hide it is cleared.

        Args:
            entries: All of them; the same ones again cost next to nothing.
            at: The id of an entry.
            whole_names: The setting `show_names`.
        """
        if entries != self._entries:
            self._entries, self._threads, self._all = entries, None, {}
            self._hidden = sum(entry.hidden for entry in entries)
        self.entries.names = Names.among(entries, whole=whole_names)
        wanted = [entry for entry in entries if entry.id == at] if at else []
        if wanted and self._filter and not self._filter.select(wanted):
            self.narrow("", at)
        else:
            self._search(self.query_words, at)

    def show_locked(self) -> None:
        """Show that there may be something, and how to see it; nothing of it is left here."""
        self._entries, self._threads, self._all = (), None, {}
        self.workers.cancel_group(self, _WORKER)
        self.query_words, self._filter = "", EntryFilter()
        self.query_one(FilterBar).fill("")
        self.query_one("#views").display = False
        self.entries.let_go()
        self._say("empty", locked.say_locked(locked.LOG))

    def begin_with(self, query: str) -> None:
        """Put that filter on, before entries are shown."""
        self.query_words = query
        self.query_one(FilterBar).fill(query)

    def narrow(self, query: str, at: str | None = None) -> None:
        """Show only what the filter of that line lets through, and stand on the entry with that id."""
        self.query_one(FilterBar).fill(query)
        self._search(query, at)

    def _search(self, query: str, at: str | None = None) -> None:
        self.query_words = query
        if query.strip():
            self._look(query, at)
            return
        self.workers.cancel_group(self, _WORKER)
        self._filter = EntryFilter()
        self.query_one(FilterBar).say("")
        self._draw(self._all_rows(), at)

    @on(FilterBar.Typed)
    def follow(self, event: FilterBar.Typed) -> None:
        """Look for what is typed."""
        event.stop()
        if event.query != self.query_words:
            self._search(event.query)

    def show_as(self, view: View) -> None:
        """Show the same entries by day or by thread, the cursor on the same one if it is there."""
        self.view = view
        self._search(self.query_words, self.chosen)

    @on(Choice.Changed)
    def take_view(self, event: Choice.Changed) -> None:
        """Take the view that was clicked."""
        event.stop()
        if event.value and event.value != self.view:
            self.show_as(View(event.value))

    # -- looking

    @work(group=_WORKER, exclusive=True)
    async def _look(self, query: str, at: str | None) -> None:
        """Read the line and look through the log, a slice at a time; what can't be read leaves the last filter on."""
        wanted, problem = self._filter, ""
        try:
            wanted = await self.reader.read(query)
        except ValueError as error:
            problem = str(error)
        found = await self._select(wanted)
        self._filter = wanted
        said = self.reader.say(wanted, self.entries.names)
        if not self.is_attached or self._pruning:
            return  # somebody has quit meanwhile
        self.query_one(FilterBar).say_found(len(found), len(self._entries), said, problem)
        self._draw(await self._found_rows(found), at)

    async def _select(self, wanted: EntryFilter) -> list[Entry]:
        found: list[Entry] = []
        for start in range(0, len(self._entries), _SLICE):
            found += wanted.select(self._entries[start : start + _SLICE])
            await asyncio.sleep(0)
        return found

    async def _found_rows(self, found: Sequence[Entry]) -> DayRows | ThreadRows:
        """Return the rows of what was found; a thread is shown whole if any of its entries was."""
        if self.view is View.THREADS:
            ids = {entry.id for entry in found}
            return self._thread_rows([each for each in self._all_threads() if not ids.isdisjoint(each.ids)])
        rows = self._day_rows()
        for start in range(0, len(found), _SLICE):
            rows.add(found[start : start + _SLICE])
            await asyncio.sleep(0)
        return rows

    def _all_rows(self) -> DayRows | ThreadRows:
        """Return the rows of everything but what is hidden; made once for as long as it is the same."""
        made_for = (self.view, local(self._clock()).date())
        if made_for not in self._all:
            self._all[made_for] = self._made_rows()
        return self._all[made_for]

    def _made_rows(self) -> DayRows | ThreadRows:
        if self.view is View.THREADS:
            return self._thread_rows([each for each in self._all_threads() if not each.rupture.hidden])
        rows = self._day_rows()
        rows.add(entry for entry in self._entries if not entry.hidden)
        return rows

    def _day_rows(self) -> DayRows:
        return DayRows(self.entries.row_of, local(self._clock()).date())

    def _thread_rows(self, found: Sequence[Thread]) -> ThreadRows:
        return ThreadRows(self.entries.row_of, found, self._clock())

    def _all_threads(self) -> list[Thread]:
        if self._threads is None:
            self._threads = threads(self._entries, self._vocabulary)
        return self._threads

    # -- drawing

    def _draw(self, rows: DayRows | ThreadRows, at: str | None) -> None:
        self._say(
            "empty",
            "" if len(rows) else why_empty(self._entries, self.query_words, by_thread=self.view is View.THREADS),
        )
        self._draw_views()
        self.entries.show(rows, at)
        self.screen.refresh_bindings()

    def _draw_views(self) -> None:
        """Name the views, and say how many entries are hidden."""
        views = self.query_one("#views")
        views.display = bool(self._entries)
        by_day = _("Found") if self.query_words else View.DAYS.label
        options = [(View.DAYS, by_day), (View.THREADS, View.THREADS.label)]
        views.query_one(ViewChoice).offer(options, self.view)
        self._say(
            "hidden",
            say_hidden(self._hidden) if self._hidden and not self._filter.hidden else "",
        )

    def _say(self, about: str, sentence: str) -> None:
        if self._said.get(about) == sentence:
            return  # to say it again would lay out all of the screen
        self._said[about] = sentence
        said = self.query_one(f"#{about}", Static)
        said.update(sentence)
        said.display = bool(sentence)
