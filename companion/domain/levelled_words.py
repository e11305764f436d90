"""A text as words that are levelled: without case, short forms and other spellings, each with its place."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_LETTERS = r"[^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*"
_CLOCK = r"\d{1,2}[:.]\d\d(?!\d)(?:\s?[ap]\.?m\b)?|\d{1,2}\s?(?:[ap]\.?m\b|o['’]clock\b|h\d\d\b)"
_TOKEN = (
    rf"(?P<clock>{_CLOCK})|(?P<figures>\d+(?:[.,:]\d+)*)|(?P<word>{_LETTERS})"
    r"|(?P<end>[.?!…]+)|(?P<line>\n\s*)|[,;:—–]+|\s-+\s"
)
_UNSEEN = r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
"""What nobody sees and may stand inside a word: control sequences, and characters without a width."""
_DRAWN_OUT = r"(\w)\1{2,}"
"""A letter three times or more: “sooo” is “so”."""
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_SHORT = {"'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'m": "am"}
_WITH_IS = frozenset(("that", "it", "what", "he", "she", "there", "who", "where", "how", "here", "when", "why", "this"))
ENDS = ("?", "??", ".", "\n")
ASKING = frozenset(("?", "??"))
SENTENCE_ENDS = frozenset((*ASKING, "."))
Span = tuple[int, int]
"""The place of the first letter and the one behind the last."""


class Words(NamedTuple):
    """A text as levelled words and marks, with the place of each."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def read_words(text: str, spellings: Mapping[str, Sequence[str]]) -> Words:
    """Return the words of a text, between two ends of a sentence."""
    words, starts, ends = ["."], [0], [0]
    levelled: dict[str, Sequence[str]] = {}
    seen, places = _seen(text)
    for match in re.finditer(_TOKEN, seen, re.IGNORECASE):
        said = match[0]
        parts = levelled.get(said)
        if parts is None:
            parts = levelled[said] = _level(match.lastgroup, said, spellings)
        start, end = match.span()
        if places:
            start, end = places[start], places[end - 1] + 1
        for part in parts:
            words.append(part)
            starts.append(start)
            ends.append(end)
    words.append(".")
    starts.append(len(text))
    ends.append(len(text))
    return Words(words, starts, ends)


def _seen(text: str) -> tuple[str, list[int]]:
    """Return what is seen of a text, and the place in the text of each of its characters; no places if it is all."""
    unseen = [match.span() for match in re.finditer(_UNSEEN, text)]
    if not unseen:
        return text, []
    places: list[int] = []
    at = 0
    for start, end in [*unseen, (len(text), len(text))]:
        places += range(at, start)
        at = end
    return "".join(text[place] for place in places), places


def _level(kind: str | None, said: str, spellings: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the words that a piece of text stands for."""
    match kind:
        case "clock":
            return ("9:00",)
        case "figures":
            return ("9",)
        case "line":
            return (".",) if said.count("\n") > 1 else ("\n",)
        case "end" if "?" in said:
            return ("?" if said == "?" else "??",)
        case "end":
            return (".",) if (len(said) == 1 and said != "…") or "!" in said else ("\n",)
        case "word":
            word = re.sub(_DRAWN_OUT, r"\1", said.translate(_APOSTROPHES).casefold())
            return spellings.get(word) or _long_form(word)
    return (",",)


def _long_form(word: str) -> Sequence[str]:
    """Return what a short form is short for: “don't” is “do not”."""
    stem, apostrophe, tail = word.rpartition("'")
    if not apostrophe:
        return (word,)
    if word.endswith("n't"):
        return ({"ca": "can", "wo": "will", "sha": "shall"}.get(word[:-3], word[:-3]), "not")
    if tail == "s":
        return (stem, "is" if stem in _WITH_IS else "us" if stem == "let" else "'s")
    return (stem, _SHORT.get(f"'{tail}", tail))
