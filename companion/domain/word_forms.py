"""The forms of an English verb or noun, so that a list of words names each of them once."""

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


def word_forms(word: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Return a word and its forms: “care” is also cares, cared and caring; those in the table as it has them."""
    if word in irregular:
        return (word, *irregular[word].split())
    return (word, _with_s(word), *_with_ed_and_ing(word))


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _with_ed_and_ing(word: str) -> tuple[str, str]:
    if word.endswith("e"):
        return f"{word}d", f"{word if word.endswith(('ee', 'ye', 'oe')) else word[:-1]}ing"
    if _ends_in_y(word):
        return f"{word[:-1]}ied", f"{word}ing"
    stem = word + word[-1] if _doubles(word) else word
    return f"{stem}ed", f"{stem}ing"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in _VOWELS


def _doubles(word: str) -> bool:
    """Whether the last letter is said twice: in short words of one vowel, as “stop”."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS | set("wxy")
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in word) == 1
    )
