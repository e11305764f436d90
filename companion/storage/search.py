"""Finding words in the library: sqlite's FTS5, an index in memory and never a store."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from companion.domain.article import Article

_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_>#`]")
_START, _END = "\x02", "\x03"


@dataclass(frozen=True)
class Hit:
    """One article that holds the words."""

    slug: str
    title: str
    snippet: str
    """A stretch of its text around the words."""
    marks: tuple[tuple[int, int], ...] = ()
    """Where the words stand in the snippet, as character ranges."""


class Search:
    """An index over titles, summaries, tags and texts; the best hit comes first (bm25)."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "create virtual table article using fts5("
            "slug unindexed, title, summary, tags, text, tokenize='porter unicode61', prefix='2 3')"
        )
        rows = [(one.slug, one.title, one.summary, " ".join(one.tags), _MARKUP.sub("", one.text)) for one in articles]
        self._db.executemany("insert into article values (?, ?, ?, ?, ?)", rows)
        self._words = sorted({word for row in rows for text in row for word in _WORD.findall(text.lower())})

    def find(self, words: str, most: int = 50) -> list[Hit]:
        """Return the articles that hold all the words (the last may be a beginning).

        Words that no article holds are replaced by the nearest ones that some article does.
        """
        terms = _WORD.findall(words.lower())
        if not terms:
            return []
        return self._run(terms, most) or self._run([self._nearest(term) for term in terms], most)

    def _run(self, terms: list[str], most: int) -> list[Hit]:
        query = " ".join(f'"{term}"*' for term in terms)
        rows = self._db.execute(
            "select slug, title, snippet(article, 4, ?, ?, '…', 14) from article"
            " where article match ? order by bm25(article, 0, 8, 4, 4, 1) limit ?",
            (_START, _END, query, most),
        )
        return [_hit(slug, title, snippet) for slug, title, snippet in rows]

    def _nearest(self, term: str) -> str:
        """Return the nearest word of the library: first letters are seldom mistyped, so those come first."""
        alike = [word for word in self._words if word[0] == term[0]]
        near = get_close_matches(term, alike, n=1, cutoff=0.7) or get_close_matches(term, self._words, n=1, cutoff=0.8)
        return near[0] if near else term


def _hit(slug: str, title: str, raw: str) -> Hit:
    text, marks, begin = "", [], 0
    for piece in re.split(f"([{_START}{_END}])", " ".join(raw.split())):
        if piece == _START:
            begin = len(text)
        elif piece == _END:
            marks.append((begin, len(text)))
        else:
            text += piece
    return Hit(slug, title, text, tuple(marks))
