"""Finding marked words again in a text that may have changed meanwhile."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from companion.domain.bookmark import SNIPPET, first_words
from companion.domain.highlight import CONTEXT, Quote
from companion.text.blocks import Block
from companion.text.spans import Span, Spot

_ALIKE = str.maketrans("’‘“”„‐‑–—\u00a0", '\'\'"""---- ')
"""Signs that are printed in several ways; each is taken for the same."""
_TELLING = 24
"""Characters of words that are known again without what stands around them."""
_SAME_PLACE, _NEARLY = 0.6, 0.7
"""How alike a place must be to the words with all that stands around them, 0 to 1; and if the words were changed."""
_SAME_WORDS = 0.65
"""How alike words must be that were changed. Below that they are gone."""
_MOST = 200
"""How many places are looked at where the same words stand."""
_PLACES = 6
"""Places in a text that are looked at for words that were changed."""
_SEEDS = 40
"""Words that stand more often in a text lead nowhere."""
_LONGEST = 1_000_000
"""Characters of a text above which changed words are not looked for: it would take seconds."""
_LONG = 10 * CONTEXT
"""Characters above which texts are compared by words: by characters it would take long."""
_WORD = re.compile(r"\w+|[^\w\s]")


class Running:
    """The words of all blocks as one text, a line feed between two, and where each block begins in it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        words = [block.words for block in blocks]
        self.text = "\n".join(words)
        self._starts = list(accumulate((len(each) + 1 for each in words), initial=0))[: len(words)] or [0]

    def at(self, spot: Spot) -> int:
        """Return how many characters stand before a spot."""
        return self._starts[min(spot.block, len(self._starts) - 1)] + spot.at

    def spot(self, at: int) -> Spot:
        """Return the spot before which that many characters stand."""
        block = bisect_right(self._starts, at) - 1
        return Spot(block, at - self._starts[block])

    def block_at(self, at: int) -> tuple[int, int]:
        """Return from where to where the block goes in which a character stands."""
        block = bisect_right(self._starts, at) - 1
        following = self._starts[block + 1 : block + 2]
        return self._starts[block], following[0] - 1 if following else len(self.text)

    def span(self, start: int, end: int) -> Span:
        """Return a stretch."""
        return Span(self.spot(start), self.spot(end))

    def quote(self, start: int, end: int) -> Quote:
        """Return a stretch such that it can be found again."""
        return Quote(self.text[start:end], self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT])


class Searched:
    """A text in which quotes are looked for, many in one go."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = alike(text)

    def locate(self, quote: Quote) -> tuple[int, int] | None:
        """Return from where to where quoted words stand; None if they are gone.

        First as they were, where what stands around them fits best; then changed a little. Blanks and the kind of
        quotes make no difference. What is no more like the words than chance would have it is never taken for them.
        """
        if not quote.words.strip():
            return None
        quote = Quote(*map(alike, quote))
        found = _as_it_was(quote, self._text)
        if found is None and len(self._text) <= _LONGEST:
            return _changed(quote, self._text, self._tokens, self._where)
        return found

    @cached_property
    def _tokens(self) -> list["_Token"]:
        return _tokens(self._text)

    @cached_property
    def _where(self) -> Mapping[str, list[int]]:
        """The numbers of the tokens that each word is."""
        where: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self._tokens):
            where[token.word].append(number)
        return dict(where)


def locate(quote: Quote, text: str) -> tuple[int, int] | None:
    """Return from where to where quoted words stand in a text; None if they are gone."""
    return Searched(text).locate(quote)


def alike(text: str) -> str:
    """Return a text of the same length in which signs that are printed in several ways are printed in one."""
    return text.translate(_ALIKE)


def locate_paragraph(words: str, blocks: Sequence[Block]) -> int | None:
    """Return the number of the block that begins with those words, or nearly; None if it is gone."""
    heads = [first_words(alike(block.words[: 2 * SNIPPET])) for block in blocks]
    wanted = alike(words)
    begins = [(head != wanted, number) for number, head in enumerate(heads) if head.startswith(wanted)]
    if begins:
        return min(begins)[1]
    near = [(_alike(wanted, head), -number) for number, head in enumerate(heads) if head]
    best, number = max(near, default=(0.0, 0))
    return -number if best >= _SAME_WORDS else None


def _as_it_was(quote: Quote, text: str) -> tuple[int, int] | None:
    """Return where the same words stand; words that may be chance only where their surroundings are the same."""
    whole = text.find(f"{quote.before}{quote.words}{quote.after}")
    if whole >= 0:
        return whole + len(quote.before), whole + len(quote.before) + len(quote.words)
    pattern = re.compile(r"\s+".join(map(re.escape, quote.words.split())))
    found = [match.span() for match in islice(pattern.finditer(text), _MOST)]
    if not found:
        return None
    if len(found) == 1 and len(quote.words) >= _TELLING:
        return found[0]
    fits, _, best = max((_fit(quote, text, *each), -number, each) for number, each in enumerate(found))
    return best if fits >= _SAME_PLACE or not (quote.before or quote.after) else None


def _fit(quote: Quote, text: str, start: int, end: int) -> float:
    """Return how alike a place is to the words with what stood around them, 0 to 1."""
    return _alike(f"{quote.before}{quote.words}{quote.after}", text[max(0, start - CONTEXT) : end + CONTEXT])


def _alike(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1, long ones word by word; blanks make no difference."""
    mine, theirs = one.split(), other.split()
    if mine == theirs:
        return 1.0
    if len(one) <= _LONG:
        return SequenceMatcher(None, " ".join(mine), " ".join(theirs), autojunk=False).ratio()
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


# -- words that were changed


class _Token(NamedTuple):
    """A word or a sign, and where it begins."""

    word: str
    at: int


def _tokens(text: str) -> list[_Token]:
    return [_Token(match[0], match.start()) for match in _WORD.finditer(text)]


def _changed(
    quote: Quote, text: str, there: Sequence[_Token], where: Mapping[str, list[int]]
) -> tuple[int, int] | None:
    """Return where the words stand changed: in a place whose words run like theirs and those around them."""
    wanted = _tokens(f"{quote.before}{quote.words}{quote.after}")
    edges = len(quote.before), len(quote.before) + len(quote.words)
    best: tuple[float, int, int] = (0.0, 0, 0)
    for window in _windows(wanted, there, where):
        matcher = SequenceMatcher(None, [each.word for each in wanted], [each.word for each in window], autojunk=False)
        pairs = [
            (wanted[mine + step], window[theirs + step])
            for mine, theirs, size in matcher.get_matching_blocks()
            for step in range(size)
        ]
        start, end = _mapped(edges, pairs, text)
        is_like = start < end <= start + 2 * len(quote.words) + CONTEXT
        if is_like and _alike(quote.words, text[start:end]) >= _SAME_WORDS:
            best = max(best, (_fit(quote, text, start, end), start, end))
    fits, start, end = best
    return (start, end) if fits >= _NEARLY else None


def _windows(
    wanted: Sequence[_Token], there: Sequence[_Token], where: Mapping[str, list[int]]
) -> Iterator[Sequence[_Token]]:
    """Yield the stretches of a text that share most words in their order with what is wanted, a few."""
    slack = 8 + len(wanted) // 4
    votes: Counter[int] = Counter()
    for number, token in enumerate(wanted):
        found = where.get(token.word, ())
        if len(found) <= _SEEDS:
            votes.update({max(0, each - number) // slack for each in found})
    for begin, _ in votes.most_common(_PLACES):
        yield there[max(0, (begin - 1) * slack) : (begin + 2) * slack + len(wanted)]


def _mapped(edges: tuple[int, int], pairs: Sequence[tuple[_Token, _Token]], text: str) -> tuple[int, int]:
    """Return where two edges of what is wanted lie in the text, by the words that are the same in both."""
    start, end = 0, 0
    inside = [(mine, theirs) for mine, theirs in pairs if mine.at + len(mine.word) > edges[0] and mine.at < edges[1]]
    before = [theirs for mine, theirs in pairs if mine.at + len(mine.word) <= edges[0]]
    after = [theirs for mine, theirs in pairs if mine.at >= edges[1]]
    if before:
        start = before[-1].at + len(before[-1].word)
    elif inside:
        start = inside[0][1].at
    if after:
        end = after[0].at
    elif inside:
        end = inside[-1][1].at + len(inside[-1][1].word)
    for mine, theirs in inside:  # an edge in a word that is still there lies where it lay
        if mine.at <= edges[0]:
            start = theirs.at + edges[0] - mine.at
        if mine.at + len(mine.word) >= edges[1]:
            end = theirs.at + edges[1] - mine.at
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
