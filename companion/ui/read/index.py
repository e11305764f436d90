"""The index of a screen: made beside it, kept to what is written now, and let go of with it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from textual.screen import Screen

from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.search.document import PRIVATE, Kind, Results
from companion.storage.search.index import Search
from companion.storage.search.library_documents import library_documents, own_article_documents
from companion.storage.search.own_documents import own_documents
from companion.storage.store import Store
from companion.ui.ahead import Ahead


class ScreenIndex:
    """Finds words for a screen, which lives no longer than the words are open: locking throws it away."""

    def __init__(
        self, screen: Screen[Any], store: Store, library: Library, clock: Clock, show: Callable[[], None]
    ) -> None:
        """Take what it is made of.

        Args:
            screen: Whose index it is.
            store: What the person wrote.
            library: What there is to read.
            clock: Says which held messages are open.
            show: Shows what is found now that there is more, or less, to be found.
        """
        self._screen = screen
        self._store = store
        self._library = library
        self._clock = clock
        self._show = show
        self._search: Search | None = None
        self._ahead = Ahead(screen)
        self._is_fresh = self._is_begun = False

    def make(self) -> None:
        """Read all there is to read, beside the screen's own work; once is enough."""
        if self._is_begun:
            return
        self._is_begun = True
        self._screen.run_worker(self._make, thread=True, exclusive=True, group="index")

    def _make(self) -> None:
        search = Search(library_documents(self._library), self._library.vocabulary.signposts)
        self._screen.app.call_from_thread(self._take, search)
        self._read_own_articles(search)

    def _take(self, search: Search) -> None:
        if not self._screen.is_running:
            search.close()
            return
        self._search = search
        self._show()

    def drop(self) -> None:
        """Let go of every word."""
        self._ahead.drop()
        if self._search:
            self._search.close()

    @property
    def is_made(self) -> bool:
        """Whether something can be found."""
        return self._search is not None

    def find(self, words: str) -> Results:
        """Find words in all that has been read so far; what was written since then follows."""
        if self._search is None:
            return Results([])
        self.freshen()
        return self._search.find(words)

    def grow_stale(self) -> None:
        """Know that something may have been written."""
        self._is_fresh = False

    def freshen(self) -> None:
        """Follow what was written since the last time, before or while somebody types."""
        search = self._search
        if search is None or self._is_fresh:
            return
        self._is_fresh = True
        self._ahead.begin(self._follow(search))

    def _follow(self, search: Search) -> Iterator[None]:
        """Take what the person wrote, a piece at a time; what is wrong with the file is said elsewhere."""
        with suppress(StoreError):
            yield from search.follow(own_documents(self._store, self._library, self._clock()), PRIVATE)
        self._show()
        yield

    def follow_own_articles(self) -> None:
        """Read the articles of one's own again, as some were added, changed or taken away."""
        if search := self._search:
            read = partial(self._read_own_articles, search)
            self._screen.run_worker(read, thread=True, exclusive=True, group="index")

    def _read_own_articles(self, search: Search) -> None:
        for _ in search.follow(own_article_documents(self._library), (Kind.OWN_ARTICLE,)):
            if search.is_closed:
                return
        self._screen.app.call_from_thread(self._show)
