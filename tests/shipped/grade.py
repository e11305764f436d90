"""How many years of school a text asks for."""

import re

from tests.shipped.sentences import sentences

_WORD = re.compile(r"[a-z\d]+(?:['’:-][a-z\d]+)*", re.IGNORECASE)
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]le)$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscghxz])es$")
"""Endings that are written, not said: the e of `time`, `missed`, `times`; not that of `table`, `wanted`, `misses`."""


def words(text: str) -> list[str]:
    """Return the words of a text; a clock time is one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without a silent ending; at least one."""
    said = _SILENT.sub("", re.sub(r"['’]", "", word.lower()))
    return max(1, len(re.findall(r"[aeiouy]+", said)))


def grade(text: str) -> float:
    """Return the grade level of one running text."""
    return grade_of(sentences(text))


def grade_of(said: list[str]) -> float:
    """Return the Flesch-Kincaid grade level of sentences.

    The formula is that of Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas
    for Navy enlisted personnel, Research Branch Report 8-75.
    """
    found = [word for sentence in said for word in words(sentence)]
    return 0.39 * len(found) / len(said) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
