"""The part of the log that looks through entries: views, the filter, saved filters, one person alone."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.domain.person import Names, known_persons
from companion.domain.times import Clock
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Choose
from companion.ui.log.bin import BinScreen
from companion.ui.log.filter_bar import FilterBar
from companion.ui.log.filter_form import FilterForm
from companion.ui.log.filter_reader import about
from companion.ui.log.found import FoundEntries
from companion.ui.log.kept_filter import KeptFilter
from companion.ui.log.quick_screen import QuickScreen
from companion.ui.log.saved_filters import SavedFilters
from companion.ui.log.view import View
from companion.ui.rows import Row

_EVERYBODY = "everybody"
_NOBODY = _("Nobody is named in an entry yet. @S in the line above names S, the form has a field.")


class LookingScreen(QuickScreen):
    """A screen with entries that one looks through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *QuickScreen.BINDINGS,
        Binding("slash", "filter", "Filter", id="log.filter"),
        Binding("v", "view", "View", id="log.view"),
        Binding("c", "show_all", "Show all", id="log.clear"),
        Binding("f", "filter_form", "Filter by choosing", id="log.filter-form", show=False),
        Binding("s", "saved_filters", "Saved filters", id="log.filters", show=False),
        Binding("at", "person", "One person alone", key_display="@", id="log.person", show=False),
        Binding("r", "bin", "Deleted entries", id="log.bin", show=False),
    ]

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._found = FoundEntries(library, clock)
        self._kept_filter = KeptFilter(store, clock)

    def keep_unkept(self) -> bool:
        """Write down what stands in the line; a filter that is on waits until it is unlocked."""
        if self.is_shown:
            self._kept_filter.keep(self._found.typed)
        return super().keep_unkept()

    def take_up_filter(self) -> None:
        """Look through the filter that was on when it was locked."""
        if query := self._kept_filter.take():
            self._found.begin_with(query)

    def action_view(self) -> None:
        """Go to the other view."""
        self._found.show_as(View.DAYS if self._found.view is View.THREADS else View.THREADS)

    def action_filter(self) -> None:
        """Go to the line of the filter."""
        self._found.query_one(FilterBar).open()

    def action_show_all(self) -> None:
        """Show every entry again."""
        self._found.narrow("")
        self.focus_first()

    def action_filter_form(self) -> None:
        """Choose what to show, without knowing the signs."""
        self.run_worker(self._open_filter_form(), group="filter-form")

    async def _open_filter_form(self) -> None:
        start = await self._found.reader.read_kindly(self._found.query_words)
        known = known_persons(self._store.entries)
        tags, vocabulary = self._found.reader.tags, self._library.vocabulary
        form = FilterForm(start, tags, vocabulary, known, self.clock, self._kept_filter)
        self.app.push_screen(form, self._narrow)

    def action_saved_filters(self) -> None:
        """Choose a saved filter, or save the one that is on."""
        self.app.push_screen(SavedFilters(self._store, self._found.query_words), self._narrow)

    def _narrow(self, query: str | None) -> None:
        if query is not None:
            self._found.narrow(query)

    def action_person(self) -> None:
        """Choose one person to look at."""
        known = known_persons(self._store.entries)
        if not known:
            self.say(_NOBODY)
            return
        names = Names.among(self._store.entries, whole=self._store.settings.show_names)
        rows = [Row(_("Everybody"), _EVERYBODY), *(Row(names.say(each), f"={each}") for each in known)]
        self.app.push_screen(Choose(_("Show only entries about"), rows), self._show_person)

    def _show_person(self, answer: str | None) -> None:
        if answer is not None:
            self._found.narrow(about(self._found.query_words, answer.removeprefix("=") if answer != _EVERYBODY else ""))

    def action_bin(self) -> None:
        """Show what was deleted, to bring it back."""
        self.app.push_screen(BinScreen(self._store, self._library, self.clock))
