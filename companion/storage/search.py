"""Finding words in the library: sqlite's FTS5, an index in memory and never a store."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from companion.domain.article import Article
from companion.domain.content import Link
from companion.domain.exercise import Exercise

_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_>#`]")
_MOST = 50
"""How many pieces are found at most."""


@dataclass(frozen=True)
class Hit:
    """One piece that holds the words."""

    link: Link
    title: str
    snippet: str
    """A stretch of its text around the words."""


class Search:
    """An index over titles, summaries, tags and texts; articles first, of each the best hit first (bm25)."""

    def __init__(self, articles: Iterable[Article], exercises: Iterable[Exercise]) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "create virtual table piece using fts5(folder unindexed, slug unindexed,"
            " title, summary, tags, text, tokenize='porter unicode61', prefix='2 3')"
        )
        rows: list[tuple[str, ...]] = [
            ("articles", one.slug, one.title, one.summary, " ".join(one.tags), one.text) for one in articles
        ]
        for one in exercises:
            steps = " ".join(step.say for step in one.steps)
            rows.append(("exercises", one.slug, one.title, one.summary, "", f"{one.text} {steps}"))
        rows = [(*row[:-1], _MARKUP.sub("", row[-1])) for row in rows]
        self._db.executemany("insert into piece values (?, ?, ?, ?, ?, ?)", rows)
        self._words = sorted({word for row in rows for text in row[1:] for word in _WORD.findall(text.lower())})

    def find(self, words: str) -> list[Hit]:
        """Return the pieces that hold all the words, each whole or its beginning.

        Words that no piece holds are replaced by the nearest ones that some piece does.
        """
        terms = _WORD.findall(words.lower())
        if not terms:
            return []
        return self._run(terms) or self._run([self._nearest(term) for term in terms])

    def _run(self, terms: list[str]) -> list[Hit]:
        query = " ".join(f'"{term}"*' for term in terms)
        rows = self._db.execute(
            "select folder, slug, title, snippet(piece, 5, '', '', '…', 14) from piece"
            " where piece match ? order by folder, bm25(piece, 0, 0, 8, 4, 4, 1) limit ?",
            (query, _MOST),
        )
        return [Hit(Link(folder, slug), title, " ".join(snippet.split())) for folder, slug, title, snippet in rows]

    def _nearest(self, term: str) -> str:
        """Return the nearest word of the library: first letters are seldom mistyped, so those come first."""
        alike = [word for word in self._words if word[0] == term[0]]
        near = get_close_matches(term, alike, n=1, cutoff=0.7) or get_close_matches(term, self._words, n=1, cutoff=0.8)
        return near[0] if near else term
