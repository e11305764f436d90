"""Finding phrases in a text, word by word: no pattern can take long, whatever the text.

A phrase is words with blanks between them. `a|b` is either, `a?` may be missing, `NAME` is any word of that list,
`~3` is up to three other words of the sentence, `^` the beginning of a sentence and `$` its end, `,` a comma or dash,
`?` a question mark and `??` several marks. Case, short forms and spellings are levelled before: `do not` is also
“Don’t” and “dont”, `9` is any number in figures, `9:00` a clock time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from companion.domain.levelled_words import ENDS, SENTENCE_ENDS, Words

_EDGES = frozenset((*ENDS, ","))
_MOST_SKIPPED = 3
"""Words in a row that change nothing."""
_MOST_STATES = 20_000
_OTHER = ""
"""Any word that stands in no phrase."""


@dataclass(slots=True, eq=False)
class _Node:
    """Where one is after some words of a phrase."""

    steps: dict[str, "_Node"] = field(default_factory=dict)
    """The next steps as they are written, to where they lead."""
    words: dict[str, list["_Node"]] = field(default_factory=dict)
    """The words of these steps, to where they lead."""
    gaps: list[tuple[int, "_Node"]] = field(default_factory=list)
    """How many words may stand between, and where one is after them."""
    owners: list[str] = field(default_factory=list)
    """What the phrases that end here belong to."""


_Way = tuple[_Node, int, int]
"""A node, how many words were skipped since, and how many of a gap before it are left."""


@dataclass(slots=True)
class _State:
    """All ways that some words in a row leave open, and where the next word leads; None is nowhere."""

    ways: frozenset[_Way]
    owners: tuple[str, ...]
    """What the phrases that end here belong to."""
    after: dict[str, "_State | None"] = field(default_factory=dict)


class Found(NamedTuple):
    """A phrase that stands in a text: what it belongs to, its first letter and the place behind its last."""

    owner: str
    start: int
    end: int


class Phrases:
    """Phrases as a tree that shares their beginnings, and what has been learned of it by reading."""

    def __init__(self, lists: Mapping[str, str], skipped: Iterable[str]) -> None:
        self._lists = {name: words.split() for name, words in lists.items()}
        self._skipped = frozenset((*skipped, "\n"))
        self._known = {*self._skipped, *SENTENCE_ENDS}
        self._root = _Node()
        self._states: dict[frozenset[_Way], _State | None] = {}

    def add(self, phrases: Iterable[str], owner: str) -> None:
        """Add phrases that belong to an owner.

        Raises:
            ValueError: if one is not as phrases are written.
        """
        for phrase in phrases:
            steps = phrase.split()
            if not steps or steps[0][0] == "~":
                raise ValueError(f"“{phrase}”: expected a word first")
            self._add(self._root, steps, owner)

    def _add(self, node: _Node, steps: Sequence[str], owner: str) -> None:
        if not steps:
            if owner not in node.owners:
                node.owners.append(owner)
            return
        step, rest = steps[0], steps[1:]
        if step.endswith("?") and step.strip("?"):
            step = step[:-1]
            self._add(node, rest, owner)
        self._add(self._after(node, step), rest, owner)

    def _after(self, node: _Node, step: str) -> _Node:
        """Return where a step leads from a node."""
        if step in node.steps:
            return node.steps[step]
        after = node.steps[step] = _Node()
        if step[0] == "~":
            node.gaps.append((int(step[1:]), after))
        else:
            for word in self._words(step):
                node.words.setdefault(word, []).append(after)
                self._known.add(word)
        return after

    def _words(self, step: str) -> Iterator[str]:
        """Yield the words that a step may be."""
        for word in step.split("|"):
            if word in ("^", "$"):
                yield from ENDS
            elif not word.isupper():
                yield word
            elif word in self._lists:
                yield from self._lists[word]
            else:
                raise ValueError(f"“{word}”: expected the name of a list, one of {', '.join(self._lists)}")

    def find(self, text: Words) -> Iterator[Found]:
        """Yield every phrase that stands in the words, in the order of their beginnings.

        From each word one goes on as long as a phrase may still follow, which is never further than the longest
        phrase: so the time grows with the text alone. Ways that were gone before are known.
        """
        if len(self._states) > _MOST_STATES:
            self._states.clear()
        words = [word if word in self._known else _OTHER for word in text.words]
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
                _enter(ways, after)
            if left and word not in SENTENCE_ENDS:
                _enter(ways, node, left - 1)
            elif word in self._skipped and skipped < _MOST_SKIPPED:
                ways.add((node, skipped + 1, 0))
        key = frozenset(ways)
        if key not in self._states:
            owners = dict.fromkeys(owner for node, skipped, _ in ways if not skipped for owner in node.owners)
            self._states[key] = _State(key, tuple(owners)) if key else None
        state.after[word] = self._states[key]
        return self._states[key]


def _enter(ways: set[_Way], node: _Node, left: int = 0) -> None:
    """Add a node to the ways, with what lies behind its gaps."""
    ways.add((node, 0, left))
    for most, after in node.gaps:
        _enter(ways, after, most)


def _found(text: Words, owner: str, first: int, last: int) -> Found:
    """Return a phrase without the marks at its edges."""
    while first < last and text.words[first] in _EDGES:
        first += 1
    while last > first and text.words[last] in _EDGES:
        last -= 1
    return Found(owner, text.starts[first], text.ends[last])
