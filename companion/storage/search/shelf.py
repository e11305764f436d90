"""The pieces of one kind in the index: a table of FTS5."""

import sqlite3
from collections.abc import Iterator, Sequence

from companion.storage.search.passage import BEGIN, END

Marked = tuple[int, str, str, str]
"""A piece that was found: its number, and its title, summary and text with the words marked."""

_SETUP = (
    "create virtual table {0} using fts5(title, summary, tags, text,"
    " tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3')",
    "insert into {0}({0}, rank) values ('rank', 'bm25(40, 12, 12, 1)')",
)
_PUT = "insert into {0} values (?, ?, ?, ?)"
_DROP = "delete from {0} where rowid = ?"
_READ = "select title, summary, text from {0} where rowid = ?"
_ANY = "select 1 from {0} where {0} match ? limit 1"
_FIND = (
    "select rowid, highlight({0}, 0, :begin, :end), highlight({0}, 1, :begin, :end), highlight({0}, 3, :begin, :end)"
    " from {0} where {0} match :query order by rank"
)
"""The pieces come one by one, so that only those are marked that somebody takes."""


class Shelf:
    """Pieces that are ranked among each other."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        """Make a table of that name, which is one word of the program's own."""
        self._db = database
        lines = (line.format(name) for line in (_PUT, _DROP, _READ, _ANY, _FIND))
        self._put, self._drop, self._read, self._any, self._find = lines
        for line in _SETUP:
            database.execute(line.format(name))

    def put(self, texts: Sequence[str]) -> int:
        """Take a piece, and return its number."""
        return self._db.execute(self._put, texts).lastrowid or 0

    def drop(self, row: int) -> None:
        """Take a piece out."""
        self._db.execute(self._drop, (row,))

    def read(self, row: int) -> tuple[str, str, str]:
        """Return title, summary and text of a piece, nothing marked."""
        title, summary, text = self._db.execute(self._read, (row,)).fetchone()
        return title, summary, text

    def has(self, query: str) -> bool:
        """Return whether a query finds anything."""
        return self._db.execute(self._any, (query,)).fetchone() is not None

    def find(self, query: str) -> Iterator[Marked]:
        """Yield what a query finds, the best first."""
        return self._db.execute(self._find, {"begin": BEGIN, "end": END, "query": query})
