"""The index: sqlite's FTS5 in memory, never a store."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from threading import RLock
from typing import NamedTuple
from weakref import finalize

from companion.domain.content import Link
from companion.domain.signpost import Signpost
from companion.storage.search.document import Document, Group, Hit, Kind, Results
from companion.storage.search.passage import indexed, marked_words, parted, passage, plain, shortened
from companion.storage.search.shelf import Shelf
from companion.storage.search.signposts import Signposts
from companion.storage.search.words import Words, fold, is_accented, words_in

_SETUP = (
    "pragma temp_store=memory",
    "pragma journal_mode=off",
    "begin",  # and never commit: each piece would become a segment of its own
)
_ALL = " AND "
_MOST = 12
"""How many pieces of a kind are shown."""
_ROOT = 4
"""Letters by which two forms of a word are taken for the same."""
_TERMS, _LETTERS = 12, 40
"""How many words are looked for at most, and how many letters of each."""


class _Known(NamedTuple):
    """A piece that is in the index."""

    row: int
    """Its number among those of its kind."""
    key: str
    kind: Kind
    link: Link
    first_line: int
    stamp: int
    """Tells whether it has changed since."""


class Search:
    """An index over pieces; several threads may use it, one at a time."""

    def __init__(self, documents: Iterable[Document] = (), signposts: Iterable[Signpost] = ()) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        finalize(self, self._db.close)  # from Python 3.13 on, one that is left open is complained about
        for line in _SETUP:
            self._db.execute(line)
        self._shelves = {kind: Shelf(self._db, f"piece_{kind.name.lower()}") for kind in Kind}
        self._by_row: dict[tuple[Kind, int], _Known] = {}
        self._by_key: dict[str, _Known] = {}
        self._words = Words()
        self._signposts = Signposts(signposts)
        self._turn = RLock()
        self.is_closed = False
        for document in documents:
            self.keep(document)

    def close(self) -> None:
        """Let go of everything; nothing is found or taken any more."""
        with self._turn:
            self._db.close()
            self._shelves, self._by_row, self._by_key, self._words = {}, {}, {}, Words()
            self.is_closed = True

    # -- what is in it

    def keep(self, document: Document) -> None:
        """Add a piece, or put it in the place of what it was before; costs next to nothing if it has not changed."""
        stamp, key, kind = hash(document), document.key, document.kind
        with self._turn:
            before = self._by_key.get(key)
            if self.is_closed or (before and before.stamp == stamp):
                return
            self.drop(key)
            texts = [indexed(text) for text in (document.title, document.summary, document.tags, document.text)]
            self._words.learn(*texts)
            known = _Known(self._shelves[kind].put(texts), key, kind, document.link, document.first_line, stamp)
            self._by_key[key] = self._by_row[kind, known.row] = known

    def drop(self, key: str) -> None:
        """Take a piece out, if it is there."""
        with self._turn:
            if known := self._by_key.pop(key, None):
                del self._by_row[known.kind, known.row]
                self._shelves[known.kind].drop(known.row)

    def follow(self, documents: Iterable[Document], kinds: Collection[Kind]) -> Iterator[None]:
        """Hold the pieces of some kinds as they are now, one at each step; at the end, nothing that is gone."""
        seen = set()
        for document in documents:
            self.keep(document)
            seen.add(document.key)
            yield
        with self._turn:
            gone = [each.key for each in self._by_key.values() if each.kind in kinds and each.key not in seen]
        for key in gone:
            self.drop(key)

    # -- finding

    def find(self, words: str) -> Results:
        """Return the pieces that hold all the words, each whole, its beginning or another form of it.

        What signposts lead to comes before everything else. If there is nothing, words that nothing holds are taken
        for the nearest ones that something does.
        """
        terms = _terms(words)
        with self._turn:
            if not terms or self.is_closed:
                return Results([])
            found = _with_first(self._led_to(words), self._found(terms, _ALL.join(map(self._typed, terms))))
            return Results(found) if found else Results(self._found(terms, _ALL.join(map(self._near, terms))), True)

    def _led_to(self, words: str) -> list[Hit]:
        """Return the pieces that signposts lead to, from their beginning."""
        led = [self._by_key[str(link)] for link in self._signposts.links(words) if str(link) in self._by_key]
        return [_hit(known, *self._shelves[known.kind].read(known.row)) for known in led]

    def _found(self, terms: list[str], query: str) -> list[Group]:
        """Return what a query finds by its kind: before others those with the words together, or in a title."""
        groups = [Group(kind, hits) for kind in Kind if (hits := list(islice(self._hits(kind, query), _MOST)))]
        return sorted(groups, key=lambda group: (group.kind.is_private, *_standing(terms, group.hits[0])))

    def _hits(self, kind: Kind, query: str) -> Iterator[Hit]:
        """Yield what a query finds of a kind; of a text in parts, the best one."""
        seen: set[Link] = set()
        for row, *marked in self._shelves[kind].find(query):
            known = self._by_row[kind, row]
            if kind.is_private or known.link not in seen:
                yield _hit(known, *marked)
            seen.add(known.link)

    def _typed(self, term: str) -> str:
        """Return the query for a word that may go on, as its stem may end before what is typed of it: `lonel|y`."""
        if is_accented(term):  # who types accents means them: `für` is not `further`
            return _any_of([f'"{word}"' for word in (term, *self._words.accented(term))])
        begun = [] if fold(term) in self._words else self._words.begun_by(fold(term))
        return _any_of([f'"{term}"*', *(f'"{word}"' for word in begun)])

    def _near(self, term: str) -> str:
        """Return the query for a word, or for those near it if nothing holds it."""
        typed = self._typed(term)
        if any(shelf.has(typed) for shelf in self._shelves.values()):
            return typed
        near = [] if is_accented(term) else self._words.nearest(fold(term))
        return _any_of([f'"{word}"' for word in near] or [f'"{term}"'])


def _with_first(first: list[Hit], found: list[Group]) -> list[Group]:
    """Put some hits before all others, each with what else is found of its kind behind it."""
    links = {hit.link for hit in first}
    groups: dict[Kind, list[Hit]] = {}
    for hit in first:
        groups.setdefault(hit.kind, []).append(hit)
    for group in found:
        groups.setdefault(group.kind, []).extend(hit for hit in group.hits if hit.link not in links)
    return [Group(kind, hits) for kind, hits in groups.items() if hits]


def _hit(known: _Known, title: str, summary: str, text: str) -> Hit:
    stretch, titled = passage(text), marked_words(title)
    about = stretch or passage(summary)
    words = about.words if about else frozenset()
    is_by_title = len(titled) >= len(words)
    return Hit(
        known.key,
        known.kind,
        known.link,
        plain(title),
        about.text if about else shortened(plain(summary or text)),
        tuple(sorted(titled | words)),
        None if stretch is None or is_by_title else known.first_line + stretch.place,
    )


def _terms(typed: str) -> list[str]:
    """Return the words to look for; beside longer ones, a single letter that has only been begun says nothing."""
    terms = [term for term in map(_term, typed.split()[:_TERMS]) if term]
    return [term for term in terms if len(term) > 1 or not term.isascii()] or terms[:1]


def _term(word: str) -> str:
    """Return a typed word as the index would part it: `don’t` is two words that follow each other."""
    return " ".join(words_in(parted(indexed(word[:_LETTERS]))))


def _any_of(queries: list[str]) -> str:
    return f"({' OR '.join(queries)})"


def _standing(terms: list[str], hit: Hit) -> tuple[int, bool]:
    """Return what a kind is ordered by: how many of the words its best hit shows, less is better; and where."""
    shown = tuple(fold(word)[:_ROOT] for word in hit.marked)
    return -sum(fold(term)[:_ROOT].startswith(shown) for term in terms), hit.place is not None
