"""Finding phrases in a text, word by word: no pattern can take long, whatever the text.

A phrase is words with blanks between them. `a|b` is either, so is `(a b|c)`; `a?` may be missing, `NAME` is any word of
that list, `care+` is care, cares, cared or caring, `~3` is up to three other words of the sentence, `^` its beginning
and `$` its end, `,` a comma or dash, `?` a question mark and `??` several marks. Case, short forms and spellings are
levelled before: `do not` is also “Don’t” and “dont”, `9` is any number in figures, `9:00` a clock time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from companion.domain.levelled_words import ENDS, SENTENCE_ENDS, Words
from companion.domain.word_forms import word_forms

_NESTED = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)"
_STEP = rf"(?:{_NESTED}|[^\s()])+"
_EITHER = rf"(?:{_NESTED}|[^|()])+"
_WORD = r"[^\s|()?~^$]+"
_EDGES = frozenset((*ENDS, ","))
_MOST_SKIPPED = 3
"""Words in a row that change nothing."""
_MOST_STATES = 20_000
_OTHER = ""
"""Any word that stands in no phrase."""


class _Node(msgspec.Struct, eq=False):
    """Where one is after some words of a phrase; what may follow is worked out when a text gets here."""

    ahead: list[tuple[str, "_Node"]] = []
    """Steps that were not worked out yet, and where they lead in the end."""
    steps: dict[str, "_Node"] = {}
    """The next steps as they are written, to where they lead."""
    words: dict[str, list["_Node"]] = {}
    """The words of these steps, to where they lead."""
    gaps: list[tuple[int, "_Node"]] = []
    """How many words may stand between, and where one is after them."""
    owner: str | None = None
    """What the phrases that end here belong to."""


_Way = tuple[_Node, int, int]
"""A node, how many words were skipped since, and how many of a gap before it are left."""


class _State(msgspec.Struct):
    """All ways that some words in a row leave open, and where the next word leads; None is nowhere."""

    ways: frozenset[_Way]
    owners: tuple[str, ...]
    """What the phrases that end here belong to."""
    after: dict[str, "_State | None"] = {}


class Found(NamedTuple):
    """A phrase that stands in a text: what it belongs to, its first letter and the place behind its last."""

    owner: str
    start: int
    end: int


class Phrases:
    """Phrases as a tree that shares their beginnings, and what has been learned of it by reading."""

    def __init__(self, lists: Mapping[str, str], skipped: Iterable[str], forms: Mapping[str, str]) -> None:
        """Make an empty tree.

        Args:
            lists: Words by the name, in capitals, that stands for any of them.
            skipped: Words that change nothing where they stand between those of a phrase.
            forms: Words to their other forms, where these are not regular.
        """
        self._lists = lists
        self._forms = forms
        self._listed: dict[str, tuple[str, ...]] = {}
        self._skipped = frozenset((*skipped, "\n"))
        self._known = {*self._skipped, *SENTENCE_ENDS}
        self._root = _Node()
        self._states: dict[frozenset[_Way], _State | None] = {}
        self._learn(set(" ".join(lists.values()).split()))

    def add(self, phrases: Iterable[str], owner: str) -> None:
        """Add phrases that belong to an owner.

        Raises:
            ValueError: if one is not as phrases are written.
        """
        end, known = _Node(owner=owner), set[str]()
        for phrase in phrases:
            if phrase[:1] in ("", "~") or phrase.count("(") != phrase.count(")"):
                raise ValueError(f"“{phrase}”: expected a word first, and every bracket closed")
            known.update(re.findall(_WORD, phrase))
            self._root.ahead.append((phrase, end))
        self._learn(known)

    def _learn(self, words: Iterable[str]) -> None:
        """Take in which words there are, so that all others are one to a text that is read."""
        for word in words:
            if word.isupper() and word not in self._lists:
                raise ValueError(f"“{word}”: expected the name of a list, one of {', '.join(self._lists)}")
            self._known.update(word_forms(word[:-1], self._forms) if word[-1] == "+" else (word,))

    def _open(self, node: _Node) -> None:
        """Work out what may follow at a node."""
        for phrase, end in node.ahead:  # which grows meanwhile
            first = re.match(_STEP, phrase)
            step, rest = (first[0], phrase[first.end() :].lstrip()) if first else (phrase, "")
            if step[-1] == "?" and step.strip("?"):
                step = step[:-1]
                if rest:
                    node.ahead.append((rest, end))
                else:
                    node.gaps.append((0, end))
            after = node.steps.get(step) if rest else end
            if after is None:
                after = node.steps[step] = _Node()
                self._lead(node, step, after)
            elif not rest:
                self._lead(node, step, end)
            if rest:
                after.ahead.append((rest, end))
        node.ahead = []

    def _lead(self, node: _Node, step: str, after: _Node) -> None:
        """Let a step lead from a node to another."""
        if step[0] == "~":
            node.gaps.append((int(step[1:]), after))
        elif step[0] == "(":
            node.ahead += [(way, after) for way in re.findall(_EITHER, step[1:-1])]
        else:
            for word in self._words(step):
                node.words.setdefault(word, []).append(after)

    def _words(self, step: str) -> Iterator[str]:
        """Yield the words that a step, or a list, may be."""
        for word in step.split("|"):
            if word in ("^", "$"):
                yield from ENDS
            elif word.isupper():
                if word not in self._listed:
                    self._listed[word] = tuple(self._words("|".join(self._lists[word].split())))
                yield from self._listed[word]
            elif word.endswith("+"):
                yield from word_forms(word[:-1], self._forms)
            else:
                yield word

    def find(self, text: Words) -> Iterator[Found]:
        """Yield every phrase that stands in the words, in the order of their beginnings.

        From each word one goes on as long as a phrase may still follow, which is never further than the longest
        phrase: so the time grows with the text alone. Ways that were gone before are known.
        """
        if len(self._states) > _MOST_STATES:
            self._states.clear()
        words = [word if word in self._known else _OTHER for word in text.words]
        if self._root.ahead:
            self._open(self._root)
        begin = _State(frozenset([(self._root, _MOST_SKIPPED, 0)]), ())
        for first, word in enumerate(words):
            at, state = first, self._go(begin, word)
            while state:
                for owner in state.owners:
                    yield _found(text, owner, first, at)
                at += 1
                if at == len(words):
                    break
                after, word = state.after, words[at]
                state = after[word] if word in after else self._go(state, word)

    def _go(self, state: _State, word: str) -> _State | None:
        """Return what a word leaves open, and remember it; None if nothing."""
        if word in state.after:
            return state.after[word]
        ways: set[_Way] = set()
        for node, skipped, left in state.ways:
            for after in node.words.get(word, ()):
                self._enter(ways, after)
            if left and word not in SENTENCE_ENDS:
                self._enter(ways, node, left - 1)
            elif word in self._skipped and skipped < _MOST_SKIPPED:
                ways.add((node, skipped + 1, 0))
        key = frozenset(ways)
        if key not in self._states:
            owners = dict.fromkeys(node.owner for node, skipped, _ in ways if node.owner and not skipped)
            self._states[key] = _State(key, tuple(owners)) if key else None
        state.after[word] = self._states[key]
        return self._states[key]

    def _enter(self, ways: set[_Way], node: _Node, left: int = 0) -> None:
        """Add a node to the ways, with what lies behind its gaps."""
        if node.ahead:
            self._open(node)
        ways.add((node, 0, left))
        for most, after in node.gaps:
            self._enter(ways, after, most)


def _found(text: Words, owner: str, first: int, last: int) -> Found:
    """Return a phrase without the marks at its edges."""
    while first < last and text.words[first] in _EDGES:
        first += 1
    while last > first and text.words[last] in _EDGES:
        last -= 1
    return Found(owner, text.starts[first], text.ends[last])
