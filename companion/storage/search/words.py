"""The words that are known, for completing one that is being typed, and for one that was mistyped."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

_WORD = re.compile(r"[^\W_]+")
_MOST = 8
"""How many words may stand for one."""
_LEAST = 4
"""Letters from which a word can be taken for a mistyped one."""
_LONG = 7
"""Letters from which it may be mistyped twice."""


def words_in(text: str) -> list[str]:
    """Return the runs of letters and digits in a text, a letter and its accent in one."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def fold(word: str) -> str:
    """Return a word in small letters, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(char))


def is_accented(word: str) -> bool:
    """Return whether a word has accents, which somebody who types them means."""
    return not word.isascii() and unicodedata.normalize("NFC", fold(word)) != unicodedata.normalize("NFC", word.lower())


def one_slip_apart(one: str, other: str) -> bool:
    """Return whether two words differ by a letter left out, put in or in another's place, or by two changed over."""
    same = next((at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours), None)
    at = min(len(one), len(other)) if same is None else same
    mine, yours = one[at:], other[at:]
    is_turned = mine[:2] == yours[1::-1] and mine[2:] == yours[2:]
    return is_turned or mine[1:] == yours[1:] or mine[1:] == yours or mine == yours[1:]


class Words:
    """Words as they are written, without accents; the index itself knows only their stems."""

    def __init__(self) -> None:
        self._met: set[str] = set()
        """Everything between blanks, so that it is looked at once."""
        self._known: set[str] = set()
        self._accented: set[str] = set()
        """Those with accents, as they are written."""
        self._sorted: list[str] = []

    def learn(self, *texts: str) -> None:
        """Know the words of some texts."""
        for text in texts:
            new = set(text.lower().split()) - self._met
            self._met |= new
            words = words_in(" ".join(new))
            self._known.update(map(fold, words))
            self._accented.update(filter(is_accented, words))

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def accented(self, start: str) -> list[str]:
        """Return the words that begin so, accents and all."""
        return sorted(word for word in self._accented if word.startswith(start.lower()))[:_MOST]

    def begun_by(self, start: str) -> list[str]:
        """Return the words that begin so; none if there are many, for then their stems begin so too."""
        if len(self._sorted) != len(self._known):
            self._sorted = sorted(self._known)
        at = bisect_left(self._sorted, start)
        found = []
        for word in self._sorted[at : at + _MOST + 1]:
            if word.startswith(start):
                found.append(word)
        return found if len(found) <= _MOST else []

    def nearest(self, word: str) -> list[str]:
        """Return the words one slip away; else those that go on from one slip; else, of a long word, those alike."""
        if len(word) < _LEAST or not word.isalpha():
            return []
        slips = set(_slips(word))
        return self._whole(slips) or self._going_on(word, slips) or self._alike(word)

    def _whole(self, slips: set[str]) -> list[str]:
        return sorted(slips & self._known)[:_MOST]

    def _going_on(self, word: str, slips: set[str]) -> list[str]:
        """Return words that begin with a slip of what is typed so far; its first letter is the one seldom mistyped."""
        found: set[str] = set()
        for begun in sorted(slips, key=lambda slip: slip[:1] != word[0]):
            if len(begun) >= len(word) and len(found) < _MOST:
                found.update(self.begun_by(begun))
        return sorted(found, key=lambda each: (each[0] != word[0], len(each)))[:_MOST]

    def _alike(self, word: str) -> list[str]:
        if len(word) < _LONG:
            return []
        self.begun_by(word)
        first = slice(bisect_left(self._sorted, word[0]), bisect_left(self._sorted, chr(ord(word[0]) + 1)))
        alike = [each for each in self._sorted[first] if abs(len(each) - len(word)) <= 2]
        return get_close_matches(word, alike, n=2, cutoff=0.75)


def _slips(word: str) -> Iterator[str]:
    """Yield what one slip makes of a word: a letter left out, doubled up with another, put in or in another's place."""
    letters = "abcdefghijklmnopqrstuvwxyz" if word.isascii() else _letters_near(word)
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in letters)
        if after:
            yield before + after[1:]
            yield from (f"{before}{letter}{after[1:]}" for letter in letters)
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"


def _letters_near(word: str) -> Iterable[str]:
    """Return the letters of the word's own script: those beside its letters in Unicode."""
    low, high = min(map(ord, word)), max(map(ord, word))
    return "".join(chr(code) for code in range(low - low % 32, min(high - high % 32 + 32, low + 128)))
